import { z } from 'zod';

/** The committee's clock. In local mode the try-out room moves it; real time is never touched. */
export type Clock = { readonly now: () => Date; readonly move: (offsetMs: number) => void };

export function createClock(offsetMs: number): Clock {
  let ahead = offsetMs;
  return {
    now: () => new Date(Date.now() + ahead),
    move: (next) => {
      ahead = next;
    },
  };
}

const TIMEOUT_MS = 2000;
const offsetSchema = z.object({ offsetMs: z.number() });

/** How far the try-out room's clock is ahead; 0 when there is no room to ask. It also says so itself when it moves. */
export async function roomOffset(roomUrl: string): Promise<number> {
  try {
    const response = await fetch(`${roomUrl}/clock`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return offsetSchema.parse(await response.json()).offsetMs;
  } catch {
    return 0;
  }
}
