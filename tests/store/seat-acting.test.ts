import { describe, expect, test } from 'vitest';
import { emit } from '../../store/effect.ts';
import type { Forfall } from '../../store/meeting/forfall.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { actFor, actorIn, holdersFor, recusedIn } from '../../store/meeting/rules-acting.ts';
import { votesOn } from '../../store/sak/rules.ts';
import { aCall, aForfall, KARI_ACTS as member, VERA_ACTS as vera } from '../support/called-in.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, aSeat, DEADLINE, NOW } from '../support/records.ts';

const nameOf = (id: string) => id.toUpperCase();
const kari = aSeat('kari');
const vidar = { name: 'Vidar Moe', personId: 'vidar' };
const vidarActs = { holderId: 'vidar', holderName: 'Vidar Moe', actsFor: 'KARI' };
const whole = aForfall({ what: 'whole' });
const inhabil = (changes: Partial<Forfall> = {}) => aForfall({ what: 'sak', sakId: 'a' }, changes);
const meeting = (changes: Partial<Meeting> = {}) => aMeeting({ version: 5, ...changes });
const sat = (present: boolean, vara?: { name: string; personId?: string }) => [
  { seatId: 'seat-kari', present, ...(vara && { vara }) },
];
const actor = (changes: Partial<Meeting>, about = {}) => actorIn(meeting(changes), kari, about, nameOf);

describe('who acts for a seat', () => {
  test.each([
    ['nothing was said: its member', {}, {}, member],
    ['a vara has said yes: the vara', { forfall: [whole] }, {}, vera],
    ['the forfall was taken back: its member', { forfall: [{ ...whole, takenBack: true as const }] }, {}, member],
    ['the member is inhabil: nobody', { forfall: [inhabil({ calls: [] })] }, { sakId: 'a' }, 'inhabil'],
    ['the member is inhabil in another sak: its member', { forfall: [inhabil({ calls: [] })] }, { sakId: 'b' }, member],
    ['and no sak is asked about: its member', { forfall: [inhabil()] }, {}, member],
    ['another vara was registered in it: that one', { forfall: [whole], attendance: sat(true, vidar) }, {}, vidarActs],
    ['one was registered by name alone: unknown', { attendance: sat(true, { name: 'Eva' }) }, {}, 'unknown'],
    ['the member was there after all: its member', { forfall: [whole], attendance: sat(true) }, {}, member],
    ['it was empty: the vara who had said yes', { forfall: [whole], attendance: sat(false) }, {}, vera],
    [
      'a vara has the sak, and another the meeting: the one of the sak',
      { forfall: [inhabil()], attendance: sat(true, vidar) },
      { sakId: 'a' },
      vera,
    ],
    [
      'the member was there, and is inhabil: nobody, though a vara had said yes to the whole',
      { forfall: [whole, inhabil({ calls: [] })], attendance: sat(true) },
      { sakId: 'a' },
      'inhabil',
    ],
  ])('%s', (_when, changes, about, expected) => {
    expect(actor(changes, about)).toEqual(expected);
  });

  test('of a vacant seat nobody does, until a vara has said yes; they act for no member', () => {
    const { memberId: _nobody, ...vacant } = kari;
    expect(actorIn(meeting(), vacant, {}, nameOf)).toBe('vacant');
    const { actsFor: _member, ...alone } = vera;
    expect(actorIn(meeting({ forfall: [whole] }), vacant, {}, nameOf)).toEqual(alone);
  });
});

test('only seats that somebody else acts for are asked in another person than the member', () => {
  expect(holdersFor(meeting({ forfall: [whole] }), [kari, aSeat('ola')], {}, nameOf)).toEqual({ 'seat-kari': vera });
  const unknown = meeting({ attendance: sat(true, { name: 'Eva' }) });
  expect(holdersFor(unknown, [kari], {}, nameOf)).toEqual({});
});

test('a vara of a vacant seat acts for nobody by name', () => {
  const { memberId: _nobody, ...vacant } = kari;
  expect(actorIn(meeting({ forfall: [whole] }), vacant, {}, nameOf)).not.toHaveProperty('actsFor');
});

