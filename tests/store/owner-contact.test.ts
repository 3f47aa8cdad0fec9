import { describe, expect, test } from 'vitest';
import { contactOf, resolveOwner } from '../../store/tiltak/rules-owner.ts';
import { aRegion } from '../support/directory.ts';

describe('who is suggested', () => {
  test.each([
    ['SSU, FSU DIG', ['leder SSU', 'leder FSU DIG', 'nestleder SSU', 'sekr SSU']],
    ['UNN og kommunene', ['leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['UNN og FSU BU', ['leder FSU BU', 'leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['Følges opp i SSU', ['leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['Ola', ['ola', 'ola2', 'leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['Tas opp av Kari', ['kari', 'leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['UNN, Nordmann', ['kari', 'leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['sykehuset på Ås', ['leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['rådgiver Kari', ['kari', 'leder SSU', 'nestleder SSU', 'sekr SSU']],
    ['FSU', ['leder FSU BU', 'leder FSU REST', 'leder FSU DIG', 'leder FSU FLR', 'leder FSU AVVIK']],
  ])('for «%s», most likely first: %j', (written, suggestions) => {
    expect(resolveOwner(written, aRegion())).toMatchObject({ suggestions });
  });
});

describe('whom one asks today', () => {
  const committee = (holders: object) => ({
    homeId: 'c',
    people: [{ id: 'kari', name: 'Kari Nordmann' }],
    committees: [{ id: 'c', name: 'C', shortName: 'C', secretariatIds: [], ...holders }],
  });
  const all = { chairId: 'lise', viceChairId: 'nina', secretariatIds: ['siv', 'per'] };

  test.each([
    ['the chair', all, 'lise'],
    ['the vice chair where there is no chair', { viceChairId: 'nina', secretariatIds: ['siv'] }, 'nina'],
    ['the secretariat where there is neither', { secretariatIds: ['siv', 'per'] }, 'siv'],
    ['nobody where nobody is', {}, undefined],
  ])('for a committee: %s', (_who, holders, id) => {
    expect(contactOf({ kind: 'committee', committeeId: 'c' }, committee(holders))).toBe(id);
  });

  test('for a role: its holder and nobody else', () => {
    const ask = (role: 'chair' | 'viceChair' | 'secretariat', holders: object) =>
      contactOf({ kind: 'role', committeeId: 'c', role }, committee(holders));
    expect([ask('chair', all), ask('viceChair', all), ask('secretariat', all)]).toEqual(['lise', 'nina', 'siv']);
    expect(ask('chair', { viceChairId: 'nina', secretariatIds: ['siv'] })).toBeUndefined();
  });

  test('for a person: they themselves, as long as they are known', () => {
    expect(contactOf({ kind: 'person', personId: 'kari' }, committee(all))).toBe('kari');
    expect(contactOf({ kind: 'person', personId: 'ola' }, committee(all))).toBeUndefined();
    expect(contactOf({ kind: 'committee', committeeId: 'gone' }, committee(all))).toBeUndefined();
  });
});
