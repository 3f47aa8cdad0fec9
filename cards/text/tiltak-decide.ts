import type { Proposal } from '../../store/tiltak/record.ts';
import type { DecideRefusal, Decision } from '../../store/tiltak/rules-decide.ts';
import { count } from './format.ts';

export const decisionText: Readonly<Record<Decision, string>> = {
  keep: 'Behold',
  clarify: 'Presiser',
  delete: 'Slett',
};

/** What a committee has decided of a tiltak, as its minutes say it. */
export function decidedText(text: string, { what, before = text }: NonNullable<Proposal['decided']>): string {
  if (what === 'clarify') return `«${before}» presiseres slik: «${text}»`;
  return `«${before}» ${what === 'keep' ? 'beholdes' : 'slettes'}.`;
}

export const tiltakDecideText = {
  listTitle: 'Tiltak som er uklare eller foreslås slettet',
  listAbout: 'Registrer hva utvalget vedtok for hvert tiltak. Det blir med i referatet.',
  none: 'Ingen tiltak venter på vedtak.',
  register: 'Registrer vedtaket',
  registerElsewhere: 'Registrer hva utvalget vedtok',
  change: 'Endre',
  decided: (what: Decision) => `Vedtatt: ${decisionText[what]}`,
  toList: (n: number) => `Ta stilling til ${count(n, 'tiltak', 'tiltak')}`,
  next: 'Flere tiltak',
  pages: (page: number, pages: number) => `Del ${page + 1} av ${pages} av listen.`,
  backToSak: 'Tilbake til saken',

  title: 'Hva vedtok utvalget?',
  about: 'Et tiltak som slettes, blir ikke borte: Det kan fortsatt leses, og historikken sier hvem som vedtok det.',
  unclear: 'Tiltaket er meldt som uklart.',
  delete: 'Tiltaket er foreslått slettet.',
  decision: 'Vedtak',
  text: 'Tiltaket. Endre teksten hvis det presiseres',
  save: 'Lagre',
  back: 'Tilbake til listen',
} as const;

export const tiltakDecideProblems: Readonly<
  Record<DecideRefusal | 'decision' | 'tiltak-too-long' | 'decision-saved', string>
> = {
  'tiltak-closed': 'Tiltaket er avsluttet.',
  'no-proposal': 'Tiltaket er verken uklart eller foreslått slettet, så det er ikke noe å ta stilling til.',
  'clearer-text': 'Skriv hvordan tiltaket skal lyde når det presiseres.',
  'tiltak-too-long': 'Et tiltak kan ha høyst 4000 tegn.',
  decision: 'Velg hva utvalget vedtok.',
  'decision-saved': 'Vedtaket er registrert.',
};
