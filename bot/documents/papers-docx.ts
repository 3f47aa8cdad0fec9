import { agendaText } from '../../cards/text/agenda.ts';
import {
  proposalHeading,
  proposalLines,
  sakFacts,
  sakHeading,
  vedleggOf,
  vedleggText,
} from '../../cards/text/agenda-sak.ts';
import { meetingLine, meetingTitle } from '../../cards/text/meeting.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { AgendaItem, Meeting } from '../../store/meeting/record.ts';
import type { Sak } from '../../store/sak/record.ts';
import { blocksOf } from './blocks.ts';
import { headingOf, paragraphOf, written } from './paragraphs.ts';

/** What the papers of a meeting hold: its saker, and which of them this reader may see. */
export type Papers = {
  readonly meeting: Meeting;
  readonly committee: Committee;
  readonly saker: readonly Sak[];
  readonly numberOf: (sakId: string) => string | undefined;
  readonly maySee: (sak: Sak) => boolean;
};

/** Everything that a meeting is called with, as one Word document: the agenda, then sak by sak. */
export async function papersDocx({ meeting, committee, saker, numberOf, maySee }: Papers): Promise<Uint8Array> {
  const title = agendaText.cardTitle(committee.name);
  const items = new Map(meeting.items.map((item) => [item.sakId, item]));
  const nameOf = (sak: Sak) => sakHeading(maySee(sak) ? sak : { title: agendaText.closedSak }, numberOf(sak.id));
  return written(title, [
    paragraphOf(meetingTitle(committee, meeting)),
    paragraphOf(`${agendaText.time}: ${meetingLine(meeting)}`),
    headingOf(agendaText.saker),
    ...saker.map((sak) => paragraphOf(nameOf(sak))),
    ...saker.filter(maySee).flatMap((sak) => [headingOf(nameOf(sak)), ...sakBlocks(sak, items.get(sak.id))]),
  ]);
}

function sakBlocks(sak: Sak, item: AgendaItem | undefined) {
  const { background, proposal } = sak;
  const vedlegg = vedleggOf(sak, item).map((one) => {
    const asFile = one.attachment.kind === 'file' ? ` (${agendaText.asFile})` : '';
    return paragraphOf(`${vedleggText(one)}${asFile}`);
  });
  return [
    ...sakFacts(sak).map((line) => paragraphOf(line)),
    ...(background ? blocksOf(background) : []),
    ...(proposal.length > 0 ? [paragraphOf(proposalHeading, { bold: true })] : []),
    ...proposalLines(proposal).map((point) => paragraphOf(point)),
    ...vedlegg,
  ];
}
