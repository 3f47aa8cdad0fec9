import { chooseForDocumentCard, documentFormCard, documentPreviewCard } from '../../cards/document.ts';
import { documentText, purposeText } from '../../cards/text/document.ts';
import { leaderNames } from '../../cards/text/round-signing.ts';
import { peopleIn } from '../../store/committee/record.ts';
import { DEFAULT_TIME, proposedDeadline } from '../../store/referat/rules-form.ts';
import { askedSeats, leaderSeats } from '../../store/round/rules-ask.ts';
import { namesIn } from '../names.ts';
import { textSource } from './text-source.ts';
import { ownDocument, post, runBy, type Shows, said } from './view.ts';

/** What the secretariat and the chair see of a round that they are about to open by hand. */
export const documentShows: Shows<'document-committee' | 'document-form' | 'document-preview'> = {
  'document-committee': async (deps, viewerId, { purpose, fileId }) => {
    const committees = await runBy(deps, viewerId);
    return committees.length === 0
      ? said('not-for-you')
      : post(purposeText[purpose].formTitle, chooseForDocumentCard(committees, purpose, fileId));
  },
  'document-form': async (deps, viewerId, { documentId, purpose, typed, problems = [] }) => {
    const committees = await runBy(deps, viewerId);
    const committee = committees.find(({ id }) => id === typed?.committeeId) ?? committees[0];
    if (committee === undefined) return said('not-for-you');
    const proposed = {
      deadlineOn: proposedDeadline(committee.settings.roundDays, deps.now()),
      deadlineTime: DEFAULT_TIME,
    };
    const filled = { ...proposed, ...typed };
    const source = await textSource(deps, viewerId, filled, () => deps.documents.collection.get(documentId));
    const form = { documentId, purpose, committee, typed: filled, problems, ...(source && { source }) };
    return post(purposeText[purpose].formTitle, documentFormCard(form));
  },
  'document-preview': async (deps, viewerId, { documentId, moved, problem, page }) => {
    const own = await ownDocument(deps, viewerId, documentId);
    if ('refused' in own) return said(own.refused);
    const { document, committee } = own;
    const { askedGroup } = document;
    const signers =
      askedGroup === 'leaders' ? leaderSeats(committee, leaderNames, await namesIn(deps, peopleIn(committee))) : [];
    const asked =
      askedGroup === 'leaders' ? signers.length : askedSeats(committee, { group: askedGroup }, () => '').length;
    const shown = {
      committee,
      asked,
      signers,
      moved: moved ?? false,
      ...(problem && { problem }),
      ...(page && { page }),
    };
    return post(documentText.previewOf, documentPreviewCard(document, shown));
  },
};
