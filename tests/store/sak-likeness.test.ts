import { describe, expect, test } from 'vitest';
import type { Sak } from '../../store/sak/record.ts';
import { isLike, likenessOf, noteSimilar, similarTo } from '../../store/sak/rules-likeness.ts';
import { aCommittee, NOW, REAL_NOW, TENANT } from '../support/records.ts';
import { aSak } from '../support/saker.ts';

const words = (title: string) => likenessOf(title, 'T').map((word) => word.replace('t:', ''));
const titled = (title: string, changes: Partial<Sak> = {}) =>
  aSak({ title, likeness: likenessOf(title, TENANT), ...changes });
const alike = (a: string, b: string) => isLike(titled(a), titled(b)) && isLike(titled(b), titled(a));

describe('the words of a title', () => {
  test('are in small letters, without signs, short words and words that every title has', () => {
    expect(words('Sak 12/24: OVERGANG fra «sykehus» til kommune – ny rutine for e-helse')).toEqual([
      'overgang',
      'sykehus',
      'kommune',
      'rutine',
      'helse',
    ]);
    expect(words('Årsrapport 2023 FSU')).toEqual([]);
  });

  test('are said with their organisation, each once, and not without end', () => {
    expect(likenessOf('Ventetid ventetid', 'ABC')).toEqual(['abc:ventetid']);
    expect(likenessOf('x'.repeat(80), 'y'.repeat(80))).toEqual([`${'y'.repeat(40)}:${'x'.repeat(40)}`]);
    const many = Array.from({ length: 30 }, (_, n) => `ord${'abcdefghijklmnopqrstuvwxyzæøåq'[n]}${n}x`).join(' ');
    expect(likenessOf(many, 'T')).toHaveLength(20);
  });

  test('are the same however a letter is written', () => {
    expect(words('Ba\u030atbehov')).toEqual(words('Båtbehov'));
  });
});

describe('two titles look alike', () => {
  test.each([
    ['Overgang fra sykehus til kommune', 'Overgangen mellom sykehus og kommune', true],
    ['Overgang sykehus kommune', 'KOMMUNE, sykehus: overgang!', true],
    ['Hospitering', 'Hospitering', true],
    ['Hospitering', 'Hospitering for nyansatte leger', false],
    ['Digital hjemmeoppfølging av barn', 'Digital kompetanse hos fastleger', false],
    ['Årsrapport 2023', 'Årsrapport 2024', false],
    ['Samarbeid psykisk helse barn unge Lofoten', 'Samarbeid psykisk akuttmottak ambulanse båt Lofoten', false],
    ['Samarbeid psykisk helse barn unge', 'Samarbeid psykisk helse ambulanse båt', true],
  ])('«%s» and «%s»: %s', (a, b, expected) => {
    expect(alike(a, b)).toBe(expected);
  });

  test('nothing is like what has no words', () => {
    expect(isLike({}, {})).toBe(false);
  });
});

describe('what is pointed out', () => {
  const title = 'Overgang sykehus kommune';
  const pair = () => [titled(title), titled(title, { id: 'sak-2', committeeId: 'committee-2' })] as const;

  test('is in another committee of the same organisation, sent, not taken back and not closed', () => {
    const [sak, other] = pair();
    expect(similarTo(sak, [other])).toEqual([other]);
    expect(similarTo(sak, [{ ...other, tenantId: TENANT.toUpperCase() }])).toHaveLength(1);
    for (const changes of [
      { committeeId: 'committee-1' },
      { tenantId: 'another' },
      { status: 'draft' },
      { status: 'withdrawn' },
      { closed: true },
      { likeness: [] },
      { similarTo: ['sak-1'] },
    ] as const)
      expect(similarTo(sak, [{ ...other, ...changes } as Sak])).toEqual([]);
    expect(similarTo({ ...sak, similarTo: ['sak-2'] }, [other])).toEqual([]);
    expect(similarTo({ ...sak, closed: true }, [other])).toEqual([]);
  });

  const mine = aCommittee();
  const its = aCommittee({ id: 'committee-2', roles: { chairId: 'eva', secretariatIds: ['siv', 'aud'] } });
  const clocks = { now: NOW, realNow: REAL_NOW };

  test('is told to the other secretariat in working hours; its own sees it in the card of the sak', () => {
    const [sak, other] = pair();
    const noted = noteSimilar(sak, [{ sak: other, committee: its }], mine, clocks);
    expect(noted.similarTo).toEqual(['sak-2']);
    expect(noted.outbox).toHaveLength(1);
    expect(noted.outbox[0]).toMatchObject({
      personId: 'aud',
      inWorkingHours: true,
      view: { view: 'sak-similar', sakId: 'sak-2', otherId: 'sak-1' },
    });
  });

  test('is told once', () => {
    const [sak, other] = pair();
    const noted = noteSimilar(sak, [{ sak: other, committee: its }], mine, clocks);
    expect(noteSimilar(noted, [{ sak: other, committee: its }], mine, clocks)).toBe(noted);
  });

  test('is remembered, the newest ones when there are many', () => {
    const [sak, other] = pair();
    const similar = Array.from({ length: 20 }, (_, n) => `old-${n}`);
    const noted = noteSimilar({ ...sak, similarTo: similar }, [{ sak: other, committee: its }], mine, clocks);
    expect(noted.similarTo).toHaveLength(20);
    expect(noted.similarTo?.at(-1)).toBe('sak-2');
  });
});
