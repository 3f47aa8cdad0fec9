/** Said when a press could not be answered in time, or the record kept changing: nothing is promised. */
export const notRegisteredText = 'Svaret er ikke registrert ennå. Prøv igjen.';

/** Said once when something failed; the reference finds the line in the log. */
export function faultText(reference: string): string {
  return `Noe gikk galt (ref. ${reference}). Prøv igjen om litt, eller ta kontakt med sekretariatet.`;
}
