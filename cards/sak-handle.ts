import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  type Execute,
  heading,
  type Input,
  paragraph,
  prefilled,
  submit,
} from './elements.ts';
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

/** A small form about a sak: what is wrong with it, which sak it is, what is asked, and the way on and back. */
function smallForm(
  { id: sakId, title: sakTitle }: Sak,
  {
    title,
    problems,
    asked,
    go,
  }: Pick<Filled, 'problems'> & {
    readonly title: string;
    readonly asked: readonly Element[];
    readonly go: Execute;
  },
): Card {
  return card(
    heading(title),
    ...sakProblemLines(problems),
    paragraph(sakTitle),
    ...asked,
    buttons(go, button(sakText.cancel, { verb: 'sak.show', sakId })),
  );
}

/** What is asked of whoever proposed it. */
export function questionCard(sak: Sak, { typed, problems }: Filled): Card {
  const { id: sakId, revision } = sak;
  return smallForm(sak, {
    title: sakText.questionTitle,
    problems,
    asked: [paragraph(sakText.questionAbout), area('text', sakText.question, typed.text)],
    go: submit(sakText.ask, { verb: 'sak.ask', sakId, revision }),
  });
}

/** To which later meeting it is put off: those after the one it is for. */
export function postponeCard(sak: Sak, later: readonly Meeting[], { typed, problems }: Filled): Card {
  const { id: sakId, revision } = sak;
  return smallForm(sak, {
    title: sakText.postponeTitle,
    problems,
    asked: [
      meetingSelect(later, typed.meetingId ?? later[0]?.id, sakText.laterUnplanned, sakText.laterMeeting),
      area('reason', sakText.optionalReason, typed.reason),
    ],
    go: submit(sakText.postpone, { verb: 'sak.postpone', sakId, revision }),
  });
}

/** Why it is rejected. */
export function rejectCard(sak: Sak, { typed, problems }: Filled): Card {
  const { id: sakId, revision } = sak;
  return smallForm(sak, {
    title: sakText.rejectTitle,
    problems,
    asked: [paragraph(sakText.rejectAbout), area('reason', sakText.rejectReason, typed.reason)],
    go: submit(sakText.reject, { verb: 'sak.reject', sakId, revision }),
  });
}
