import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Stored } from '../../store/effect.ts';
import { indexFor } from '../../store/engine/document.ts';
import type { Collection, Definition, IndexSpec } from '../../store/engine/engine.ts';
import { describeIndexes } from '../support/engine-contract-indexes.ts';
import { subjects } from '../support/store-questions.ts';
import { aTracedSqliteStore } from '../support/store-sqlite-trace.ts';

describeIndexes('SQLite', aTracedSqliteStore);

/** A collection that holds nothing, and notes which indexes it was asked through. */
function anEmptyCollection(definition: Definition<Stored>, asked: IndexSpec<Stored>[]): Collection<Stored> {
  return {
    get: async () => undefined,
    getByKey: async () => undefined,
    find: async (where, options = {}) => {
      asked.push(indexFor(definition, where, options));
      return { records: [] };
    },
    count: async (where, options = {}) => {
      asked.push(indexFor(definition, where, options));
      return 0;
    },
    insert: async () => 'inserted',
    replace: async () => 'replaced',
  };
}

describe('the list of questions', () => {
  const store = new URL('../../store/', import.meta.url);
  const capabilities = readdirSync(store).filter((name) => existsSync(new URL(`${name}/repository.ts`, store)));

  test.each(capabilities)('has every function of store/%s/repository.ts', async (name) => {
    const exported: Record<string, unknown> = await import(new URL(`${name}/repository.ts`, store).href);
    const { [`${name}Definition`]: definition, [`${name}Repository`]: repository } = exported;
    const subject = subjects.find((one) => one.definition === definition);
    const functions = Object.keys((repository as (collection: object) => object)({})).filter(
      (key) => key !== 'collection',
    );
    expect(subject, 'it is listed').toBeDefined();
    expect(subject?.questions.map((question) => question.name)).toEqual(expect.arrayContaining(functions));
  });

  test.each(subjects.map((subject) => [subject.definition.name, subject] as const))(
    'needs every index that %s have',
    async (_name, { definition, questions }) => {
      const asked: IndexSpec<Stored>[] = [];
      for (const { ask } of questions) await ask(anEmptyCollection(definition, asked));
      expect(new Set(asked)).toEqual(new Set(definition.indexes));
    },
  );
});
