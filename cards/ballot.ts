import { type Ballot, type Vote, type Voter, voteSchema } from '../store/ballot/record.ts';
import { countOf, voteOf, votersFor } from '../store/ballot/rules.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Typed } from '../store/view-fields.ts';
import { appLinkButton } from './app-link.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
import { noticeLines } from './notice.ts';
import { backElements } from './round.ts';
import { fitting } from './size.ts';
import { ballotText } from './text/ballot.ts';
import { firstOf, resultText, sakHeading, voteText, votingLine } from './text/minutes.ts';
import { problemLines } from './text/problems.ts';

/** As many names of one list as somebody reads. */
const MOST_NAMED = 40;

/** What somebody who votes sees: the question, and what they can vote or have voted. */
export function ballotCard(
  ballot: Ballot,
  { sak, personId, problem }: { readonly sak: Sak; readonly personId: string; readonly problem?: string | undefined },
): Card {
  const seats = votersFor(ballot, personId);
  const top = [
    heading(`${ballotText.cardTitle}: ${sakHeading(sak)}`),
    ...noticeLines(problem),
    paragraph(ballot.question),
    paragraph(ballotText.forSeat(seats.map(seatText).join(', '))),
  ];
  const hasVoted = seats.every(({ votedAt }) => votedAt !== undefined);
  if (ballot.status === 'closed') return card(...top, ...endOf(ballot, personId, hasVoted));
  const isOthers = seats.every(({ earlierHolderIds = [] }) => earlierHolderIds.length > 0);
  if (ballot.secret && hasVoted)
    return card(...top, paragraph(isOthers ? ballotText.seatsSecret : ballotText.yoursSecret));
  return card(
    ...top,
    paragraph(ballot.secret ? ballotText.secret : standingText(ballot, personId)),
    buttons(
      ...voteSchema.options.map((one) =>
        button(voteText[one], { verb: 'ballot.vote', ballotId: ballot.id, vote: one }),
      ),
    ),
  );
}

function standingText(ballot: Ballot, personId: string): string {
  const given = voteOf(ballot, personId);
  if (given === undefined) return ballotText.open;
  const vote = voteText[given.vote].toLowerCase();
  return given.isOwn ? ballotText.yours(vote) : ballotText.seats(vote);
}

/** What somebody sees whose seat somebody else votes for. */
export function movedBallotCard(sak: Sak, seats: readonly Voter[], backIn?: string): Card {
  const names = [...new Set(seats.map(({ holderName }) => holderName))].join(', ');
  return card(
    heading(`${ballotText.cardTitle}: ${sakHeading(sak)}`),
    paragraph(ballotText.seatMoved(names)),
    ...backElements(backIn),
  );
}

function endOf(ballot: Ballot, personId: string, hasVoted: boolean): Element[] {
  const given = voteOf(ballot, personId);
  const vote = given && voteText[given.vote].toLowerCase();
  const own = vote
    ? [paragraph(given.isOwn ? ballotText.overYours(vote) : ballotText.overSeats(vote))]
    : hasVoted
      ? []
      : [paragraph(ballotText.overSilent)];
  return [paragraph(ballotText.over), ...own, paragraph(ballotText.result(resultText(countOf(ballot))))];
}

function seatText({ seatName, actsFor }: Voter): string {
  return actsFor ? ballotText.actsFor(seatName, actsFor) : seatName;
}

