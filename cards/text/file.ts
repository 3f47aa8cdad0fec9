import { count, number } from './format.ts';

export const fileText = {
  received: (name: string) => `Jeg har lest «${name}»`,
  read: (length: number) => `Filen er lagret uendret. Teksten har ${number(length)} tegn, og begynner slik:`,
  whatFor: 'Hva skal den brukes til?',
  newFor: (committee: string) => `Nytt referat for ${committee}`,
  forDraft: 'Bytt ut teksten i utkastet',
  newVersion: 'Ny versjon i e-postrunden',
  left: (n: number) => `${count(n, 'eldre referat', 'eldre referater')} er ikke vist her.`,
  offerReferat: (title: string) => `Referatet «${title}» som fil`,
  receiptName: (title: string, number: number) => `Kvittering ${title}${number > 1 ? ` runde ${number}` : ''}`,
  offerMatter: (title: string) => `«${title}» som fil`,
  innspillName: (title: string) => `Innspill ${title}`,
  offerInnspill: (title: string) => `Innspillene til «${title}» samlet i ett dokument`,
  offerReceipt: (title: string) => `Kvittering for e-postrunden om «${title}»`,
} as const;
