import { describe, expect, test } from 'vitest';
import type { Referat, ReferatInput } from '../../store/referat/record.ts';
import { newest } from '../../store/referat/record.ts';
import {
  followVedtak,
  referatFrom,
  referatIdFor,
  remakeReferat,
  wantApproval,
} from '../../store/referat/rules-meeting.ts';
import { aCommittee, accepted, aReferat, DEADLINE, hashOf, NOW, TENANT } from '../support/records.ts';

const committee = aCommittee();
const by = { personId: 'siv', now: NOW };
const acting = [{ seatId: 'seat-ola', personId: 'vera', name: 'Vera', actsFor: 'Ola' }];
const input = (text: string): ReferatInput => ({
  committeeId: 'committee-1',
  meetingOn: '2026-03-02',
  title: 'Referat fra møte i SSU 02.03.26',
  summary: '',
  text: { text, hash: hashOf(text) },
  deadline: DEADLINE,
  presentSeatIds: ['seat-kari'],
});
const make = (text = 'Første', actingFor = acting) =>
  referatFrom('meeting-1', TENANT, { input: input(text), actingFor }, by);
const remake = (referat: Referat, text: string, isWanted = false, actingFor = acting) =>
  remakeReferat(referat, { input: input(text), actingFor }, { ...by, committee, isWanted });
const byHand = (referat: Referat): Referat => ({
  ...referat,
  versions: [{ text: 'For hånd', hash: hashOf('For hånd'), at: NOW, by: 'siv' }],
});

describe('a referat made from a meeting', () => {
  test('is a draft whose id follows from the meeting, and knows what it was made from', () => {
    expect(make()).toMatchObject({
      id: referatIdFor('meeting-1'),
      state: 'draft',
      presentSeatIds: ['seat-kari'],
      actingFor: acting,
      madeFrom: { meetingId: 'meeting-1', hash: hashOf('Første') },
    });
    expect(make('Første', [])).not.toHaveProperty('actingFor');
  });

  test('made again follows the protocol', () => {
    const remade = accepted(remake(make(), 'Andre', false, []));
    expect(newest(remade).text).toBe('Andre');
    expect(remade).toMatchObject({ revision: 2, madeFrom: { meetingId: 'meeting-1', hash: hashOf('Andre') } });
    expect(remade).not.toHaveProperty('actingFor');
    expect(newest(accepted(remake(remade, 'Tredje'))).text).toBe('Tredje');
  });

  test('made again with nothing new is the same', () => {
    const made = make();
    expect(accepted(remake(made, 'Første'))).toBe(made);
  });

  test('keeps the title, the summary, the deadline and the choices of the form', () => {
    const choices = { approvalRule: { kind: 'everyone' }, askedGroup: 'all' } as const;
    const deadline = new Date('2026-03-20T14:00:00Z');
    const changed = { ...make(), title: 'Annen tittel', summary: 'Kort', deadline, choices };
    expect(accepted(remake(changed, 'Andre'))).toMatchObject({
      title: 'Annen tittel',
      summary: 'Kort',
      deadline,
      choices,
    });
  });

  test('changed by hand is replaced only when that is wanted', () => {
    expect(remake(byHand(make()), 'Andre')).toEqual({ ok: false, refusal: 'changed-by-hand' });
    expect(newest(accepted(remake(byHand(make()), 'Andre', true))).text).toBe('Andre');
  });

  test('changed by hand into what the meeting gives has nothing to lose', () => {
    expect(remake(byHand(make()), 'For hånd').ok).toBe(true);
  });

  test('that was sent stays as it is, and says so', () => {
    const sent: Referat = { ...byHand(make()), state: 'circulating' };
    expect(remake(sent, 'Andre', true)).toEqual({ ok: false, refusal: 'already-sent' });
    expect(remake(sent, 'Andre')).toEqual({ ok: false, refusal: 'already-sent' });
  });

  test('is remade by whoever runs rounds in its committee', () => {
    const wrong = { ...by, committee: aCommittee({ id: 'other' }), isWanted: true };
    expect(remakeReferat(make(), { input: input('Andre'), actingFor: [] }, wrong)).toMatchObject({ ok: false });
  });
});

