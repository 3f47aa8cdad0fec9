import type { Round } from '../../store/round/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { endText, roundName, roundStatusText, ruleText, wantedText } from './round.ts';
import type { RoundWords } from './round-words.ts';

/** The words of a round that approves a referat. */
export const approveWords: RoundWords = {
  title: (round) => `Til godkjenning: ${roundName(round)}`,
  rule: ({ rule }) => ruleText(rule),
  status: ({ status }) => roundStatusText[status],
  outcome: outcomeText,
  standing: (round) => `${tally(round).yes.length} av ${round.seats.length} har godkjent.`,
  counted: (round, { yes }) => ({
    'Godkjent aktivt': `${yes.length} av ${round.seats.length} (${wantedText(round)})`,
  }),
  remarked: ({ remarks, objections }) => ({ Merknader: `${remarks.length}`, Innvendinger: `${objections.length}` }),
  yes: 'Godkjent',
  said: {
    answered: ({ choice, remark }, who, at, isOwn) => {
      if (choice === 'lift-to-meeting') return `${who} ba ${at} om at referatet tas opp i møtet.`;
      if (remark === undefined) return `${who} godkjente ${at}.`;
      if (remark.kind === 'skrivefeil') return `${who} godkjente med merknad om skrivefeil ${at}.`;
      return `${who} sendte merknad til innholdet ${at}.${isOwn ? ' Referatet er ikke godkjent av deg.' : ''}`;
    },
    registered: ({ choice, remark }, who) => {
      if (choice === 'lift-to-meeting') return `at ${who} vil ta referatet opp i møtet`;
      if (remark === undefined) return `at ${who} godkjenner`;
      if (remark.kind === 'skrivefeil') return `at ${who} godkjenner, med merknad om skrivefeil`;
      return `at ${who} har merknad til innholdet`;
    },
  },
  spoke: () => '',
  choices: { approve: 'Godkjenner', remark: 'Har merknad', 'lift-to-meeting': 'Vil ta referatet opp i møtet' },
  shared:
    'Referatet er sendt på e-postrunde. Medlemmer som er spurt, har fått et eget kort i en-til-en-chatten med Utvalgsbot, og kan også svare her.',
  text: 'Referatet',
  read: 'Les referatet',
  asFile: 'Send meg referatet som fil',
  withdraw: 'Alle som er spurt, ser begrunnelsen på kortet sitt. Referatet blir et utkast igjen.',
  undecided: 'Velg hva som skal skje videre: Forleng fristen, send en ny versjon, eller ta referatet opp i neste møte.',
};

function outcomeText(round: Round): string {
  switch (round.status) {
    case 'open':
      return 'E-postrunden pågår.';
    case 'approved':
      return 'Referatet er godkjent.';
    case 'undecided':
      return round.liftedToMeeting
        ? 'Referatet ble ikke avgjort på e-postrunden og tas opp i neste møte.'
        : 'Referatet er ikke avgjort: Regelen for godkjenning ble ikke oppfylt innen fristen.';
    default:
      return endText(round);
  }
}
