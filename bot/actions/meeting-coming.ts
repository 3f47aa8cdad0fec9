import { NO_WISH } from '../../cards/meeting-coming.ts';
import { change } from '../../store/change.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { readAgendaSettings, reviseAgendaSettings } from '../../store/committee/rules-agenda.ts';
import { addComing, firstAfter, MAX_COMING_TITLE, removeComing, wishComing } from '../../store/meeting/rules-coming.ts';
import { comingValue, othersIn } from '../meeting-coming.ts';
import { planEditor } from '../meeting-plan.ts';
import type { Handlers } from '../turn.ts';
import { notice, show, typedFrom } from './answers.ts';

/** «Kommende saker», and how agendas are made. */
export const meetingComingHandlers = {
  'meeting.coming-form': async (_deps, _turn, { committeeId, page }) =>
    show({ view: 'meeting-coming', committeeId, ...(page !== undefined && { page }) }),

  'meeting.coming': async (deps, { person, receivedAt }, { verb: _verb, committeeId, what, ...fields }) => {
    const committee = await planEditor(deps, person.id, committeeId);
    if (typeof committee === 'string') return notice(committee);
    const again = (problem: string) =>
      show({ view: 'meeting-coming', committeeId, typed: typedFrom(fields), problems: [problem] });
    const coming = await deps.meetings.coming([committeeId]);
    const next = firstAfter(coming, receivedAt);
    if (next === undefined && (what === 'add' || coming.length === 0))
      return show({ view: 'meeting-plan', committeeId, notice: 'coming-no-meeting' });
    const wished = !fields.wished || fields.wished === NO_WISH ? undefined : fields.wished;
    if (wished !== undefined && !coming.some(({ id }) => id === wished)) return again('wished-gone');
    if (what === 'add' && next) {
      const title = (fields.title ?? '')
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      if (title === '' || title.length > MAX_COMING_TITLE) return again('coming-title');
      const added = await change(deps.meetings.collection, next.id, (meeting) =>
        addComing(meeting, { title, ...(wished && { wishedMeetingId: wished }) }),
      );
      return added.ok ? show({ view: 'meeting-coming', committeeId, notice: 'plan-list-saved' }) : again(added.refusal);
    }
    const chosen = (fields.chosen ?? '').split(',').filter((value) => value !== '');
    if (chosen.length === 0) return again('coming-chosen');
    const touched = coming.flatMap((meeting) => {
      const titles = meeting.coming.flatMap(({ title }) => (chosen.includes(comingValue(title)) ? [title] : []));
      return titles.length > 0 ? [{ meeting, titles }] : [];
    });
    await Promise.all(
      touched.map(({ meeting, titles }) =>
        change(deps.meetings.collection, meeting.id, (current) =>
          what === 'remove' ? removeComing(current, titles) : wishComing(current, titles, wished),
        ),
      ),
    );
    return show({ view: 'meeting-coming', committeeId, notice: 'plan-list-saved' });
  },

  'meeting.settings-form': async (_deps, _turn, { committeeId }) => show({ view: 'meeting-settings', committeeId }),

  'meeting.settings': async (deps, { person, receivedAt }, { verb: _verb, committeeId, against, ...fields }) => {
    const committee = await deps.committees.collection.get(committeeId);
    if (committee === undefined) return notice('not-found');
    if (!mayRunRounds(committee, person.id)) return notice('not-for-you');
    const again = (problems: readonly string[]) =>
      show({ view: 'meeting-settings', committeeId, typed: typedFrom(fields), problems: [...problems] });
    const { fixed1, fixed2, fixed3, fixed4, fixed5, fixed6, fixed7, fixed8, ...rest } = fields;
    const fixed = [fixed1, fixed2, fixed3, fixed4, fixed5, fixed6, fixed7, fixed8];
    const known = (await othersIn(deps, committee)).map(({ id }) => id);
    const read = readAgendaSettings({ fixed, ...rest }, known);
    if ('problems' in read) return again(read.problems);
    const result = await change(deps.committees.collection, committeeId, (current) =>
      reviseAgendaSettings(current, read.agenda, { personId: person.id, now: receivedAt, against }),
    );
    if (result.ok) return show({ view: 'setup', committeeId, notice: 'set-up-changed' });
    return result.refusal === 'not-secretariat' ? notice('not-for-you') : again([result.refusal]);
  },
} satisfies Partial<Handlers>;
