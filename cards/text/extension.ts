/** What a sak says first when it is made from a message: the message, and who wrote it. */
export function fromMessageText(text: string, authorName: string | undefined): string {
  const source = authorName ? `Fra en melding som ${authorName} skrev i Teams.` : '';
  return [text, source].filter((part) => part !== '').join('\n\n');
}
