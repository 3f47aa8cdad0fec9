import { meetingTitle } from '../../cards/text/meeting.ts';
import { roundName } from '../../cards/text/round.ts';
import { waitingText } from '../../cards/text/tab-waiting.ts';
import type { Committee } from '../../store/committee/record.ts';
import { isClosed, mayRunAgenda, mayRunRounds } from '../../store/committee/rules.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { isOver } from '../../store/meeting/rules-agenda-send.ts';
import type { Referat } from '../../store/referat/record.ts';
import type { Round } from '../../store/round/record.ts';
import { tally } from '../../store/round/rules-count.ts';
import { maySee } from '../../store/sak/rules.ts';
import { addDays, dayOf, startOf } from '../../store/time.ts';
import { openQuestions } from '../plan-questions.ts';
import type { Deps } from '../turn.ts';
import type { Reading } from './reading.ts';
import type { Waits } from './waiting.ts';

/** How long before a meeting its agenda is missed, and how long after it its referat is. */
const AGENDA_DAYS = 14;
const REFERAT_DAYS = 90;

/** What the chair, the vice chair and the secretariat have to see to, in the committees that they run. */
export async function waitingForRunners({ deps, viewerId, committees }: Reading): Promise<readonly Waits[]> {
  const open = committees.filter((committee) => !isClosed(committee));
  const agendas = open.filter((committee) => mayRunAgenda(committee, viewerId));
  const runs = open.filter((committee) => mayRunRounds(committee, viewerId));
  const all = await Promise.all([
    agendas.length > 0 ? saker(deps, viewerId, agendas) : [],
    agendas.length > 0 ? comingMeetings(deps, viewerId, agendas) : [],
    runs.length > 0 ? rounds(deps, runs) : [],
    runs.length > 0 ? referater(deps, runs) : [],
    runs.length > 0 ? documents(deps, runs) : [],
    ...runs.map((committee) => plans(deps, committee)),
  ]);
  return all.flat();
}

const idsOf = (committees: readonly Committee[]) => committees.map(({ id }) => id);
const namedIn = (committees: readonly Committee[], id: string) =>
  committees.find((one) => one.id === id)?.shortName ?? '';

async function saker(deps: Deps, viewerId: string, committees: readonly Committee[]): Promise<readonly Waits[]> {
  const open = await deps.saker.openIn(idsOf(committees));
  return open.flatMap((sak) => {
    const committee = committees.find(({ id }) => id === sak.committeeId);
    if (sak.status !== 'proposed' || !committee || !maySee(sak, committee, viewerId)) return [];
    const { id, title } = sak;
    return [
      { kind: 'secretariat', title, what: waitingText.toAccept, committee: committee.shortName, path: `saker/${id}` },
    ];
  });
}

/** Agendas that should have been sent, and meetings that have begun and whose protocol is not ended. */
async function comingMeetings(
  deps: Deps,
  viewerId: string,
  committees: readonly Committee[],
): Promise<readonly Waits[]> {
  const now = deps.now();
  const soon = startOf(addDays(dayOf(now), AGENDA_DAYS));
  const coming = await deps.meetings.comingBefore(idsOf(committees), soon);
  return coming.flatMap((meeting): readonly Waits[] => {
    const committee = committees.find(({ id }) => id === meeting.committeeId);
    if (committee === undefined) return [];
    const common = {
      kind: 'secretariat',
      title: meetingTitle(committee, meeting),
      committee: committee.shortName,
    } as const;
    const at = meeting.startsAt;
    if (at <= now)
      return mayRunRounds(committee, viewerId)
        ? [
            {
              ...common,
              what: waitingText.minutes,
              at,
              isOver: isOver(meeting, now),
              action: { verb: 'minutes.show', meetingId: meeting.id },
            },
          ]
        : [];
    const what = agendaWants(meeting);
    return what === undefined ? [] : [{ ...common, what, due: waitingText.on(at), at, path: `meetings/${meeting.id}` }];
  });
}

