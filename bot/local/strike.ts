import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConnectorCall, Faults } from './faults.ts';
import { HttpError, sendError } from './http.ts';
import type { ActivityLog, Entry } from './log.ts';

/** What Bot Framework calls its refusals. */
const CODES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'ForbiddenOperationException',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/** How a request was carried out: what the log has of it, and how it is sent. */
export type Outcome = { readonly status: number; readonly body?: unknown; readonly send: () => void };

/** Lets planned faults strike the bot's requests, and logs every one of them. */
export class Striker {
  private readonly faults: Faults;
  private readonly log: ActivityLog;

  constructor(faults: Faults, log: ActivityLog) {
    this.faults = faults;
    this.log = log;
  }

  /** Carries out a request unless a fault strikes; a refusal is answered as what it is. */
  async run(
    {
      request,
      response,
      call,
      ...told
    }: Pick<Entry, 'what' | 'who' | 'body'> & {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
      readonly call: ConnectorCall;
    },
    carryOut: () => Outcome,
  ): Promise<void> {
    const started = performance.now();
    const fault = this.faults.take(call);
    if (fault?.delayMs !== undefined) await wait(fault.delayMs);
    const note = (status: number, answer: unknown) => {
      const ms = Math.round(performance.now() - started);
      this.log.add({ ...told, at: new Date().toISOString(), direction: 'from-bot', status, ms, answer });
    };
    if (fault?.reset === 'before') {
      note(0, undefined);
      request.socket.destroy();
      return;
    }
    try {
      if (fault?.status !== undefined)
        throw new HttpError(
          fault.status,
          fault.code ?? CODES[fault.status] ?? 'Planned',
          'A planned fault.',
          fault.retryAfter,
        );
      const { status, body, send } = carryOut();
      note(status, body);
      if (fault?.reset === 'after') request.socket.destroy();
      else send();
    } catch (error) {
      note(error instanceof HttpError ? error.status : 500, undefined);
      sendError(response, error);
    }
  }
}
