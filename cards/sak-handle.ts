import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Typed } from '../store/view-fields.ts';
import { button, buttons, type Card, card, heading, type Input, paragraph, prefilled, submit } from './elements.ts';
import { meetingSelect } from './sak.ts';
import { sakText } from './text/sak.ts';
import { sakProblemLines } from './text/sak-problems.ts';

/** A form as it stands: what was typed, and what is wrong with it. */
type Filled = { readonly typed: Typed; readonly problems: readonly string[] };

const area = (id: string, label: string, value: string | undefined): Input => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  ...prefilled(value),
});

const back = ({ id: sakId }: Sak) => button(sakText.cancel, { verb: 'sak.show', sakId });

/** What is asked of whoever proposed it. */
export function questionCard(sak: Sak, { typed, problems }: Filled): Card {
  const { id: sakId, revision } = sak;
  return card(
    heading(sakText.questionTitle),
    ...sakProblemLines(problems),
    paragraph(sak.title),
    paragraph(sakText.questionAbout),
    area('text', sakText.question, typed.text),
    buttons(submit(sakText.ask, { verb: 'sak.ask', sakId, revision }), back(sak)),
  );
}

/** To which later meeting it is put off: those after the one it is for. */
export function postponeCard(sak: Sak, later: readonly Meeting[], { typed, problems }: Filled): Card {
  const { id: sakId, revision } = sak;
  return card(
    heading(sakText.postponeTitle),
    ...sakProblemLines(problems),
    paragraph(sak.title),
    meetingSelect(later, typed.meetingId ?? later[0]?.id, sakText.laterUnplanned, sakText.laterMeeting),
    area('reason', sakText.optionalReason, typed.reason),
    buttons(submit(sakText.postpone, { verb: 'sak.postpone', sakId, revision }), back(sak)),
  );
}

/** Why it is rejected. */
export function rejectCard(sak: Sak, { typed, problems }: Filled): Card {
  const { id: sakId, revision } = sak;
  return card(
    heading(sakText.rejectTitle),
    ...sakProblemLines(problems),
    paragraph(sak.title),
    paragraph(sakText.rejectAbout),
    area('reason', sakText.rejectReason, typed.reason),
    buttons(submit(sakText.reject, { verb: 'sak.reject', sakId, revision }), back(sak)),
  );
}
