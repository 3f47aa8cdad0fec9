import type { SetupFormProblem } from '../cards/text/setup-problems.ts';
import { change } from '../store/change.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import { readSettings } from '../store/committee/rules-settings.ts';
import type { Person } from '../store/person/record.ts';
import type { Plan, PlannedLine, Setup } from '../store/setup/record.ts';
import { keepPlan } from '../store/setup/rules.ts';
import { readLines } from '../store/setup/rules-lines.ts';
import { findPeople, peopleTwice } from '../store/setup/rules-people.ts';
import type { View } from '../store/view.ts';
import { conversationIdFor } from './ids.ts';
import { type Roster, rosterOf } from './roster.ts';
import { acquaintedAs, peopleOf, withKnown } from './setup-people.ts';
import type { Deps } from './turn.ts';

/** The preview of a filled-in form, or the form with everything that is wrong with it. */
export async function previewOf(
  deps: Deps,
  setup: Setup,
  person: Person,
): Promise<Extract<View, { view: 'setup-form' | 'setup-preview' }> | 'not-for-you' | 'not-found' | 'set-up-done'> {
  const { id: setupId } = setup;
  const planned = await planOf(deps, setup, person);
  if (planned === 'not-for-you') return planned;
  if ('problems' in planned) return { view: 'setup-form', setupId, problems: [...planned.problems] };
  const result = await change(deps.setups.collection, setupId, (one) => keepPlan(one, planned.plan));
  return result.ok ? { view: 'setup-preview', setupId } : result.refusal;
}

/** What a filled-in form means, or everything that is wrong with it. */
async function planOf(
  deps: Deps,
  setup: Setup,
  person: Person,
): Promise<{ readonly plan: Plan } | { readonly problems: readonly SetupFormProblem[] } | 'not-for-you'> {
  const { typed, committeeId } = setup;
  const committee = committeeId === undefined ? undefined : await deps.committees.collection.get(committeeId);
  if (committeeId !== undefined && (!committee || !mayRunRounds(committee, person.id))) return 'not-for-you';
  const read = readLines(typed.members ?? '');
  const settings = committee === undefined ? readSettings(typed, seatsIn(read.lines)) : undefined;
  const people = committee ? [...(await peopleOf(deps, committee)).values()] : [];
  const roster = await rosterIn(deps, setup);
  const found = findPeople(read.lines, {
    tenantId: setup.tenantId,
    allowedTenants: deps.allowedTenants,
    roster: roster?.members,
    self: acquaintedAs(person),
    members: people.map(acquaintedAs),
  });
  const lines = await withKnown(deps, found.lines);
  // who is unknown may be in the conversation all the same
  const isUnsure = found.problems.length > 0 || lines.some((line) => line.found !== 'connected');
  const isSilent = setup.conversation !== undefined && roster === undefined && isUnsure;
  const problems: SetupFormProblem[] = [
    ...(isSilent ? [{ problem: 'conversation-silent' }] : []),
    ...(settings && 'problems' in settings ? settings.problems.map((problem) => ({ problem })) : []),
    ...read.problems,
    ...[...(isSilent ? [] : found.problems), ...peopleTwice(lines)].filter(
      (one) => !read.problems.some(({ line }) => line === one.line),
    ),
  ];
  if (problems.length === 0 && !lines.some(runs)) problems.push({ problem: 'nobody-runs' });
  if (problems.length > 0) return { problems };
  return {
    plan: {
      ...(committee && { against: committee.version }),
      ...(settings && 'settled' in settings && { settled: settings.settled }),
      lines,
      ...(roster?.isWhole === false && { hasMore: true }),
    },
  };
}

async function rosterIn(deps: Deps, { tenantId, conversation, committeeId }: Setup): Promise<Roster | undefined> {
  if (conversation === undefined) return undefined;
  const { serviceUrl, rosterId, conversationId } = conversation;
  const known = await deps.conversations.collection.get(conversationIdFor(tenantId, conversationId));
  // Teams says nothing of a chat that the bot was taken out of, and a committee outlives its chat
  if (committeeId !== undefined && known?.installed === false) return { members: [], isWhole: false };
  return rosterOf(deps, { serviceUrl, tenantId, conversationId: rosterId });
}

function seatsIn(lines: ReturnType<typeof readLines>['lines']) {
  return lines.flatMap(({ name, seat }) => (seat ? [{ voting: seat.voting, ...(name && { memberId: name }) }] : []));
}

function runs({ roles, found }: PlannedLine): boolean {
  return found === 'connected' && (roles.includes('chair') || roles.includes('secretariat'));
}
