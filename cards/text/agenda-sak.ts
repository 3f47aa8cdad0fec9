import type { AgendaItem } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';

/** A vedlegg with its number across the meeting; without one before the agenda is sent. */
export type Vedlegg = { readonly number?: number; readonly attachment: Sak['attachments'][number] };

/** The vedlegg of a sak as the agenda has them, or as the sak has them before it is sent. */
export function vedleggOf(sak: Pick<Sak, 'attachments'>, item: AgendaItem | undefined): readonly Vedlegg[] {
  return item?.attachments ?? sak.attachments.map((attachment) => ({ attachment }));
}

/** «Sak 13/24: Ernæring» */
export function sakHeading({ title }: Pick<Sak, 'title'>, number: string | undefined): string {
  return number ? `Sak ${number}: ${title}` : title;
}

/** «Fra: UiT», «Til: SSU» and what kind of sak it is, each on a line. */
export function sakFacts({ from, to, type }: Pick<Sak, 'from' | 'to' | 'type'>): readonly string[] {
  return [`Fra: ${from}`, ...(to ? [`Til: ${to}`] : []), ...(type ? [`Type: ${type}`] : [])];
}

export const proposalHeading = 'Forslag til vedtak:';

/** The points of a proposal, numbered when there are several. */
export function proposalLines(proposal: readonly string[]): readonly string[] {
  return proposal.length > 1 ? proposal.map((point, n) => `${n + 1}. ${point}`) : proposal;
}

/** «Vedlegg 3: Notat.docx» */
export function vedleggName({ number, attachment }: Vedlegg): string {
  return `Vedlegg${number === undefined ? '' : ` ${number}`}: ${attachment.name}`;
}

/** The same, with the address of one that is a link. */
export function vedleggText(vedlegg: Vedlegg): string {
  const { attachment } = vedlegg;
  return `${vedleggName(vedlegg)}${attachment.kind === 'link' ? ` (${attachment.url})` : ''}`;
}

/** A whole sak as one text, as it is read page by page. */
export function sakText(sak: Sak, number: string | undefined, vedlegg: readonly Vedlegg[]): string {
  const { background, proposal } = sak;
  return [
    sakHeading(sak, number),
    sakFacts(sak).join('\n'),
    ...(background ? [background] : []),
    ...(proposal.length > 0 ? [[proposalHeading, ...proposalLines(proposal)].join('\n')] : []),
    ...(vedlegg.length > 0 ? [vedlegg.map(vedleggText).join('\n')] : []),
  ].join('\n\n');
}