describe('an approval that is wanted in a meeting', () => {
  const want = (referat: Referat, meetingId?: string, personId = 'siv') =>
    wantApproval(referat, committee, meetingId, { personId, now: NOW });

  test('names the meeting, or none for the next one', () => {
    const wanted = accepted(want(aReferat(), 'meeting-2'));
    expect(wanted.approvalWanted).toEqual({ meetingId: 'meeting-2' });
    expect(wanted.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'approval-wanted' });
    expect(accepted(want(aReferat())).approvalWanted).toEqual({});
    expect(accepted(want(wanted)).approvalWanted).toEqual({});
  });

  test('wanted twice is wanted once', () => {
    const wanted = accepted(want(aReferat(), 'meeting-2'));
    expect(accepted(want(wanted, 'meeting-2'))).toBe(wanted);
    const next = accepted(want(aReferat()));
    expect(accepted(want(next))).toBe(next);
  });

  test.each([
    ['draft', undefined],
    ['undecided', undefined],
    ['circulating', 'on-round'],
    ['approved', 'already-approved'],
    ['published', 'already-approved'],
  ] as const)('of a referat that is %s: %s', (state, refusal) => {
    const result = want(aReferat({ state }), 'meeting-2');
    expect(result.ok ? undefined : result.refusal).toBe(refusal);
  });

  test('is for whoever runs rounds in its committee', () => {
    expect(want(aReferat(), 'meeting-2', 'kari')).toEqual({ ok: false, refusal: 'not-for-you' });
    const other = wantApproval(aReferat(), aCommittee({ id: 'other' }), undefined, by);
    expect(other).toEqual({ ok: false, refusal: 'not-for-you' });
  });
});

describe('a referat and the vedtak about it', () => {
  const said = { isApproved: true, on: '2026-03-02', sak: '16/26', vedtak: 'Bekreftes godkjent.' };
  const no = { ...said, isApproved: false };
  const approve = () => accepted(followVedtak(make(), said, by));

  test('is approved by it once, and a draft again when it is corrected', () => {
    const approved = approve();
    expect(approved).toMatchObject({ state: 'approved', approval: { how: 'meeting', sak: '16/26' } });
    expect(accepted(followVedtak(approved, said, by))).toBe(approved);
    const back = accepted(followVedtak(approved, no, by));
    expect(back.state).toBe('draft');
    expect(back).not.toHaveProperty('approval');
    expect(back.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'approval-taken-back' });
    expect(accepted(followVedtak(back, no, by))).toBe(back);
  });

  test('is what its last round left it as', () => {
    const history = [{ at: NOW, by: 'bot', what: 'undecided' }];
    const left = (state: Referat['state'], what: string) => {
      const before = { ...make(), state, history: [...history, { at: NOW, by: 'bot', what }] };
      return accepted(followVedtak(accepted(followVedtak(before, said, by)), no, by)).state;
    };
    expect(left('undecided', 'undecided')).toBe('undecided');
    expect(left('draft', 'round-withdrawn')).toBe('draft');
  });

  test('is left alone by the vedtak of another day or sak', () => {
    const approved = approve();
    expect(accepted(followVedtak(approved, { ...no, on: '2026-03-01' }, by))).toBe(approved);
    expect(accepted(followVedtak(approved, { ...no, sak: '17/26' }, by))).toBe(approved);
    expect(followVedtak(approved, { ...said, sak: '17/26' }, by)).toEqual({ ok: false, refusal: 'already-approved' });
  });

  test('is not called back once it is published', () => {
    const approved = approve();
    const published: Referat = { ...approved, state: 'published' };
    expect(followVedtak(published, no, by)).toEqual({ ok: false, refusal: 'already-published' });
    expect(accepted(followVedtak(published, said, by))).toBe(published);
  });
});
