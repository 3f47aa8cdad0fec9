import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { RoomCredentials } from '../teams/credentials.ts';
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
    ...(roomUrl && { demo: demoTokens(roomUrl, roomToken(config), port) }),
    onRejected: (reason) => {
      metrics.rejected.inc({ reason });
      log('debug', 'request-refused', { reason });
    },
    onFailed: (error) => log('error', 'request-failed', { error }),
  });
}

/** The bot's own token, as the try-out room gives it. */
function roomToken({ credentials, appId, channel }: Config): () => Promise<string> {
  if (credentials.kind !== 'room') throw new Error('only the room gives demo persons');
  const room = new RoomCredentials(credentials.url, channel.scope, appId);
  return () => room.getToken();
}
