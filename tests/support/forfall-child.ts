import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { change } from '../../store/change.ts';
import { mongoEngine } from '../../store/engine/mongo.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { meetingDefinition } from '../../store/meeting/repository.ts';
import { answerCall } from '../../store/meeting/rules-call-answer.ts';
import { clocksAt } from './forfall.ts';
import { allYeses, raced } from './forfall-race.ts';

// a process in which varas press «Ja» on command: `forfall-child.ts sqlite FILE` or `forfall-child.ts mongo ADDRESS`, then
// lines on its input: `race MEETING FROM`, from which of the presses on; a press is said once it is acknowledged
const [kind, address = ''] = process.argv.slice(2);
// written at once, so that a line that was written survives the process
const say = (line: string) => writeSync(1, `${line}\n`);

const open = kind === 'mongo' ? mongoEngine : sqliteEngine;
const engine = await open(address, { onUnreadable: () => {} });
const meetings = await engine.collection(meetingDefinition);

async function race(meetingId: string, from: number): Promise<void> {
  const presses = [...allYeses.slice(from), ...allYeses.slice(0, from)];
  await Promise.all(
    presses.map(async (press) => {
      const yes = { ...press, yes: true };
      const said = await change(meetings, meetingId, (meeting) => answerCall(meeting, raced, yes, clocksAt()));
      say(`${said.ok ? 'yes' : said.refusal} ${meetingId} ${press.forfallId} ${press.personId}`);
    }),
  );
  say(`done ${meetingId}`);
}

say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [word, meetingId = '', from = '0'] = line.split(' ');
  if (word === 'end') break;
  await race(meetingId, Number(from)).catch((error: Error) => say(`failed ${error.message}`));
}
await engine.close();
process.exit();
