import type { Metrics } from '../metrics.ts';
import { HeldBackError, ThrottledError } from '../turn.ts';
import { Limiter, type Request, type Ticket } from './limiter.ts';

/**
 * Makes a call when Teams' limits allow it. Throws `HeldBackError` when that is not soon, and then nothing was sent.
 * What the call throws is thrown on; a `ThrottledError` keeps others from running into the same refusal.
 */
export type Gate = <R>(request: Request, call: () => Promise<R>) => Promise<R>;

/**
 * The gate of one process, in real time. Several processes on one database have one each, so that together they may be
 * too fast for Teams: its refusals then slow each of them down, and nothing is lost (CONTRIBUTING, decisions).
 */
export function limitGate({ limited, throttled }: Pick<Metrics, 'limited' | 'throttled'>): Gate {
  // steps of the wall clock must not open or close anything
  const now = () => performance.now();
  const limiter = new Limiter();
  const waiting = new Map<Ticket, { readonly go: () => void; readonly leave: (error: HeldBackError) => void }>();
  let timer: NodeJS.Timeout | undefined;

  const decide = () => {
    clearTimeout(timer);
    const { go, leave, nextAt } = limiter.decide(now());
    for (const ticket of go) waiting.get(ticket)?.go();
    for (const { ticket, backAt } of leave)
      waiting.get(ticket)?.leave(new HeldBackError(new Date(Date.now() + Math.ceil(backAt - now()))));
    for (const ticket of [...go, ...leave.map((left) => left.ticket)]) waiting.delete(ticket);
    if (nextAt < Number.POSITIVE_INFINITY) timer = setTimeout(decide, Math.ceil(nextAt - now()));
  };

  const standInLine = async (ticket: Ticket) => {
    let hasWaited = false;
    try {
      await new Promise<void>((go, leave) => {
        waiting.set(ticket, { go, leave });
        decide();
        hasWaited = waiting.has(ticket);
      });
      if (hasWaited) limited.inc({ how: 'waited' });
    } catch (error) {
      limited.inc({ how: 'put-off' });
      throw error;
    }
  };

  const refuse = (ticket: Ticket, { retryAt }: ThrottledError) => {
    const until = retryAt && now() + (retryAt.getTime() - Date.now());
    throttled.inc({ whose: limiter.refuse(ticket, now(), until) });
  };

  return async (request, call) => {
    const ticket = limiter.arrive(request, now());
    await standInLine(ticket);
    try {
      return await call();
    } catch (error) {
      if (error instanceof ThrottledError) refuse(ticket, error);
      throw error;
    } finally {
      limiter.end(ticket, now());
      decide();
    }
  };
}
