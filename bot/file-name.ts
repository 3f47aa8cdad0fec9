/** A title as a file name that every system takes. */
export function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}"*:<>?/\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 100).replace(/[. ]+$/, '') || 'referat';
}
