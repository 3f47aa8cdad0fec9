import type { Sak } from '../../store/sak/record.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import type { DecideRefusal, Decision } from '../../store/tiltak/rules-decide.ts';
import { count } from './format.ts';

export const decisionText: Readonly<Record<Decision, string>> = {
  keep: 'Behold',
  clarify: 'Presiser',
  delete: 'Slett',
};

/** A tiltak that a committee has decided of, and its sak where that is closed. */
export type DecidedTiltak = {
  readonly tiltak: Pick<Tiltak, 'text' | 'proposal'>;
  readonly closed?: Pick<Sak, 'number'> | undefined;
};

const does: Readonly<Record<Decision, string>> = { keep: 'beholdes', clarify: 'presiseres', delete: 'slettes' };

/** What a committee has decided of a tiltak, as its minutes say it: the referat is read by everybody, so of a closed sak its number alone. */
export function decidedText({ tiltak: { text, proposal }, closed }: DecidedTiltak): string {
  const { what, before = text } = proposal?.decided ?? { what: 'keep' as const };
  if (closed) return `Tiltak fra lukket sak${closed.number ? ` ${closed.number}` : ''} ${does[what]}.`;
  return what === 'clarify' ? `«${before}» presiseres slik: «${text}»` : `«${before}» ${does[what]}.`;
}

export const tiltakDecideText = {
  listTitle: 'Tiltak som er uklare eller foreslås slettet',
  listAbout: 'Registrer hva utvalget vedtok for hvert tiltak. Det blir med i referatet.',
  none: 'Ingen tiltak venter på vedtak.',
  register: 'Registrer vedtaket',
  registerElsewhere: 'Registrer hva utvalget vedtok',
  change: 'Endre',
  registerOther: 'Registrer et annet vedtak',
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

export const tiltakDecideProblems: Readonly<Record<DecideRefusal | 'decision' | 'tiltak-too-long', string>> = {
  'tiltak-closed': 'Tiltaket er avsluttet.',
  'no-proposal': 'Tiltaket er verken uklart eller foreslått slettet, så det er ikke noe å ta stilling til.',
  'decided-in-meeting': 'Utvalget har tatt stilling til dette i et møte. Endre det fra protokollen til det møtet.',
  'clearer-text': 'Skriv hvordan tiltaket skal lyde når det presiseres.',
  'tiltak-too-long': 'Et tiltak kan ha høyst 4000 tegn.',
  decision: 'Velg hva utvalget vedtok.',
};
