import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import {
  addFixed,
  addItem,
  buildAgenda,
  fixedOf,
  fixedSakId,
  mayStand,
  moveItem,
  orderItems,
  proposedOrder,
  takeOut,
  touchAgenda,
} from '../../store/meeting/rules-agenda.ts';
import { noteReports } from '../../store/meeting/rules-agenda-reports.ts';
import { beginSending } from '../../store/meeting/rules-agenda-send.ts';
import type { Result } from '../../store/result.ts';
import { closeSak, editFixedSak } from '../../store/sak/rules-agenda.ts';
import { pointsIn } from '../../store/typed-text.ts';
import { type Agenda, contentOf, ownAgenda } from '../agenda.ts';
import { writeFixedSaker } from '../agenda-fixed.ts';
import { finishSending } from '../agenda-send.ts';
import { deciding } from '../minutes.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { addableTo } from '../views/agenda.ts';
import { notice, show } from './answers.ts';

/** What the chair, the vice chair and the secretariat do with an agenda until it is sent, and when it is sent again. */
export const agendaBuildHandlers = {
  'agenda.show': async () => show({ view: 'agenda' }),

  'agenda.build': (deps, turn, { meetingId }) =>
    withOwn(deps, turn, meetingId, async (agenda) => {
      await writeTexts(deps, agenda.meeting, agenda.committee);
      const isNew = agenda.meeting.agendaRevision === 0;
      const built = isNew ? await build(deps, turn, agenda) : undefined;
      return again(meetingId, built?.ok === false ? built.refusal : undefined);
    }),

  'agenda.move': (deps, turn, { meetingId, to, sakId = '' }) =>
    arrange(deps, turn, meetingId, (meeting) => moveItem(meeting, sakId, to, by(turn))),

  'agenda.order': (deps, turn, { meetingId, revision, order = '' }) =>
    withOwn(deps, turn, meetingId, async () => {
      const ordered = await change(deps.meetings.collection, meetingId, (meeting) =>
        orderItems(meeting, { typed: order, revision }, by(turn)),
      );
      return ordered.ok ? again(meetingId) : again(meetingId, ordered.refusal, order.slice(0, 2000));
    }),

  'agenda.take-out': (deps, turn, { meetingId, sakId }) =>
    sakId === undefined || sakId === ''
      ? withOwn(deps, turn, meetingId, async () => again(meetingId, 'choose-sak'))
      : arrange(deps, turn, meetingId, (meeting) => takeOut(meeting, sakId, by(turn))),

  'agenda.add': (deps, turn, { meetingId, addId }) =>
    withOwn(deps, turn, meetingId, async (agenda) => {
      const sak = (await addableTo(deps, agenda)).find(({ id }) => id === addId);
      if (sak === undefined) return again(meetingId, addId ? 'not-accepted' : 'choose-sak');
      return arrange(deps, turn, meetingId, (meeting) => addItem(meeting, sak.id, by(turn)));
    }),

  // on this agenda alone: whether it stands on every one is a setting
  'agenda.follow-up': (deps, turn, { meetingId }) =>
    withOwn(deps, turn, meetingId, async ({ committee }) => {
      const added = await change(deps.meetings.collection, meetingId, (meeting) =>
        addFixed(meeting, 'oppfolging', by(turn)),
      );
      if (!added.ok) return again(meetingId, added.refusal);
      await writeTexts(deps, added.value, committee);
      return again(meetingId);
    }),

  // the wanted state stands in the card: pressed twice, a closed sak stays closed
  'agenda.close': (deps, turn, { meetingId, sakId, isOpen = false }) =>
    withOwn(deps, turn, meetingId, async ({ saker }) => {
      const sak = saker.find(({ id }) => id === sakId);
      if (sak === undefined) return again(meetingId, 'choose-sak');
      const touched = await touch(deps, turn, meetingId);
      if (!touched.ok) return again(meetingId, touched.refusal);
      await change(deps.saker.collection, sak.id, (current) => closeSak(current, !isOpen, by(turn)));
      return again(meetingId);
    }),

  'agenda.edit-form': (deps, turn, { meetingId, sakId }) =>
    withOwn(deps, turn, meetingId, async ({ saker }) => {
      const sak = saker.find(({ id }) => id === sakId);
      if (sak === undefined) return again(meetingId, 'choose-sak');
      return sak.fixed ? show({ view: 'agenda-edit-form', meetingId, sakId: sak.id }) : again(meetingId, 'not-fixed');
    }),

  'agenda.edit': (deps, turn, { meetingId, sakId, background = '', proposal = '' }) =>
    withOwn(deps, turn, meetingId, async ({ saker }) => {
      const sak = saker.find(({ id }) => id === sakId);
      if (sak === undefined) return again(meetingId, 'not-on-agenda');
      const text = { background: background.trim(), proposal: pointsIn(proposal) };
      const judged = editFixedSak(sak, text, by(turn));
      const typed = { background, proposal };
      if (!judged.ok) return show({ view: 'agenda-edit-form', meetingId, sakId, typed, problems: [judged.refusal] });
      const touched = await touch(deps, turn, meetingId);
      if (!touched.ok) return show({ view: 'agenda-edit-form', meetingId, sakId, typed, problems: [touched.refusal] });
      await change(deps.saker.collection, sakId, (current) => editFixedSak(current, text, by(turn)));
      return again(meetingId);
    }),

  'agenda.preview': (deps, turn, { meetingId, page }) =>
    withOwn(deps, turn, meetingId, async (agenda) => {
      await takeOutGone(deps, turn, agenda);
      // turning a page shows what the first one showed
      if (page === undefined) await writeTexts(deps, agenda.meeting, agenda.committee);
      return show({ view: 'agenda-preview', meetingId, ...(page !== undefined && { page }) });
    }),

  'agenda.send': (deps, turn, { meetingId, revision, seen }) =>
    withOwn(deps, turn, meetingId, async (agenda) => {
      const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
      const { sent, sending } = agenda.meeting;
      const isUnderWay = sent?.revision === revision || sending?.revision === revision;
      const refused = (problem: string) => show({ view: 'agenda-preview', meetingId, problem });
      if (!isUnderWay && ((await takeOutGone(deps, turn, agenda)) || contentOf(agenda) !== seen))
        return refused('agenda-changed-meanwhile');
      const begun = await change(deps.meetings.collection, meetingId, (meeting) =>
        beginSending(meeting, { revision, personId: turn.person.id }, clocks),
      );
      // sent before, by the same press delivered twice or by a colleague: what was sent is the answer
      if (!begun.ok && begun.refusal !== 'agenda-sent-before') return refused(begun.refusal);
      await finishSending(deps, meetingId);
      return show({ view: 'agenda-card', meetingId, problem: begun.ok ? 'agenda-sent-now' : begun.refusal });
    }),
} satisfies Partial<Handlers>;