function agendaWants({ sent, sending, agendaRevision }: Meeting): string | undefined {
  if (sending !== undefined) return undefined;
  if (sent === undefined) return waitingText.noAgenda;
  return agendaRevision > sent.revision ? waitingText.agendaChanged : undefined;
}

async function rounds(deps: Deps, committees: readonly Committee[]): Promise<readonly Waits[]> {
  const running = await deps.rounds.running(idsOf(committees));
  return running.flatMap((round) => {
    const what = roundWants(round);
    if (what === undefined) return [];
    const { id, deadline, committeeName: committee } = round;
    const due = round.status === 'open' ? { due: waitingText.until(deadline) } : {};
    return [
      { kind: 'secretariat', title: roundName(round), what, ...due, at: deadline, committee, path: `rounds/${id}` },
    ];
  });
}

function roundWants(round: Round): string | undefined {
  if (round.status === 'undecided') return round.liftedToMeeting ? undefined : waitingText.undecidedRound;
  const { length } = tally(round).objections;
  return length > 0 ? waitingText.objections(length) : undefined;
}

/** Referater that are begun or approved and not published, and meetings that were held and have none. */
async function referater(deps: Deps, committees: readonly Committee[]): Promise<readonly Waits[]> {
  const from = addDays(dayOf(deps.now()), -REFERAT_DAYS);
  const ids = idsOf(committees);
  const [active, written, held] = await Promise.all([
    deps.referater.active(ids),
    deps.referater.since(ids, from),
    deps.meetings.heldSince(ids, startOf(from)),
  ]);
  return [
    ...active.flatMap((referat) => wantsOf(referat, namedIn(committees, referat.committeeId))),
    ...held
      .filter((meeting) => meeting.referatId === undefined && !written.some((referat) => isOf(referat, meeting)))
      .map((meeting) => ({
        kind: 'secretariat' as const,
        title: meetingTitle({ shortName: namedIn(committees, meeting.committeeId) }, meeting),
        what: waitingText.toWrite,
        committee: namedIn(committees, meeting.committeeId),
        action: { verb: 'minutes.show' as const, meetingId: meeting.id },
      })),
  ];
}

function isOf({ madeFrom, committeeId, meetingOn }: Referat, meeting: Meeting): boolean {
  return (
    madeFrom?.meetingId === meeting.id || (committeeId === meeting.committeeId && meetingOn === dayOf(meeting.startsAt))
  );
}

/** A round that was not decided stands among the rounds. */
function wantsOf({ id: referatId, title, state }: Referat, committee: string): readonly Waits[] {
  const what = waitingText.referat(state);
  if (what === undefined) return [];
  const verb = state === 'draft' ? 'referat.edit' : 'referat.show';
  return [{ kind: 'secretariat', title, what, committee, action: { verb, referatId } }];
}

async function documents(deps: Deps, committees: readonly Committee[]): Promise<readonly Waits[]> {
  return (await deps.documents.draftsIn(idsOf(committees))).map(({ id: documentId, title, committeeId }) => ({
    kind: 'secretariat',
    title,
    what: waitingText.document,
    committee: namedIn(committees, committeeId),
    action: { verb: 'document.edit', documentId },
  }));
}

async function plans(deps: Deps, committee: Committee): Promise<readonly Waits[]> {
  const found = await deps.plans.of(committee.id);
  const open = await Promise.all(found.map(({ id }) => openQuestions(deps, committee, id)));
  return open.flatMap((known) => {
    const asked = known?.questions.filter((question) => question.what !== 'owner' || !question.isPutOff).length ?? 0;
    if (known === undefined || asked === 0) return [];
    const { id: planId, name: title } = known.plan;
    const what = waitingText.planQuestions(asked);
    return [{ kind: 'secretariat', title, what, committee: committee.shortName, action: { verb: 'plan.ask', planId } }];
  });
}
