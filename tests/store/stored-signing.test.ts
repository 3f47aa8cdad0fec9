import { expect, test } from 'vitest';
import { documentDefinition } from '../../store/document/repository.ts';
import type { Stored } from '../../store/effect.ts';
import { decode } from '../../store/engine/document.ts';
import type { Definition } from '../../store/engine/engine.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import { answerRound } from '../../store/round/rules.ts';
import { tiltakDefinition } from '../../store/tiltak/repository.ts';
import { decideProposal } from '../../store/tiltak/rules-decide.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

// as the first version that signs and decides stored them: never to be written anew
const rest = '"tenantId":"t","version":3,"keys":[],"outbox":[],"history":[]';
const HASH = 'c8d0e6835f6d1465e73e896c380788ad8eccdd1746104fba073bcbac285cbaf7';
const SIGNING = `{"id":"round_document-1_1",${rest},"schemaVersion":1,"committeeId":"committee-1",
  "committeeName":"SSU","kind":"signering","subject":{"kind":"document","id":"document-1"},"title":"Årsrapport 2025",
  "matter":{"text":"Fire møter.","proposal":[]},"number":1,"textHashes":["${HASH}"],"rule":{"kind":"everyone"},
  "askedGroup":"leaders","openedBy":"siv","deadline":"2026-03-09T14:00:00.000Z","reminderLadder":[2,0],"status":"open",
  "openedAt":"2026-03-02T09:00:00.000Z","closeDueAt":"2026-03-09T14:00:00.000Z","runningIn":"committee-1",
  "seats":[{"seatId":"role:chair","seatName":"Leder","holderId":"lise","holderName":"Lise"},
    {"seatId":"role:vice-chair","seatName":"Nestleder","holderId":"nina","holderName":"Nina"}],
  "waitingFor":["lise","nina"],"followers":["siv"],"deliveries":[],"reminders":[],"emitted":3,
  "answers":[{"seatId":"role:chair","personId":"lise","choice":"sign","textHash":"${HASH}",
    "receivedAt":"2026-03-02T09:00:00.000Z"}]}`;
const DOCUMENT = `{"id":"document-1",${rest},"schemaVersion":1,"committeeId":"committee-1","purpose":"signering",
  "title":"Årsrapport 2025","text":"Fire møter.","proposal":[],"askedGroup":"leaders",
  "deadline":"2026-03-09T14:00:00.000Z","revision":1,"state":"draft","writtenBy":"siv","draftIn":"committee-1"}`;
const TILTAK = `{"id":"tiltak-1",${rest},"schemaVersion":2,"committeeId":"committee-1","order":0,"place":{},
  "text":"Klarere","ownerKeys":[],"source":{"sakId":"s","meetingId":"m","number":"25/25","point":3},"state":"open",
  "openIn":"committee-1","statuses":[],"asks":[],"emitted":0,
  "proposal":{"kind":"clarify","at":"2026-03-02T09:00:00.000Z","by":"ola","meetingId":"m",
    "decided":{"what":"clarify","at":"2026-03-02T09:00:00.000Z","by":"siv","meetingId":"m","sakId":"s",
      "before":"Uklart"}}}`;

const read = <T extends Stored>(definition: Definition<T>, text: string): T =>
  decode(definition, 'x', JSON.parse(text));

test('a signing goes on with what was signed', () => {
  const round = read(roundDefinition, SIGNING);
  const both = accepted(answerRound(round, { personId: 'nina', textHash: HASH, choice: 'sign' }, NOW, REAL_NOW));
  expect(both.status).toBe('approved');
});

test('a draft that is to be signed still is', () => {
  expect(read(documentDefinition, DOCUMENT)).toMatchObject({ purpose: 'signering', askedGroup: 'leaders' });
});

test('what was decided of a tiltak is known, and how it read before', () => {
  const tiltak = read(tiltakDefinition, TILTAK);
  const inMeeting = { personId: 'siv', now: NOW, meetingId: 'm', sakId: 's' };
  const kept = accepted(decideProposal(tiltak, { what: 'keep', text: '' }, inMeeting));
  expect(kept.text).toBe('Uklart');
});
