import { problemText } from '../../cards/text/problems.ts';
import { sakProblemText } from '../../cards/text/sak-problems.ts';
import { change } from '../../store/change.ts';
import type { Result } from '../../store/result.ts';
import type { Sak } from '../../store/sak/record.ts';
import type { By } from '../../store/sak/rules.ts';
import { acceptSak, postponeSak, rejectSak, returnSak, type Shown as Seen } from '../../store/sak/rules-handle.ts';
import type { View } from '../../store/view.ts';
import { knownSak, meetingsOf } from '../sak-known.ts';
import type { Deps, Handlers, Shown, Turn } from '../turn.ts';
import { news, notice, show } from './answers.ts';
import { byOf, refusedAs } from './sak.ts';

/** What the chair, the vice chair and the secretariat do with a sak. */
export const sakHandleHandlers = {
  'sak.accept': async (deps, turn, { sakId, revision, meetingId }) => {
    const chosen = meetingId?.trim();
    const result = await decide(deps, turn, sakId, revision, (sak, seen, by) =>
      acceptSak(sak, { ...seen, ...(chosen && { meetingId: chosen }) }, by),
    );
    const isMoved = result.ok && result.value.history.at(-1)?.what === 'moved';
    return answerTo(sakId, result, isMoved ? 'sak-moved' : 'sak-accepted');
  },

  'sak.ask-form': async (_deps, _turn, { sakId }) => show({ view: 'sak-question', sakId }),
  'sak.ask': async (deps, turn, { sakId, revision, text = '' }) => {
    const result = await decide(deps, turn, sakId, revision, (sak, seen, by) => returnSak(sak, { ...seen, text }, by));
    return answerTo(sakId, result, 'sak-returned', { view: 'sak-question', typed: { text } });
  },

  'sak.postpone-form': async (_deps, _turn, { sakId }) => show({ view: 'sak-postpone', sakId }),
  'sak.postpone': async (deps, turn, { sakId, revision, meetingId, reason = '' }) => {
    const later = meetingId?.trim();
    const result = await decide(deps, turn, sakId, revision, (sak, seen, by) =>
      postponeSak(sak, { ...seen, reason, ...(later && { meetingId: later }) }, by),
    );
    const typed = { reason, ...(meetingId !== undefined && { meetingId }) };
    return answerTo(sakId, result, 'sak-postponed', { view: 'sak-postpone', typed });
  },

  'sak.reject-form': async (_deps, _turn, { sakId }) => show({ view: 'sak-reject', sakId }),
  'sak.reject': async (deps, turn, { sakId, revision, reason = '' }) => {
    const result = await decide(deps, turn, sakId, revision, (sak, seen, by) =>
      rejectSak(sak, { ...seen, reason }, by),
    );
    return answerTo(sakId, result, 'sak-rejected', { view: 'sak-reject', typed: { reason } });
  },
} satisfies Partial<Handlers>;

type Decision = Result<Sak, string>;

/** Decides about the newest sak, as somebody saw it. */
async function decide(
  deps: Deps,
  turn: Turn,
  sakId: string,
  revision: number,
  rule: (sak: Sak, seen: Seen, by: By) => Decision,
): Promise<Decision> {
  const known = await knownSak(deps, turn.person.id, sakId);
  if ('refused' in known) return { ok: false, refusal: known.refused };
  const { committee } = known;
  const seen = { committee, revision, meetings: await meetingsOf(deps, committee) };
  return change(deps.saker.collection, sakId, (sak) => rule(sak, seen, byOf(deps, turn)));
}

/** What can be mended in the form that it came from. */
const FORM_PROBLEMS = ['question-missing', 'question-too-long', 'reason-missing', 'reason-too-long', 'no-such-meeting'];
/** A text that a form can give back. */
const EDITABLE = 6000;

function answerTo(
  sakId: string,
  result: Decision,
  code: string,
  form?: {
    readonly view: Extract<View['view'], 'sak-question' | 'sak-postpone' | 'sak-reject'>;
    readonly typed: Record<string, string>;
  },
): Shown {
  if (result.ok) return news({ view: 'sak', sakId, notice: code });
  const { refusal } = result;
  if (refusal === 'sak-not-yours-to-see') return notice(refusal);
  if (form === undefined || !FORM_PROBLEMS.includes(refusal)) return refusedAs(sakId, refusal);
  if (Object.values(form.typed).some((text) => text.length > EDITABLE))
    return { said: problemText([refusal], sakProblemText), card: { view: form.view, sakId, problems: [refusal] } };
  return show({ view: form.view, sakId, typed: form.typed, problems: [refusal] });
}
