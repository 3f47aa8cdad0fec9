import { agendaText } from '../cards/text/agenda.ts';
import { meetingTitle } from '../cards/text/meeting.ts';
import type { Offer } from '../store/offer.ts';
import type { Sak } from '../store/sak/record.ts';
import { dayOf } from '../store/time.ts';
import { contentOf, maySee, sentAgenda } from './agenda.ts';
import { fileName } from './file-name.ts';
import type { Made } from './made-file.ts';
import type { Deps } from './turn.ts';

/** What a meeting is called with, as this person may see it. */
export async function papersFile(deps: Deps, meetingId: string, personId: string): Promise<Made | undefined> {
  const agenda = await sentAgenda(deps, personId, meetingId);
  if ('refused' in agenda) return undefined;
  const { meeting, committee, saker } = agenda;
  const visible = (sak: Sak) => maySee(agenda, sak, personId);
  const { papersDocx } = await import('./documents/papers-docx.ts');
  return {
    name: `${fileName(agendaText.papersName(committee.shortName, dayOf(meeting.startsAt)))}.docx`,
    description: agendaText.offerPapers(meetingTitle(committee, meeting)),
    // another one when it says something else, or when somebody may see less of it
    edition: `${contentOf(agenda)} ${meeting.sent?.revision} ${meeting.sequence} ${saker.filter(visible).length}`,
    bytes: await papersDocx({ ...agenda, maySee: visible }),
  };
}

/** A file that is attached to a sak, by its number. */
export async function vedleggFile(
  deps: Deps,
  { meetingId, sakId, fileId }: Extract<Offer, { what: 'vedlegg' }>,
  personId: string,
): Promise<Made | undefined> {
  const agenda = await sentAgenda(deps, personId, meetingId);
  if ('refused' in agenda) return undefined;
  const sak = agenda.saker.find(({ id }) => id === sakId);
  const item = agenda.meeting.items.find((one) => one.sakId === sakId);
  const vedlegg = item?.attachments?.find(
    ({ attachment }) => attachment.kind === 'file' && attachment.fileId === fileId,
  );
  const source = await deps.files.collection.get(fileId);
  if (!sak || !vedlegg || !source || !maySee(agenda, sak, personId)) return undefined;
  const { number, attachment } = vedlegg;
  const bytes = Buffer.from(source.base64, 'base64');
  const description = agendaText.offerVedlegg(number, attachment.name);
  return { name: attachment.name, description, edition: String(number), bytes, copyOf: source.id };
}
