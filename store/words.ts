const SHORTEST_WORD = 3;

/** The words of a text in small letters, without signs and without the shortest ones. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD);
}
