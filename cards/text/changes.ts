import { number } from './format.ts';

/** A paragraph before and after; a piece is marked where it differs from the other side. */
export type Change = { readonly before: readonly Piece[]; readonly now: readonly Piece[] };
export type Piece = { readonly text: string; readonly isMarked: boolean };

export const changesText = {
  title: 'Dette er endret',
  about: (n: number) => `${number(n)} avsnitt er endret. Ordene som er ulike, står med fet skrift.`,
  none: 'Tekstene er like.',
  added: 'Nytt avsnitt',
  removed: 'Avsnittet er tatt ut',
  changed: 'Endret avsnitt',
  before: 'Før:',
  now: 'Nå:',
  back: 'Tilbake',
} as const;
