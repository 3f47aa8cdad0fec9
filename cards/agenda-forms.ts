import type { Committee } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import type { Sak } from '../store/sak/record.ts';
import type { Typed } from '../store/view-fields.ts';
import { button, buttons, type Card, card, heading, paragraph, prefilled, submit } from './elements.ts';
import { emptiable } from './emptiable.ts';
import { bytesOf } from './size.ts';
import { agendaProblemText, agendaText } from './text/agenda.ts';
import { meetingTitle } from './text/meeting.ts';
import { problemLines } from './text/problems.ts';

/** What a form may spend on the text that is edited in it. */
const EDITABLE_BYTES = 30 * 1024;

/** The text of one of the committee's fixed saker, to be written by hand. */
export function fixedSakForm(
  meetingId: string,
  sak: Sak,
  {
    typed,
    problems,
  }: { readonly typed?: { background: string; proposal: string }; readonly problems: readonly string[] },
): Card {
  const { background, proposal } = typed ?? { background: sak.background, proposal: sak.proposal.join('\n') };
  const back = button(agendaText.cancel, { verb: 'agenda.build', meetingId });
  const isTooLong = bytesOf([background, proposal]) > EDITABLE_BYTES;
  if (isTooLong && typed === undefined)
    return card(heading(sak.title), paragraph(agendaText.tooLongToEdit), buttons(back));
  return emptiable(
    card(
      heading(`${agendaText.editTitle}: ${sak.title}`),
      ...problemLines(problems, agendaProblemText),
      paragraph(agendaText.editAbout),
      {
        type: 'Input.Text',
        id: 'background',
        label: agendaText.background,
        isMultiline: true,
        ...prefilled(background),
      },
      { type: 'Input.Text', id: 'proposal', label: agendaText.proposal, isMultiline: true, ...prefilled(proposal) },
      buttons(submit(agendaText.save, { verb: 'agenda.edit', meetingId, sakId: sak.id }), back),
    ),
  );
}

/** Where a sent agenda was published. */
export function agendaPublishCard(
  meeting: Meeting,
  committee: Committee,
  { typed, problems }: { readonly typed: Typed; readonly problems: readonly string[] },
): Card {
  const { id: meetingId } = meeting;
  return card(
    heading(`${agendaText.publishTitle}: ${meetingTitle(committee, meeting)}`),
    ...problemLines(problems, agendaProblemText),
    paragraph(agendaText.publishAbout),
    {
      type: 'Input.Text',
      id: 'where',
      label: agendaText.publishWhere,
      ...prefilled(typed.where ?? committee.settings.publishedAt),
    },
    buttons(
      submit(agendaText.save, { verb: 'agenda.publish', meetingId }),
      button(agendaText.cancel, { verb: 'agenda.card', meetingId }),
    ),
  );
}
