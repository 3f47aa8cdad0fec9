import { describe, expect, test } from 'vitest';
import { entraKey, mailKey, teamsKey } from '../../store/person/record.ts';
import type { Line } from '../../store/setup/record.ts';
import { findPeople, type Known, peopleTwice, type RosterMember } from '../../store/setup/rules-people.ts';
import { TENANT } from '../support/records.ts';

const ELSEWHERE = '99999999-2222-4333-8444-555555555555';
const line = (fields: Partial<Line> = {}): Line => ({ line: 1, name: 'Kari Nes', roles: [], ...fields });
const kari: RosterMember = {
  teamsId: '29:kari',
  objectId: 'aaaa',
  name: 'Kari Nes',
  email: 'kari@x.no',
  userPrincipalName: 'kn@x.no',
  tenantId: TENANT,
};
const self = { name: 'Siv Dahl', keys: [entraKey(TENANT, 'siv'), mailKey('siv@x.no')], email: 'siv@x.no' };
const known: Known = { tenantId: TENANT, allowedTenants: [TENANT], roster: [kari], self, members: [] };
const found = (fields: Partial<Line>, overrides: Partial<Known> = {}) => {
  const { lines, problems } = findPeople([line(fields)], { ...known, ...overrides });
  return lines[0] ?? problems[0];
};
const asKari = { keys: [entraKey(TENANT, 'aaaa'), mailKey('kari@x.no'), mailKey('kn@x.no')], found: 'connected' };

describe('a line means', () => {
  test.each([
    ['her address', { email: 'kari@x.no' }],
    ['the name she signs in with', { email: 'kn@x.no' }],
    ['her name, when no address is given', { name: ' kari nes' }],
  ])('the member of the conversation with %s', (_what, fields) => {
    expect(found(fields)).toMatchObject({ ...asKari, email: 'kari@x.no', homeTenantId: TENANT });
  });

  test('a member of another allowed tenant, under both tenants', () => {
    const guest = { ...kari, tenantId: ELSEWHERE };
    expect(found({ email: 'kari@x.no' }, { roster: [guest], allowedTenants: [TENANT, ELSEWHERE] })).toMatchObject({
      keys: [entraKey(TENANT, 'aaaa'), entraKey(ELSEWHERE, 'aaaa'), mailKey('kari@x.no'), mailKey('kn@x.no')],
      homeTenantId: ELSEWHERE,
    });
  });

  test('a member without an Entra id, by their Teams id', () => {
    const { objectId: _none, userPrincipalName: _neither, ...guest } = kari;
    expect(found({ email: 'kari@x.no' }, { roster: [guest] })).toMatchObject({
      keys: [teamsKey(TENANT, '29:kari'), mailKey('kari@x.no')],
    });
  });

  test('nobody in the conversation whose word for the address is not taken', () => {
    const waiting = { keys: [mailKey('kari@x.no')], found: 'foreign' };
    const { tenantId: _unsaid, ...unsaid } = kari;
    for (const guest of [{ ...kari, tenantId: ELSEWHERE }, unsaid]) {
      expect(found({ email: 'kari@x.no' }, { roster: [guest] })).toMatchObject(waiting);
      expect(found({}, { roster: [guest] })).toEqual({ problem: 'email-missing', line: 1 });
    }
  });

  test('the member of one’s own organisation, when a guest is called the same', () => {
    const guest = { ...kari, objectId: 'bbbb', tenantId: ELSEWHERE };
    expect(found({}, { roster: [guest, kari] })).toMatchObject(asKari);
  });

  test('nothing wrong where somebody is found', () => {
    expect(findPeople([line({ email: 'kari@x.no' })], known).problems).toEqual([]);
    expect(findPeople([line({ name: 'Per' })], known).lines).toEqual([]);
  });

  test('whoever is not there, by their address', () => {
    expect(found({ email: 'per@x.no' })).toEqual({
      ...line({ email: 'per@x.no' }),
      keys: [mailKey('per@x.no')],
      found: 'waiting',
    });
  });

  test('nobody without an address, unless one person alone has the name', () => {
    const missing = { problem: 'email-missing', line: 1 };
    expect(found({ name: 'Per Li' })).toEqual(missing);
    expect(found({}, { roster: [kari, { ...kari, objectId: 'bbbb' }] })).toEqual(missing);
  });

  test('nobody when the seat is vacant', () => {
    const { name: _vacant, ...vacant } = line();
    expect(findPeople([vacant], known).lines).toEqual([{ ...vacant, keys: [], found: 'connected' }]);
  });
});

