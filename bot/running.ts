import type { Running } from '../store/committee/rules-life.ts';
import type { Deps } from './turn.ts';

/** What goes on in a committee, and what stays as it is when it is closed. */
export async function runningIn(deps: Deps, committeeId: string) {
  const ids = [committeeId];
  const [rounds, meetings, nominations, saker, referater] = await Promise.all([
    deps.rounds.running(ids),
    deps.meetings.coming(ids),
    deps.nominations.running(ids),
    deps.saker.openIn(ids),
    deps.referater.active(ids),
  ]);
  const running: Running = {
    rounds: rounds.length,
    meetings: meetings.length,
    nominations: nominations.length,
  };
  return { running, remaining: { saker: saker.length, referater: referater.length } };
}
