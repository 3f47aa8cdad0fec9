import type { Committee } from '../store/committee/record.ts';
import type { Referat } from '../store/referat/record.ts';
import { DEFAULT_TIME, type ReferatProblem } from '../store/referat/rules.ts';
import type { TypedReferat } from '../store/view.ts';
import {
  button,
  buttons,
  type Card,
  card,
  type Element,
  facts,
  heading,
  type Input,
  paragraph,
  prose,
  submit,
} from './elements.ts';
import { count, longTime, shortDayOn } from './text/format.ts';
import { notice } from './text/notices.ts';
import { referatProblemText } from './text/referat.ts';
import { ruleText } from './text/round.ts';

/** Problems of a form, said above it in words. */
function problemList(problems: readonly string[]): Element[] {
  if (problems.length === 0) return [];
  const said = problems.map((problem) =>
    Object.hasOwn(referatProblemText, problem) ? referatProblemText[problem as ReferatProblem] : notice(problem),
  );
  return [paragraph(`Rett dette først: ${said.join(' ')}`)];
}

/** The form for a referat, filled in with what was typed. `committees` are those the viewer may write for. */
export function referatFormCard({
  referatId,
  committees,
  typed,
  problems,
}: {
  readonly referatId: string;
  readonly committees: readonly Committee[];
  readonly typed: TypedReferat;
  readonly problems: readonly string[];
}): Card {
  const value = (text: string | undefined) => (text ? { value: text } : {});
  const required = (errorMessage: string) => ({ isRequired: true as const, errorMessage });
  const inputs: Input[] = [
    {
      type: 'Input.ChoiceSet',
      id: 'committeeId',
      label: 'Utvalg',
      style: 'compact',
      choices: committees.map(({ id, name }) => ({ title: name, value: id })),
      ...required(referatProblemText.committee),
      ...value(typed.committeeId),
    },
    {
      type: 'Input.Date',
      id: 'meetingOn',
      label: 'Møtedato',
      ...required(referatProblemText['meeting-day']),
      ...value(typed.meetingOn),
    },
    {
      type: 'Input.Text',
      id: 'title',
      label: 'Tittel',
      placeholder: 'Referat fra møte i utvalget',
      ...required(referatProblemText.title),
      ...value(typed.title),
    },
    {
      type: 'Input.Text',
      id: 'summary',
      label: 'Kort sammendrag (valgfritt)',
      isMultiline: true,
      ...value(typed.summary),
    },
    {
      type: 'Input.Text',
      id: 'text',
      label: 'Referatet',
      placeholder: 'Lim inn teksten her. Ta ikke med pasientopplysninger.',
      isMultiline: true,
      ...required(referatProblemText['text-missing']),
      ...value(typed.text),
    },
    {
      type: 'Input.Date',
      id: 'deadlineOn',
      label: 'Svarfrist, dato',
      ...required(referatProblemText.deadline),
      ...value(typed.deadlineOn),
    },
    {
      type: 'Input.Time',
      id: 'deadlineTime',
      label: 'Svarfrist, klokkeslett',
      value: typed.deadlineTime || DEFAULT_TIME,
    },
  ];
  return card(
    heading('Referat til e-postrunde'),
    ...problemList(problems),
    ...inputs,
    ...ruleLines(committees),
    buttons(submit('Forhåndsvis', { verb: 'referat.preview', referatId })),
  );
}

/** Each committee's rule in plain words; said once when they all have the same. */
function ruleLines(committees: readonly Committee[]): Element[] {
  const said = committees.map(({ shortName, settings: { approvalRule } }) => ({
    shortName,
    text: approvalRule ? ruleText(approvalRule) : notice('no-rule'),
  }));
  const texts = new Set(said.map(({ text }) => text));
  if (texts.size === 1) return [paragraph(`Regel: ${[...texts][0]}`)];
  return said.map(({ shortName, text }) => paragraph(`Regel i ${shortName}: ${text}`));
}

/** How the referat will be sent: to whom, until when and by which rule; then its text. */
export function referatPreviewCard(
  referat: Referat,
  { committee, moved, problem }: { readonly committee: Committee; readonly moved: boolean; readonly problem?: string },
): Card {
  const asked = committee.seats.filter(({ voting, memberId }) => voting && memberId !== undefined).length;
  const { approvalRule } = committee.settings;
  return card(
    heading(referat.title),
    ...(problem ? [paragraph(notice(problem))] : []),
    paragraph('Slik blir referatet sendt. Kontroller teksten, og send det på e-postrunde.'),
    facts({
      Utvalg: committee.name,
      Møtedato: shortDayOn(referat.meetingOn),
      Svarfrist: longTime(referat.deadline),
      'Sendes til': count(asked, 'stemmeberettiget medlem', 'stemmeberettigede medlemmer'),
      Regel: approvalRule ? ruleText(approvalRule) : notice('no-rule'),
    }),
    ...(moved ? [paragraph('Fristen du valgte, er en fridag. Den er flyttet til neste arbeidsdag.')] : []),
    buttons(
      button('Send på e-postrunde', { verb: 'round.open', referatId: referat.id, revision: referat.revision }),
      button('Endre', { verb: 'referat.edit', referatId: referat.id }),
    ),
    ...(referat.summary ? [paragraph(referat.summary)] : []),
    prose(referat.text),
  );
}
