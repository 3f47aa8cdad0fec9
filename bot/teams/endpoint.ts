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
import { ActivityTypes } from './sdk.ts';
import type { Rejection, Verify } from './verify.ts';

/** What is answered over HTTP. A refusal has no body: whoever forged a request learns nothing from it. */
export type Reply = { readonly status: number; readonly body?: object };
/** One POST: its Authorization header and its body as it came. Never throws. */
export type Endpoint = (authorization: string | undefined, body: Buffer) => Promise<Reply>;

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
    log,
    metrics,
    answerMs = ANSWER_MS,
  }: {
    readonly verify: Verify;
    readonly adapter: VerifiedAdapter;
    readonly receive: Receive;
    readonly log: Log;
    readonly metrics: Metrics;
    readonly answerMs?: number;
  },
): Endpoint {
  const allowedTenants = config.allowedTenants.map((tenant) => tenant.toLowerCase());
  const refuse = (status: number, reason: Refused): Reply => {
    metrics.rejected.inc({ reason });
    log('debug', 'request-refused', { reason });
    return { status };
  };

  adapter.onTurnError = async (context, error) => {
    const { text, reference } = faultAnswer(error);
    log('error', 'turn-failed', { reference, error });
    try {
      if (context.activity.type === ActivityTypes.Invoke) await answerInvoke(context, { kind: 'message', text });
      else await context.sendActivity(text);
    } catch (sending) {
      log('warn', 'fault-not-told', { reference, error: sending });
    }
  };

  const turn = async (activity: Activity, inbound: Inbound): Promise<Reply> => {
    const stop = metrics.turnSeconds.startTimer();
    const { kind } = inbound;
    let outcome = 'handled';
    const response = await adapter.runVerified(activity, async (context) => {
      try {
        const handled = receive(inbound);
        if (context.activity.type !== ActivityTypes.Invoke) return void (await handled);
        await answerInvoke(context, await inTime(handled, answerMs));
      } catch (error) {
        outcome = 'failed';
        throw error;
      }
    });
    stop();
    metrics.turns.inc({ kind, outcome });
    return { status: response?.status ?? 200, ...(response?.body && { body: response.body }) };
  };

  return async (authorization, body) => {
    try {
      if (!authorization) return refuse(401, 'no-token');
      const raw = parseObject(body);
      if (raw === undefined) return refuse(400, 'malformed-body');
      const activity = readActivity(raw);
      if (activity === undefined) return refuse(400, 'odd-activity');
      const { channelId, serviceUrl, type } = activity.envelope;
      const rejection = await verify(authorization, { channelId, serviceUrl });
      if (rejection === 'keys-unavailable') log('error', 'keys-unavailable');
      if (rejection !== undefined) return refuse(401, rejection);
      if (channelId !== 'msteams') return refuse(403, 'other-channel');
      if (!isAllowedService(serviceUrl, config.allowedServiceHosts)) return refuse(403, 'other-service');
      if (!allowedTenants.includes(activity.tenantId ?? '')) return refuse(403, 'other-tenant');
      const inbound = toInbound(activity, config.mode === 'local');
      if (inbound.kind === 'ignored') return type === 'invoke' ? refuse(400, 'unknown-invoke') : { status: 200 };
      return await turn(activity, inbound);
    } catch (error) {
      log('error', 'request-failed', { error });
      return { status: 500 };
    }
  };
}

async function answerInvoke(context: TurnContext, answer: Awaited<ReturnType<Receive>>): Promise<void> {
  const body = answer && invokeBody(answer);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
