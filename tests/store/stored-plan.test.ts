import { expect, test } from 'vitest';
import type { Stored } from '../../store/effect.ts';
import { decode } from '../../store/engine/document.ts';
import type { Definition } from '../../store/engine/engine.ts';
import { planImportDefinition } from '../../store/plan/import-repository.ts';
import { planDefinition } from '../../store/plan/repository.ts';
import { endUse, useImport, wantedRows } from '../../store/plan/rules-import.ts';
import { tiltakDefinition } from '../../store/tiltak/repository.ts';
import { DIFFERENCE } from '../support/plan-cards.ts';
import { merged, planAfter } from '../support/plans.ts';
import { accepted } from '../support/records.ts';

// records as the first version with plans stored them: never to be written anew
const rest = '"tenantId":"t","version":3,"keys":[],"outbox":[],"history":[]';
const PLAN = `{"id":"plan-1",${rest},"schemaVersion":1,"committeeId":"committee-1","name":"Handlingsplan",
  "columns":[{"heading":"Tiltak","field":"text"},{"heading":"Hvem","field":"owner"},{"heading":"Når","field":"due"}],
  "contacts":[{"written":"Felles","personIds":["lise"]}],"dates":[{"written":"12. april","on":"2026-04-12"}],
  "imports":[{"at":"2026-03-02T09:00:00.000Z","by":"siv","fileName":"Plan.csv","sha256":"${'a'.repeat(64)}",
    "rows":1,"added":1,"changed":0,"gone":0}],"emitted":0}`;
const TILTAK = `{"id":"tiltak-1",${rest},"schemaVersion":2,"committeeId":"committee-1","planId":"plan-1","order":0,
  "place":{"focusArea":"Behov"},"text":"Lage plan","cells":["Lage plan","Felles","12. april"],
  "imported":{"focusArea":"Behov","text":"Lage plan","owner":"Felles","due":"12. april","status":""},
  "owner":"Felles","contactIds":["lise"],"ownerKeys":["person:lise"],"due":"12. april","dueOn":"2026-04-12",
  "state":"open","openIn":"committee-1","statuses":[],"asks":[],"askDueAt":"2026-04-13T06:00:00.000Z","emitted":0}`;
const IMPORT = `{"id":"import-1",${rest},"schemaVersion":1,"by":"siv","fileId":"file-1","fileName":"Plan.csv",
  "sha256":"${'a'.repeat(64)}","committeeId":"committee-1","planName":"Handlingsplan",
  "columns":[{"heading":"Tiltak","field":"text"}],"byHand":{"Tiltak":"text"},
  "rows":[{"line":2,"focusArea":"Behov","text":"Lage plan | Holde kurs","owner":"Felles","due":"12. april","status":"",
    "cells":["Lage plan | Holde kurs"],"doubts":["several-tiltak","due-no-year","owner-collective"]}],
  "edits":[{"at":0,"rows":[{"focusArea":"Behov","text":"Lage plan","owner":"Felles","due":"12. april","status":""},
    {"focusArea":"Behov","text":"Holde kurs","owner":"Felles","due":"12. april","status":""}]}],
  "state":"preview","revision":2}`;

const read = <T extends Stored>(definition: Definition<T>, text: string): T =>
  decode(definition, 'x', JSON.parse(text));

test('a plan that was previewed is stored as it was mended, into the plan that there is', () => {
  const given = read(planImportDefinition, IMPORT);
  const existing = [read(tiltakDefinition, TILTAK)];
  const found = merged(existing, wantedRows(given), read(planDefinition, PLAN));
  expect(planAfter(existing, found).map(({ text, contactIds, dueOn }) => [text, contactIds, dueOn])).toEqual([
    ['Lage plan', ['lise'], '2026-04-12'],
    ['Holde kurs', ['lise'], '2026-04-12'],
  ]);
  const used = accepted(useImport(given, 2, { planId: 'plan-1', difference: DIFFERENCE }, 'siv'));
  expect(accepted(endUse(used)).state).toBe('used');
});
