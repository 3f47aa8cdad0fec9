import { expect, test } from 'vitest';
import { digestDefinition } from '../../store/digest/repository.ts';
import { sendDigest } from '../../store/digest/rules.ts';
import type { Stored } from '../../store/effect.ts';
import { decode } from '../../store/engine/document.ts';
import type { Definition } from '../../store/engine/engine.ts';
import { planImportDefinition } from '../../store/plan/import-repository.ts';
import { planDefinition } from '../../store/plan/repository.ts';
import { useImport, wantedRows } from '../../store/plan/rules-import.ts';
import { tiltakDefinition } from '../../store/tiltak/repository.ts';
import { decideProposal } from '../../store/tiltak/rules-decide.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { merged } from '../support/plans.ts';
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
const PLAN = `{"id":"plan-1",${rest(1)},"committeeId":"committee-1","name":"Handlingsplan",
  "columns":[{"heading":"Tiltak","field":"text"},{"heading":"Ansvarlig","field":"owner"}],
  "contacts":[{"written":"Felles","personIds":["kari"]}],"dates":[{"written":"12. april","on":"2026-04-12"},{"written":"snart"}],
  "imports":[{${AT},"by":"siv","fileName":"Plan.docx","sha256":"${'a'.repeat(64)}","rows":1,"added":1,"changed":0,"gone":0}],
  "emitted":0}`;
const DIGEST = `{"id":"digest_berit",${rest(1)},"personId":"berit","rhythm":"weekly",
  "items":[{"tiltakId":"tiltak-1","want":"ask",${AT}}],
  "sent":{"number":1,${AT},"items":[{"tiltakId":"tiltak-2","want":"silent",${AT}}]},"earlier":[],
  "lastAt":"2026-02-10T09:00:00.000Z","sendDueAt":"2026-03-02T07:00:00.000Z","emitted":1}`;
const IMPORT = `{"id":"import-1",${rest(1)},"by":"siv","fileId":"file-1","fileName":"Plan.docx","sha256":"${'a'.repeat(64)}",
  "committeeId":"committee-1","planName":"Handlingsplan","columns":[{"heading":"Tiltak","field":"text"}],"byHand":{},
  "rows":[{"line":2,"text":"Lage sjekkliste | Prøve den","owner":"Felles","due":"12. april","status":"",
    "cells":["Lage sjekkliste\\nPrøve den"],"doubts":["several-tiltak","owner-collective","due-no-year"]}],
  "edits":[],"state":"preview","revision":2}`;

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

test('a plan is the same plan when its file is read again, with whom to ask and what a date means', () => {
  const plan = read(planDefinition, PLAN);
  const row = { line: 2, text: 'Ny rad', owner: 'Felles', due: '12. april', status: '', cells: ['Ny rad'], doubts: [] };
  const { added } = merged([read(tiltakDefinition, TILTAK)], [row], plan);
  expect(added).toMatchObject([{ planId: 'plan-1', contactIds: ['kari'], dueOn: '2026-04-12' }]);
});

test('a digest is sent when its time has come', () => {
  const sent = accepted(sendDigest(read(digestDefinition, DIGEST), clocks));
  expect(sent).toMatchObject({ sending: 2, outbox: [{ kind: 'digest-card', number: 2 }] });
});

test('a plan that was dropped and shown is read in', () => {
  const dropped = read(planImportDefinition, IMPORT);
  expect(wantedRows(dropped)).toMatchObject([{ at: 0, text: 'Lage sjekkliste | Prøve den' }]);
  const difference = { added: 1, changed: 0, unchanged: 0, gone: 0, lines: [] };
  expect(accepted(useImport(dropped, 2, { planId: 'plan-1', difference }, 'siv'))).toMatchObject({ state: 'storing' });
});
