import type { Committee } from '../store/committee/record.ts';
import { fixedOf } from '../store/meeting/rules-agenda.ts';
import type { Typed } from '../store/view-fields.ts';
import { button, buttons, type Card, card, heading, type Input, paragraph, prefilled, submit } from './elements.ts';
import { fixedTitle } from './text/agenda-fixed.ts';
import { meetingFormText } from './text/meeting-forms.ts';
import { meetingProblemLines } from './text/meeting-problems.ts';

/** The value of a place in the order that no sak has. */
const NONE = 'ingen';
const PLACES = Object.keys(fixedTitle).length;
/** So many committees can be chosen among in one card; those that are chosen are among them. */
const SHOWN = 60;

/** How a committee's agendas are made: as it is, or as it was typed. `others`: whose referater can be laid before it. */
export function agendaSettingsCard(
  committee: Committee,
  {
    others,
    typed,
    problems,
  }: {
    readonly others: readonly Pick<Committee, 'id' | 'shortName'>[];
    readonly typed: Typed;
    readonly problems: readonly string[];
  },
): Card {
  const { id: committeeId, settings, version: against } = committee;
  const { firstNumber, proposeDays, referaterFrom } = settings.agenda ?? {};
  const fixed = fixedOf(committee);
  const stands: Typed = {
    ...Object.fromEntries(fixed.map((kind, n) => [`fixed${n + 1}`, kind])),
    ...(firstNumber && { firstNumber: `${firstNumber.number}/${String(firstNumber.year).slice(2)}` }),
    ...(proposeDays !== undefined && { proposeDays: String(proposeDays) }),
    ...(referaterFrom && { referaterFrom: referaterFrom.join(',') }),
  };
  // what was typed says it all: a field that was emptied stays empty
  const filled = Object.keys(typed).length > 0 ? typed : stands;
  return card(
    heading(meetingFormText.settingsTitle),
    ...meetingProblemLines(problems.map((problem) => ({ problem }))),
    paragraph(meetingFormText.fixedAbout),
    ...Array.from({ length: PLACES }, (_, n) => fixedInput(n + 1, filled[`fixed${n + 1}`])),
    {
      type: 'Input.Text',
      id: 'firstNumber',
      label: meetingFormText.firstNumber,
      placeholder: meetingFormText.firstNumberHint,
      ...prefilled(filled.firstNumber),
    },
    paragraph(meetingFormText.firstNumberAbout),
    { type: 'Input.Text', id: 'proposeDays', label: meetingFormText.proposeDays, ...prefilled(filled.proposeDays) },
    ...(others.length > 0 ? [referaterInput(others, filled.referaterFrom)] : []),
    ...(others.length > SHOWN ? [paragraph(meetingFormText.referaterLeft(others.length - SHOWN))] : []),
    buttons(
      submit(meetingFormText.saveSettings, { verb: 'meeting.settings', committeeId, against }),
      button(meetingFormText.cancel, { verb: 'setup.show', committeeId }),
    ),
  );
}

function fixedInput(n: number, value: string | undefined): Input {
  const known = Object.entries(fixedTitle).map(([kind, title]) => ({ value: kind, title }));
  return {
    type: 'Input.ChoiceSet',
    id: `fixed${n}`,
    label: meetingFormText.fixed(n),
    style: 'compact',
    choices: [...known, { value: NONE, title: meetingFormText.fixedNone }],
    value: known.some((one) => one.value === value) ? (value ?? NONE) : NONE,
  };
}

function referaterInput(others: readonly Pick<Committee, 'id' | 'shortName'>[], chosen = ''): Input {
  const kept = chosen.split(',').filter((id) => others.some((other) => other.id === id));
  const shown = others.toSorted((a, b) => Number(kept.includes(b.id)) - Number(kept.includes(a.id))).slice(0, SHOWN);
  return {
    type: 'Input.ChoiceSet',
    id: 'referaterFrom',
    label: meetingFormText.referaterFrom,
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: shown.map(({ id, shortName }) => ({ value: id, title: shortName })),
    ...prefilled(kept.slice(0, SHOWN).join(',')),
  };
}
