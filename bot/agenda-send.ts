import { change } from '../store/change.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { completeSending } from '../store/meeting/rules-agenda-send.ts';
import { weighRisk } from '../store/meeting/rules-risk.ts';
import { numberOf, takeNumbers } from '../store/numbers/rules.ts';
import { done } from '../store/result.ts';
import { agendaOf, ledgerOf } from './agenda.ts';
import { layProposals } from './agenda-follow-up.ts';
import type { Deps } from './turn.ts';

/**
 * Finishes what somebody has begun to send: the saker get their numbers in one write of the ledger, then the meeting is
 * called. Safe to repeat, in any number of processes: whoever comes later finds it done.
 */
export async function finishSending(deps: Deps, meetingId: string): Promise<Meeting | undefined> {
  const agenda = await agendaOf(deps, meetingId);
  if (agenda === undefined) return undefined;
  const { meeting, committee, saker } = agenda;
  const { sending } = meeting;
  if (sending === undefined) return meeting;
  const { numbers, first } = await ledgerOf(deps, committee, meeting);
  await deps.numbers.collection.insert(numbers);
  const sakIds = meeting.items.map(({ sakId }) => sakId);
  const taken = await change(deps.numbers.collection, numbers.id, (ledger) =>
    takeNumbers(ledger, { meetingId, sakIds, first, by: sending.by }, sending.at),
  );
  if (!taken.ok) throw new Error('the ledger of numbers is gone');
  const attachments = new Map(saker.map((sak) => [sak.id, sak.attachments]));
  const numbered = {
    committee,
    revision: sending.revision,
    numberOf: (sakId: string) => numberOf(taken.value, sakId),
    attachmentsOf: (sakId: string) => attachments.get(sakId) ?? [],
  };
  await layProposals(deps, meeting);
  const clocks = { now: deps.now(), realNow: deps.realNow() };
  const completed = await change(deps.meetings.collection, meetingId, (current) => {
    const sent = completeSending(current, numbered, clocks);
    return sent.ok ? done(weighRisk(sent.value, committee, clocks)) : sent;
  });
  return completed.ok ? completed.value : undefined;
}
