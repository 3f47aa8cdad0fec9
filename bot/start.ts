import { createServer } from 'node:net';
import { join } from 'node:path';
import { ConfigError, type LocalConfig, readConfig } from './config.ts';
import { writeLocalManifest } from './manifest-local.ts';
import { type Program, startProgram } from './programs.ts';
import { agreesToReset, removeData } from './reset.ts';

const welcome = ({ roomUrl, port }: LocalConfig) => `
Utvalgsbot er i gang. Åpne prøverommet i nettleseren:

  ${roomUrl}

Fanen «Oversikt» viser saker, møter og tiltak. Den åpnes fra kortene i prøverommet, eller alene:

  http://127.0.0.1:${port}/tab/

Fire ting å prøve:
  1. Vær Aud Solbakken (sekretariatet): skriv «referat», fortsett på utkastet, forhåndsvis det og send det.
  2. Vær Ingrid Holtevik eller et annet medlem: trykk «Godkjenn», eller send en merknad.
  3. Still klokka til fristen, og se på utfallet i chatten til Aud.
  4. Vær Kjell Haugmo: åpne «Arbeidsgruppe felles opplæring», legg til Utvalgsbot, og sett opp et utvalg.

Ctrl-C stopper alt. Neste «npm start» fortsetter der du slapp; «npm start -- --reset» begynner på nytt.
`;
const UNVERIFIED = `
ADVARSEL: --unverified er på. Boten kontrollerer ikke hvem som sender: Alle programmer på denne maskinen kan gi seg
ut for hvem som helst. Bruk det bare til utprøving.
`;

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);
const complain = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/** `npm start`: the bot, and in local mode the try-out room beside it, until it is told to stop. */
async function start(): Promise<void> {
  let config: ReturnType<typeof readConfig>;
  try {
    config = readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(`Utvalgsbot kan ikke starte:\n${error.message}`);
    process.exitCode = 1;
    return;
  }
  if (config.mode === 'local') process.exit(await startLocal(config));
  const { run } = await import('./main.ts');
  await run();
}

/** Runs room and bot as processes of their own. Resolves with the exit code when both are gone. */
async function startLocal(config: LocalConfig): Promise<number> {
  const taken = await takenPorts(config);
  if (taken.length > 0) {
    complain(`Utvalgsbot kan ikke starte:\n${taken.join('\n')}`);
    return 1;
  }
  if (config.reset) {
    if (!(await agreesToReset(config.dataDir, config.yes))) return 1;
    removeData(config.dataDir);
    say('Alle data er slettet.');
  }

  const running = new Set<Program>();
  let told = false;
  const stopAll = async () => {
    await Promise.all([...running].map((program) => program.stop()));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      told = true;
      void stopAll();
    });
  const run = async (name: string, args: readonly string[]) => {
    const program = startProgram(name, args);
    running.add(program);
    void program.ended.then(() => running.delete(program));
    return (await program.ready) ? program : undefined;
  };
  const runBot = () => run('main', config.unverified ? ['--unverified'] : []);

  // the room first: it has the clock and the keys that the bot asks for
  const room = await run('local/main', roomArguments(config));
  const bot = room && !told ? await runBot() : undefined;
  if (!room || !bot) {
    await stopAll();
    return told ? 0 : 1;
  }
  say(welcome(config));
  if (config.unverified) complain(UNVERIFIED);

  const isOver = () => told || !running.has(room);
  void keepOffering(bot, runBot, isOver);
  const how = await room.ended;
  if (!told) complain(`Prøverommet har stoppet (${how}), så boten stoppes også.`);
  await stopAll();
  return told ? 0 : 1;
}

/** The bot may be ended alone, as a crash would; the room lives on, and Enter brings the bot back. */
async function keepOffering(
  first: Program,
  runBot: () => Promise<Program | undefined>,
  isOver: () => boolean,
): Promise<void> {
  for (let bot: Program | undefined = first; ; bot = await runBot()) {
    if (bot !== undefined && bot !== first) say('Utvalgsbot er i gang igjen.');
    const how = await bot?.ended;
    if (isOver()) return;
    if (how !== undefined) complain(`Utvalgsbot har stoppet (${how}). Prøverommet går videre.`);
    say('Trykk Enter for å starte boten igjen, eller Ctrl-C for å stoppe alt.');
    await new Promise((resolve) => process.stdin.resume().once('data', resolve));
    process.stdin.pause();
    if (isOver()) return;
  }
}

function roomArguments({ roomPort, roomUrl, port, dataDir, now }: LocalConfig): readonly string[] {
  const data = join(dataDir, 'room');
  const manifest = writeLocalManifest(dataDir, roomUrl);
  const args = [
    '--port',
    String(roomPort),
    '--bot',
    `http://127.0.0.1:${port}`,
    '--data',
    data,
    '--manifest',
    manifest,
  ];
  return now ? [...args, '--now', now.toISOString()] : args;
}

/** A sentence for each port that cannot be had; both are looked at before anything is started or deleted. */
async function takenPorts({ port, roomPort }: LocalConfig): Promise<readonly string[]> {
  if (port === 0) return ['PORT=0 går ikke her: Prøverommet må vite hvor boten er. Velg en port.'];
  if (port === roomPort) return ['PORT og ROOM_PORT er like. Velg to forskjellige porter.'];
  const sentence = (which: number, who: string, name: string) =>
    `Port ${which} til ${who} er opptatt. Kjører Utvalgsbot alt? Velg eventuelt en annen port med ${name}.`;
  return [
    ...((await isTaken(roomPort)) ? [sentence(roomPort, 'prøverommet', 'ROOM_PORT')] : []),
    ...((await isTaken(port)) ? [sentence(port, 'boten', 'PORT')] : []),
  ];
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // other trouble is said better by whoever really wants to listen there
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRINUSE'));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });
}

await start();
