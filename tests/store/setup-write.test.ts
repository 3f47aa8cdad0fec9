import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../store/committee/record.ts';
import { readLines } from '../../store/setup/rules-lines.ts';
import { REPRESENTS } from '../../store/setup/rules-represents.ts';
import { cellsAsLine, committeeText, isEditable, rosterText, writeLine } from '../../store/setup/rules-write.ts';
import { aCommittee, aSeat } from '../support/records.ts';

describe('a member that is written as a line', () => {
  const word = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå;,:. -]{0,20}[a-zæøå]$/);
  const seat = fc.record({ name: word, represents: fc.constantFrom(...REPRESENTS), voting: fc.boolean() });
  const roles = fc.subarray<Role>(['chair', 'vice-chair', 'secretariat']);
  const isRead = ({ name, represents }: { name: string; represents: string }) =>
    // a category with a colon after it is read as a category
    !new RegExp(`^(${REPRESENTS.join('|')})\\s*(:|$)`, 'i').test(name) && represents !== '';

  test('is read as the same', () => {
    fc.assert(
      fc.property(
        word,
        fc.option(fc.constant('a@x.no'), { nil: undefined }),
        roles,
        fc.option(seat, { nil: undefined }),
        (name, email, has, of) => {
          fc.pre(!/^(ledig|vakant|navn|medlem)$/i.test(name) && (of !== undefined || has.length > 0));
          fc.pre(of === undefined || isRead(of));
          const { lines, problems } = readLines(writeLine({ name, email }, has, of));
          expect(problems).toEqual([]);
          expect(lines).toEqual([
            {
              line: 1,
              name: name.replace(/\s+/g, ' '),
              ...(email && { email }),
              roles: has,
              ...(of && { seat: { ...of, name: of.name.replace(/\s+/g, ' ') } }),
            },
          ]);
        },
      ),
    );
  });

  test.each([
    [[], true, 'Kari; ; medlem; Storvik kommune'],
    [[], false, 'Kari; ; møte- og talerett; Storvik kommune'],
    [['chair'], true, 'Kari; ; leder; Storvik kommune'],
    [['secretariat'], true, 'Kari; ; sekretariat, medlem; Storvik kommune'],
    [['vice-chair', 'secretariat'], true, 'Kari; ; nestleder, sekretariat; Storvik kommune'],
    [['vice-chair'], false, 'Kari; ; nestleder, møte- og talerett; Storvik kommune'],
  ] as const)('says no more than it has to: %j, voting %s', (has, voting, written) => {
    expect(writeLine({ name: 'Kari' }, has, aSeat('x', { name: 'Storvik kommune', voting }))).toBe(written);
  });
});

describe('the members of a conversation', () => {
  const siv = { name: 'Siv Dahl', keys: [], email: 'siv@x.no' };
  const member = (n: number, name = `Fornavn${n} Etternavn`) => ({
    teamsId: `29:${n}`,
    name,
    email: `navn${n}@kommune.no`,
  });

  test('are lines to be completed, whoever fills in the form first', () => {
    const { email: _none, ...upn } = { ...member(2), userPrincipalName: 'upn@x.no' };
    const others = [member(1), upn, { teamsId: '29:3', name: 'Uten Adresse' }];
    expect(rosterText(siv, others)).toEqual({
      members: [
        'Siv Dahl; siv@x.no; sekretariat',
        'Fornavn1 Etternavn; navn1@kommune.no; medlem',
        'Fornavn2 Etternavn; upn@x.no; medlem',
        'Uten Adresse; ; medlem',
      ].join('\n'),
      left: 0,
    });
  });

  test('without a name are left out and counted', () => {
    expect(rosterText(siv, [member(1, '')])).toEqual({ members: 'Siv Dahl; siv@x.no; sekretariat', left: 1 });
  });

  test('are as many as there may be seats, and as have room; the others are counted', () => {
    const all = Array.from({ length: 250 }, (_, n) => member(n, `N${n}`));
    const short = rosterText(siv, all);
    expect(short.members.split('\n')).toHaveLength(200);
    expect(short.left).toBe(51);
    const long = rosterText(
      siv,
      all.map((one) => ({ ...one, name: 'N'.repeat(150) })),
    );
    expect(isEditable(long.members)).toBe(true);
    expect(isEditable(`${long.members}\n${long.members.split('\n')[1]}`)).toBe(false);
    expect(long.left).toBe(251 - long.members.split('\n').length);
  });
});

test('a list that JSON writes in more than 12,500 characters has no room in a card', () => {
  expect([isEditable('x'.repeat(12_498)), isEditable('x'.repeat(12_499)), isEditable('"'.repeat(6250))]).toEqual([
    true,
    false,
    false,
  ]);
});

test('the members of a committee are its seats in their order, then the secretaries who have none', () => {
  const committee = aCommittee({
    seats: [
      aSeat('kari', { name: 'Storvik kommune' }),
      aSeat('per', { name: 'Brukerne', represents: 'annet', voting: false }),
      { id: 'seat-3', name: 'Ledig plass', represents: 'kommune', voting: true },
    ],
    roles: { chairId: 'kari', viceChairId: 'siv', secretariatIds: ['siv', 'terje'] },
  });
  const people = new Map([
    ['kari', { name: 'Kari Nes', keys: [], email: 'kari@x.no' }],
    ['per', { name: 'Per Li', keys: [] }],
    ['siv', { name: 'Siv Dahl', keys: [] }],
  ]);
  expect(committeeText(committee, (id) => people.get(id))).toBe(
    [
      'Kari Nes; kari@x.no; leder; Storvik kommune',
      'Per Li; ; møte- og talerett; annet: Brukerne',
      'Ledig; ; medlem; kommune: Ledig plass',
      'Siv Dahl; ; nestleder, sekretariat; uten plass',
      'Ukjent; ; sekretariat',
    ].join('\n'),
  );
});

test('a cell alone that has marks of its own is read as one cell again', () => {
  for (const name of ['Nes, Kari', 'Nes; Kari', 'Kari Nes'])
    expect(readLines(cellsAsLine([name, '', ''])).lines[0]?.name).toBe(name);
});
