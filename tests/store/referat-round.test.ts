import { describe, expect, test } from 'vitest';
import { newest, type Referat, referatSchema } from '../../store/referat/record.ts';
import { addVersion, approveInMeeting, followRound, registerPublished } from '../../store/referat/rules.ts';
import type { Round } from '../../store/round/record.ts';
import { keepForRound } from '../../store/round/rules-keep.ts';
import { accepted, aReferat, aRound, DEADLINE, hashOf } from '../support/records.ts';

const LATER = new Date('2026-03-10T09:00:00Z');
const by = { personId: 'siv', now: LATER };
const told = (referat: Referat, ...rounds: readonly Round[]) =>
  rounds.reduce((current, round) => accepted(followRound(current, round, LATER)), referat);
const stateOf = (version: number, status: Round['status'], overrides: Partial<Round> = {}) =>
  aRound({ version, status, ...(status !== 'open' && { closedAt: DEADLINE }), ...overrides });

describe('followRound', () => {
  test('a referat whose round is open is on its round', () => {
    const sent = told(aReferat(), stateOf(1, 'open'));
    expect(sent).toMatchObject({
      state: 'circulating',
      activeIn: 'committee-1',
      round: { id: 'round_referat-1_1', number: 1, version: 1 },
    });
    expect(sent.history.at(-1)).toEqual({ at: LATER, by: 'bot', what: 'sent-on-round' });
    expect(referatSchema.parse(sent)).toEqual(sent);
  });

  test('approved by the round, it says by which one, which text and when', () => {
    const approved = told(aReferat(), stateOf(1, 'open'), stateOf(2, 'approved'));
    const { hash } = newest(aReferat());
    expect(approved).toMatchObject({
      state: 'approved',
      approval: { how: 'round', roundId: 'round_referat-1_1', hash, at: DEADLINE },
    });
    expect(referatSchema.parse(approved)).toEqual(approved);
  });

  test('an approval without a time of its own is of now', () => {
    expect(told(aReferat(), aRound({ version: 2, status: 'approved' })).approval).toMatchObject({ at: LATER });
  });

  test('a text that came too late to be asked about is not the one that was approved', () => {
    const extra = { text: 'For sent', hash: hashOf('For sent') };
    const late = accepted(addVersion(told(aReferat(), stateOf(1, 'open')), extra, by));
    expect(newest(late).text).toBe('For sent');
    expect(newest(told(late, stateOf(2, 'approved')))).toEqual(newest(aReferat()));
  });

  test.each([
    ['undecided', 'undecided', 'undecided'],
    ['withdrawn', 'draft', 'round-withdrawn'],
    ['approved', 'approved', 'approved'],
  ] as const)('a round that is %s makes it %s', (status, state, what) => {
    const ended = told(aReferat(), stateOf(1, 'open'), stateOf(2, status));
    expect(ended).toMatchObject({ state, activeIn: 'committee-1' });
    expect(ended.history.at(-1)).toEqual({ at: LATER, by: 'bot', what });
    expect(referatSchema.parse(ended)).toEqual(ended);
  });

  test('a round whose content is replaced leaves it on its round', () => {
    const replaced = told(aReferat(), stateOf(1, 'open'), stateOf(2, 'replaced'));
    expect(replaced.state).toBe('circulating');
    expect(replaced.history).toHaveLength(2);
    expect(told(aReferat(), stateOf(2, 'replaced')).history.at(-1)).toMatchObject({ what: 'round-replaced' });
  });

  test('opened again after an undone registration, the approval is gone', () => {
    const again = told(aReferat(), stateOf(2, 'approved'), stateOf(3, 'open'));
    expect(again.state).toBe('circulating');
    expect(again).not.toHaveProperty('approval');
  });

  test.each([
    ['twice', () => [stateOf(1, 'open'), stateOf(2, 'approved'), stateOf(2, 'approved')]],
    ['the end first', () => [stateOf(2, 'approved'), stateOf(1, 'open')]],
    [
      'an earlier round after the next one',
      () => {
        const next = { id: 'round_referat-1_2', number: 2 };
        return [stateOf(1, 'approved', next), stateOf(9, 'replaced'), stateOf(8, 'open')];
      },
    ],
  ])('told %s, it is what the newest state says', (_what, rounds) => {
    const referat = told(aReferat(), ...rounds());
    expect(referat.state).toBe('approved');
    expect(told(referat, ...rounds())).toBe(referat);
  });

  test('the next round follows the one before, whatever their versions', () => {
    const next = stateOf(0, 'open', { id: 'round_referat-1_2', number: 2 });
    expect(told(aReferat(), stateOf(9, 'replaced'), next)).toMatchObject({
      state: 'circulating',
      round: { id: 'round_referat-1_2', number: 2, version: 0 },
    });
  });

  test('what a meeting approved or what is published no round changes', () => {
    const inMeeting = accepted(approveInMeeting(aReferat(), { on: '2026-03-10' }, by));
    expect(told(inMeeting, stateOf(1, 'open'))).toBe(inMeeting);
    const published = accepted(registerPublished(told(aReferat(), stateOf(2, 'approved')), undefined, by));
    expect(told(published, stateOf(3, 'open'))).toBe(published);
  });
});

