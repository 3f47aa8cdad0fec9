/** The cells of a pasted row: a spreadsheet puts what holds its own marks in quotes. */
export function cellsOf(row: string, between: string): string[] {
  return row.split(between).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
