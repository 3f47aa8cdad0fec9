import { MAX_COMMENT, MAX_REMARK, MAX_SAK, type Round } from '../store/round/record.ts';
import type { Typed } from '../store/view-fields.ts';
import {
  button,
  buttons,
  type Element,
  type Execute,
  heading,
  type Input,
  paragraph,
  prefilled,
  required,
  submit,
} from './elements.ts';
import { notice } from './text/notices.ts';
import { roundText } from './text/round.ts';
import { innspillText } from './text/round-innspill.ts';
import { signingText } from './text/round-signing.ts';
import { voteText } from './text/round-vote.ts';

/** The ways to answer, by the kind of the round, with what was typed; `more`: what else can be done with the text. */
export function answerWays(round: Round, typed: Typed, more: readonly Execute[]): Element[] {
  const { id: roundId, kind } = round;
  const textHash = round.textHashes.at(-1) ?? '';
  const vote = (title: string, choice: 'for' | 'against' | 'abstain' | 'lift-to-meeting') =>
    submit(title, { verb: 'round.vote', roundId, textHash, choice });
  switch (kind) {
    case 'godkjenning':
      return [
        buttons(
          button(roundText.approve, { verb: 'round.approve', roundId, textHash }),
          button(roundText.lift, { verb: 'round.lift', roundId, textHash }),
          ...more,
        ),
        ...remarkForm(round, typed),
      ];
    case 'vedtak':
      return [
        buttons(...more),
        heading(voteText.heading),
        commentInput(voteText.comment, typed, false),
        buttons(
          vote(voteText.for, 'for'),
          vote(voteText.against, 'against'),
          vote(voteText.abstain, 'abstain'),
          vote(voteText.lift, 'lift-to-meeting'),
        ),
      ];
    case 'innspill':
      return [
        buttons(...more),
        heading(innspillText.heading),
        ...innspillInputs(typed, true),
        buttons(
          submit(innspillText.send, { verb: 'round.comment', roundId, textHash }),
          button(innspillText.none, { verb: 'round.no-comment', roundId, textHash }),
        ),
      ];
    case 'signering':
      return [
        paragraph(signingText.about),
        buttons(button(signingText.sign, { verb: 'round.sign', roundId, textHash }), ...more),
        heading(signingText.remarkHeading),
        signingRemark(signingText.remark, typed, true),
        // what stands in the way of a signature is never a typo
        buttons(submit(signingText.sendRemark, { verb: 'round.remark', roundId, textHash, kind: 'realitet' })),
      ];
  }
}

function signingRemark(label: string, typed: Typed, isRequired: boolean): Input {
  return {
    type: 'Input.Text',
    id: 'text',
    label,
    isMultiline: true,
    maxLength: MAX_REMARK,
    ...(isRequired && required(notice('remark-missing'))),
    ...prefilled(typed.text),
  };
}

function commentInput(label: string, typed: Typed, isRequired: boolean): Input {
  return {
    type: 'Input.Text',
    id: 'text',
    label,
    isMultiline: true,
    maxLength: MAX_COMMENT,
    ...(isRequired && required(notice('comment-missing'))),
    ...prefilled(typed.text),
  };
}

/** What somebody has to say, and which point it is about. */
function innspillInputs(typed: Typed, isRequired: boolean): Input[] {
  return [
    { type: 'Input.Text', id: 'sak', label: innspillText.sak, maxLength: MAX_SAK, ...prefilled(typed.sak) },
    commentInput(innspillText.body, typed, isRequired),
  ];
}

/** What the secretariat may write down beside an answer that it registers, by the kind of the round. */
export function saidInputs({ kind }: Round, typed: Typed): Input[] {
  switch (kind) {
    case 'godkjenning':
      return remarkInputs(typed, false);
    case 'vedtak':
      return [commentInput(voteText.comment, typed, false)];
    case 'innspill':
      return innspillInputs(typed, false);
    case 'signering':
      return [signingRemark(signingText.theirRemark, typed, false)];
  }
}

/** The inputs of a remark, as they were typed. */
function remarkInputs(typed: Typed, isRequired: boolean): Input[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'kind',
      label: roundText.remarkKind,
      style: 'expanded',
      wrap: true,
      ...(isRequired && required(notice('remark-kind-missing'))),
      choices: [
        { title: roundText.remarkTypo, value: 'skrivefeil' },
        { title: roundText.remarkContent, value: 'realitet' },
      ],
      ...prefilled(typed.kind),
    },
    { type: 'Input.Text', id: 'sak', label: roundText.remarkSak, maxLength: MAX_SAK, ...prefilled(typed.sak) },
    {
      type: 'Input.Text',
      id: 'text',
      label: roundText.remarkBody,
      isMultiline: true,
      maxLength: MAX_REMARK,
      ...(isRequired && required(notice('remark-missing'))),
      ...prefilled(typed.text),
    },
  ];
}

function remarkForm(round: Round, typed: Typed): Element[] {
  const textHash = round.textHashes.at(-1) ?? '';
  return [
    heading(roundText.remarkHeading),
    ...remarkInputs(typed, true),
    buttons(submit(roundText.sendRemark, { verb: 'round.remark', roundId: round.id, textHash })),
  ];
}
