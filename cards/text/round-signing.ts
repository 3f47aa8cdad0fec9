import type { Answer, Asked, Round } from '../../store/round/record.ts';
import type { LeaderNames } from '../../store/round/rules-ask.ts';
import { tally } from '../../store/round/rules-count.ts';
import { shortTime } from './format.ts';
import { endText, otherWayText, roundName, roundStatusText, wantedText } from './round.ts';
import type { RoundWords } from './round-words.ts';

/** What those who sign are called in the round, and under the document. */
export const leaderNames: LeaderNames = { chair: 'Leder', viceChair: 'Nestleder' };

/** The sentence in which the committees' own årsrapporter end (domain a4). */
export const SIGNED = '(Dokumentet er godkjent elektronisk og trenger ikke signatur)';

/** «Leder: Lise Lund, signert 12.03.24 kl. 09.14» */
export function signatureLine({ seatName, holderName }: Asked, { receivedAt, registered }: Answer): string {
  const way = registered ? `, ${otherWayText[registered.way]}, registrert av sekretariatet` : '';
  return `${seatName}: ${holderName}, signert elektronisk ${shortTime(receivedAt)}${way}`;
}

/** The words of a round in which leder and nestleder sign a document. */
export const signingWords: RoundWords = {
  title: (round) => `Til signering: ${roundName(round)}`,
  rule: () =>
    'Dokumentet er godkjent når alle som er spurt, har signert innen fristen. Ingen kan signere for en annen, og den som ikke svarer, har ikke signert. En signatur som kommer på e-post, kan sekretariatet registrere, og det vises.',
  status: ({ status }) => (status === 'approved' ? 'Signert' : roundStatusText[status]),
  outcome: outcomeText,
  standing: (round) => `${tally(round).yes.length} av ${round.seats.length} har signert.`,
  counted: (round, { yes }) => ({ Signert: `${yes.length} av ${round.seats.length} (${wantedText(round)})` }),
  remarked: ({ objections }) => ({ Merknader: `${objections.length}` }),
  yes: 'Signert',
  said: {
    answered: ({ choice }, who, at) =>
      choice === 'sign' ? `${who} signerte ${at}.` : `${who} sendte merknad ${at}, og har ikke signert.`,
    registered: ({ choice }, who) => (choice === 'sign' ? `at ${who} signerer` : `at ${who} har merknad`),
  },
  spoke: () => '',
  choices: { sign: 'Signerer', remark: 'Har merknad' },
  shared: 'Dokumentet er sendt til signering.',
  text: 'Dokumentet',
  read: 'Les dokumentet',
  asFile: 'Send meg dokumentet som fil',
  withdraw: 'De som er spurt, ser begrunnelsen på kortet sitt. Dokumentet blir et utkast igjen.',
  undecided:
    'Velg hva som skal skje videre: Forleng fristen, eller trekk runden, endre dokumentet og send det til signering på nytt.',
};

function outcomeText(round: Round): string {
  switch (round.status) {
    case 'open':
      return 'E-postrunden pågår.';
    case 'approved':
      return 'Dokumentet er godkjent elektronisk og trenger ikke signatur.';
    case 'undecided':
      return 'Dokumentet er ikke signert: Ikke alle som er spurt, signerte innen fristen.';
    default:
      return endText(round);
  }
}

export const signingText = {
  sign: 'Signer',
  about: 'Når du signerer, godkjenner du dokumentet slik det står her. Det lagres hvem som signerte, og når.',
  remarkHeading: 'Har en merknad',
  remark: 'Merknaden (dokumentet er ikke signert av deg før du endrer svaret)',
  theirRemark: 'Merknaden (dokumentet er ikke signert av den som har den)',
  sendRemark: 'Send merknaden',
  download: 'Send meg det signerte dokumentet',
  asked: 'Lederen og nestlederen signerer.',
  askedOne: 'Utvalget har ingen nestleder, så lederen signerer alene.',
} as const;
