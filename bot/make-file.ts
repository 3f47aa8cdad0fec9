import { agendaText } from '../cards/text/agenda.ts';
import { fileText } from '../cards/text/file.ts';
import { meetingTitle } from '../cards/text/meeting.ts';
import type { Offer } from '../store/effect.ts';
import { versionOf } from '../store/referat/record.ts';
import { receiptOf } from '../store/round/receipt.ts';
import type { Sak } from '../store/sak/record.ts';
import { dayOf } from '../store/time.ts';
import { contentOf, maySee, sentAgenda } from './agenda.ts';
import { referatDocx } from './documents/referat-docx.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

type Made = {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** Another one when the same offer would give another file. */
  readonly edition: string;
  /** The stored file whose bytes these are. */
  readonly copyOf?: string;
};

/** Makes what was asked for as a file; undefined when it is gone. */
export async function makeFile(deps: Deps, offer: Offer, personId: string): Promise<Made | undefined> {
  switch (offer.what) {
    case 'receipt':
      return receiptFile(deps, offer);
    case 'referat':
      return referatFile(deps, offer);
    case 'papers':
      return papersFile(deps, offer.meetingId, personId);
    case 'vedlegg':
      return vedleggFile(deps, offer, personId);
  }
}

async function referatFile(deps: Deps, offer: Extract<Offer, { what: 'referat' }>): Promise<Made | undefined> {
  const referat = await deps.referater.collection.get(offer.referatId);
  const version = referat && versionOf(referat, offer.hash);
  if (referat === undefined || version === undefined) return undefined;
  const source = version.file && (await deps.files.collection.get(version.file.id));
  const description = fileText.offerReferat(referat.title);
  // the very file that the text was read from; a referat that was typed is made into one
  if (source)
    return {
      name: source.name,
      description,
      edition: '',
      bytes: Buffer.from(source.base64, 'base64'),
      copyOf: source.id,
    };
  return {
    name: `${fileName(referat.title)}.docx`,
    description,
    edition: '',
    bytes: await referatDocx(referat, version),
  };
}

/** What a meeting is called with, as this person may see it. */
async function papersFile(deps: Deps, meetingId: string, personId: string): Promise<Made | undefined> {
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

async function vedleggFile(
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

async function receiptFile(
  deps: Deps,
  { roundId, format }: Extract<Offer, { what: 'receipt' }>,
): Promise<Made | undefined> {
  const round = await deps.rounds.collection.get(roundId);
  const committee = round && (await deps.committees.collection.get(round.committeeId));
  const referat = round && (await deps.referater.collection.get(round.subject.id));
  if (!round || !committee || !referat) return undefined;
  const people = round.history.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf ?? by]);
  const nameOf = await namesIn(deps, [...new Set([...people, round.openedBy])]);
  const receipt = receiptOf(round, { committee, referat, nameOf });
  const name = `${fileName(fileText.receiptName(referat.title, round.number))}.${format}`;
  const description = fileText.offerReceipt(referat.title);
  const edition = String(round.version);
  if (format === 'json')
    return { name, description, edition, bytes: Buffer.from(`${JSON.stringify(receipt, undefined, 2)}\n`) };
  const { receiptDocx } = await import('./documents/receipt-docx.ts');
  return {
    name,
    description,
    edition,
    bytes: await receiptDocx(receipt, committee.settings.approvedBy ?? 'e-postrunde'),
  };
}

/** A title as a file name that every system takes. */
export function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}"*:<>?/\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, 100).replace(/[. ]+$/, '') || 'referat';
}
