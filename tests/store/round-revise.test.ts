import { describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import { type Round, roundSchema } from '../../store/round/record.ts';
import { correctTypos, replaceText } from '../../store/round/rules-revise.ts';
import { closeRound, liftToMeeting } from '../../store/round/rules-run.ts';
import {
  accepted,
  answered,
  aReferat,
  aRound,
  DEADLINE,
  delivered,
  hashOf,
  NOW,
  objection,
  REAL_NOW,
} from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const opened = newest(aReferat()).hash;
const corrected = hashOf('rettet');
const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: '1' };
const asked = () => aRound({ shared, deliveries: [delivered('kari'), delivered('ola')] });
const closed = (round: Round) => accepted(closeRound(round, { now: DEADLINE, realNow: REAL_NOW }));
const wanted = ({ outbox }: Round) =>
  outbox.map((effect) => [effect.kind, 'holderId' in effect ? effect.holderId : undefined]);

describe('correctTypos', () => {
  const correct = (round: Round, now = NOW) => correctTypos(round, corrected, 'siv', { now, realNow: REAL_NOW });

  test('is a new version in the same round: answers and objections stand', () => {
    const round = accepted(correct(answered(asked(), ['kari', objection])));
    expect(round).toMatchObject({ status: 'open', number: 1, textHashes: [opened, corrected] });
    expect(round.answers).toMatchObject([{ personId: 'kari', remark: objection, textHash: opened }]);
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'typos-corrected' });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('renews every card and the shared one, receipts too, and sends nobody anything new', () => {
    expect(wanted(accepted(correct({ ...answered(asked(), ['kari']), outbox: [] })))).toEqual([
      ['seat-card-update', 'kari'],
      ['seat-card-update', 'ola'],
      ['shared-card-update', undefined],
    ]);
  });

  test('the same version again changes nothing', () => {
    const before = aRound({ textHashes: [opened, hashOf('komma')] });
    const once = accepted(correct(before));
    expect(once.textHashes).toEqual([opened, hashOf('komma'), corrected]);
    expect(accepted(correct(once))).toBe(once);
  });

  test.each([
    ['a round that is over', () => aRound({ status: 'undecided' }), NOW],
    ['a round whose deadline has passed', asked, DEADLINE],
  ])('refuses %s', (_what, round, now) => {
    expect(correct(round(), now)).toEqual({ ok: false, refusal: 'not-open' });
  });
});

describe('replaceText', () => {
  const next = { textHash: hashOf('nytt'), deadline: new Date('2026-03-16T14:00:00Z') };
  const replace = (round: Round, overrides: Partial<typeof next> = {}, now = NOW) =>
    replaceText(round, { ...next, ...overrides }, 'siv', { now, realNow: REAL_NOW });

  test('ends this round and wants the next one, about the new text', () => {
    const round = accepted(replace({ ...answered(asked(), ['kari']), outbox: [] }));
    expect(round).toMatchObject({ status: 'replaced', closedAt: NOW, waitingFor: [], textHashes: [opened] });
    for (const field of ['closeDueAt', 'remindDueAt', 'runningIn']) expect(round).not.toHaveProperty(field);
    expect(round.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'replaced' });
    expect(round.outbox.at(-1)).toMatchObject({ kind: 'next-round', ...next, by: 'siv', dueAt: REAL_NOW });
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('everybody’s card says so, also that of somebody who has answered', () => {
    expect(wanted(accepted(replace({ ...answered(asked(), ['kari']), outbox: [] })))).toEqual([
      ['round-told', undefined],
      ['seat-card-update', 'ola'],
      ['seat-card-update', 'kari'],
      ['shared-card-update', undefined],
      ['next-round', undefined],
    ]);
  });

  test('also a round that ended undecided can go on like this', () => {
    expect(accepted(replace(closed(aRound()))).status).toBe('replaced');
  });

  test.each([
    ['an approved round', () => aRound({ status: 'approved' }), {}, NOW, 'not-running'],
    ['a round that was replaced', () => aRound({ status: 'replaced' }), {}, NOW, 'not-running'],
    ['a round for the meeting', () => accepted(liftToMeeting(closed(aRound()), 'siv', clocks)), {}, NOW, 'not-running'],
    ['a deadline that has passed', asked, { deadline: NOW }, NOW, 'deadline-passed'],
    ['the text that is asked about', asked, { textHash: opened }, NOW, 'same-text'],
    [
      'a text from before typos were corrected',
      () => aRound({ textHashes: [opened, corrected] }),
      { textHash: opened },
      NOW,
      'same-text',
    ],
  ] as const)('refuses %s', (_what, round, overrides, now, refusal) => {
    expect(replace(round(), overrides, now)).toEqual({ ok: false, refusal });
  });
});
