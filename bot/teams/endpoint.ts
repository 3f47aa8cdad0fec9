import type { TurnContext } from 'botbuilder';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Inbound, Receive } from '../turn.ts';
import type { VerifiedAdapter } from './adapter.ts';
import { ANSWER_MS, faultAnswer, inTime, invokeBody } from './answers.ts';
import { isAllowedService } from './connectors.ts';
import { type Activity, readActivity, toInbound } from './inbound.ts';
import { parseObject } from './json.ts';
import type { Gate } from './limit-gate.ts';
import type { Request } from './limiter.ts';
import { ActivityTypes } from './sdk.ts';
import { undelivered } from './sender.ts';
import type { Rejection } from './token.ts';
import type { Caller, Verify } from './verify.ts';

/** What is answered over HTTP. A refusal has no body: whoever forged a request learns nothing from it. */
export type Reply = { readonly status: number; readonly body?: object };
/** One POST: who sent it, and its body as it came. Never throws. */
export type Endpoint = (caller: Caller, body: Buffer) => Promise<Reply>;

type Refused =
  | Rejection
  | 'malformed-body'
  | 'odd-activity'
  | 'other-channel'
  | 'other-tenant'
  | 'other-service'
  | 'unknown-invoke';

/** Lets verified activities of allowed tenants and services in, and nothing else. */
export function teamsEndpoint(
  config: Pick<Config, 'allowedTenants' | 'allowedServiceHosts' | 'mode'>,
  {
    verify,
    adapter,
    receive,
    gate,
    log,
    metrics,
    answerMs = ANSWER_MS,
  }: {
    readonly verify: Verify;
    readonly adapter: VerifiedAdapter;
    readonly receive: Receive;
    /** Keeps Teams' limits. */
    readonly gate: Gate;
    readonly log: Log;
    readonly metrics: Metrics;
    readonly answerMs?: number;
  },
): Endpoint {
  const allowedTenants = config.allowedTenants.map((tenant) => tenant.toLowerCase());
  const refuse = (status: number, reason: Refused, fields: string[] = []): Reply => {
    metrics.rejected.inc({ reason });
    log('debug', 'request-refused', { reason, ...(fields.length > 0 && { fields }) });
    return { status };
  };

  adapter.onTurnError = async (context, error) => {
    const { text, reference } = faultAnswer(error);
    log('error', 'turn-failed', { reference, error });
    try {
      if (context.activity.type === ActivityTypes.Invoke) await answerInvoke(context, { kind: 'message', text });
      else await gate(placeOf(context), () => tell(context, text));
    } catch (sending) {
      log('warn', 'fault-not-told', { reference, error: sending });
    }
  };

  const turn = async (activity: Activity, inbound: Inbound): Promise<Reply> => {
    const stop = metrics.turnSeconds.startTimer();
    const { kind } = inbound;
    let outcome = 'handled';
    const response = await adapter
      .runVerified(activity, async (context) => {
        try {
          const handled = receive(inbound);
          if (context.activity.type !== ActivityTypes.Invoke) return void (await handled);
          const { answer, isLate } = await inTime(handled, answerMs, (error) =>
            log('error', 'turn-failed-late', { error }),
          );
          if (isLate) outcome = 'late';
          await answerInvoke(context, answer);
        } catch (error) {
          outcome = 'failed';
          throw error;
        }
      })
      .finally(() => {
        stop();
        metrics.turns.inc({ kind, outcome });
      });
    return { status: response?.status ?? 200, ...(response?.body && { body: response.body }) };
  };

  const handle: Endpoint = async (caller, body) => {
    const raw = parseObject(body);
    if (raw === undefined) return refuse(400, 'malformed-body');
    const read = readActivity(raw);
    if (read.kind === 'bad') return refuse(400, 'odd-activity', read.why);
    const { channelId, serviceUrl, type } = read.envelope;
    const rejection = await verify(caller, { channelId, serviceUrl });
    if (rejection !== undefined) return refuse(401, rejection);
    if (channelId !== 'msteams') return refuse(403, 'other-channel');
    if (!isAllowedService(serviceUrl, config.allowedServiceHosts)) return refuse(403, 'other-service');
    if (!read.tenants.length || !read.tenants.every((tenant) => allowedTenants.includes(tenant)))
      return refuse(403, 'other-tenant');
    const inbound = toInbound(read, config.mode === 'local');
    if (inbound.kind === 'bad') return refuse(400, 'odd-activity', inbound.why);
    if (inbound.kind !== 'ignored') return turn(read, inbound);
    return type === 'invoke' ? refuse(400, 'unknown-invoke') : { status: 200 };
  };

  return async (caller, body) => {
    try {
      return await handle(caller, body);
    } catch (error) {
      log('error', 'request-failed', { error });
      return { status: 500 };
    }
  };
}

/** Throws as the sender does, so that the gate hears of Teams' limits from here too. */
async function tell(context: TurnContext, text: string): Promise<void> {
  try {
    await context.sendActivity(text);
  } catch (error) {
    throw undelivered(error);
  }
}

/** What an answer to this turn counts for. Teams names the tenant in every conversation. */
function placeOf({ activity: { conversation } }: TurnContext): Request {
  return { kind: 'send', tenantId: conversation.tenantId?.toLowerCase() ?? '', thread: conversation.id };
}

async function answerInvoke(context: TurnContext, answer: Awaited<ReturnType<Receive>>): Promise<void> {
  const body = answer && invokeBody(context.activity.name, answer);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
