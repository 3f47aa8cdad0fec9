import type { Round } from '../../store/round/record.ts';
import { type Tally, tally } from '../../store/round/rules-count.ts';
import { endText, roundName, roundStatusText } from './round.ts';
import type { RoundWords } from './round-words.ts';

/** «Innspillene er samlet inn: 3 har gitt innspill, 2 har ingen innspill.» */
function heardText({ comments, heard }: Pick<Tally, 'comments' | 'heard'>): string {
  const without = `${heard.length - comments.length} har ingen innspill`;
  if (heard.length === 0) return 'E-postrunden er avsluttet: Ingen har svart.';
  if (comments.length === 0) return `E-postrunden er avsluttet: Ingen har gitt innspill, ${without}.`;
  return `Innspillene er samlet inn: ${comments.length} har gitt innspill, ${without}.`;
}

/** The words of a round that hears what people have to say. */
export const innspillWords: RoundWords = {
  title: (round) => `Til innspill: ${roundName(round)}`,
  rule: () => 'Ingenting vedtas. Innspillene samles i ett dokument når alle har svart eller fristen er ute.',
  status: ({ status }) => roundStatusText[status],
  outcome: outcomeText,
  standing: (round) => `${tally(round).heard.length} av ${round.seats.length} har svart.`,
  counted: ({ seats }, { comments, heard }) => ({
    'Har gitt innspill': `${comments.length} av ${seats.length}`,
    'Har ingen innspill': `${heard.length - comments.length}`,
  }),
  remarked: () => ({}),
  yes: '',
  said: {
    answered: ({ comment }, who, at) =>
      comment ? `${who} sendte innspill ${at}.` : `${who} svarte ${at} uten innspill.`,
    registered: ({ comment }, who) => (comment ? `innspill fra ${objectOf(who)}` : `at ${who} ikke har innspill`),
  },
  spoke: () => '',
  choices: { comment: 'Har innspill', 'no-comment': 'Har ingen innspill' },
  shared:
    'Utvalget er bedt om innspill. Medlemmer som er spurt, har fått et eget kort i en-til-en-chatten med Utvalgsbot, og kan også svare her.',
  text: 'Det som er sendt ut',
  read: 'Les det som er sendt ut',
  asFile: 'Send meg teksten som fil',
  withdraw: 'Alle som er spurt, ser begrunnelsen på kortet sitt.',
  undecided: '',
};

/** «fra deg» */
function objectOf(who: string): string {
  return who === 'du' ? 'deg' : who;
}

function outcomeText(round: Round): string {
  switch (round.status) {
    case 'open':
      return 'E-postrunden pågår.';
    case 'collected':
      return heardText(tally(round));
    default:
      return endText(round);
  }
}

export const innspillText = {
  heading: 'Innspill',
  body: 'Innspillet ditt',
  sak: 'Hvilket punkt gjelder det? (valgfritt)',
  send: 'Send innspill',
  none: 'Ingen innspill',
  download: 'Send meg innspillene som fil',
} as const;
