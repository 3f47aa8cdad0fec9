import { describe, expect, test } from 'vitest';
import { type Committee, committeeSchema, conversationKey, newCommittee } from '../../store/committee/record.ts';
import {
  composed,
  createCommittee,
  differences,
  type Entry,
  reviseMembers,
  rolesIn,
} from '../../store/committee/rules-members.ts';
import { aVara } from '../support/forfall.ts';
import { anEntry, aVacantSeat } from '../support/members.ts';
import { aCommittee, accepted, aSeat, NOW, TENANT } from '../support/records.ts';

const newSeatId = (n: number) => `new-${n}`;
const everybody = () => true;
const chair = anEntry('kari', { roles: ['chair'] });
const secretary: Entry = { memberId: 'siv', roles: ['secretariat'] };

describe('a new committee', () => {
  const fields = {
    id: 'committee-9',
    tenantId: TENANT,
    name: 'Utvalg',
    shortName: 'U',
    settings: { roundDays: 7 },
    conversation: { conversationId: '19:x', serviceUrl: 'https://teams.example/' },
  };
  const make = (entries: readonly Entry[], isConnected: (id: string) => boolean = everybody) =>
    createCommittee(fields, { entries, newSeatId, isConnected }, 'siv', NOW);

  test('has the seats and roles that were written, its conversation as a key, and who made it', () => {
    const { name: seatName, represents, voting } = aSeat('ledig');
    const made = accepted(make([chair, { roles: [], seat: { name: seatName, represents, voting } }, secretary]));
    expect(made).toMatchObject({
      ...fields,
      keys: [conversationKey(TENANT, '19:x')],
      people: ['kari', 'siv'],
      roles: { chairId: 'kari', secretariatIds: ['siv'] },
      seats: [
        { id: 'new-0', name: 'kari kommune', memberId: 'kari' },
        { id: 'new-1', name: 'ledig kommune' },
      ],
      history: [{ at: NOW, by: 'siv', what: 'created' }],
    });
    expect(made.seats[1]).not.toHaveProperty('memberId');
    expect(made.roles).not.toHaveProperty('viceChairId');
    expect(committeeSchema.parse(made)).toEqual(made);
  });

  test('is not made unless a chair or secretary can change it', () => {
    const refused = { ok: false, refusal: 'nobody-runs' };
    expect(make([anEntry('kari', { roles: ['vice-chair'] })])).toEqual(refused);
    expect(make([chair, secretary], () => false)).toEqual(refused);
    expect(make([chair, secretary], (id) => id === 'siv').ok).toBe(true);
    expect(make([chair, secretary], (id) => id === 'kari').ok).toBe(true);
    expect(make([])).toEqual(refused);
  });

  test('without a conversation has no key; tenants are compared without regard to case', () => {
    const { conversation: _none, ...alone } = fields;
    expect(newCommittee({ ...alone, seats: [], roles: { secretariatIds: [] } }).keys).toEqual([]);
    expect(conversationKey('ABC', '19:X')).toBe('conversation:abc:19:X');
  });
});

describe('seats that are written again', () => {
  const known = [aSeat('kari'), aSeat('ola'), aVacantSeat('ledig')];
  const idsOf = (...entries: readonly Entry[]) => composed(entries, known, newSeatId).seats.map(({ id }) => id);
  const seat = (name: string) => ({ name, represents: 'kommune' as const, voting: true });

  test('are known by name and holder, in whatever order', () => {
    expect(idsOf({ roles: [], seat: seat('ledig kommune') }, anEntry('ola'), anEntry('kari'))).toEqual([
      'seat-ledig',
      'seat-ola',
      'seat-kari',
    ]);
  });

  test('are known by name when somebody else has them, in any case', () => {
    expect(
      idsOf(anEntry('per', { seat: seat('KARI kommune') }), anEntry('kari', { seat: seat('ola kommune') })),
    ).toEqual(['seat-kari', 'seat-ola']);
  });

  test('are known by holder when they are called something else', () => {
    expect(idsOf(anEntry('ola', { seat: seat('Havnes kommune') }), anEntry('eva'))).toEqual(['seat-ola', 'new-1']);
  });

  test('of the same name go to whoever has them before they go to others', () => {
    const two = [aSeat('kari', { name: 'Sykehus' }), aSeat('ola', { name: 'Sykehus' })];
    const written = [anEntry('per', { seat: seat('Sykehus') }), anEntry('kari', { seat: seat('Sykehus') })];
    expect(composed(written, two, newSeatId).seats.map(({ id }) => id)).toEqual(['seat-ola', 'seat-kari']);
  });

  test('that are vacant and called something else are new: nobody knows them again', () => {
    expect(idsOf({ roles: [], seat: seat('Annet') })).toEqual(['new-0']);
  });
});

