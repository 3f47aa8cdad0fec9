import { describe, expect, test } from 'vitest';
import { committeeSchema, conversationKey, newCommittee } from '../../store/committee/record.ts';
import {
  attachConversation,
  chooseRounds,
  mayRunRounds,
  plannedChoices,
  type RoundChoices,
  roundChoices,
} from '../../store/committee/rules.ts';
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
  const chosen = () => accepted(choose(fresh));

  test('is unknown until both are chosen', () => {
    const { approvalRule, askedGroup } = choices;
    expect(roundChoices(fresh)).toBeUndefined();
    expect(roundChoices(aCommittee({ settings: { roundDays: 7, approvalRule } }))).toBeUndefined();
    expect(roundChoices(aCommittee({ settings: { roundDays: 7, askedGroup } }))).toBeUndefined();
    expect(roundChoices(chosen())).toEqual(choices);
  });

  test('is chosen beside the other settings, and it is noted by whom', () => {
    expect(chosen().settings).toEqual({ ...fresh.settings, ...choices });
    expect(chosen().history).toEqual([{ at: NOW, by: 'siv', what: 'round-rules-chosen' }]);
    expect(committeeSchema.parse(chosen())).toEqual(chosen());
  });

  test('the same choice again changes nothing, also by the chair', () => {
    const once = chosen();
    expect(accepted(choose(once, { ...choices, approvalRule: { ...choices.approvalRule } }, 'lise'))).toBe(once);
  });

  test.each([
    ['another rule', { ...choices, approvalRule: { kind: 'majority' } }],
    ['another number', { ...choices, approvalRule: { kind: 'consensus', atLeast: 4 } }],
    ['no number', { ...choices, approvalRule: { kind: 'consensus' } }],
    ['other people to ask', { ...choices, askedGroup: 'voting' }],
  ] as const)('whoever comes second with %s sees what was chosen', (_what, other) => {
    expect(choose(chosen(), other)).toEqual({ ok: false, refusal: 'chosen-before' });
  });

  test('is chosen for the rest, where one of the two was chosen before', () => {
    const { approvalRule, askedGroup } = choices;
    for (const part of [{ approvalRule }, { askedGroup }]) {
      const half = aCommittee({ settings: { roundDays: 7, ...part } });
      expect(accepted(choose(half)).settings).toEqual({ roundDays: 7, ...choices });
    }
  });

  test.each([
    ['rule', { approvalRule: { kind: 'majority' } }],
    ['group', { askedGroup: 'voting' }],
  ] as const)('does not overwrite a %s that was chosen alone', (_what, part) => {
    const half = aCommittee({ settings: { roundDays: 7, ...part } });
    expect(choose(half)).toEqual({ ok: false, refusal: 'chosen-before' });
  });

  test('is planned from what was chosen, and from the form for the rest', () => {
    const { approvalRule, askedGroup } = choices;
    expect(plannedChoices(fresh)).toBeUndefined();
    expect(plannedChoices(fresh, { approvalRule })).toBeUndefined();
    expect(plannedChoices(fresh, { askedGroup })).toBeUndefined();
    expect(plannedChoices(fresh, choices)).toEqual(choices);
    const ruled = aCommittee({ settings: { roundDays: 7, approvalRule: { kind: 'majority' } } });
    expect(plannedChoices(ruled, choices)).toEqual({ approvalRule: { kind: 'majority' }, askedGroup });
    expect(plannedChoices(chosen(), { approvalRule: { kind: 'majority' }, askedGroup: 'voting' })).toEqual(choices);
  });

  test('is not for members', () => {
    expect(choose(fresh, choices, 'kari')).toEqual({ ok: false, refusal: 'not-secretariat' });
  });
});

describe('a committee without a conversation', () => {
  const conversation = { serviceUrl: 'https://teams.example/', conversationId: '19:x' };
  const attach = (committee = aCommittee(), personId = 'siv') =>
    attachConversation(committee, { tenantId: 'other', ...conversation }, personId, NOW);

  test('gets one from those who run it, under a key that no other committee has', () => {
    for (const personId of ['siv', 'lise'])
      expect(accepted(attach(aCommittee({ keys: ['a'] }), personId))).toEqual({
        ...aCommittee(),
        conversation,
        keys: ['a', conversationKey('other', '19:x')],
        history: [{ at: NOW, by: personId, what: 'conversation-attached' }],
      });
  });

  test('gets none from others, nor a second one', () => {
    for (const personId of ['nina', 'kari'])
      expect(attach(aCommittee(), personId)).toEqual({ ok: false, refusal: 'not-secretariat' });
    expect(attach(accepted(attach()))).toEqual({ ok: false, refusal: 'has-conversation' });
  });
});
