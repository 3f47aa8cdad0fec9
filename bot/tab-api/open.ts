import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { tabVerifier } from '../teams/verify-tab.ts';
import type { Deps, Receive } from '../turn.ts';
import { tabApi } from './api.ts';
import { demoTokens } from './demo.ts';
import { tabFiles } from './files.ts';
import { pressesInTime } from './presses.ts';
import { type TabRoute, tabRoutes } from './routes.ts';

/** The tab of this configuration. `port`: where this program listens, once it does. */
export function openTab(
  config: Config,
  deps: Deps,
  receive: Receive,
  { log, metrics, port }: { readonly log: Log; readonly metrics: Metrics; readonly port: () => number },
): TabRoute {
  const onKeysFailure = (error: unknown) => log('error', 'keys-unavailable', { error });
  const { roomUrl } = config.mode === 'local' ? config : {};
  return tabRoutes({
    api: tabApi(deps, pressesInTime(receive, { log, metrics })),
    files: tabFiles({ ...(roomUrl && { roomUrl }) }),
    verify: tabVerifier(config.signIn, onKeysFailure),
    ...(roomUrl && { demo: demoTokens(roomUrl, identityOf(config), port) }),
    onRejected: (reason) => {
      metrics.rejected.inc({ reason });
      log('debug', 'request-refused', { reason });
    },
    onFailed: (error) => log('error', 'request-failed', { error }),
  });
}

/** Where the try-out room says who the bot is. */
function identityOf({ credentials, appId, channel }: Config): string {
  if (credentials.kind !== 'room') throw new Error('only the room gives demo persons');
  return `${credentials.url}?${new URLSearchParams({ resource: channel.scope, client_id: appId })}`;
}