describe('the members of a committee', () => {
  const committee = aCommittee();
  const same: readonly Entry[] = [
    anEntry('kari'),
    anEntry('ola'),
    anEntry('per', { seat: { name: 'per kommune', represents: 'kommune', voting: false } }),
    { roles: [], seat: { name: 'ledig kommune', represents: 'kommune', voting: true } },
    secretary,
    { memberId: 'lise', roles: ['chair'] },
    { memberId: 'nina', roles: ['vice-chair'] },
  ];
  const revise = (entries: readonly Entry[], personId = 'siv', against = committee.version) =>
    reviseMembers(committee, { entries, newSeatId, isConnected: everybody, against }, personId, NOW);

  test('written as they are leave the very same record', () => {
    expect(accepted(revise(same))).toBe(committee);
    expect(accepted(revise(same.toReversed()))).toBe(committee);
  });

  test('are changed by chair and secretariat alone, and what is changed is noted', () => {
    for (const personId of ['siv', 'lise']) {
      const revised = accepted(revise(same.slice(1), personId));
      expect(revised.history).toEqual([{ at: NOW, by: personId, what: 'seat-removed', seatId: 'seat-kari' }]);
      expect(revised.people).not.toContain('kari');
    }
    for (const personId of ['nina', 'kari', 'ukjent'])
      expect(revise(same.slice(1), personId)).toEqual({ ok: false, refusal: 'not-secretariat' });
  });

  test('are not changed when somebody has changed the committee since', () => {
    expect(revise(same.slice(1), 'siv', committee.version + 1)).toEqual({ ok: false, refusal: 'changed-meanwhile' });
  });

  test('are not changed so that nobody can change them again', () => {
    expect(revise(same.slice(0, 4))).toEqual({ ok: false, refusal: 'nobody-runs' });
  });

  test('leave everything else as it was', () => {
    const revised = accepted(revise([...same, anEntry('eva', { roles: ['secretariat'] })]));
    const { seats: _s, roles: _r, people: _p, history: _h, ...rest } = committee;
    expect(revised).toMatchObject(rest);
    expect(revised.roles.secretariatIds).toEqual(['siv', 'eva']);
    expect(revised.history.map(({ what, seatId, onBehalfOf }) => [what, seatId, onBehalfOf])).toEqual([
      ['seat-added', 'new-4', undefined],
      ['role-given:secretariat', undefined, 'eva'],
    ]);
    expect(committeeSchema.parse(revised)).toEqual(revised);
  });
});

describe('the difference between members', () => {
  const before: Pick<Committee, 'seats' | 'roles'> = {
    seats: [aSeat('kari'), aSeat('ola'), aVacantSeat('ledig')],
    roles: { chairId: 'kari', viceChairId: 'ola', secretariatIds: ['siv'] },
  };
  const changed = (seats = before.seats, roles: Committee['roles'] = before.roles) =>
    differences(before, { seats, roles });

  test('is nothing between the same', () => {
    expect(changed()).toEqual([]);
    expect(changed(before.seats.toReversed())).toEqual([]);
  });

  test('is told seat by seat', () => {
    const [kari, ola, free] = [
      aSeat('kari', { memberId: 'eva', voting: false }),
      aSeat('ola', { name: 'Havnes' }),
      aSeat('ledig', { represents: 'bruker', memberId: 'per' }),
    ];
    expect(changed([kari, ola, free])).toEqual([
      { what: 'holder-changed', seat: kari, before: 'kari' },
      { what: 'vote-taken', seat: kari },
      { what: 'seat-renamed', seat: ola, before: aSeat('ola') },
      { what: 'holder-changed', seat: free, before: undefined },
      { what: 'seat-renamed', seat: free, before: aVacantSeat('ledig') },
    ]);
    expect(differences({ ...before, seats: [kari] }, { ...before, seats: [aSeat('kari')] })).toEqual([
      { what: 'holder-changed', seat: aSeat('kari'), before: 'eva' },
      { what: 'vote-given', seat: aSeat('kari') },
    ]);
  });

  test('has new seats and seats that are gone', () => {
    const added = aSeat('eva');
    expect(changed([aSeat('kari'), aVacantSeat('ledig'), added])).toEqual([
      { what: 'seat-added', seat: added },
      { what: 'seat-removed', seat: aSeat('ola') },
    ]);
  });

  test('has roles that are given and taken', () => {
    expect(changed(before.seats, { chairId: 'ola', secretariatIds: ['siv', 'kari'] })).toEqual([
      { what: 'role-given', role: 'chair', personId: 'ola' },
      { what: 'role-given', role: 'secretariat', personId: 'kari' },
      { what: 'role-taken', role: 'chair', personId: 'kari' },
      { what: 'role-taken', role: 'vice-chair', personId: 'ola' },
    ]);
  });
});

