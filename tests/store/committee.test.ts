import { describe, expect, test } from 'vitest';
import { committeeSchema, newCommittee } from '../../store/committee/record.ts';
import { chooseRounds, mayRunRounds, type RoundChoices, roundChoices } from '../../store/committee/rules.ts';
import { aCommittee, accepted, aSeat, NOW } from '../support/records.ts';

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

describe('how rounds are answered and decided', () => {
  const fresh = aCommittee({ settings: { roundDays: 7, publishedAt: 'www.helsefellesskapet.no' } });
  const choices: RoundChoices = { approvalRule: { kind: 'consensus', atLeast: 5 }, askedGroup: 'all' };
  const choose = (committee: typeof fresh, wanted = choices, personId = 'siv') =>
    chooseRounds(committee, wanted, personId, NOW);
  const chosen = accepted(choose(fresh));

  test('is unknown until both are chosen', () => {
    const { approvalRule, askedGroup } = choices;
    expect(roundChoices(fresh)).toBeUndefined();
    expect(roundChoices(aCommittee({ settings: { roundDays: 7, approvalRule } }))).toBeUndefined();
    expect(roundChoices(aCommittee({ settings: { roundDays: 7, askedGroup } }))).toBeUndefined();
    expect(roundChoices(chosen)).toEqual(choices);
  });

  test('is chosen beside the other settings, and it is noted by whom', () => {
    expect(chosen.settings).toEqual({ ...fresh.settings, ...choices });
    expect(chosen.history).toEqual([{ at: NOW, by: 'siv', what: 'round-rules-chosen' }]);
    expect(committeeSchema.parse(chosen)).toEqual(chosen);
  });

  test('the same choice again changes nothing, also by the chair', () => {
    expect(accepted(choose(chosen, { ...choices, approvalRule: { ...choices.approvalRule } }, 'lise'))).toBe(chosen);
  });

  test.each([
    ['another rule', { ...choices, approvalRule: { kind: 'majority' } }],
    ['another number', { ...choices, approvalRule: { kind: 'consensus', atLeast: 4 } }],
    ['no number', { ...choices, approvalRule: { kind: 'consensus' } }],
    ['other people to ask', { ...choices, askedGroup: 'voting' }],
  ] as const)('whoever comes second with %s sees what was chosen', (_what, other) => {
    expect(choose(chosen, other)).toEqual({ ok: false, refusal: 'chosen-before' });
  });

  test('is not for members', () => {
    expect(choose(fresh, choices, 'kari')).toEqual({ ok: false, refusal: 'not-secretariat' });
  });
});
