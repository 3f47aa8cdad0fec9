import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Receive, Teams } from '../turn.ts';
import { VerifiedAdapter } from './adapter.ts';
import { Connectors } from './connectors.ts';
import { credentialsFor } from './credentials.ts';
import { type Endpoint, teamsEndpoint } from './endpoint.ts';
import { FileTransfer } from './files.ts';
import { limitGate } from './limit-gate.ts';
import { teamsSender } from './sender.ts';
import { unverified, verifier } from './verify.ts';

/** Everything between this program and Bot Framework: the way in, and the way out. */
export type Boundary = {
  readonly teams: Teams;
  readonly endpoint: (receive: Receive) => Endpoint;
};

/** Throws when the credentials are not of a kind that the SDK can use, before anything is listened to. */
export async function teamsBoundary(
  config: Config,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): Promise<Boundary> {
  const connectors = new Connectors(await credentialsFor(config), config.allowedServiceHosts);
  const adapter = new VerifiedAdapter(connectors, config);
  const onKeysFailure = (error: unknown) => log('error', 'keys-unavailable', { error });
  const verify =
    config.mode === 'local' && config.unverified
      ? unverified
      : verifier({ appId: config.appId, ...config.channel, onKeysFailure });
  const gate = limitGate(metrics);
  return {
    teams: teamsSender(connectors, new FileTransfer(config.allowedFileHosts), `28:${config.appId}`, gate),
    endpoint: (receive) => teamsEndpoint(config, { verify, adapter, receive, gate, log, metrics }),
  };
}
