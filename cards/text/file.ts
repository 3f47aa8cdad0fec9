import { count, number } from './format.ts';

export const fileText = {
  received: (name: string) => `Jeg har lest «${name}»`,
  receivedUnread: (name: string) => `Jeg har tatt imot «${name}»`,
  kept: 'Filen er lagret uendret.',
  read: (length: number) => `Filen er lagret uendret. Teksten har ${number(length)} tegn, og begynner slik:`,
  whatFor: 'Hva skal den brukes til?',
  newFor: (committee: string) => `Nytt referat for ${committee}`,
  forDraft: 'Bytt ut teksten i utkastet',
  newVersion: 'Ny versjon i e-postrunden',
  forSaker: 'Bruk i en sak',
  newSak: 'Ny sak med denne teksten',
  newSakWith: 'Ny sak med denne filen som vedlegg',
  asBackground: 'Bruk som saksframstilling',
  asAttachment: 'Legg ved',
  left: (n: number) => `${count(n, 'eldre referat', 'eldre referater')} er ikke vist her.`,
  offerReferat: (title: string) => `Referatet «${title}» som fil`,
  receiptName: (title: string, number: number) => `Kvittering ${title}${number > 1 ? ` runde ${number}` : ''}`,
  offerMatter: (title: string) => `«${title}» som fil`,
  innspillName: (title: string) => `Innspill ${title}`,
  offerInnspill: (title: string) => `Innspillene til «${title}» samlet i ett dokument`,
  offerReceipt: (title: string) => `Kvittering for e-postrunden om «${title}»`,
} as const;
