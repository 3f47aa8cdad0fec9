import { lifeFacts, plannedIn, tasksIn } from '../../cards/life.ts';
import { changeButtons, memberFacts } from '../../cards/setup.ts';
import { type Row, seatText } from '../../cards/setup-members.ts';
import { capitalized } from '../../cards/text/format.ts';
import { whenAndWhere } from '../../cards/text/meeting.ts';
import { askedNames, ruleText } from '../../cards/text/round.ts';
import { linksOf, roleNames, setupText, votingText } from '../../cards/text/setup.ts';
import { tabMembersText } from '../../cards/text/tab-members.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { namesIn } from '../names.ts';
import { peopleOf } from '../setup-people.ts';
import { othersIn, rowsOf } from '../views/setup.ts';
import { isTheirs } from './meetings.ts';
import { buttonOf, buttonsIn, linesIn } from './native.ts';
import { committeeOf, type Reader, type Reading } from './reading.ts';
import type { WireCommitteePage } from './wire-members.ts';

type NameOf = (personId: string) => string;

/** A committee as `oppsett` shows it to whoever is in it; to a vara the seats that they are vara for. */
export const readMembers: Reader = async (reading, id): Promise<WireCommitteePage> => {
  const { deps, viewerId } = reading;
  const committee = committeeOf(reading, id);
  const people = await peopleOf(deps, committee);
  const namedBeside = await namesIn(deps, othersIn(committee));
  const nameOf = (personId: string) => people.get(personId)?.name ?? namedBeside(personId);
  const isIn = committee.people.includes(viewerId);
  const own = isIn ? committee : ofVara(committee, viewerId);
  const shown = { nameOf, mayChange: mayRunRounds(committee, viewerId), now: deps.now() };
  const tasks = isIn ? [...tasksIn(committee, shown), ...plannedIn(committee, shown)] : [];
  const next = await nextMeeting(reading, committee);
  return {
    page: 'committee',
    id,
    name: committee.name,
    shortName: committee.shortName,
    notes: linesIn(tasks),
    seats: rowsOf(own, people, namedBeside).map((row) => seatRow(row, shown.mayChange)),
    links: isIn ? linksOf(committee.settings) : [],
    settings: isIn ? settingsOf(committee, nameOf) : [],
    ...(next && { nextMeeting: next }),
    actions: [...buttonsIn(tasks), ...(shown.mayChange ? changeButtons(committee).map(buttonOf) : [])],
  };
};

/** Of a committee that somebody is vara in: the seats they are vara for, and nobody else; not the other varas, nor who appoints. */
function ofVara(committee: Committee, personId: string): Committee {
  const seats = committee.seats.flatMap(({ varas = [], appointing: _party, ...seat }) =>
    varas.some((vara) => vara.personId === personId) ? [seat] : [],
  );
  return { ...committee, seats, roles: { secretariatIds: [] } };
}

/** That somebody has no chat with the bot yet is for those who can do something about it. */
function seatRow(
  { holder = setupText.vacant, roles, seat, remark, about = [] }: Row,
  mayChange: boolean,
): WireCommitteePage['seats'][number] {
  return {
    ...(seat && { seat: seatText(seat), vote: capitalized(votingText(seat.voting)) }),
    holder,
    roles: capitalized(roles.map((role) => roleNames[role]).join(', ')),
    about,
    ...(remark && mayChange && { unreached: capitalized(remark) }),
  };
}

/** What the committee works by, in words. */
function settingsOf(committee: Committee, nameOf: NameOf): WireCommitteePage['settings'] {
  const { approvalRule, askedGroup, roundDays, publishedAt } = committee.settings;
  const facts: Readonly<Record<string, string>> = {
    ...memberFacts(committee, nameOf),
    [setupText.days]: setupText.daysOf(roundDays),
    [tabMembersText.rule]: approvalRule ? ruleText(approvalRule) : tabMembersText.notChosen,
    [tabMembersText.asked]: askedGroup ? capitalized(askedNames[askedGroup]) : tabMembersText.notChosen,
    ...(publishedAt && { [setupText.published]: publishedAt }),
    ...lifeFacts(committee),
  };
  return Object.entries(facts).map(([label, value]) => ({ label, value }));
}

/** The next meeting that whoever looks goes to. */
async function nextMeeting(
  { deps, viewerId }: Reading,
  committee: Committee,
): Promise<WireCommitteePage['nextMeeting'] | undefined> {
  const coming = await deps.meetings.nextIn([committee.id], deps.now());
  const next = coming.find((meeting) => isTheirs(meeting, committee, viewerId));
  return next && { path: `meetings/${next.id}`, text: capitalized(whenAndWhere(next)) };
}