describe('whoever fills in the form', () => {
  const asSelf = { keys: self.keys, found: 'connected' };
  const { email: _unknown, ...unasked } = { ...self, keys: self.keys.slice(0, 1) };

  test('has their address from the bot, and none when it has none', () => {
    expect(found({ name: 'Siv Dahl' })).toEqual({ ...line({ name: 'Siv Dahl', email: 'siv@x.no' }), ...asSelf });
    expect(found({ name: 'Siv Dahl' }, { self: unasked })).toEqual({
      ...line({ name: 'Siv Dahl' }),
      keys: unasked.keys,
      found: 'connected',
    });
  });

  test.each([
    ['by address', { name: 'S. Dahl', email: 'siv@x.no' }],
    ['by name', { name: 'siv dahl' }],
  ])('is meant %s', (_what, fields) => {
    expect(found(fields)).toMatchObject(asSelf);
  });

  test('is meant by name and an address that Teams has not said yet, unless Teams was asked who is there', () => {
    const asked = { self: unasked, roster: undefined };
    expect(found({ name: 'Siv Dahl', email: 'siv@y.no' }, asked)).toMatchObject({ keys: unasked.keys });
    expect(found({ name: 'Per Li', email: 'siv@y.no' }, asked)).toMatchObject({ found: 'waiting' });
    expect(found({ name: 'Siv Dahl', email: 'siv@y.no' }, { self: unasked })).toMatchObject({ found: 'waiting' });
    expect(found({ name: 'Siv Dahl', email: 'siv@y.no' })).toMatchObject({ found: 'waiting' });
  });
});

describe('who is in the committee before', () => {
  const ola = { name: 'Ola Vik', keys: [entraKey(TENANT, 'ola')] };
  const per = { name: 'Per Li', keys: [mailKey('per@x.no')], email: 'per@x.no' };

  test('is meant by name alone, and by the address they are known by', () => {
    expect(found({ name: 'Ola Vik' }, { members: [ola] })).toMatchObject({ keys: ola.keys, found: 'connected' });
    expect(found({ name: 'Per Li' }, { members: [per] })).toMatchObject({ email: 'per@x.no', found: 'waiting' });
    const renamed = found({ name: 'Per L. Li', email: 'per@x.no' }, { members: [per] });
    expect(renamed).toMatchObject({ keys: per.keys, found: 'waiting' });
  });

  test('is not meant by an address that they alone say is theirs, unless the name is theirs as well', () => {
    const guest = { name: 'Per Li', keys: [entraKey(ELSEWHERE, 'per')], email: 'kari@x.no' };
    expect(found({ email: 'kari@x.no' }, { members: [guest] })).toMatchObject(asKari);
    expect(found({ email: 'kari@x.no' }, { members: [guest], roster: [] })).toMatchObject({ found: 'waiting' });
    const unchanged = found({ name: 'Per Li', email: 'kari@x.no' }, { members: [guest], roster: [] });
    expect(unchanged).toMatchObject({ keys: guest.keys, found: 'connected' });
    const namesake = { ...guest, name: 'Kari Nes' };
    expect(found({ email: 'kari@x.no' }, { members: [namesake] })).toMatchObject(asKari);
  });

  test('is found in the conversation, once they are there', () => {
    const there = { ...kari, objectId: 'cccc', email: 'per@x.no', name: 'Per Li' };
    expect(found({ name: 'Per Li' }, { members: [per], roster: [there] })).toMatchObject({ found: 'connected' });
  });

  test('is not meant by a name that two of them have', () => {
    const two = [ola, { ...ola, keys: [entraKey(TENANT, 'ola-2')] }];
    expect(found({ name: 'Ola Vik' }, { members: two })).toEqual({ problem: 'email-missing', line: 1 });
  });

  test('is not two people when they fill in the form themselves', () => {
    expect(found({ name: 'Siv Dahl' }, { members: [self] })).toMatchObject({ keys: self.keys });
  });
});

test('one person is named with both lines, in whichever order the identities came', () => {
  const planned = (at: number, ...keys: string[]) => ({ ...line({ line: at }), keys, found: 'connected' as const });
  const twice = [planned(1, 'mail:a', 'entra:t:1'), planned(2, 'entra:t:1', 'mail:b'), planned(3, 'mail:a')];
  expect(peopleTwice(twice)).toEqual([{ problem: 'person-twice', line: 2, other: 1 }]);
});

test('one person by two addresses is named with both lines', () => {
  const { lines } = findPeople(
    [line({ email: 'kari@x.no' }), line({ line: 2, email: 'kn@x.no' }), line({ line: 3, email: 'per@x.no' })],
    known,
  );
  expect(peopleTwice(lines)).toEqual([{ problem: 'person-twice', line: 2, other: 1 }]);
  const { name: _vacant, ...vacant } = line();
  expect(peopleTwice(findPeople([vacant, { ...vacant, line: 2 }], known).lines)).toEqual([]);
});

test('whoever has a seat is vara for no other, by whichever identities they are known', () => {
  const seat = { name: 'Storvik', represents: 'annet' as const, voting: true };
  const planned = (at: number, keys: string[], fields: Partial<Line> = {}) => ({
    ...line({ line: at, ...fields }),
    keys,
    found: 'connected' as const,
  });
  const [kari, per] = [planned(1, ['entra:t:1'], { seat }), planned(2, ['entra:t:2'])];
  expect(peopleTwice([kari, per, planned(3, ['mail:k', 'entra:t:1'], { varaOf: 9 })])).toEqual([
    { problem: 'vara-has-seat', line: 3, other: 1 },
  ]);
  const [first, second] = [planned(3, ['entra:t:2'], { varaOf: 1 }), planned(4, ['entra:t:2'], { varaOf: 9 })];
  expect(peopleTwice([kari, per, first, second])).toEqual([]);
  expect(peopleTwice([kari, first, { ...second, varaOf: 1 }])).toEqual([
    { problem: 'person-twice', line: 4, other: 3 },
  ]);
});