describe('the seats that are inhabil in a sak', () => {
  const recused = (changes: Partial<Meeting>, recusedSeatIds: string[] = ['seat-kari']) =>
    recusedIn(meeting(changes), [kari, aSeat('ola')], { id: 'a', recusedSeatIds });

  test('are those that were marked, save where a vara was called in for it', () => {
    expect(recused({})).toEqual(['seat-kari']);
    expect(recused({ forfall: [inhabil()] })).toEqual([]);
    expect(recused({ forfall: [inhabil({ calls: [] })] })).toEqual(['seat-kari']);
  });

  test('stay so when the vara came for another reason', () => {
    expect(recused({ forfall: [whole] })).toEqual(['seat-kari']);
  });

  test('are no more those whose member took it back, though the sak has not heard it yet', () => {
    const back = inhabil({ takenBack: true });
    const news = { what: 'recused', meetingId: 'meeting-1', seatId: 'seat-kari', isRecused: false } as const;
    const untold = emit(
      meeting({ forfall: [back] }),
      { realNow: NOW },
      { kind: 'sak-told', key: 'a', sakId: 'a', news },
    );
    expect(recused({ forfall: [back], outbox: untold.outbox })).toEqual([]);
    expect(recused({ forfall: [back] })).toEqual(['seat-kari']);
    expect(recused({ forfall: [inhabil({ calls: [] })], outbox: untold.outbox })).toEqual(['seat-kari']);
  });

  test('stay so when what the sak has not heard yet is something else', () => {
    const back = inhabil({ takenBack: true });
    const waits = (effect: Parameters<typeof emit>[2]) => emit(meeting(), { realNow: NOW }, effect).outbox;
    const news = { what: 'recused', meetingId: 'meeting-1', seatId: 'seat-kari', isRecused: false } as const;
    const told = { kind: 'sak-told', key: 'k', sakId: 'a', news } as const;
    for (const effect of [
      { ...told, sakId: 'b' },
      { ...told, news: { ...news, seatId: 'seat-ola' } },
      { kind: 'seat-moved', key: 'k', seatId: 'seat-kari', by: 'kari' } as const,
    ])
      expect(recused({ forfall: [back], outbox: waits(effect) })).toEqual(['seat-kari']);
  });

  test('are only those, of a sak in which nobody was marked', () => {
    const marked = [kari, aSeat('ola')];
    expect(recusedIn(meeting({ forfall: [inhabil({ calls: [] })] }), marked, { id: 'a' })).toEqual(['seat-kari']);
  });

  test('stay so when the vara of the sak sits there by name alone, or the member does', () => {
    expect(recused({ forfall: [inhabil({ calls: [] })], attendance: sat(true, { name: 'Eva' }) })).toEqual([
      'seat-kari',
    ]);
  });

  test('are those whose member says so, marked or not', () => {
    expect(recused({ forfall: [inhabil({ calls: [] })] }, [])).toEqual(['seat-kari']);
  });
});

describe('a vote in a closed sak', () => {
  const votes = (personId: string, changes: Partial<Meeting>) =>
    votesOn({ id: 'a' }, aCommittee(), personId, meeting(changes));

  test.each([
    ['the vara of the whole meeting', 'vera', [whole], true],
    ['the vara of the sak', 'vera', [inhabil()], true],
    ['the vara of another sak', 'vera', [aForfall({ what: 'sak', sakId: 'b' })], false],
    [
      'a vara by the clock, of whom nobody knows which saker',
      'vera',
      [aForfall({ what: 'part', from: NOW, sakIds: [] })],
      false,
    ],
    ['a vara whose forfall was taken back', 'vera', [{ ...whole, takenBack: true as const }], false],
    ['a member whose vara comes', 'kari', [whole], true],
    ['a member who is inhabil, whoever acts', 'kari', [inhabil()], false],
    ['a member who speaks without a vote', 'per', [], false],
  ])('%s: %s', (_who, personId, all, expected) => {
    expect(votes(personId, { forfall: all })).toBe(expected);
  });

  test('a vara of a seat without a vote: none', () => {
    const pers = { ...whole, seatId: 'seat-per' };
    expect(votes('vera', { forfall: [pers] })).toBe(false);
  });
});

describe('an act for a seat', () => {
  const act = (personId: string, changes: Partial<Meeting>) =>
    actFor(meeting(changes), { seat: kari, personId, about: {} }, NOW);

  test('is noted of a vara who was called in, once', () => {
    const acted = accepted(act('vera', { forfall: [whole] }));
    expect(acted.forfall?.[0]?.calls[0]?.actedAt).toEqual(NOW);
    expect(accepted(actFor(acted, { seat: kari, personId: 'vera', about: {} }, DEADLINE))).toBe(acted);
  });

  test('is refused of a member whose vara has said yes, and of a vara who has not', () => {
    expect(act('kari', { forfall: [whole] })).toEqual({ ok: false, refusal: 'seat-moved' });
    expect(act('vera', { forfall: [{ ...whole, calls: [aCall({ state: 'asked' })] }] })).toEqual({
      ok: false,
      refusal: 'seat-moved',
    });
  });

  test('needs no note of a member, nor of a vara whom the secretariat registered', () => {
    const back = { forfall: [{ ...whole, takenBack: true as const }] };
    expect(accepted(act('kari', back)).forfall).toEqual(back.forfall);
    const registered = { ...back, attendance: sat(true, { name: 'Vidar', personId: 'vidar' }) };
    expect(act('vidar', registered)).toMatchObject({ ok: true });
    expect(act('kari', registered)).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('is the member’s where a vara sat whom the bot knows by name alone', () => {
    const byName = { forfall: [{ ...whole, calls: [] }], attendance: sat(true, { name: 'Eva' }) };
    expect(act('kari', byName)).toMatchObject({ ok: true });
    expect(act('vera', byName)).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('is of a vara who sat there in place of the one who was called in: the latter has done nothing', () => {
    const instead = { forfall: [whole], attendance: sat(true, vidar) };
    expect(accepted(act('vidar', instead)).forfall).toEqual([whole]);
    expect(act('vera', instead)).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('asks nobody where the forfall is another seat’s; one of several is enough where it is not', () => {
    const olas = { ...whole, id: 'seat-ola:whole', seatId: 'seat-ola' };
    expect(act('somebody', { forfall: [olas] })).toMatchObject({ ok: true });
    expect(act('somebody', { forfall: [olas, whole] })).toEqual({ ok: false, refusal: 'seat-moved' });
  });

  test('is nobody’s business where no forfall was ever said', () => {
    const quiet = meeting();
    expect(accepted(actFor(quiet, { seat: kari, personId: 'somebody', about: {} }, NOW))).toBe(quiet);
  });
});
