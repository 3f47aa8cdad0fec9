import { change } from '../store/change.ts';
import type { Committee } from '../store/committee/record.ts';
import { live } from '../store/committee/rules-life.ts';
import { sendDigest } from '../store/digest/rules.ts';
import { duePage } from '../store/due.ts';
import type { Stored } from '../store/effect.ts';
import type { Collection } from '../store/engine/engine.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { lapseCalls } from '../store/meeting/rules-call-answer.ts';
import { followUpDue } from '../store/meeting/rules-follow-up-due.ts';
import { riskDue } from '../store/meeting/rules-risk.ts';
import { endNomination, remindNomination } from '../store/nomination/rules-run.ts';
import { releaseEffects } from '../store/outbox.ts';
import { type Result, refuse } from '../store/result.ts';
import type { Clocks } from '../store/round/effects.ts';
import { closeRound, remindDue } from '../store/round/rules-run.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import { askDue } from '../store/tiltak/rules-ask.ts';
import { SENDING } from './records.ts';
import { contactsOf, readerOf } from './tiltak.ts';
import type { Deps } from './turn.ts';

/**
 * How long after its deadline a round is closed. An answer received in time is decided within 4.5 s, so none of them
 * meets a closed round.
 */
const GRACE_MS = 5000;

const PAGE = 50;

/** Told about each record that could not be dealt with in a pass; the next pass tries again. */
export type OnFailure = (recordId: string, error: unknown) => void;

/**
 * One pass over everything that has come due by the committee's clock. Safe to run twice, or in two processes. Returns
 * how many records it changed.
 */
export async function tick(deps: Deps, onFailure: OnFailure): Promise<number> {
  const { committees, nominations, rounds, now, realNow } = deps;
  const clocks = () => ({ now: now(), realNow: realNow() });
  const over = await rounds.dueToClose(new Date(now().getTime() - GRACE_MS));
  const ended = await nominations.dueToEnd(now());
  const lives = await committees.dueToLive(now());
  const changed = await Promise.all([
    ...SENDING.map((name) => releaseHeld(deps[name].collection as unknown as Collection<Stored>, deps, onFailure)),
    changeEach(rounds.collection, over, (round) => closeRound(round, clocks()), onFailure),
    ofMeetings(deps, await deps.meetings.dueToCall(now()), lapseCalls, onFailure),
    changeEach(nominations.collection, ended, (nomination) => endNomination(nomination, clocks()), onFailure),
    changeEach(committees.collection, lives, (committee) => live(committee, clocks()), onFailure),
  ]);
  const weighed = await ofMeetings(deps, await deps.meetings.dueToWeigh(now()), riskDue, onFailure);
  // after a pause both may have come due: what is closed has nobody to remind
  const ladder = await rounds.dueToRemind(now());
  const reminded = await changeEach(rounds.collection, ladder, (round) => remindDue(round, clocks()), onFailure);
  const followed = await deps.meetings.dueToFollowUp(now());
  const followUps = await changeEach(
    deps.meetings.collection,
    followed,
    (one) => followUpDue(one, clocks()),
    onFailure,
  );
  const inquired = await askAbout(deps, await deps.tiltak.dueToAsk(now()), onFailure);
  const full = await deps.digests.dueToSend(now());
  const digests = await changeEach(deps.digests.collection, full, (digest) => sendDigest(digest, clocks()), onFailure);
  const silent = await nominations.dueToRemind(now());
  const asked = await changeEach(nominations.collection, silent, (one) => remindNomination(one, clocks()), onFailure);
  const rest = [reminded, weighed, asked, followUps, inquired, digests];
  return [...changed, ...rest].reduce((sum, count) => sum + count, 0);
}

type MeetingRule = (meeting: Meeting, committee: Committee, clocks: Clocks) => Result<Meeting, string>;

/** Applies a rule to each of these meetings, with its committee. Returns how many changed. */
async function ofMeetings(
  { committees, meetings, now, realNow }: Deps,
  due: readonly Meeting[],
  rule: MeetingRule,
  onFailure: OnFailure,
): Promise<number> {
  const ids = [...new Set(due.map(({ committeeId }) => committeeId))];
  const found = new Map(await Promise.all(ids.map(async (id) => [id, await committees.collection.get(id)] as const)));
  const byRule = (meeting: Meeting) => {
    const committee = found.get(meeting.committeeId);
    return committee ? rule(meeting, committee, { now: now(), realNow: realNow() }) : refuse('not-found');
  };
  return changeEach(meetings.collection, due, byRule, onFailure);
}

/** Puts each of these tiltak into the digests of those who are to be asked. Returns how many changed. */
async function askAbout(deps: Deps, due: readonly Tiltak[], onFailure: OnFailure): Promise<number> {
  const read = readerOf(deps);
  // a committee that cannot be read keeps those of the others from nothing
  const contactsFor = (tiltak: Tiltak) =>
    contactsOf(deps, tiltak, read).catch((error: unknown) => {
      onFailure(tiltak.id, error);
      return undefined;
    });
  const contacts = new Map(
    await Promise.all(due.map(async (tiltak) => [tiltak.id, await contactsFor(tiltak)] as const)),
  );
  const rule = (tiltak: Tiltak) => {
    const known = contacts.get(tiltak.id);
    return known ? askDue(tiltak, known, { now: deps.now(), realNow: deps.realNow() }) : refuse('not-found');
  };
  return changeEach(deps.tiltak.collection, due, rule, onFailure);
}

/** Releases what the records of a collection put off until people may be contacted. */
async function releaseHeld(outbox: Collection<Stored>, { now, realNow }: Deps, onFailure: OnFailure): Promise<number> {
  const held = await duePage<Stored>(outbox, 'contactDueAt', now(), PAGE);
  return changeEach(outbox, held, (record) => releaseEffects(record, now(), realNow()), onFailure);
}

/** Applies a rule to each of these records; one that fails keeps none of the others waiting. Returns how many changed. */
async function changeEach<T extends Stored>(
  collection: Collection<T>,
  records: readonly T[],
  rule: (record: T) => Result<T, string>,
  onFailure: OnFailure,
): Promise<number> {
  const outcomes = await Promise.all(
    records.map(({ id }) =>
      change(collection, id, rule).then(
        ({ ok }) => ok,
        (error: unknown) => {
          onFailure(id, error);
          return false;
        },
      ),
    ),
  );
  return outcomes.filter(Boolean).length;
}
