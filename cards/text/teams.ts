/** Said when a press could not be answered in time, or the record kept changing: nothing is promised. */
export const notRegisteredText = 'Svaret er ikke registrert ennå. Prøv igjen.';

/** Said when more was sent at once than the bot takes: nothing of it was kept. */
export const tooLargeText = 'Det du sendte, er for langt, og ingenting er lagret. Kort ned teksten, og send på nytt.';

/** Said once when something failed; the reference finds the line in the log. */
export function faultText(reference: string): string {
  return `Noe gikk galt (ref. ${reference}). Prøv igjen om litt, eller ta kontakt med sekretariatet.`;
}
