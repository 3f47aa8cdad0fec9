import { change } from '../store/change.ts';
import { mayRunRounds } from '../store/committee/rules.ts';
import type { Person } from '../store/person/record.ts';
import { done, type Result } from '../store/result.ts';
import { newSetup, type Setup } from '../store/setup/record.ts';
import { openAgain } from '../store/setup/rules.ts';
import { committeeText } from '../store/setup/rules-write.ts';
import { conversationIdFor, idFrom } from './ids.ts';
import { acquaintedAs, peopleOf } from './setup-people.ts';
import type { Deps } from './turn.ts';

/** Opens the form for the members of a committee, filled in with those who are there, by somebody who may change them. */
export async function beginMembers(
  deps: Deps,
  person: Pick<Person, 'id'>,
  committeeId: string,
): Promise<Setup | 'not-found' | 'not-for-you'> {
  const committee = await deps.committees.collection.get(committeeId);
  if (committee === undefined) return 'not-found';
  if (!mayRunRounds(committee, person.id)) return 'not-for-you';
  const people = await peopleOf(deps, committee);
  const acquainted = (id: string) => {
    const known = people.get(id);
    return known && acquaintedAs(known);
  };
  const { conversation, tenantId } = committee;
  const known =
    conversation && (await deps.conversations.collection.get(conversationIdFor(tenantId, conversation.conversationId)));
  const setup = newSetup({
    // one for each committee and person, or there would be one more for every press
    id: idFrom('setup', committeeId, person.id),
    tenantId,
    by: person.id,
    committeeId,
    typed: { members: committeeText(committee, acquainted) },
    ...(conversation && {
      conversation: { ...conversation, rosterId: known?.rosterId ?? conversation.conversationId },
    }),
  });
  if ((await deps.setups.collection.insert(setup)) === 'inserted') return setup;
  const again = await change(
    deps.setups.collection,
    setup.id,
    (before): Result<Setup, never> => done(openAgain(before, setup)),
  );
  return again.ok ? again.value : setup;
}
