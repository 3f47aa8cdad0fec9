import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isChangedSince } from '../../store/committee/rules.ts';
import { withMeetingsTold } from '../../store/committee/rules-life.ts';
import { MOST_PLAN_DAYS, readDay } from '../../store/committee/rules-life-form.ts';
import { moveHolder } from '../../store/committee/rules-members.ts';
import { planHolder } from '../../store/committee/rules-planned.ts';
import { readSettings, reviseSettings } from '../../store/committee/rules-settings.ts';
import { weighRisk } from '../../store/meeting/rules-risk.ts';
import { isConnected } from '../../store/person/record.ts';
import { renameWaiting } from '../../store/person/rules.ts';
import { done } from '../../store/result.ts';
import { dayOf } from '../../store/time.ts';
import { holderIn } from '../setup-holder.ts';
import { entriesOf, peopleOf } from '../setup-people.ts';
import type { Deps, Handlers } from '../turn.ts';
import { ownCommittee } from '../views/view.ts';
import { news, notice, show, typedFrom } from './answers.ts';

export const setupSettingsHandlers = {
  'setup.settings-form': async (_deps, _turn, { committeeId }) => show({ view: 'settings-form', committeeId }),

  'setup.settings': async (deps, { person, receivedAt }, { verb: _verb, committeeId, against, ...fields }) => {
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problems: readonly string[]) =>
      show({ view: 'settings-form', committeeId, typed: typedFrom(fields), problems: [...problems] });
    const read = readSettings(fields, committee.seats);
    if ('problems' in read)
      // the form that comes back is of the newest version, and says so while it can
      return again([...(isChangedSince(committee, against) ? ['changed-by-another'] : []), ...read.problems]);
    const result = await change(deps.committees.collection, committeeId, (current) =>
      reviseSettings(current, read.settled, { personId: person.id, now: receivedAt, against }),
    );
    if (!result.ok) return result.refusal === 'not-secretariat' ? notice('not-for-you') : again([result.refusal]);
    const { value: changed } = result;
    if (changed.settings.quorum !== committee.settings.quorum) await weighComing(deps, changed, receivedAt);
    return show({ view: 'setup', committeeId, notice: 'set-up-changed' });
  },

  'setup.seat-form': async (_deps, _turn, { committeeId, seatId, page }) =>
    show({
      view: 'seat-form',
      committeeId,
      ...(seatId && { typed: { seatId } }),
      ...(page !== undefined && { page }),
    }),

  'setup.seat': async (deps, { person, receivedAt }, { verb: _verb, committeeId, against, ...fields }) => {
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problem: string) =>
      show({ view: 'seat-form', committeeId, typed: typedFrom(fields), problems: [problem] });
    const seatId = fields.seatId?.trim();
    if (!seatId) return again('seat-missing');
    const from = readDay(fields.from, receivedAt, { farthest: MOST_PLAN_DAYS });
    if ('problem' in from) return again(`from-${from.problem}`);
    const wanted = await holderIn(deps, committee, fields);
    if (typeof wanted === 'string') return again(wanted);
    const { entries, isConnected: isNew } = await entriesOf(deps, committee.tenantId, wanted);
    const people = await peopleOf(deps, committee);
    const isKnown = (id: string) => isNew(id) || isConnected(people.get(id) ?? { keys: [] });
    const memberId = entries[0]?.memberId;
    const isSame = committee.seats.some((seat) => seat.id === seatId && seat.memberId === memberId);
    const [{ name = '' } = {}] = wanted;
    if (memberId && isSame && name) await correctName(deps, memberId, name, { personId: person.id, now: receivedAt });
    const by = { personId: person.id, now: receivedAt };
    const on = from.day !== undefined && from.day > dayOf(receivedAt) ? from.day : undefined;
    const result = await change(deps.committees.collection, committeeId, (current) => {
      if (on !== undefined) return planHolder(current, { seatId, memberId, on, against }, by);
      const moved = moveHolder(current, { seatId, memberId, against }, isKnown, by);
      return withMeetingsTold(current, moved, { now: receivedAt, realNow: deps.realNow() });
    });
    if (!result.ok) return result.refusal === 'not-secretariat' ? notice('not-for-you') : again(result.refusal);
    return news({ view: 'setup', committeeId, notice: on === undefined ? 'set-up-changed' : 'holder-planned' });
  },
} satisfies Partial<Handlers>;

/** Whoever has the seat already and is not known in Teams yet was written wrongly. */
async function correctName(deps: Deps, memberId: string, name: string, by: Parameters<typeof renameWaiting>[2]) {
  await change(deps.persons.collection, memberId, (current) => renameWaiting(current, name, by));
}

/** The meetings to come are measured by another quorum. One that nobody weighs now is weighed when it is near. */
async function weighComing(deps: Deps, committee: Committee, now: Date): Promise<void> {
  const clocks = { now, realNow: deps.realNow() };
  for (const { id } of await deps.meetings.coming([committee.id]))
    await change(deps.meetings.collection, id, (meeting) => done(weighRisk(meeting, committee, clocks)));
}
