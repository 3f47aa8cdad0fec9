import { expect, test } from 'vitest';
import { newCommittee } from '../../store/committee/record.ts';
import { mayRunRounds } from '../../store/committee/rules.ts';
import { aCommittee, aSeat } from '../support/records.ts';

test.each([
  ['the secretariat may', true, 'siv'],
  ['the chair may', true, 'lise'],
  ['the vice chair may not', false, 'nina'],
  ['a member may not', false, 'kari'],
  ['somebody else may not', false, 'ukjent'],
])('%s write a referat and run rounds', (_who, may, personId) => {
  expect(mayRunRounds(aCommittee(), personId)).toBe(may);
});

test('in a committee without a chair nobody runs rounds but the secretariat', () => {
  const committee = aCommittee({ roles: { secretariatIds: ['siv', 'terje'] } });
  expect(['siv', 'terje', 'lise'].map((personId) => mayRunRounds(committee, personId))).toEqual([true, true, false]);
});

test('the people of a committee are all with a seat or a role, each once', () => {
  const { people } = newCommittee({
    ...aCommittee(),
    seats: [aSeat('kari'), aSeat('kari', { id: 'seat-2' }), aSeat('lise')],
    roles: { chairId: 'lise', secretariatIds: ['siv', 'kari'] },
  });
  expect(people.toSorted()).toEqual(['kari', 'lise', 'siv']);
});