describe('approveInMeeting', () => {
  const approve = (referat: Referat, on = '2026-03-10') =>
    approveInMeeting(referat, { on, sak: '2/26', vedtak: 'Referatet godkjennes.' }, by);

  test('says in which meeting, by which sak and in which words; no round is needed', () => {
    const approved = accepted(approve(aReferat()));
    expect(approved).toMatchObject({
      state: 'approved',
      approval: {
        how: 'meeting',
        on: '2026-03-10',
        sak: '2/26',
        vedtak: 'Referatet godkjennes.',
        at: LATER,
        by: 'siv',
      },
    });
    expect(approved.history.at(-1)).toEqual({ at: LATER, by: 'siv', what: 'approved-in-meeting' });
    expect(referatSchema.parse(approved)).toEqual(approved);
  });

  test('sak and vedtak may be left out', () => {
    const { approval } = accepted(approveInMeeting(aReferat(), { on: '2026-03-10', sak: '', vedtak: '' }, by));
    expect(approval).toEqual({ how: 'meeting', on: '2026-03-10', at: LATER, by: 'siv' });
  });

  test('also one whose round was not decided, with the text that was written last', () => {
    const undecided = told(aReferat(), stateOf(1, 'open'), stateOf(2, 'undecided'));
    const extra = { text: 'Nyest', hash: hashOf('Nyest') };
    const approved = accepted(approve(accepted(addVersion(undecided, extra, by))));
    expect(approved.state).toBe('approved');
    expect(newest(approved).text).toBe('Nyest');
  });

  test('the meeting may be today, and on the day of the meeting that the referat is from', () => {
    expect(approve(aReferat(), '2026-03-10').ok).toBe(true);
    expect(approve(aReferat(), '2026-02-26').ok).toBe(true);
  });

  const kept = () =>
    accepted(keepForRound(aReferat(), { revision: 1, roundId: 'r', sentBefore: 'already-sent' }, LATER));
  test.each([
    ['one that is on its round', () => aReferat({ state: 'circulating' }), '2026-03-10', 'on-round'],
    ['one whose round is being opened at this moment', kept, '2026-03-10', 'on-round'],
    ['one that is approved', () => aReferat({ state: 'approved' }), '2026-03-10', 'already-approved'],
    ['one that is published', () => aReferat({ state: 'published' }), '2026-03-10', 'already-approved'],
    ['a meeting tomorrow', aReferat, '2026-03-11', 'approved-in-future'],
    ['a meeting before its own', aReferat, '2026-02-25', 'approved-before-meeting'],
  ] as const)('refuses %s', (_what, referat, on, refusal) => {
    expect(approve(referat(), on)).toEqual({ ok: false, refusal });
  });
});

describe('registerPublished', () => {
  const approved = () => told(aReferat(), stateOf(2, 'approved'));
  const publish = (referat: Referat, where?: string) => registerPublished(referat, where, by);

  test('is noted with where, who and when; there is nothing left to do with it', () => {
    const published = accepted(publish(approved(), 'www.helsefellesskapet.no'));
    expect(published).toMatchObject({
      state: 'published',
      published: { at: LATER, by: 'siv', where: 'www.helsefellesskapet.no' },
      approval: { how: 'round' },
    });
    expect(published).not.toHaveProperty('activeIn');
    expect(published.history.at(-1)).toEqual({ at: LATER, by: 'siv', what: 'published' });
    expect(referatSchema.parse(published)).toEqual(published);
  });

  test('where it was published may be left out', () => {
    expect(accepted(publish(approved())).published).toEqual({ at: LATER, by: 'siv' });
  });

  test.each([
    ['a draft', aReferat, 'not-approved'],
    ['one that is on its round', () => aReferat({ state: 'circulating' }), 'not-approved'],
    ['one that is not decided', () => aReferat({ state: 'undecided' }), 'not-approved'],
    ['one that is published', () => accepted(publish(approved())), 'already-published'],
  ] as const)('the gate is shut for %s', (_what, referat, refusal) => {
    expect(publish(referat(), 'www')).toEqual({ ok: false, refusal });
  });
});

test('a referat without a text is a fault', () => {
  expect(() => newest(aReferat({ versions: [] }))).toThrow('a referat without a text');
});
