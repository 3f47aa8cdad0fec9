import { describe, expect, test } from 'vitest';
import { readDocument } from '../../store/document/rules-form.ts';
import { roundSchema } from '../../store/round/record.ts';
import { answerRound, registerAnswer } from '../../store/round/rules.ts';
import { leadsStill } from '../../store/round/rules-ask.ts';
import { tally } from '../../store/round/rules-count.ts';
import { type MatterOpening, openSigningRound } from '../../store/round/rules-open-matter.ts';
import { closeRound } from '../../store/round/rules-run.ts';
import { committee } from '../support/clauses.ts';
import { afterSaying, anOpening, aSigning, clocks, says } from '../support/matter-rounds.ts';
import { accepted, DEADLINE, hashOf, NOW, REAL_NOW } from '../support/records.ts';

const leaderNames = { chair: 'Leder', viceChair: 'Nestleder' };
const home = committee({ kind: 'silent-consent' });
const withRoles = (roles: { chairId?: string; viceChairId?: string }) => ({
  ...home,
  roles: { ...roles, secretariatIds: ['siv'] },
});
const open = (overrides: Partial<MatterOpening> = {}) =>
  openSigningRound({ ...anOpening({ kind: 'everyone' }, overrides), leaderNames }, clocks);
const remarks = (kind: 'realitet' | 'skrivefeil') => (personId: string) => {
  const round = aSigning();
  const [textHash = ''] = round.textHashes;
  const remark = { kind, text: 'Antall møter er feil' };
  return answerRound(round, { personId, textHash, choice: 'remark', remark }, NOW, REAL_NOW);
};
const over = { now: DEADLINE, realNow: REAL_NOW };

