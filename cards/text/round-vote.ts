import type { ApprovalRule } from '../../store/committee/record.ts';
import type { Answer, Round, RoundRule } from '../../store/round/record.ts';
import { isVotedDown, type Tally, tally } from '../../store/round/rules-count.ts';
import { endText, roundName, roundStatusText, wantedText } from './round.ts';
import type { RoundWords } from './round-words.ts';

/** The rule that a vote goes by, in plain words. */
export function voteRuleText(rule: RoundRule): string {
  const lifted = 'ingen vil ta saken opp i møtet';
  const silence = 'Den som ikke svarer, regnes aldri som enig.';
  switch (rule.kind) {
    case 'everyone':
      return `Forslaget er vedtatt når alle som er spurt, har stemt for innen fristen. ${silence}`;
    case 'majority':
      return `Forslaget er vedtatt når mer enn halvparten av dem som er spurt, har stemt for, og ${lifted}. ${silence}`;
    case 'consensus':
      return `Forslaget er vedtatt når ${rule.atLeast === undefined ? 'minst halvparten' : `minst ${rule.atLeast}`} av dem som er spurt, har stemt for, ingen har stemt mot, og ${lifted}. ${silence}`;
    default:
      return silence;
  }
}

/** The rule of a committee for its vedtak, in a form that starts a round: silence decides nothing there. */
export function committeeVoteText(rule: ApprovalRule): string {
  if (rule.kind !== 'silent-consent') return voteRuleText(rule);
  return `For referater regner utvalget den som ikke svarer, som enig. For vedtak gjelder ikke det: ${voteRuleText({ kind: 'consensus' })}`;
}

/** «4 stemte for, 1 stemte mot, 1 avsto» */
function votesText({ yes, against, abstained }: Pick<Tally, 'yes' | 'against' | 'abstained'>): string {
  return `${yes.length} stemte for, ${against.length} stemte mot, ${abstained.length} avsto`;
}

const did: Readonly<Partial<Record<Answer['choice'], string>>> = {
  for: 'stemte for',
  against: 'stemte mot',
  abstain: 'avsto fra å stemme',
};
const does: Readonly<Partial<Record<Answer['choice'], string>>> = {
  for: 'stemmer for',
  against: 'stemmer mot',
  abstain: 'avstår',
};

/** The words of a round that decides a sak. */
export const voteWords: RoundWords = {
  title: (round) => `Til vedtak: ${roundName(round)}`,
  rule: ({ rule }) => voteRuleText(rule),
  status: (round) => {
    if (round.status === 'approved') return 'Vedtatt';
    return round.status === 'undecided' && isVotedDown(round) ? 'Ikke vedtatt' : roundStatusText[round.status];
  },
  outcome: outcomeText,
  standing: (round) => `${votesText(tally(round))}, av ${round.seats.length} som er spurt.`,
  counted: (round, { yes, against, abstained }) => ({
    For: `${yes.length} av ${round.seats.length} (${wantedText(round)})`,
    Mot: `${against.length}`,
    Avstår: `${abstained.length}`,
  }),
  remarked: ({ comments, lifted }) => ({ 'Vil ta opp i møtet': `${lifted.length}`, Kommentarer: `${comments.length}` }),
  yes: 'For',
  said: {
    answered: ({ choice }, who, at) =>
      choice === 'lift-to-meeting' ? `${who} ba ${at} om at saken tas opp i møtet.` : `${who} ${did[choice]} ${at}.`,
    registered: ({ choice }, who) =>
      choice === 'lift-to-meeting' ? `at ${who} vil ta saken opp i møtet` : `at ${who} ${does[choice]}`,
  },
  spoke: (choice) => `, ${did[choice] ?? 'vil ta saken opp i møtet'}`,
  choices: {
    for: 'Stemmer for',
    against: 'Stemmer mot',
    abstain: 'Avstår',
    'lift-to-meeting': 'Vil ta saken opp i møtet',
  },
  shared:
    'En sak er sendt til vedtak på e-postrunde. Medlemmer som er spurt, har fått et eget kort i en-til-en-chatten med Utvalgsbot, og kan også stemme her.',
  text: 'Saken',
  read: 'Les saken',
  asFile: 'Send meg saken som fil',
  withdraw: 'Alle som er spurt, ser begrunnelsen på kortet sitt. Stemmene teller ikke lenger.',
  undecided: 'Velg hva som skal skje videre: Forleng fristen, ta saken opp i neste møte, eller trekk runden.',
};

function outcomeText(round: Round): string {
  const counted = tally(round);
  switch (round.status) {
    case 'open':
      return 'E-postrunden pågår.';
    case 'approved':
      return `Forslaget er vedtatt: ${votesText(counted)}.`;
    case 'undecided':
      return `${whyNot(round, counted)} ${round.liftedToMeeting ? 'Saken tas opp i neste møte.' : ''}`.trim();
    default:
      return endText(round);
  }
}

/** Why a proposal was not carried: somebody stopped it, it was voted down, or too few said anything. */
function whyNot(round: Round, counted: Tally): string {
  if (counted.lifted.length > 0) return 'Saken er ikke avgjort: Minst ett medlem vil ta den opp i møtet.';
  const votes = votesText(counted);
  return isVotedDown(round)
    ? `Forslaget er ikke vedtatt: ${votes}.`
    : `Saken er ikke avgjort: For få stemte for forslaget innen fristen (${votes}).`;
}

export const voteText = {
  for: 'For',
  against: 'Mot',
  abstain: 'Avstår',
  lift: 'Ta opp i møtet',
  heading: 'Stem',
  comment: 'Kommentar (valgfritt)',
} as const;