/** Opening a voting: the question is the proposal, and who will vote is said before. */
export function ballotFormCard({
  meetingId,
  sak,
  number,
  proposal,
  entitled,
  typed,
  problems,
}: {
  readonly meetingId: string;
  readonly sak: Sak;
  readonly number: number;
  readonly proposal: string;
  readonly entitled: {
    readonly voters: number;
    readonly recused: readonly string[];
    readonly unknown: readonly string[];
    readonly isRegistered: boolean;
  };
  readonly typed: Typed;
  readonly problems: readonly string[];
}): Card {
  const { voters, recused, unknown, isRegistered } = entitled;
  const way: Input = {
    type: 'Input.ChoiceSet',
    id: 'way',
    label: ballotText.secretChoice,
    style: 'expanded',
    choices: [
      { title: ballotText.openly, value: 'open' },
      { title: ballotText.secretly, value: 'secret' },
    ],
    value: typed.way === 'secret' ? 'secret' : 'open',
  };
  const to = { meetingId, sakId: sak.id };
  const make = (named: number) =>
    card(
      heading(ballotText.formTitle),
      paragraph(sakHeading(sak)),
      ...problemLines(problems, {}),
      {
        type: 'Input.Text',
        id: 'question',
        label: ballotText.question,
        isMultiline: true,
        ...prefilled(typed.question ?? proposal),
      },
      // what is voted in secret is dealt with behind closed doors
      ...(sak.closed ? [way] : []),
      paragraph(`${ballotText.entitled(voters)} ${isRegistered ? ballotText.presentOnly : ballotText.allSeats}`),
      ...(recused.length > 0 ? [paragraph(ballotText.recused(firstOf(recused, named)))] : []),
      ...(unknown.length > 0 ? [paragraph(ballotText.unknown(firstOf(unknown, named)))] : []),
      buttons(
        submit(ballotText.start, { verb: 'ballot.open', ...to, number }),
        button(ballotText.toSak, { verb: 'minutes.sak', ...to }),
      ),
    );
  return fitting(make, Math.min(Math.max(recused.length, unknown.length), MOST_NAMED));
}

/** How a voting stands, for whoever runs it. While it is open nobody sees sums, and of a secret one never who. */
export function ballotStatusCard(
  ballot: Ballot,
  {
    sak,
    nameOf,
    problem,
  }: { readonly sak: Sak; readonly nameOf: (personId: string) => string; readonly problem?: string | undefined },
): Card {
  const { voters, unreached = [], meetingId, sakId, id: ballotId } = ballot;
  const silent = voters.filter(({ votedAt }) => votedAt === undefined);
  const isOpen = ballot.status === 'open';
  const back = button(ballotText.toSak, { verb: 'minutes.sak', meetingId, sakId });
  const make = (named: number) =>
    card(
      heading(`${ballotText.statusTitle}: ${sakHeading(sak)}`),
      ...noticeLines(problem),
      paragraph(ballot.question),
      ...(isOpen ? [] : [paragraph(votingLine(ballot, named))]),
      paragraph(ballotText.voted(voters.length - silent.length, voters.length)),
      ...(silent.length > 0 ? [paragraph(ballotText.silent(firstOf(silent.map(whoIs), named)))] : []),
      ...(isOpen && unreached.length > 0
        ? [paragraph(ballotText.unreached(firstOf(unreached.map(nameOf), named)))]
        : []),
      ...(isOpen ? [] : whoVoted(ballot, named)),
      ...apart(ballot, named),
      buttons(
        ...(isOpen
          ? [
              button(ballotText.refresh, { verb: 'ballot.status', ballotId }),
              ...(silent.length > 0 ? [button(ballotText.again, { verb: 'ballot.again', ballotId })] : []),
              button(ballotText.close, { verb: 'ballot.close', ballotId }),
              ...(unreached.length > 0 ? [appLinkButton(ballot.committeeId)] : []),
            ]
          : []),
        back,
      ),
    );
  return fitting(make, Math.min(voters.length, MOST_NAMED));
}

function whoVoted(ballot: Ballot, named: number): Element[] {
  if (ballot.secret) return [];
  const seatsOf = (vote: Vote) =>
    ballot.voters.filter(({ seatId }) => ballot.votes.some((one) => one.seatId === seatId && one.vote === vote));
  return voteSchema.options.flatMap((vote) => {
    const seats = seatsOf(vote);
    return seats.length > 0 ? [paragraph(ballotText.who(voteText[vote], firstOf(seats.map(whoIs), named)))] : [];
  });
}

function apart({ recused, unknown = [] }: Ballot, named: number): Element[] {
  const names = (seats: Ballot['recused']) =>
    firstOf(
      seats.map(({ seatName }) => seatName),
      named,
    );
  return [
    ...(recused.length > 0 ? [paragraph(ballotText.recused(names(recused)))] : []),
    ...(unknown.length > 0 ? [paragraph(ballotText.unknown(names(unknown)))] : []),
  ];
}

const whoIs = ({ holderName, seatName, actsFor }: Voter) =>
  `${holderName} (${seatName})${actsFor ? `, vara for ${actsFor}` : ''}`;