const by = ({ person, receivedAt }: Turn) => ({ personId: person.id, now: receivedAt });

function again(meetingId: string, problem?: string, typed?: string): Shown {
  return show({ view: 'agenda-build', meetingId, ...(problem && { problem }), ...(typed && { typed }) });
}

/** Does something with an agenda for somebody who may. */
async function withOwn(
  deps: Deps,
  { person }: Turn,
  meetingId: string,
  act: (agenda: Agenda) => Promise<Shown>,
): Promise<Shown> {
  const agenda = await ownAgenda(deps, person.id, meetingId);
  return 'refused' in agenda ? notice(agenda.refused) : act(agenda);
}

function arrange(
  deps: Deps,
  turn: Turn,
  meetingId: string,
  rule: (meeting: Meeting) => Result<Meeting, string>,
): Promise<Shown> {
  return withOwn(deps, turn, meetingId, async () => {
    const arranged = await change(deps.meetings.collection, meetingId, rule);
    return arranged.ok ? again(meetingId) : again(meetingId, arranged.refusal);
  });
}

/** Takes out what another meeting, a round or somebody else has dealt with since it was put on; whether there was any. */
async function takeOutGone(deps: Deps, turn: Turn, { meeting, saker }: Agenda): Promise<boolean> {
  let isAny = false;
  for (const sak of saker) {
    const isHere = mayStand(sak, meeting.id) && (sak.meetingId === meeting.id || !(await deciding(deps, sak)));
    if (isHere) continue;
    const taken = await change(deps.meetings.collection, meeting.id, (current) => takeOut(current, sak.id, by(turn)));
    isAny ||= taken.ok;
  }
  return isAny;
}

function touch(deps: Deps, turn: Turn, meetingId: string) {
  const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
  return change(deps.meetings.collection, meetingId, (meeting) => touchAgenda(meeting, by(turn), clocks));
}

/** The fixed saker with what is known now, and what they report with the meeting. */
async function writeTexts(deps: Deps, meeting: Meeting, committee: Committee): Promise<void> {
  if (meeting.sending || meeting.state === 'held' || meeting.state === 'cancelled') return;
  const reported = await writeFixedSaker(deps, meeting, committee);
  await change(deps.meetings.collection, meeting.id, (current) => noteReports(current, reported));
}

/** The first agenda: what was accepted for this meeting, among what the committee has at every one. */
async function build(deps: Deps, turn: Turn, agenda: Agenda) {
  const { meeting, committee } = agenda;
  const fixedIds = fixedOf(committee).map((kind) => fixedSakId(meeting.id, kind));
  const accepted = (await addableTo(deps, agenda)).map(({ id }) => id).filter((id) => !fixedIds.includes(id));
  const order = proposedOrder(meeting.id, fixedOf(committee), accepted);
  return change(deps.meetings.collection, meeting.id, (current) => buildAgenda(current, order, by(turn)));
}
