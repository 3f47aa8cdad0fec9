import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Receive, Teams } from '../turn.ts';
import { VerifiedAdapter } from './adapter.ts';
import { Connectors } from './connectors.ts';
import { credentialsFor } from './credentials.ts';
import { type Endpoint, teamsEndpoint } from './endpoint.ts';
import { teamsSender } from './sender.ts';
import { type Verify, verifier } from './verify.ts';

/** Everything between this program and Bot Framework: the way in, and the way out. */
export type Boundary = {
  readonly teams: Teams;
  readonly endpoint: (receive: Receive) => Endpoint;
};

/** Nobody is asked who they are: for local clients that sign nothing, on loopback alone. */
const unverified: Verify = async () => undefined;

export async function teamsBoundary(
  config: Config,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): Promise<Boundary> {
  const connectors = new Connectors(await credentialsFor(config), config.allowedServiceHosts);
  const adapter = new VerifiedAdapter(connectors, config);
  const open = config.mode === 'local' && config.unverified;
  const verify = open ? unverified : verifier({ appId: config.appId, ...config.channel });
  return {
    teams: teamsSender(connectors, `28:${config.appId}`),
    endpoint: (receive) => {
      const endpoint = teamsEndpoint(config, { verify, adapter, receive, log, metrics });
      return open ? (_authorization, body) => endpoint('none', body) : endpoint;
    },
  };
}
