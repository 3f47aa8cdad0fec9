import type { Committee } from '../store/committee/record.ts';
import type { Document } from '../store/document/record.ts';
import type { Purpose, TypedDocument } from '../store/document/view.ts';
import type { Asked } from '../store/round/record.ts';
import { innspillGroup, voteRule } from '../store/round/rules-open-matter.ts';
import {
  button,
  buttonRows,
  buttons,
  type Card,
  card,
  type Element,
  facts,
  heading,
  type Input,
  paragraph,
  prefilled,
  required,
  submit,
} from './elements.ts';
import { emptiable } from './emptiable.ts';
import { noticeLines } from './notice.ts';
import { pagedText } from './round.ts';
import { documentProblemText, documentText, purposeText } from './text/document.ts';
import { count, longTime } from './text/format.ts';
import { askedText } from './text/matter.ts';
import { problemLines } from './text/problems.ts';
import { referatText } from './text/referat.ts';
import { askedNames, roundAskedNames } from './text/round.ts';
import { signingText, signingWords } from './text/round-signing.ts';
import { committeeVoteText, voteRuleText } from './text/round-vote.ts';
import { wordsOf } from './text/round-words.ts';
import { deadlineInputs, type TextSource, textElement } from './text-inputs.ts';

/** Which committee is asked, when whoever asks runs rounds in several. */
export function chooseForDocumentCard(committees: readonly Committee[], purpose: Purpose, fileId?: string): Card {
  return card(
    heading(purposeText[purpose].formTitle),
    paragraph(documentText.chooseAbout),
    ...buttonRows(
      committees.map(({ id, shortName }) =>
        button(shortName, { verb: 'document.new', purpose, committeeId: id, ...(fileId && { fileId }) }),
      ),
    ),
  );
}

const textInputs = {
  vedtak: { label: documentText.background },
  innspill: { label: documentText.text, missing: documentProblemText['text-missing'] },
  signering: { label: documentText.signed, missing: documentProblemText['text-missing'] },
} as const satisfies Record<Purpose, { readonly label: string; readonly missing?: string }>;

/** The form for what is asked about, filled in with what was typed. */
export function documentFormCard({
  documentId,
  purpose,
  committee,
  typed,
  problems,
  source,
}: {
  readonly documentId: string;
  readonly purpose: Purpose;
  readonly committee: Committee;
  readonly typed: TypedDocument;
  readonly problems: readonly string[];
  /** The text, when it does not stand in an input. */
  readonly source?: TextSource;
}): Card {
  const { id: committeeId, shortName, settings, roles } = committee;
  const { fileId } = typed;
  const isVote = purpose === 'vedtak';
  const isReady =
    purpose === 'signering' ? roles.chairId !== undefined : !isVote || settings.approvalRule !== undefined;
  const data = { verb: 'document.preview', documentId, purpose, committeeId, ...(fileId && { fileId }) } as const;
  return emptiable(
    card(
      heading(`${purposeText[purpose].formTitle}: ${shortName}`),
      ...problemLines(problems, documentProblemText),
      {
        type: 'Input.Text',
        id: 'title',
        label: documentText.title,
        ...required(documentProblemText['title-missing']),
        ...prefilled(typed.title),
      },
      ...(isVote ? [proposalInput(typed)] : []),
      textElement(textInputs[purpose], typed.text, source),
      ...deadlineInputs(typed),
      ...askedElements(committee, purpose, typed),
      buttons(
        ...(isReady
          ? [submit(documentText.preview, data)]
          : [button(documentText.setup, { verb: 'setup.show', committeeId })]),
      ),
    ),
  );
}

/** Who is asked, and by which rule, as far as it is not chosen here. */
function askedElements(committee: Committee, purpose: Purpose, typed: TypedDocument): Element[] {
  switch (purpose) {
    case 'vedtak':
      return voteLines(committee);
    case 'innspill':
      return [askedInput(committee, typed)];
    case 'signering':
      return [
        paragraph(signersText(committee)),
        paragraph(`Regel: ${signingWords.rule({ rule: { kind: 'everyone' } })}`),
      ];
  }
}

/** Leder and nestleder; leder alone; or that nobody can. */
function signersText({ roles: { chairId, viceChairId } }: Committee): string {
  if (chairId === undefined) return documentProblemText['no-chair'];
  return viceChairId === undefined || viceChairId === chairId ? signingText.askedOne : signingText.asked;
}

function proposalInput(typed: TypedDocument): Input {
  return {
    type: 'Input.Text',
    id: 'proposal',
    label: documentText.proposal,
    isMultiline: true,
    ...required(documentProblemText['no-proposal']),
    ...prefilled(typed.proposal),
  };
}

/** Who votes, and by which rule: never on silence, whatever the committee does with its referater. */
function voteLines({ settings: { approvalRule } }: Committee): Element[] {
  return [
    paragraph(documentText.askedVoting),
    paragraph(approvalRule ? `Regel: ${committeeVoteText(approvalRule)}` : documentText.noRule),
  ];
}

function askedInput(committee: Committee, { askedGroup }: TypedDocument): Input {
  return {
    type: 'Input.ChoiceSet',
    id: 'askedGroup',
    label: documentText.asked,
    style: 'expanded',
    wrap: true,
    choices: (['voting', 'all'] as const).map((group) => ({ title: askedNames[group], value: group })),
    value: askedGroup ?? innspillGroup(committee),
  };
}

/** How it will be sent: to whom, until when and by which rule; then what is asked about, page by page. */
export function documentPreviewCard(
  document: Document,
  {
    committee,
    asked,
    signers = [],
    moved = false,
    problem,
    page = 0,
  }: {
    readonly committee: Committee;
    readonly asked: number;
    /** Those who sign, where that is what it is for. */
    readonly signers?: readonly Pick<Asked, 'holderName' | 'seatName'>[];
    readonly moved?: boolean;
    readonly problem?: string;
    readonly page?: number;
  },
): Card {
  const { id: documentId, purpose, revision, title } = document;
  const { approvalRule } = committee.settings;
  const rule =
    purpose === 'vedtak'
      ? approvalRule && voteRuleText(voteRule(approvalRule))
      : wordsOf({ kind: purpose }).rule({ rule: { kind: purpose === 'signering' ? 'everyone' : 'none' } });
  return card(
    heading(title),
    ...noticeLines(problem),
    paragraph(documentText.previewAbout),
    facts({
      Utvalg: committee.name,
      Svarfrist: longTime(document.deadline),
      'Sendes til':
        purpose === 'signering'
          ? signers.map(({ holderName, seatName }) => `${holderName} (${seatName.toLowerCase()})`).join(', ')
          : count(asked, 'medlem', 'medlemmer'),
      Spørres: purpose === 'signering' ? signersText(committee) : roundAskedNames[document.askedGroup],
      Regel: rule ?? documentText.noRule,
    }),
    ...(moved ? [paragraph(referatText.moved)] : []),
    buttons(
      button(purposeText[purpose].send, { verb: 'document.open', documentId, revision }),
      button(documentText.change, { verb: 'document.edit', documentId }),
    ),
    ...pagedText(askedText(document), page, (next) => ({ verb: 'document.page', documentId, page: next })),
  );
}
