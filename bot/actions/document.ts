import { EDITABLE } from '../../cards/round-forms.ts';
import { leaderNames } from '../../cards/text/round-signing.ts';
import { change } from '../../store/change.ts';
import { peopleIn } from '../../store/committee/record.ts';
import { type Document, newDocument } from '../../store/document/record.ts';
import { openAbout, reviseDocument } from '../../store/document/rules.ts';
import { readDocument } from '../../store/document/rules-form.ts';
import type { TypedDocument } from '../../store/document/view.ts';
import { isDeadlineMoved } from '../../store/referat/rules-form.ts';
import { keepForRound } from '../../store/round/rules-keep.ts';
import { dayOf, timeOf } from '../../store/time.ts';
import { idFrom, sha256Of } from '../ids.ts';
import { namesIn } from '../names.ts';
import type { Deps, Handlers } from '../turn.ts';
import { ownDocument, runBy } from '../views/view.ts';
import { notice, show } from './answers.ts';
import { fileOf } from './referat.ts';

/** Rounds that somebody opens by hand: what is asked about, from its form to its sending. */
export const documentHandlers = {
  // the form's id follows from the press that asked for it, so that what it creates is created once
  'document.new': async (deps, { person, turnId }, { purpose, committeeId, fileId }) => {
    const committees = await runBy(deps, person.id);
    if (committees.length === 0) return notice('not-for-you');
    const chosen = committees.length === 1 ? committees[0]?.id : committeeId;
    if (chosen === undefined) return show({ view: 'document-committee', purpose, ...(fileId && { fileId }) });
    const typed = { committeeId: chosen, ...(fileId && { fileId }) };
    return show({ view: 'document-form', documentId: idFrom('document', turnId), purpose, typed });
  },

  'document.edit': async (deps, { person }, { documentId, fileId }) => {
    const own = await ownDocument(deps, person.id, documentId);
    if ('refused' in own) return notice(own.refused);
    const { document } = own;
    if (document.state !== 'draft') return notice('sent-before');
    const typed = typedOf(document);
    const { text: _text, ...kept } = typed;
    const { purpose } = document;
    return show({ view: 'document-form', documentId, purpose, typed: fileId ? { ...kept, fileId } : typed });
  },

  'document.preview': async (deps, { person, receivedAt }, { verb: _verb, documentId, purpose, ...typed }) => {
    const committees = await runBy(deps, person.id);
    const file = await fileOf(deps, person.id, typed.fileId);
    const writer = { committees, personId: person.id, now: receivedAt, hash: sha256Of };
    const kept = await keptText(deps, documentId, typed);
    const read = readDocument(purpose, { ...kept, ...typed }, { ...writer, ...(file && { file }) });
    if ('problems' in read)
      return show({ view: 'document-form', documentId, purpose, typed, problems: [...read.problems] });
    const { input } = read;
    const tenantId = committees.find(({ id }) => id === input.committeeId)?.tenantId ?? person.tenantId;
    const { collection } = deps.documents;
    if ((await collection.insert(newDocument(documentId, tenantId, input, person.id, receivedAt))) === 'duplicate') {
      const revised = await change(collection, documentId, (document) => reviseDocument(document, input, writer));
      if (!revised.ok) return notice(revised.refusal);
    }
    const moved = isDeadlineMoved(typed);
    return show({ view: 'document-preview', documentId, ...(moved && { moved }) });
  },

  'document.page': async (_deps, _turn, { documentId, page }) =>
    show({ view: 'document-preview', documentId, ...(page !== undefined && { page }) }),

  'document.open': async (deps, { person, receivedAt }, { documentId, revision }) => {
    const own = await ownDocument(deps, person.id, documentId);
    if ('refused' in own) return notice(own.refused);
    const { document, committee } = own;
    const nameOf = await namesIn(deps, peopleIn(committee));
    const opening = { committee, openedBy: person.id, nameOf, hash: sha256Of, leaderNames };
    const clocks = { now: receivedAt, realNow: deps.realNow() };
    const opened = openAbout(document, revision, opening, clocks);
    if (!opened.ok) {
      // sent before, by the same press delivered twice or by a colleague: its round is the answer
      if (opened.refusal === 'sent-before' && document.round)
        return show({ view: 'round-status', roundId: document.round.id });
      return show({ view: 'document-preview', documentId, problem: opened.refusal });
    }
    const round = opened.value;
    const keeping = { revision, roundId: round.id, sentBefore: 'sent-before' } as const;
    const kept = await change(deps.documents.collection, documentId, (draft) =>
      keepForRound(draft, keeping, receivedAt),
    );
    if (!kept.ok) return show({ view: 'document-preview', documentId, problem: kept.refusal });
    const view = { view: 'round-status', roundId: round.id } as const;
    if ((await deps.rounds.collection.insert(round)) === 'inserted') return { view, round };
    // the same press delivered twice; or a colleague was first, so long ago that the draft was rewritten since
    const made = await deps.rounds.collection.get(round.id);
    const isSame = made?.textHashes[0] === round.textHashes[0];
    return isSame ? { view } : show({ view: 'document-preview', documentId, problem: 'sent-before' });
  },
} satisfies Partial<Handlers>;

/** What the form could not hold and therefore did not send: the text of a draft. */
async function keptText(deps: Deps, documentId: string, { text, fileId }: TypedDocument): Promise<TypedDocument> {
  if (text !== undefined || fileId !== undefined) return {};
  const document = await deps.documents.collection.get(documentId);
  return document === undefined ? {} : { text: document.text };
}

/** A draft as the form shows it; a text too long for a card stays where it is. */
function typedOf({ committeeId, title, text, file, proposal, askedGroup, deadline }: Document): TypedDocument {
  return {
    committeeId,
    title,
    ...(file === undefined && text.length <= EDITABLE && { text }),
    proposal: proposal.map((point, n) => `${n + 1}. ${point}`).join('\n'),
    askedGroup,
    deadlineOn: dayOf(deadline),
    deadlineTime: timeOf(deadline),
  };
}
