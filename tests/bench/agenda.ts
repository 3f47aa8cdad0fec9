import { buildAgenda } from '../../store/meeting/rules-agenda.ts';
import { anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { wordsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';
import { accepted, NOW } from '../support/records.ts';

const MEETINGS = 1000;
const SAKER = 60;
const OTHERS = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Half of them held by the secretary's committee, a week apart; half of them coming in ten others that she serves too. */
function storedMeeting(n: number) {
  const week = Math.floor(n / 2 / OTHERS) + 1;
  const isHeld = n % 2 === 0;
  const days = isHeld ? -7 * (n / 2 + 1) : 7 * week;
  const startsAt = new Date(NOW.getTime() + days * DAY_MS);
  const meeting = aMeeting({
    id: `meeting-bench-${n}`,
    startsAt,
    endsAt: new Date(startsAt.getTime() + DAY_MS / 12),
  });
  const committeeId = `committee-other-${Math.floor(n / 2) % OTHERS}`;
  if (!isHeld) return { ...meeting, committeeId, comingIn: committeeId };
  const { comingIn: heldIn = '', ...held } = meeting;
  return { ...held, state: 'held' as const, heldIn };
}

/**
 * From asking for the agendas until one of 60 saker that was built is on the screen to be sent: what two presses of a
 * secretary take in the bot's own handlers, on a file of its own with 1,000 meetings; the median of several.
 */
export async function agendaMs(
  runs: number,
  median: (values: readonly number[]) => number,
  say: (line: string) => void,
): Promise<number> {
  const saker = Array.from({ length: SAKER }, (_, n) => anAcceptedSak(`bench-${n}`, { meetingId: 'meeting-1' }));
  const sakIds = saker.map(({ id }) => id);
  const built = accepted(buildAgenda(aMeeting(), sakIds, { personId: 'siv', now: NOW }));
  const others = Array.from({ length: OTHERS }, (_, n) => inChannel({ id: `committee-other-${n}`, keys: [] }));
  const meetings = Array.from({ length: MEETINGS }, (_, n) => storedMeeting(n));
  const room = await anAgendaRoom([inChannel(), ...others], [built, ...meetings], saker);
  try {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const started = performance.now();
      await room.card('siv', { verb: 'agenda.show' });
      const card = await room.card('siv', { verb: 'agenda.build', meetingId: built.id });
      times.push(performance.now() - started);
      const words = wordsOf(card);
      const missing = saker.filter(({ title }) => !words.includes(title));
      if (missing.length > 0) throw new Error(`the agenda lacks ${missing.length} saker: ${words.slice(0, 200)}`);
    }
    say(`    ${times.map((ms) => `${ms.toFixed(0)} ms`).join(', ')} until an agenda of ${SAKER} saker is shown`);
    return median(times);
  } finally {
    await room.end();
  }
}
