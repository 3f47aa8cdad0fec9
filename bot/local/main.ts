import { parseArgs } from 'node:util';
import { timeOf } from './calendar.ts';
import { runUntilTold } from './lifeline.ts';
import { startRoom } from './room.ts';

/** The try-out room as a process of its own. Everything it needs is said on the command line. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3979' },
    bot: { type: 'string', default: 'http://127.0.0.1:3978' },
    data: { type: 'string', default: '.data/room' },
    now: { type: 'string' },
    'app-id': { type: 'string' },
    tenant: { type: 'string' },
    manifest: { type: 'string' },
  },
});

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const port = Number(values.port);
const now = values.now === undefined ? undefined : timeOf(values.now);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`«${values.port}» er ikke en port.`);
if (values.now !== undefined && now === undefined) fail(`«${values.now}» er ikke et tidspunkt.`);

const room = await startRoom({
  port,
  botUrl: values.bot,
  dataDir: values.data,
  ...(now && { now }),
  ...(values['app-id'] && { appId: values['app-id'] }),
  ...(values.tenant && { tenantId: values.tenant }),
  ...(values.manifest && { manifest: values.manifest }),
}).catch((error: unknown) => {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    fail(`Prøverommet kan ikke starte: port ${port} er opptatt. Kjører det alt? Velg en annen port med ROOM_PORT.`);
  fail(`Prøverommet kan ikke starte: ${error instanceof Error ? error.message : String(error)}`);
});
// half a minute: what --now asks for is not past just because starting took a moment
if (now !== undefined && room.clock.now().getTime() - now.getTime() > 30_000)
  process.stderr.write('Klokka i prøverommet går bare framover, og er alt forbi tidspunktet i --now.\n');

runUntilTold(room.close);
