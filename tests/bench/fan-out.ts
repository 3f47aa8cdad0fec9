import { aFanOut } from '../support/fan-out.ts';

const SEATS = 160;
/** Teams takes fifty requests of one app in one tenant in any second (platform A5); to a known chat a card is one. */
const TENANT = { most: 50, ms: 1000 };

/**
 * The least time in which so many requests fit through a sliding window: the first fifty go at once, the fifty-first a
 * second after the first, and so on; from the first request to the last.
 */
function leastMs(requests: number): number {
  return Math.floor((requests - 1) / TENANT.most) * TENANT.ms;
}

/**
 * The theoretical least time for a round's 160 cards, by what it takes from the secretary's press until the try-out
 * room's connector, which keeps Teams' limits, has taken the last of them. One refusal for the limits and it is void.
 */
export async function fanOutRatio(say: (line: string) => void): Promise<number> {
  const fanOut = await aFanOut({ seats: SEATS });
  try {
    const started = performance.now();
    await fanOut.open();
    await fanOut.until(() => fanOut.cards().every((count) => count > 0));
    const took = performance.now() - started;
    const refused = Object.entries(fanOut.statuses()).filter(([status]) => status !== '201');
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
    const delivered = await fanOut.delivered();
    if (delivered !== SEATS || fanOut.cards().some((count) => count !== 1)) throw new Error('not one card each');
    say(
      `    ${SEATS} cards in ${took.toFixed(0)} ms, at least ${leastMs(SEATS)} ms: ${(leastMs(SEATS) / took).toFixed(2)}`,
    );
    return leastMs(SEATS) / took;
  } finally {
    await fanOut.close();
  }
}
