import { ballotDefinition, ballotRepository } from '../store/ballot/repository.ts';
import { committeeDefinition, committeeRepository } from '../store/committee/repository.ts';
import { conversationDefinition, conversationRepository } from '../store/conversation/repository.ts';
import { digestDefinition, digestRepository } from '../store/digest/repository.ts';
import { documentDefinition, documentRepository } from '../store/document/repository.ts';
import type { Collection, Engine } from '../store/engine/engine.ts';
import { fileDefinition, fileRepository } from '../store/file/repository.ts';
import { meetingDefinition, meetingRepository } from '../store/meeting/repository.ts';
import { nominationDefinition, nominationRepository } from '../store/nomination/repository.ts';
import { numbersDefinition, numbersRepository } from '../store/numbers/repository.ts';
import { personDefinition, personRepository } from '../store/person/repository.ts';
import { planImportDefinition, planImportRepository } from '../store/plan/import-repository.ts';
import { planDefinition, planRepository } from '../store/plan/repository.ts';
import { referatDefinition, referatRepository } from '../store/referat/repository.ts';
import { roundDefinition, roundRepository } from '../store/round/repository.ts';
import { sakDefinition, sakRepository } from '../store/sak/repository.ts';
import { setupDefinition, setupRepository } from '../store/setup/repository.ts';
import { tiltakDefinition, tiltakRepository } from '../store/tiltak/repository.ts';

/** Everything the bot stores, one entry each. */
export type Records = Awaited<ReturnType<typeof openRecords>>;

/** Opens every collection of an engine, and makes what it lacks. */
export async function openRecords(engine: Engine) {
  return {
    committees: committeeRepository(await engine.collection(committeeDefinition)),
    persons: personRepository(await engine.collection(personDefinition)),
    conversations: conversationRepository(await engine.collection(conversationDefinition)),
    referater: referatRepository(await engine.collection(referatDefinition)),
    rounds: roundRepository(await engine.collection(roundDefinition)),
    documents: documentRepository(await engine.collection(documentDefinition)),
    files: fileRepository(await engine.collection(fileDefinition)),
    setups: setupRepository(await engine.collection(setupDefinition)),
    saker: sakRepository(await engine.collection(sakDefinition)),
    meetings: meetingRepository(await engine.collection(meetingDefinition)),
    numbers: numbersRepository(await engine.collection(numbersDefinition)),
    ballots: ballotRepository(await engine.collection(ballotDefinition)),
    nominations: nominationRepository(await engine.collection(nominationDefinition)),
    tiltak: tiltakRepository(await engine.collection(tiltakDefinition)),
    plans: planRepository(await engine.collection(planDefinition)),
    imports: planImportRepository(await engine.collection(planImportDefinition)),
    digests: digestRepository(await engine.collection(digestDefinition)),
  };
}

/** The collections whose records have something to send: each is delivered, and released when people may be contacted. */
export const SENDING = [
  'rounds',
  'persons',
  'conversations',
  'saker',
  'meetings',
  'numbers',
  'ballots',
  'committees',
  'nominations',
  'tiltak',
  'digests',
] as const satisfies readonly (keyof Records)[];
type Sending = (typeof SENDING)[number];

/** What the records of each of them are. */
export type RecordsSending = {
  readonly [K in Sending]: Records[K]['collection'] extends Collection<infer T> ? T : never;
};