test('the roles of a committee are told with who has them; there may be none', () => {
  expect(rolesIn(aCommittee())).toEqual([
    { role: 'chair', personId: 'lise' },
    { role: 'vice-chair', personId: 'nina' },
    { role: 'secretariat', personId: 'siv' },
  ]);
  expect(rolesIn({ roles: { secretariatIds: [] } })).toEqual([]);
});

describe('what no line says of a seat', () => {
  const appointing = { party: 'Indre Vik kommune', contactId: 'tor' };
  const before = aCommittee({
    seats: [aSeat('kari', { varas: [aVara('eva'), aVara('tor')], appointing }), aSeat('ola')],
  });
  const seatsFrom = (...entries: Entry[]) => composed(entries, before.seats, newSeatId).seats;

  test('stays with a seat that goes on, also with another holder or under another name', () => {
    const [first] = before.seats;
    expect(seatsFrom(anEntry('kari'), anEntry('ola'))).toEqual(before.seats);
    const other = { ...anEntry('kari'), memberId: 'per' };
    expect(seatsFrom(other)[0]).toEqual({ ...first, memberId: 'per' });
    const renamed = { ...anEntry('kari'), seat: { name: 'Ny kommune', represents: 'kommune', voting: true } as const };
    expect(seatsFrom(renamed)[0]).toEqual({ ...first, name: 'Ny kommune' });
  });

  test('is not another seat’s, and whoever takes the seat is not vara for it any more', () => {
    expect(seatsFrom(anEntry('ny'))[0]).toEqual(aSeat('ny', { id: 'new-0' }));
    expect(seatsFrom({ ...anEntry('kari'), memberId: 'eva' })[0]?.varas).toEqual([aVara('tor')]);
  });
});

describe('a vara who is written with a seat', () => {
  const before = aCommittee({ seats: [aSeat('kari', { varas: [aVara('eva')] }), aSeat('ola')] });
  const isConnected = everybody;
  const named = (varas: readonly string[], of = before) =>
    reviseMembers(
      of,
      {
        entries: [
          anEntry('kari', { varas: varas.map(aVara) }),
          anEntry('ola'),
          secretary,
          { memberId: 'lise', roles: ['chair'] },
          { memberId: 'nina', roles: ['vice-chair'] },
        ],
        newSeatId,
        isConnected,
        against: of.version,
      },
      'siv',
      NOW,
    );

  test('comes after those who are there, in the order of the list, and is noted', () => {
    const revised = accepted(named(['tor', 'eva', 'ida']));
    expect(revised.seats[0]?.varas).toEqual([aVara('eva'), aVara('tor'), aVara('ida')]);
    expect(revised.varaIds).toEqual(['eva', 'tor', 'ida']);
    expect(revised.history).toEqual([
      { at: NOW, by: 'siv', what: 'vara-named', seatId: 'seat-kari', onBehalfOf: 'tor' },
      { at: NOW, by: 'siv', what: 'vara-named', seatId: 'seat-kari', onBehalfOf: 'ida' },
    ]);
    expect(accepted(named(['eva']))).toBe(before);
  });

  test('is one with a new seat too', () => {
    const made = composed([anEntry('kari', { varas: [aVara('tor')] })], [], newSeatId);
    expect(made.seats[0]?.varas).toEqual([aVara('tor')]);
    expect(differences({ seats: [], roles: { secretariatIds: [] } }, made).map(({ what }) => what)).toEqual([
      'seat-added',
      'vara-named',
    ]);
  });

  test('is refused where the seat has ten', () => {
    const nine = Array.from({ length: 9 }, (_, n) => `v${n}`);
    expect(accepted(named(nine)).seats[0]?.varas).toHaveLength(10);
    expect(named([...nine, 'v9'])).toEqual({ ok: false, refusal: 'too-many-varas' });
  });
});
