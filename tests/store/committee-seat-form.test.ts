import { describe, expect, test } from 'vitest';
import { type Committee, committeeSchema, type Role } from '../../store/committee/record.ts';
import { planHolder } from '../../store/committee/rules-planned.ts';
import { addSeat, readSeat, removeSeat, reviseSeat, type SeatSaid } from '../../store/committee/rules-seat.ts';
import { newPerson } from '../../store/person/record.ts';
import { renameWaiting } from '../../store/person/rules.ts';
import { aVara } from '../support/forfall.ts';
import { aCommittee, accepted, aSeat, NOW, TENANT } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const everybody = () => true;
const committee = aCommittee();
const closed = aCommittee({ life: { closed: { at: NOW, by: 'siv' } } });
const typed = { seatName: ' Havnes   kommune ', represents: 'kommune', voting: 'stemme' };
const said: SeatSaid = { name: 'Havnes', represents: 'bruker', voting: false, roles: [] };

describe('a seat as it is typed', () => {
  test('is read with its rights, and the roles of whoever has it', () => {
    const read = { name: 'Havnes kommune', represents: 'kommune', voting: true, roles: [] };
    expect(readSeat(typed)).toEqual(read);
    expect(readSeat({ ...typed, voting: 'tale' })).toEqual({ ...read, voting: false });
    expect(readSeat({ ...typed, roles: 'chair,secretariat' })).toEqual({ ...read, roles: ['chair', 'secretariat'] });
    expect(readSeat({ ...typed, roles: 'sjef,,vice-chair' })).toEqual({ ...read, roles: ['vice-chair'] });
  });

  test.each([
    ['seat-name', { seatName: ' ' }],
    ['seat-name', { seatName: 'H'.repeat(201) }],
    ['seat-name', { seatName: undefined }],
    ['seat-represents', { represents: 'fylke' }],
    ['seat-represents', { represents: undefined }],
  ])('is not used where something is wrong: %s of %j', (problem, fields) => {
    expect(readSeat({ ...typed, ...fields })).toEqual({ problem });
  });
});

describe('one seat', () => {
  const revise = (
    changes: Partial<SeatSaid> = {},
    {
      from = committee,
      seatId = 'seat-kari',
      against,
    }: {
      from?: Committee;
      seatId?: string;
      against?: number;
    } = {},
  ) => reviseSeat(from, { seatId, said: { ...said, ...changes }, against }, everybody, by);

  test('is called otherwise, represents others and loses its vote, and each is noted', () => {
    const revised = accepted(revise());
    expect(revised.seats[0]).toEqual(aSeat('kari', { name: 'Havnes', represents: 'bruker', voting: false }));
    expect(revised.seats.slice(1)).toEqual(committee.seats.slice(1));
    expect(revised.roles).toEqual(committee.roles);
    expect(revised.history.map(({ what, seatId }) => [what, seatId])).toEqual([
      ['vote-taken', 'seat-kari'],
      ['seat-renamed', 'seat-kari'],
    ]);
    expect(committeeSchema.parse(revised)).toEqual(revised);
  });

  test('saved as it is leaves the very same record', () => {
    const { name, represents, voting } = aSeat('kari');
    expect(accepted(revise({ name, represents, voting }))).toBe(committee);
  });

  test('saved twice from the same form is saved once, and nobody else has changed it', () => {
    const saved = { ...accepted(revise({ roles: ['chair'] })), version: committee.version + 1 };
    expect(accepted(revise({ roles: ['chair'] }, { from: saved, against: committee.version }))).toBe(saved);
    const other = revise({ roles: ['vice-chair'] }, { from: saved, against: committee.version });
    expect(other).toEqual({ ok: false, refusal: 'changed-by-another' });
  });

  test('that got vacant while a role was chosen has been changed by somebody else', () => {
    const { name, represents, voting } = committee.seats[3] ?? said;
    const chosen = { name, represents, voting, roles: ['chair'] as const };
    const stale = { seatId: 'seat-ledig', against: committee.version + 1 };
    expect(revise(chosen, stale)).toEqual({ ok: false, refusal: 'changed-by-another' });
    expect(revise(chosen, { seatId: 'seat-ledig' })).toEqual({ ok: false, refusal: 'vacant-role' });
  });

  test.each<[readonly Role[], Committee['roles']]>([
    [['chair'], { chairId: 'kari', viceChairId: 'nina', secretariatIds: ['siv'] }],
    [['vice-chair'], { chairId: 'lise', viceChairId: 'kari', secretariatIds: ['siv'] }],
    [['secretariat'], { chairId: 'lise', viceChairId: 'nina', secretariatIds: ['siv', 'kari'] }],
  ])('gives whoever has it %j, and takes a lead from somebody else', (roles, after) => {
    expect(accepted(revise({ roles })).roles).toEqual(after);
  });

  test('takes from whoever has it what is not said any more, and nobody else’s place in the secretariat', () => {
    const from = aCommittee({ roles: { chairId: 'kari', viceChairId: 'kari', secretariatIds: ['kari', 'siv'] } });
    expect(accepted(revise({}, { from })).roles).toEqual({ secretariatIds: ['siv'] });
    expect(accepted(revise({ roles: ['secretariat'] }, { from })).roles).toEqual({ secretariatIds: ['kari', 'siv'] });
  });

  test('that is vacant has nobody to give a role to', () => {
    expect(accepted(revise({}, { seatId: 'seat-ledig' })).seats[3]).toMatchObject({ name: 'Havnes' });
    expect(revise({ roles: ['chair'] }, { seatId: 'seat-ledig' })).toEqual({ ok: false, refusal: 'vacant-role' });
  });

  test('gives nobody a place in a secretariat of twenty', () => {
    const from = aCommittee({
      roles: { secretariatIds: ['siv', ...Array.from({ length: 19 }, (_, n) => `s${n}`)] },
    });
    expect(revise({ roles: ['secretariat'] }, { from })).toEqual({ ok: false, refusal: 'too-many-secretaries' });
    expect(revise({}, { from }).ok).toBe(true);
  });

  test.each([
    ['no-such-seat', () => revise({}, { seatId: 'seat-x' })],
    ['changed-by-another', () => revise({}, { against: committee.version + 1 })],
    ['committee-closed', () => revise({}, { from: closed })],
    [
      'not-secretariat',
      () => reviseSeat(committee, { seatId: 'seat-kari', said }, everybody, { ...by, personId: 'kari' }),
    ],
    [
      'nobody-runs',
      () =>
        reviseSeat(
          aCommittee({ roles: { chairId: 'kari', secretariatIds: ['siv'] } }),
          { seatId: 'seat-kari', said },
          (id) => id === 'kari',
          by,
        ),
    ],
  ])('is not changed: %s', (refusal, act) => {
    expect(act()).toEqual({ ok: false, refusal });
  });
});

