import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLock } from './support/notices.ts';

const lock = readLock();
const paths = Object.keys(lock).filter((path) => path !== '');

describe('the lock file', () => {
  test('names no registry', () => {
    expect(paths.filter((path) => lock[path]?.resolved !== undefined)).toEqual([]);
  });

  test('has every platform package that a package asks for, so that it installs everywhere', () => {
    const asked = Object.values(lock).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    expect(asked.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
  });

  test('has one uuid, a version without the known flaw', () => {
    const versions = paths.filter((path) => path.endsWith('node_modules/uuid')).map((path) => lock[path]?.version);
    expect(versions).toEqual(['11.1.1']);
  });

  test('has the types of the oldest Node that is supported, and no others', () => {
    const versions = paths
      .filter((path) => path.endsWith('node_modules/@types/node'))
      .map((path) => lock[path]?.version);
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatch(/^20\./);
  });
});

test('the third-party notice lists every package that is installed with the program', () => {
  const notice = readFileSync(new URL('../THIRD-PARTY.md', import.meta.url), 'utf8');
  const shipped = paths.filter((path) => !lock[path]?.dev);
  const missing = shipped.filter((path) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return !notice.includes(`- ${name} ${lock[path]?.version}: `);
  });
  expect(missing).toEqual([]);
});
