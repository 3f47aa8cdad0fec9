import { describe, expect, test } from 'vitest';
import { pathOf, pathWith, subjectOf } from '../../../bot/tab/route.ts';

describe('an address of the tab', () => {
  test.each([
    ['#/saker/sak_1', 'saker/sak_1'],
    ['#/committees/c/tiltak?q=helg', 'committees/c/tiltak?q=helg'],
    ['', ''],
    ['#main', ''],
  ])('%j names the page %j', (hash, path) => {
    expect(pathOf(hash)).toBe(path);
  });

  test('is about the same page whatever its query is', () => {
    expect(subjectOf('committees/c/tiltak?q=helg')).toBe('committees/c/tiltak');
  });
});

describe('a list that is narrowed', () => {
  test('keeps what else it is narrowed by, and begins again from its first part', () => {
    expect(pathWith('committees/c/tiltak?class=late&after=50', { q: 'før helg' })).toBe(
      'committees/c/tiltak?class=late&q=f%C3%B8r+helg',
    );
  });

  test('loses what is emptied', () => {
    expect(pathWith('committees/c/tiltak?class=late', { class: '', q: '' })).toBe('committees/c/tiltak');
  });
});
