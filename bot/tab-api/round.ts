import { button } from '../../cards/elements.ts';
import {
  backElements,
  ownAnswers,
  ownComments,
  ownRemarks,
  receiptLines,
  revisions,
  seatFacts,
  textWays,
} from '../../cards/round.ts';
import { answerWays } from '../../cards/round-answers.ts';
import { shortDayOn } from '../../cards/text/format.ts';
import { roundText } from '../../cards/text/round.ts';
import { signingText } from '../../cards/text/round-signing.ts';
import { wordsOf } from '../../cards/text/round-words.ts';
import { tabRoundText } from '../../cards/text/tab-rounds.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import type { Round } from '../../store/round/record.ts';
import { roundIdFor } from '../../store/round/rules-ask.ts';
import { hasAnswered } from '../../store/round/rules-count.ts';
import { backInMeeting, meetingBehind } from '../seats.ts';
import { textOf } from '../views/round.ts';
import { buttonOf, formsIn } from './native.ts';
import { found, NotYoursError, type Reader, type Reading } from './reading.ts';
import { forThoseWhoRun } from './round-status.ts';
import { isAsked, mayRead, standingOf } from './rounds.ts';
import type { WireForm, WireRound } from './wire-rounds.ts';

/** One round, as its own card shows it, and as its status card does to those who see that. */
export const readRound: Reader = async (reading, id): Promise<WireRound> => {
  const { deps, viewerId } = reading;
  const round = found(await deps.rounds.collection.get(id));
  const committee = await deps.committees.collection.get(round.committeeId);
  if (!mayRead(round, committee, viewerId)) throw new NotYoursError();
  const runs = committee !== undefined && mayRunRounds(committee, viewerId);
  const asked = isAsked(round, viewerId);
  const shown = {
    page: 'round',
    id,
    committeeId: round.committeeId,
    title: asked ? wordsOf(round).title(round) : roundText.statusTitle(round),
    ...standingOf(round, committee, viewerId),
    textTitle: wordsOf(round).text,
    links: await linksOf(reading, round, runs),
    ...(runs ? await forThoseWhoRun(deps, round, committee) : NOT_FOR_MEMBERS),
  } as const;
  if (asked || runs) {
    const text = found(await textOf(deps, round));
    const facts = await factsOf(reading, round, asked);
    return {
      ...shown,
      text,
      facts,
      ...(asked ? ownPart(round, viewerId) : { ...NOTHING_ASKED, notes: notesOf(round) }),
    };
  }
  return {
    ...shown,
    ...NOTHING_ASKED,
    ...(await moved(reading, round)),
    text: '',
    facts: committeeFact(reading, round),
  };
};

const NOT_FOR_MEMBERS = { figures: [], seats: [], said: [], actions: [], history: [] } as const;
const NOTHING_ASKED = { forms: [], more: [] } as const;

function ownPart(round: Round, viewerId: string): Pick<WireRound, 'own' | 'forms' | 'more' | 'notes'> {
  const own = ownAnswers(round, viewerId);
  const isOpen = round.status === 'open';
  const isAnswered = hasAnswered(round, viewerId);
  const said = [...ownRemarks(own).map(({ label, text }) => `${label}: ${text}`), ...ownComments(own)];
  const signed = round.kind === 'signering' && round.status === 'approved';
  const file = button(signingText.download, { verb: 'file.send', offer: { what: 'signed', roundId: round.id } });
  return {
    own: { lines: isOpen && !isAnswered ? [tabRoundText.notYet] : receiptLines(round, own), said, isAnswered },
    forms: isOpen ? formsIn(answerWays(round, {}, [])) : [],
    more: [...textWays(round), ...(signed ? [file] : [])].map(buttonOf),
    notes: notesOf(round),
  };
}

function notesOf(round: Round): readonly string[] {
  return [...(round.status === 'open' ? [] : [wordsOf(round).outcome(round)]), ...revisions(round)];
}

/** Somebody may be asked without being of the committee: the page has its name of their own ones. */
function committeeFact({ committees }: Reading, { committeeId, committeeName }: Round): WireRound['facts'] {
  return committees.some(({ id }) => id === committeeId)
    ? []
    : [{ label: tabRoundText.committee, value: committeeName }];
}

async function factsOf(reading: Reading, round: Round, asked: boolean): Promise<WireRound['facts']> {
  const { deps, viewerId } = reading;
  const referat = round.matter ? undefined : await deps.referater.collection.get(round.subject.id);
  const seats = asked ? Object.entries(seatFacts(round, viewerId)) : [];
  return [
    ...committeeFact(reading, round),
    ...(referat ? [{ label: tabRoundText.meetingOn, value: shortDayOn(referat.meetingOn) }] : []),
    ...seats.map(([label, value]) => ({ label, value })),
    { label: tabRoundText.rule, value: wordsOf(round).rule(round) },
    ...(referat?.summary ? [{ label: tabRoundText.summary, value: referat.summary }] : []),
  ];
}

/** Somebody whose seat was moved to another sees that, and the way back where there is one. */
async function moved(
  { deps, viewerId }: Reading,
  round: Round,
): Promise<{ readonly notes: readonly string[]; readonly forms: readonly WireForm[] }> {
  const lines = round.history.filter(({ what, onBehalfOf }) => what === 'seat-moved' && onBehalfOf === viewerId);
  const seats = round.seats.filter(({ seatId }) => lines.some((line) => line.seatId === seatId));
  const names = [...new Set(seats.map(({ holderName }) => holderName))].join(', ');
  const back =
    round.status === 'open' ? await backInMeeting(deps, await meetingBehind(deps, round), viewerId) : undefined;
  return { notes: [roundText.seatMoved(names)], forms: formsIn(backElements(back)) };
}

/** The rounds about the same before and after this one, where they are for whoever looks, and the sak that it is about. */
async function linksOf({ deps, viewerId }: Reading, round: Round, runs: boolean): Promise<WireRound['links']> {
  const { subject, number, status } = round;
  const numbers = [...(number > 1 ? [number - 1] : []), ...(status === 'open' ? [] : [number + 1])];
  const others = await Promise.all(numbers.map((n) => deps.rounds.collection.get(roundIdFor(subject.id, n))));
  const committee = others.some(Boolean) ? await deps.committees.collection.get(round.committeeId) : undefined;
  return [
    ...others.flatMap((other) =>
      other && mayRead(other, committee, viewerId)
        ? [
            {
              text: other.number < number ? tabRoundText.before(other.number) : tabRoundText.after(other.number),
              path: `rounds/${other.id}`,
            },
          ]
        : [],
    ),
    ...(runs && subject.kind === 'sak' ? [{ text: tabRoundText.sak, path: `saker/${subject.id}` }] : []),
  ];
}