describe('a round in which a document is signed', () => {
  test('asks leder and nestleder by their roles, with or without a seat, and nobody else', () => {
    const round = aSigning();
    expect(round).toMatchObject({ kind: 'signering', rule: { kind: 'everyone' }, askedGroup: 'leaders' });
    expect(round.seats).toEqual([
      { seatId: 'role:chair', seatName: 'Leder', holderId: 'lise', holderName: 'LISE' },
      { seatId: 'role:vice-chair', seatName: 'Nestleder', holderId: 'nina', holderName: 'NINA' },
    ]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('is told to them alone, and not in the committee’s conversation', () => {
    const talking = { ...home, conversation: { serviceUrl: 'https://a.example', conversationId: 'c' } };
    const round = accepted(open({ committee: talking }));
    expect(round.shared).toBeUndefined();
    expect(round.outbox.map(({ kind }) => kind)).toEqual(['round-told', 'seat-card', 'seat-card']);
  });

  test('asks the leder alone where there is no nestleder, or where it is the same person', () => {
    const names = ({ seats }: { seats: readonly { seatName: string }[] }) => seats.map(({ seatName }) => seatName);
    expect(names(accepted(open({ committee: withRoles({ chairId: 'lise' }) })))).toEqual(['Leder']);
    expect(names(accepted(open({ committee: withRoles({ chairId: 'lise', viceChairId: 'lise' }) })))).toEqual([
      'Leder',
    ]);
  });

  test.each([
    ['no leder', () => open({ committee: withRoles({ viceChairId: 'nina' }) }), 'no-chair'],
    ['a member who sends it', () => open({ openedBy: 'kari' }), 'not-secretariat'],
    ['a deadline that has passed', () => open({ deadline: NOW }), 'deadline-passed'],
  ])('is not opened with %s', (_what, opened, refusal) => {
    expect(opened()).toEqual({ ok: false, refusal });
  });

  test('is over as soon as both have signed, and the document is approved', () => {
    const one = afterSaying(aSigning(), ['lise', 'sign']);
    expect(one.status).toBe('open');
    const both = afterSaying(one, ['nina', 'sign']);
    expect(both).toMatchObject({ status: 'approved', closedAt: NOW });
    expect(both.history.map(({ what }) => what)).toEqual(['opened', 'signed', 'signed', 'approved']);
    expect(tally(both).yes.map(({ seatName }) => seatName)).toEqual(['Leder', 'Nestleder']);
  });

  test('is never approved by silence', () => {
    const one = afterSaying(aSigning(), ['lise', 'sign']);
    expect(accepted(closeRound(one, over)).status).toBe('undecided');
    expect(accepted(closeRound(aSigning(), over)).status).toBe('undecided');
  });

  test('is stopped by a remark, until whoever made it signs', () => {
    const objected = accepted(remarks('realitet')('nina'));
    const both = afterSaying(objected, ['lise', 'sign']);
    expect(both.status).toBe('open');
    expect(tally(both).objections.map(({ seatName }) => seatName)).toEqual(['Nestleder']);
    expect(accepted(closeRound(both, over)).status).toBe('undecided');
    expect(afterSaying(both, ['nina', 'sign']).status).toBe('approved');
  });

  test('takes no remark on a typo for a signature', () => {
    expect(remarks('skrivefeil')('nina')).toEqual({ ok: false, refusal: 'other-kind' });
    const remark = { kind: 'skrivefeil', text: 'Feil' } as const;
    const given = { seatId: 'role:chair', choice: 'remark', way: 'e-post', remark } as const;
    expect(registerAnswer(aSigning(), given, 'siv', clocks)).toEqual({ ok: false, refusal: 'other-kind' });
  });

  test.each(['approve', 'for', 'lift-to-meeting', 'no-comment'] as const)('is not answered by «%s»', (choice) => {
    expect(says(aSigning(), 'lise', choice)).toEqual({ ok: false, refusal: 'other-kind' });
  });

  test('is not signed by others, and nothing else is signed', () => {
    expect(says(aSigning(), 'siv', 'sign')).toEqual({ ok: false, refusal: 'not-asked' });
  });

  test('shows a signature that the secretariat registered', () => {
    const given = { seatId: 'role:chair', choice: 'sign', way: 'e-post' } as const;
    const registered = accepted(registerAnswer(aSigning(), given, 'siv', clocks));
    expect(registered.answers[0]).toMatchObject({ personId: 'lise', registered: { by: 'siv', way: 'e-post' } });
    expect(registered.history.at(-1)?.what).toBe('registered-signed');
  });

  test.each(['telefon', 'møte', 'annet'] as const)('takes nothing that came by «%s» for a signature', (way) => {
    const given = { seatId: 'role:chair', way } as const;
    expect(registerAnswer(aSigning(), { ...given, choice: 'sign' }, 'siv', clocks)).toEqual({
      ok: false,
      refusal: 'not-electronic',
    });
    const remark = { kind: 'realitet', text: 'Tallene er feil' } as const;
    expect(registerAnswer(aSigning(), { ...given, choice: 'remark', remark }, 'siv', clocks).ok).toBe(true);
  });

  test('is signed by nobody who has lost the role, also where the two have changed places', () => {
    const [chair, vice] = aSigning().seats;
    const still = (roles: { chairId?: string; viceChairId?: string }) =>
      [chair, vice].map((seat) => seat && leadsStill(withRoles(roles), seat));
    expect(still({ chairId: 'lise', viceChairId: 'nina' })).toEqual([true, true]);
    expect(still({ chairId: 'nina', viceChairId: 'lise' })).toEqual([false, false]);
    expect(still({ chairId: 'ny', viceChairId: 'nina' })).toEqual([false, true]);
    expect(still({ chairId: 'lise' })).toEqual([true, false]);
  });

  test('is not signed at the deadline or later', () => {
    expect(says(aSigning(), 'lise', 'sign', { at: new Date(DEADLINE.getTime() - 1) }).ok).toBe(true);
    expect(says(aSigning(), 'lise', 'sign', { at: DEADLINE })).toEqual({ ok: false, refusal: 'too-late' });
  });
});

describe('the form for what is signed', () => {
  const typed = {
    committeeId: 'committee-1',
    title: 'Årsrapport 2025',
    text: 'Fire møter.',
    deadlineOn: '2026-03-09',
    deadlineTime: '15:00',
    askedGroup: 'all',
  };
  const writer = (one = home) => ({ committees: [one], personId: 'siv', now: NOW, hash: hashOf });

  test('asks leder and nestleder, whatever was typed', () => {
    expect(readDocument('signering', typed, writer())).toMatchObject({
      input: { purpose: 'signering', askedGroup: 'leaders', proposal: [] },
    });
  });

  test('needs a leder, and a text', () => {
    const leaderless = { ...home, roles: { viceChairId: 'nina', secretariatIds: ['siv'] } };
    expect(readDocument('signering', typed, writer(leaderless))).toEqual({ problems: ['no-chair'] });
    expect(readDocument('innspill', typed, writer(leaderless))).toHaveProperty('input');
    expect(readDocument('signering', { ...typed, text: '' }, writer())).toEqual({ problems: ['text-missing'] });
  });
});
