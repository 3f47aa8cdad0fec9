import { change } from '../../store/change.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { answerCall, assignVara, type CallRefusal } from '../../store/meeting/rules-call-answer.ts';
import { type ReportRefusal, reportForfall, takeBackForfall } from '../../store/meeting/rules-forfall.ts';
import { type ForfallFields, readForfall } from '../../store/meeting/rules-forfall-form.ts';
import { done, type Result } from '../../store/result.ts';
import { forfallCase, seatsOf } from '../forfall.ts';
import { holderIn } from '../setup-holder.ts';
import { entriesOf } from '../setup-people.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { ownMeeting } from '../views/minutes.ts';
import { news, notice, show, typedFrom } from './answers.ts';

/** What is reported of forfall, and what varas answer. Who does it is whoever sent it, never what a card says. */
export const forfallHandlers = {
  'forfall.show': async (_deps, _turn, { page }) => show({ view: 'forfall', ...(page !== undefined && { page }) }),

  'forfall.own': async (_deps, _turn, { meetingId }) => show({ view: 'own-forfall', meetingId }),

  'forfall.form': async (_deps, _turn, { meetingId, onBehalf, page }) =>
    show({ view: 'forfall-form', meetingId, ...(onBehalf && { onBehalf }), ...(page !== undefined && { page }) }),

  'forfall.report': async (deps, turn, { verb: _verb, meetingId, onBehalf, ...fields }) => {
    const known = await forfallCase(deps, meetingId);
    if (known === undefined) return notice('not-found');
    const { committee, meeting, saker } = known;
    const again = (problem: string) =>
      show({
        view: 'forfall-form',
        meetingId,
        ...(onBehalf && { onBehalf }),
        typed: typedFrom(fields),
        problems: [problem],
      });
    const seatId = fields.seatId?.trim() ?? '';
    if (onBehalf && seatId === '') return again('forfall-seat');
    const seatIds = onBehalf ? [seatId] : seatsOf(committee, turn.person.id).map(({ id }) => id);
    if (seatIds.length === 0) return notice('forfall-no-seat');
    const read = readForfall(
      fields satisfies ForfallFields,
      meeting,
      saker.map(({ id }) => id),
    );
    if ('problem' in read) return again(read.problem);
    const reports = seatIds.flatMap((one) => read.scopes.map((scope) => ({ seatId: one, scope })));
    const reported = await change(deps.meetings.collection, meetingId, (current) =>
      reports.reduce<Result<Meeting, ReportRefusal>>((all, { seatId: one, scope }, n) => {
        if (!all.ok) return all;
        // one person is one reason, however many seats or saker it is about
        const reason = n === 0 ? read.reason : undefined;
        const report = { seatId: one, personId: turn.person.id, scope, reason };
        return reportForfall(all.value, committee, report, clocksOf(deps, turn));
      }, done(current)),
    );
    if (!reported.ok) return REDRAWN.includes(reported.refusal) ? again(reported.refusal) : notice(reported.refusal);
    return onBehalf ? news({ view: 'forfall-status', meetingId }) : news({ view: 'own-forfall', meetingId });
  },

  'forfall.back': async (deps, turn, { meetingId, forfallId }) => {
    const known = await forfallCase(deps, meetingId);
    if (known === undefined) return notice('not-found');
    const { committee, meeting } = known;
    const meant = meeting.forfall?.find(({ id }) => id === forfallId);
    const own = seatsOf(committee, turn.person.id).filter(({ id }) => !forfallId || id === meant?.seatId);
    if (own.length === 0) return notice('not-your-seat');
    const forfallIds = forfallId && [forfallId];
    const back = await change(deps.meetings.collection, meetingId, (current) =>
      own.reduce<ReturnType<typeof takeBackForfall>>((all, { id: seatId }) => {
        if (!all.ok) return all;
        const who = { seatId, personId: turn.person.id, ...(forfallIds && { forfallIds }) };
        const taken = takeBackForfall(all.value, committee, who, clocksOf(deps, turn));
        // pressed again, or there was none for one of several seats: the card says how it stands
        return !taken.ok && taken.refusal === 'no-forfall' ? all : taken;
      }, done(current)),
    );
    return news({ view: 'own-forfall', meetingId, ...(!back.ok && { problem: back.refusal }) });
  },

  'forfall.called': async (_deps, _turn, { meetingId, forfallId }) => show({ view: 'call-in', meetingId, forfallId }),

  'forfall.call': async (deps, turn, { meetingId, forfallId, yes }) => {
    const known = await forfallCase(deps, meetingId);
    if (known === undefined) return notice('not-found');
    const answer = { forfallId, personId: turn.person.id, yes };
    const answered = await change(deps.meetings.collection, meetingId, (current) =>
      answerCall(current, known.committee, answer, clocksOf(deps, turn)),
    );
    if (answered.ok) return news({ view: 'call-in', meetingId, forfallId });
    if (answered.refusal === 'not-found' || answered.refusal === 'not-called') return notice('not-called');
    const problem = saidOf(answered.refusal);
    return show({ view: 'call-in', meetingId, forfallId, ...(problem && { problem }) });
  },

  'forfall.status': async (_deps, _turn, { meetingId, page }) =>
    show({ view: 'forfall-status', meetingId, ...(page !== undefined && { page }) }),

  'forfall.assign-form': async (_deps, _turn, { meetingId, forfallId }) =>
    show({ view: 'forfall-assign', meetingId, forfallId }),

  'forfall.assign': async (deps, turn, { verb: _verb, meetingId, forfallId, ...fields }) => {
    const own = await ownMeeting(deps, turn.person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const again = (problem: string) =>
      show({ view: 'forfall-assign', meetingId, forfallId, typed: typedFrom(fields), problems: [problem] });
    const wanted = await holderIn(deps, own.committee, fields);
    if (typeof wanted === 'string') return again(wanted === 'person-wanted' ? 'forfall-person' : wanted);
    const { entries } = await entriesOf(deps, own.committee.tenantId, wanted);
    const personId = entries[0]?.memberId;
    if (personId === undefined) return again('forfall-person');
    const name = (await deps.persons.collection.get(personId))?.name ?? wanted[0]?.name ?? '';
    const assigned = await change(deps.meetings.collection, meetingId, (current) =>
      assignVara(
        current,
        own.committee,
        { forfallId, vara: { personId, name }, personId: turn.person.id },
        clocksOf(deps, turn),
      ),
    );
    if (assigned.ok) return news({ view: 'forfall-status', meetingId });
    return assigned.refusal === 'has-own-seat' || assigned.refusal === 'vara-elsewhere'
      ? again(assigned.refusal)
      : statusAgain(meetingId, assigned.refusal);
  },

  'forfall.release': async (deps, turn, { meetingId, forfallId }) => {
    const own = await ownMeeting(deps, turn.person.id, meetingId);
    if ('refused' in own) return notice(own.refused);
    const forfall = own.meeting.forfall?.find(({ id }) => id === forfallId);
    if (forfall === undefined) return statusAgain(meetingId, 'no-forfall');
    const who = { seatId: forfall.seatId, personId: turn.person.id, forfallIds: [forfallId] };
    const released = await change(deps.meetings.collection, meetingId, (current) =>
      takeBackForfall(current, own.committee, who, clocksOf(deps, turn)),
    );
    return released.ok ? news({ view: 'forfall-status', meetingId }) : statusAgain(meetingId, released.refusal);
  },
} satisfies Partial<Handlers>;

/** What is mended in the form itself. */
const REDRAWN: readonly string[] = ['part-outside', 'sak-not-on-agenda', 'seat-gone'];

function clocksOf(deps: Deps, { receivedAt }: Turn) {
  return { now: receivedAt, realNow: deps.realNow() };
}

function statusAgain(meetingId: string, problem: string): Shown {
  return show({ view: 'forfall-status', meetingId, problem });
}

/** What is said of an answer that was not taken, unless the card itself says how it stands. */
function saidOf(refusal: Exclude<CallRefusal, 'not-called'>): string | undefined {
  switch (refusal) {
    case 'vara-elsewhere':
    case 'has-own-seat':
      return refusal;
    case 'vara-has-acted':
      return 'vara-acted-self';
    default:
      return undefined;
  }
}
