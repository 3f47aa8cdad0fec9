import type { ActionOf } from '../../cards/actions.ts';
import { notice as noticeText } from '../../cards/text/notices.ts';
import { change } from '../../store/change.ts';
import type { NewEffect } from '../../store/effect.ts';
import { isSent } from '../../store/meeting/rules-agenda.ts';
import { answerMeeting, publishAgenda, remindOfMeeting } from '../../store/meeting/rules-agenda-answer.ts';
import { wantOnce } from '../../store/person/rules.ts';
import { maySee, ownAgenda, sentAgenda } from '../agenda.ts';
import { withoutThread } from '../ids.ts';
import { type Deps, type Handlers, isPrivate, type Shown, type Turn } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';

const MAX_WHERE = 500;

/** What is done with an agenda that was sent. */
export const agendaHandlers = {
  'agenda.card': async (_deps, _turn, { meetingId }) => show({ view: 'agenda-card', meetingId }),

  'agenda.read': async (_deps, _turn, asked) => read(asked),

  'agenda.shared': async (deps, turn, asked) => {
    const { meetingId, sakId, page } = asked;
    // the card that others see looks after nobody's rights: where there are no others, it is one's own
    if (isPrivate(turn.place))
      return page === undefined && !sakId ? show({ view: 'agenda-card', meetingId }) : read(asked);
    if (await isElsewhere(deps, turn, meetingId)) return notice('personal-only');
    if (sakId === '' || (sakId === undefined && page !== undefined))
      return show({ view: 'agenda-shared', meetingId, problem: 'choose-sak' });
    return show({ view: 'agenda-shared', meetingId, ...(sakId && { sakId }), ...(page !== undefined && { page }) });
  },

  'agenda.answer': async (deps, turn, { meetingId, comes }) => {
    if (await isElsewhere(deps, turn, meetingId)) return notice('personal-only');
    const agenda = await sentAgenda(deps, turn.person.id, meetingId);
    if ('refused' in agenda) return shown(turn, meetingId, agenda.refused);
    const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
    const answered = await change(deps.meetings.collection, meetingId, (meeting) =>
      answerMeeting(meeting, agenda.committee, { personId: turn.person.id, comes }, clocks),
    );
    if (!answered.ok) return shown(turn, meetingId, answered.refusal);
    return shown(turn, meetingId, isPrivate(turn.place) ? undefined : comes ? 'coming-saved' : 'forfall-saved');
  },

  'agenda.papers': async (deps, turn, { meetingId }) => {
    const { person, turnId } = turn;
    const agenda = await sentAgenda(deps, person.id, meetingId);
    if ('refused' in agenda) return shown(turn, meetingId, agenda.refused);
    const effects = papersFor(agenda, person.id, turnId);
    await change(deps.persons.collection, person.id, (current) => wantOnce(current, turnId, effects, deps.realNow()));
    return { said: noticeText('papers-coming'), isUnderWay: true };
  },

  'agenda.remind': async (deps, turn, { meetingId }) => {
    const agenda = await ownAgenda(deps, turn.person.id, meetingId);
    if ('refused' in agenda) return notice(agenda.refused);
    const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
    const reminded = await change(deps.meetings.collection, meetingId, (meeting) =>
      remindOfMeeting(meeting, agenda.committee, turn.person.id, clocks),
    );
    return show({ view: 'agenda-card', meetingId, problem: reminded.ok ? 'meeting-reminded' : reminded.refusal });
  },

  'agenda.publish-form': async (_deps, _turn, { meetingId }) => show({ view: 'agenda-publish-form', meetingId }),

  'agenda.publish': async (deps, turn, { verb: _verb, meetingId, ...fields }) => {
    const agenda = await ownAgenda(deps, turn.person.id, meetingId);
    if ('refused' in agenda) return notice(agenda.refused);
    const where = fields.where?.trim() ?? '';
    if (where.length > MAX_WHERE)
      return show({ view: 'agenda-publish-form', meetingId, typed: typedFrom(fields), problems: ['where-too-long'] });
    const clocks = { now: turn.receivedAt, realNow: deps.realNow() };
    const published = await change(deps.meetings.collection, meetingId, (meeting) =>
      publishAgenda(meeting, where || undefined, turn.person.id, clocks),
    );
    return show({ view: 'agenda-card', meetingId, ...(!published.ok && { problem: published.refusal }) });
  },
} satisfies Partial<Handlers>;

/** One sak of an agenda, to whoever may read it. */
function read({ meetingId, sakId, page }: Omit<ActionOf<'agenda.read'>, 'verb'>): Shown {
  return sakId
    ? show({ view: 'agenda-read', meetingId, sakId, ...(page !== undefined && { page }) })
    : show({ view: 'agenda-card', meetingId, problem: 'choose-sak' });
}

/** The papers as one document, and every file that is attached to a saker that this person may see. */
function papersFor(
  agenda: Exclude<Awaited<ReturnType<typeof sentAgenda>>, { refused: string }>,
  personId: string,
  turnId: string,
) {
  const { meeting, saker } = agenda;
  const visible = new Set(saker.filter((sak) => maySee(agenda, sak, personId)).map(({ id }) => id));
  const files = meeting.items
    .filter((item) => isSent(item) && visible.has(item.sakId))
    .flatMap(({ sakId, attachments = [] }) =>
      attachments.flatMap(({ attachment }) => (attachment.kind === 'file' ? { sakId, fileId: attachment.fileId } : [])),
    );
  const { id: meetingId, sent } = meeting;
  const offers = [
    { what: 'papers' as const, meetingId, revision: sent?.revision ?? 0 },
    ...files.map((file) => ({ what: 'vedlegg' as const, meetingId, ...file })),
  ];
  return offers.map((offer, n): NewEffect => ({ kind: 'offer-file', key: `offer:${turnId}:${n}`, personId, offer }));
}

/** The agenda card in the place of the one that was pressed. */
function shown({ place }: Turn, meetingId: string, problem?: string): Shown {
  const view = isPrivate(place) ? ('agenda-card' as const) : ('agenda-shared' as const);
  // whoever may not see the agenda in their own chat is told so there
  if (problem === 'not-found' || (isPrivate(place) && problem === 'not-in-this-committee')) return notice(problem);
  return show({ view, meetingId, ...(problem && { problem }) });
}

/** A card that others see is good in the committee's own conversation alone, wherever somebody has forwarded it. */
async function isElsewhere(deps: Deps, { place }: Turn, meetingId: string): Promise<boolean> {
  if (isPrivate(place)) return false;
  const meeting = await deps.meetings.collection.get(meetingId);
  return meeting?.shared?.conversationId !== withoutThread(place.conversationId);
}
