import { type CardState, titleOf } from '../../cards/agenda.ts';
import { button } from '../../cards/elements.ts';
import { agendaText } from '../../cards/text/agenda.ts';
import { vedleggName, vedleggOf } from '../../cards/text/agenda-sak.ts';
import { outcomeText } from '../../cards/text/minutes.ts';
import { sakTypeText } from '../../cards/text/sak.ts';
import { tabMeetingText } from '../../cards/text/tab-meetings.ts';
import { mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import { isSent } from '../../store/meeting/rules-agenda.ts';
import { protocolOf } from '../../store/meeting/rules-protocol.ts';
import type { Sak } from '../../store/sak/record.ts';
import { maySee as mayOpen } from '../../store/sak/rules.ts';
import { numberedPoints } from '../../store/typed-text.ts';
import { type Agenda, asSent, maySee } from '../agenda.ts';
import { buttonOf } from './native.ts';
import type { WireAgendaPoint } from './wire-meetings.ts';

/** The agenda as far as it is for whoever looks: what was sent, and to those who build it also what was not. */
export function shownAgenda(agenda: Agenda, viewerId: string): Agenda {
  if (mayRunAgenda(agenda.committee, viewerId)) return agenda;
  return agenda.meeting.sent ? asSent(agenda) : { ...agenda, saker: [] };
}

/** Its saker, each as whoever looks may see it. `nowAt`: the sak that the meeting is at. */
export function pointsOf(agenda: Agenda, viewerId: string, nowAt?: string): WireAgendaPoint[] {
  return agenda.saker.map((sak) => pointOf(agenda, sak, viewerId, sak.id === nowAt));
}

function pointOf(agenda: Agenda, sak: Sak, viewerId: string, isNow: boolean): WireAgendaPoint {
  const { meeting, committee, numberOf } = agenda;
  const item = meeting.items.find(({ sakId }) => sakId === sak.id);
  const state: Pick<CardState, 'maySee'> = { maySee: (one) => maySee(agenda, one, viewerId) };
  const number = numberOf(sak.id);
  const isDraft = item === undefined || !isSent(item);
  const shown = {
    ...(number && { number }),
    title: titleOf(sak, state),
    ...(isDraft && { isDraft }),
    ...(isNow && { isNow }),
  } as const;
  if (!state.maySee(sak)) return { ...shown, papers: [], vedtak: [] };
  const kind = sak.fixed ? tabMeetingText.fixed : sak.type && sakTypeText[sak.type];
  const outcome = mayRunRounds(committee, viewerId) ? outcomeOf(agenda, sak) : undefined;
  // it stands on the sak itself: a vara, who has the papers alone, reads it in the referat
  const hasVedtak = sak.status === 'decided' && sak.meetingId === meeting.id && mayOpen(sak, committee, viewerId);
  return {
    ...shown,
    ...(kind && { kind }),
    ...wayTo(agenda, sak, viewerId, isDraft),
    papers: vedleggOf(sak, item).map(vedleggName),
    vedtak: hasVedtak ? numberedPoints(sak.vedtak ?? []) : [],
    ...(outcome && { outcome }),
  };
}

/** To the sak's own page; a vara, who has none, reads what was sent. */
function wayTo({ meeting, committee, numberOf }: Agenda, sak: Sak, viewerId: string, isDraft: boolean) {
  if (mayOpen(sak, committee, viewerId)) return { path: `saker/${sak.id}` };
  if (isDraft) return {};
  const action = { verb: 'agenda.read', meetingId: meeting.id, sakId: sak.id, page: 0 } as const;
  return { read: buttonOf(button(agendaText.read(numberOf(sak.id) ?? ''), action)) };
}

/** What was written of a sak so far, as those who write the protocol see it. */
function outcomeOf({ meeting }: Agenda, { id }: Sak): string | undefined {
  const item = protocolOf(meeting, id);
  return item === undefined || item.open ? undefined : outcomeText[item.outcome];
}