describe('a seat more', () => {
  const add = (from = committee, personId = 'siv') => addSeat(from, { id: 'ny', said }, { ...by, personId });

  test('stands last, is vacant, and is added once', () => {
    const added = accepted(add());
    expect(added.seats.at(-1)).toEqual({ id: 'ny', name: 'Havnes', represents: 'bruker', voting: false });
    expect(added.history).toEqual([{ at: NOW, by: 'siv', what: 'seat-added', seatId: 'ny' }]);
    expect(accepted(add(added))).toBe(added);
    expect(committeeSchema.parse(added)).toEqual(added);
  });

  test('is one of two hundred, and not for members or a closed committee', () => {
    const seats = Array.from({ length: 199 }, (_, n) => aSeat(`s${n}`));
    expect(accepted(add(aCommittee({ seats }))).seats).toHaveLength(200);
    expect(add(aCommittee({ seats: [...seats, aSeat('s')] }))).toEqual({ ok: false, refusal: 'too-many-seats' });
    expect(add(committee, 'kari')).toEqual({ ok: false, refusal: 'not-secretariat' });
    expect(add(closed)).toEqual({ ok: false, refusal: 'committee-closed' });
  });
});

describe('a seat less', () => {
  const remove = (from = committee, against?: number, isConnected: (id: string) => boolean = everybody) =>
    removeSeat(from, { seatId: 'seat-kari', against }, isConnected, by);

  test('takes its varas with it, leaves the roles, and is taken once', () => {
    const from = aCommittee({
      seats: [aSeat('kari', { varas: [aVara('eva')] }), aSeat('ola')],
      varaIds: ['eva'],
      roles: { chairId: 'kari', secretariatIds: ['siv'] },
    });
    const removed = accepted(remove(from));
    expect(removed.seats).toEqual([aSeat('ola')]);
    expect(removed.varaIds).toEqual([]);
    expect(removed.roles).toEqual(from.roles);
    expect(removed.history).toEqual([{ at: NOW, by: 'siv', what: 'seat-removed', seatId: 'seat-kari' }]);
    expect(accepted(remove(removed, 99))).toBe(removed);
  });

  test('is nobody’s from a later day either', () => {
    const planned = accepted(planHolder(committee, { seatId: 'seat-kari', memberId: 'eva', on: '2027-01-01' }, by));
    const removed = accepted(remove(planned));
    expect(removed.life?.planned).toEqual([]);
    expect(removed).not.toHaveProperty('lifeDueAt');
  });

  test.each([
    ['changed-by-another', () => remove(committee, committee.version + 1)],
    ['committee-closed', () => remove(closed)],
    ['nobody-runs', () => remove(committee, undefined, () => false)],
    ['not-secretariat', () => removeSeat(committee, { seatId: 'seat-kari' }, everybody, { ...by, personId: 'ola' })],
  ])('is refused: %s', (refusal, act) => {
    expect(act()).toEqual({ ok: false, refusal });
  });
});

test('only somebody who is known by an address alone is called otherwise', () => {
  const waiting = newPerson({ id: 'per', tenantId: TENANT, keys: ['mail:per@x.no'], name: 'Per Ly' });
  const renamed = accepted(renameWaiting(waiting, 'Per Li', by));
  expect(renamed).toMatchObject({ name: 'Per Li', history: [{ at: NOW, by: 'siv', what: 'renamed', was: 'Per Ly' }] });
  expect(accepted(renameWaiting(renamed, 'Per Li', by))).toBe(renamed);
  const known = { ...waiting, keys: [...waiting.keys, 'entra:t:1'] };
  expect(accepted(renameWaiting(known, 'Per Li', by))).toBe(known);
});
