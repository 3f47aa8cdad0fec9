import { change } from '../store/change.ts';
import { type Committee, newCommittee, type Vara } from '../store/committee/record.ts';
import { newMeeting } from '../store/meeting/record.ts';
import { withFollowUp } from '../store/meeting/rules-follow-up-due.ts';
import { meetingKey } from '../store/meeting/rules-plan.ts';
import { entraKey, newPerson } from '../store/person/record.ts';
import { newReferat } from '../store/referat/record.ts';
import { DEFAULT_TIME, deadlineOf, proposedDeadline } from '../store/referat/rules-form.ts';
import { done, type Result } from '../store/result.ts';
import { newSak, type Sak } from '../store/sak/record.ts';
import { likenessOf } from '../store/sak/rules-likeness.ts';
import { addDays, dayOf, nextWorkingDay, osloTime } from '../store/time.ts';
import { seedPlan } from './demo-plan.ts';
import { personIdFor } from './identity.ts';
import { idFrom, sha256Of } from './ids.ts';
import { DEMO_TENANT, demoPeople, demoVaras } from './local/demo.ts';
import { demoCommittees, demoReferat } from './local/demo-committees.ts';
import { type DemoSak, demoMeeting, demoSaker } from './local/demo-saker.ts';
import type { PlanDeps } from './plan-store.ts';
import type { Deps } from './turn.ts';

const ROUND_DAYS = 7;

/**
 * Puts the demo's people, committees, draft, coming meeting, saker and handlingsplan into an empty store. What is there already is left as it is. `roomUrl`:
 * the service through which the committees' channels are written to.
 */
export async function seedDemo(
  deps: PlanDeps & Pick<Deps, 'referater' | 'saker' | 'now' | 'realNow'>,
  roomUrl: string,
): Promise<void> {
  const now = deps.now();
  const seeded = [...demoPeople, ...demoVaras];
  const knownPerson = (key: string) => {
    const person = seeded.find((one) => one.key === key);
    if (person === undefined) throw new Error(`the demo knows nobody called ${key}`);
    return { personId: personIdFor(entraKey(DEMO_TENANT, person.objectId)), name: person.name };
  };
  const personId = (key: string) => knownPerson(key).personId;
  for (const { key, name, objectId } of seeded)
    await deps.persons.collection.insert(
      newPerson({ id: personId(key), tenantId: DEMO_TENANT, keys: [entraKey(DEMO_TENANT, objectId)], name }),
    );
  for (const demo of demoCommittees) {
    const committee = toCommittee(demo, knownPerson, roomUrl, now);
    if ((await deps.committees.collection.insert(committee)) === 'duplicate') await settle(deps, committee);
  }

  const deadline = deadlineOf({ deadlineOn: proposedDeadline(ROUND_DAYS, now), deadlineTime: DEFAULT_TIME }) ?? now;
  const { committee, writtenBy, title, summary, text } = demoReferat;
  const input = {
    committeeId: committeeId(committee),
    meetingOn: nextWorkingDay(addDays(dayOf(now), -8)),
    title,
    summary,
    text: { text, hash: sha256Of(text) },
    deadline,
  };
  await deps.referater.collection.insert(
    newReferat(idFrom('referat', 'demo'), DEMO_TENANT, input, personId(writtenBy), now),
  );
  await seedMeeting(deps, now);
  for (const demo of demoSaker) await deps.saker.collection.insert(toSak(demo, personId(demo.proposedBy), now));
  await seedPlan(deps, personId);
}

const meetingId = idFrom('meeting', 'demo');

async function seedMeeting({ meetings }: Pick<Deps, 'meetings'>, now: Date): Promise<void> {
  const { committee, inDays, from, to, mode } = demoMeeting;
  const day = nextWorkingDay(addDays(dayOf(now), inDays));
  const [startsAt, endsAt] = [osloTime(day, from), osloTime(day, to)];
  if (startsAt === undefined || endsAt === undefined) throw new Error('the demo has a meeting at no time');
  const of = { tenantId: DEMO_TENANT, committeeId: committeeId(committee) };
  const meeting = newMeeting({ id: meetingId, ...of, startsAt, endsAt, mode });
  const kept = { ...meeting, keys: [meetingKey(of.committeeId, day)] };
  await meetings.collection.insert(withFollowUp(kept, now));
}

/** As if it was sent now. Nobody is told of it: the room's chats begin empty. */
function toSak({ key, isAccepted, ...written }: DemoSak, proposedBy: string, now: Date): Sak {
  const id = committeeId(demoMeeting.committee);
  return newSak({
    ...written,
    id: idFrom('sak', 'demo', key),
    tenantId: DEMO_TENANT,
    committeeId: id,
    status: isAccepted ? 'accepted' : 'proposed',
    form: 'full',
    proposedBy,
    proposedAt: now,
    proposal: [...written.proposal],
    ...(isAccepted && { wishedMeetingId: meetingId }),
    openIn: id,
    likeness: likenessOf(written.title, DEMO_TENANT),
    revision: 1,
  });
}

/** A demo of an earlier version, whose committees had other chats and no keys, goes on in the chats that there are now. */
async function settle({ committees }: Pick<Deps, 'committees'>, { id, keys, conversation }: Committee): Promise<void> {
  const [key] = keys;
  if (key === undefined || conversation === undefined || (await committees.collection.getByKey(key))) return;
  await change(
    committees.collection,
    id,
    (stored): Result<Committee, never> => done(stored.keys.length > 0 ? stored : { ...stored, keys, conversation }),
  );
}

const committeeId = (key: string) => `committee_${key}`;

function toCommittee(
  demo: (typeof demoCommittees)[number],
  knownPerson: (key: string) => Pick<Vara, 'personId' | 'name'>,
  roomUrl: string,
  now: Date,
): Committee {
  const personId = (key: string) => knownPerson(key).personId;
  return newCommittee({
    id: committeeId(demo.key),
    tenantId: DEMO_TENANT,
    name: demo.name,
    shortName: demo.shortName,
    roles: {
      chairId: personId(demo.chair),
      viceChairId: personId(demo.viceChair),
      secretariatIds: demo.secretariat.map(personId),
    },
    conversation: { conversationId: demo.chatId, serviceUrl: roomUrl },
    settings: {
      roundDays: ROUND_DAYS,
      ...(demo.approvalRule && { approvalRule: { kind: demo.approvalRule }, askedGroup: 'voting' as const }),
      publishedAt: 'nettsiden til Nordlys helsefellesskap',
      mandateUrl: `https://nordlys.example/${demo.key}/mandat`,
      vedtekterUrl: 'https://nordlys.example/vedtekter',
    },
    seats: demo.seats.map(([key, represents, name, { speaking, varas } = {}], place) => ({
      id: `seat_${demo.key}_${place + 1}`,
      name,
      represents,
      voting: !speaking,
      ...(key !== null && { memberId: personId(key) }),
      ...(varas && { varas: varas.map((vara) => ({ ...knownPerson(vara), acceptedAt: now })) }),
    })),
  });
}
