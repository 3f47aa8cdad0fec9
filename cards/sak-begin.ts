import type { Committee } from '../store/committee/record.ts';
import type { Sak } from '../store/sak/record.ts';
import { typedOf } from '../store/sak/rules-draft.ts';
import { button, buttons, type Card, card, heading, type Input, paragraph, submit } from './elements.ts';
import { inPages } from './pages.ts';
import { fitting, shortened } from './size.ts';
import { committeeChoice, sakText } from './text/sak.ts';
import { sakProblemLines } from './text/sak-problems.ts';

/** What the committees in one choice may take of a message. */
const CHOICES_BYTES = 24 * 1024;
const LONGEST_CHOICE = 120;
/** Of more than these nothing is chosen beforehand. */
const LISTED = 12;

/** Which committee a sak is for: one's own first, then the organisation's. `page`: of a very long list. */
export function chooseSakCommitteeCard(
  { id: sakId, typed }: Sak,
  committees: readonly Committee[],
  { page = 0, problems = [] }: { readonly page?: number | undefined; readonly problems?: readonly string[] },
): Card {
  const all = committees.map((committee) => ({
    title: shortened(committeeChoice(committee), LONGEST_CHOICE),
    value: committee.id,
  }));
  const pages = inPages(all, CHOICES_BYTES);
  const shown = pages[page % pages.length] ?? [];
  const chosen = shown.find(({ value }) => value === typed?.committeeId) ?? shown[0];
  const input: Input = {
    type: 'Input.ChoiceSet',
    id: 'committeeId',
    label: sakText.committee,
    style: 'compact',
    placeholder: sakText.committeeHint,
    choices: shown,
    ...(all.length <= LISTED && chosen && { value: chosen.value }),
  };
  return card(
    heading(sakText.chooseTitle),
    ...sakProblemLines(problems),
    paragraph(sakText.chooseAbout),
    input,
    buttons(
      submit(sakText.next, { verb: 'sak.choose', sakId }),
      ...(pages.length > 1
        ? [button(sakText.moreCommittees, { verb: 'sak.committees', sakId, page: (page + 1) % pages.length })]
        : []),
    ),
  );
}

/** What somebody calls a sak that is being written. */
export function draftTitle(draft: Sak): string {
  const { title, what } = typedOf(draft);
  const [name = ''] = (title || what || '').trim().split('\n');
  return shortened(name, LONGEST_CHOICE) || sakText.unknownSak;
}

/** What a draft is called in a list. */
export function draftName(draft: Sak, committeeName: string): string {
  return sakText.draft(draftTitle(draft), committeeName);
}

/** What somebody has begun and not sent, and the way to a new sak. */
export function sakDraftsCard(
  drafts: readonly Sak[],
  nameOf: (committeeId: string) => string,
  committeeId: string | undefined,
): Card {
  return fitting(
    (shown) =>
      card(
        heading(sakText.draftsTitle),
        ...drafts
          .slice(0, shown)
          .flatMap((draft) => [
            paragraph(draftName(draft, nameOf(draft.committeeId))),
            buttons(
              button(sakText.carryOn, { verb: 'sak.edit', sakId: draft.id }),
              button(sakText.discard, { verb: 'sak.withdraw', sakId: draft.id }),
            ),
          ]),
        ...(drafts.length > shown ? [paragraph(sakText.moreDrafts(drafts.length - shown))] : []),
        buttons(button(sakText.newSak, { verb: 'sak.new', isNew: true, ...(committeeId && { committeeId }) })),
      ),
    Math.min(drafts.length, 8),
  );
}
