import { expect, test } from 'vitest';
import { digestDefinition } from '../../store/digest/repository.ts';
import { sendDigest } from '../../store/digest/rules.ts';
import type { Stored } from '../../store/effect.ts';
import { decode } from '../../store/engine/document.ts';
import type { Definition } from '../../store/engine/engine.ts';
import { tiltakDefinition } from '../../store/tiltak/repository.ts';
import { decideProposal } from '../../store/tiltak/rules-decide.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

// records as the first version with handlingsplaner stored them: never to be written anew
const rest = (schemaVersion: number) =>
  `"tenantId":"tenant-1","version":3,"schemaVersion":${schemaVersion},"keys":[],"outbox":[],"history":[{"at":"2026-01-02T09:00:00.000Z","by":"siv","what":"imported"}]`;
const AT = '"at":"2026-02-10T09:00:00.000Z"';
const TILTAK = `{"id":"tiltak-1",${rest(2)},"committeeId":"committee-1","planId":"plan-1","order":0,
  "place":{"focusArea":"Trygg utskrivning","goal":"Ventet hjem","point":"a)"},"text":"Lage sjekkliste",
  "cells":["Trygg utskrivning","Lage sjekkliste","FSU BU","Innen 2025",""],
  "imported":{"focusArea":"Trygg utskrivning","goal":"Ventet hjem","point":"a)","text":"Lage sjekkliste","owner":"FSU BU",
    "due":"Innen 2025","status":""},"owner":"FSU BU","ownerRef":{"kind":"committee","committeeId":"bu"},
  "ownerKeys":["committee:bu"],"due":"Innen 2025","dueOn":"2025-12-31","state":"open","openIn":"committee-1",
  "statuses":[{"text":"Så vidt begynt",${AT},"by":"siv","from":"plan"},
    {"class":"unclear","text":"Gjelder det alle?",${AT},"by":"berit","from":"answer"}],
  "proposal":{"kind":"clarify",${AT},"by":"berit"},
  "asks":[{${AT},"personId":"berit","digest":1}],"unreached":{"personId":"berit",${AT},"why":"blocked"},
  "silentToldAt":"2026-02-20T09:00:00.000Z","silentDecided":{"what":"leader",${AT},"by":"siv"},
  "handedOver":{"by":"kari","to":"berit",${AT}},"askDueAt":"2026-03-02T07:00:00.000Z","emitted":2}`;
const DIGEST = `{"id":"digest_berit",${rest(1)},"personId":"berit","rhythm":"weekly",
  "items":[{"tiltakId":"tiltak-1","want":"ask",${AT}}],
  "sent":{"number":1,${AT},"items":[{"tiltakId":"tiltak-2","want":"silent",${AT}}]},"earlier":[],
  "lastAt":"2026-02-10T09:00:00.000Z","sendDueAt":"2026-03-02T07:00:00.000Z","emitted":1}`;

const read = <T extends Stored>(definition: Definition<T>, text: string): T =>
  decode(definition, 'x', JSON.parse(text));
const clocks = { now: NOW, realNow: REAL_NOW };

test('a tiltak of a plan is answered, and what the committee is asked about it is decided', () => {
  const tiltak = read(tiltakDefinition, TILTAK);
  const said = accepted(answerStatus(tiltak, { class: 'done' }, { personId: 'berit', from: 'answer' }, NOW));
  expect(said).toMatchObject({ statuses: [{}, {}, { class: 'done' }], asks: [] });
  expect(said.silentToldAt).toBeUndefined();
  const by = { personId: 'lise', now: NOW, meetingId: 'meeting-1', sakId: 'sak-1' };
  expect(accepted(decideProposal(tiltak, { what: 'keep', text: '' }, by)).proposal).toMatchObject({
    decided: { what: 'keep' },
  });
});

test('a tiltak has its place among the others, whichever version stored it', () => {
  expect(read(tiltakDefinition, TILTAK).listed).toBe('1 2025-12-31 000000');
  const { order: _order, state: _state, statuses: _statuses, ...first } = JSON.parse(TILTAK);
  const stored = JSON.stringify({ ...first, schemaVersion: 1, place: undefined, asks: undefined, ownerId: 'kari' });
  expect(read(tiltakDefinition, stored).listed).toBe('1 2025-12-31 000000');
});

test('a digest is sent when its time has come', () => {
  const sent = accepted(sendDigest(read(digestDefinition, DIGEST), clocks));
  expect(sent).toMatchObject({ sending: 2, outbox: [{ kind: 'digest-card', number: 2 }] });
});
