import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';

const sat = (id: string, present: boolean) => ({ seatId: `seat-${id}`, present });
const held = aMeeting({
  id: 'meeting-0',
  startsAt: new Date('2025-11-11T11:00:00Z'),
  endsAt: new Date('2025-11-11T13:00:00Z'),
  state: 'held',
  attendance: [sat('kari', true), sat('ola', false), { ...sat('per', true), vara: { name: 'Vera Vik' } }],
});
const cancelled = aMeeting({ id: 'meeting-9', state: 'cancelled', startsAt: new Date('2025-03-11T11:00:00Z') });
const other = aMeeting({ id: 'meeting-8', committeeId: 'committee-2', startsAt: held.startsAt });

let room: AgendaRoom;
beforeEach(async () => {
  const committees = [inChannel({ shortName: '=SSU' }), inChannel({ id: 'committee-2', conversation: undefined })];
  room = await anAgendaRoom(committees, [held, cancelled, other, aMeeting()]);
});
afterEach(() => room.end());

const plan = (person: string) => room.card(person, { verb: 'meeting.plan', committeeId: 'committee-1' });
const year2025 = async () =>
  room.click('siv', await room.click('siv', await plan('siv'), 'Tall til årsrapporten'), '2025');

test('the year’s numbers are reached from the plan, year by year', async () => {
  const now = await room.click('siv', await plan('siv'), 'Tall til årsrapporten');
  expect(linesOf(now)[0]).toBe('Forfall i =SSU 2026');
  expect(linesOf(now)).toContain('Forfall: 0');
  expect(linesOf(now)).toContain('14.04.26, planlagt: forfall 0 av 3 plasser (0 %).');
  expect(buttonsOf(now).map(({ title }) => title)).toEqual([
    'Last ned CSV',
    'Lag utkast til årsrapport 2026',
    '2025',
    'Til møteplanen',
  ]);
  const lines = linesOf(await year2025());
  expect(lines).toContain('Møter som er holdt: 1');
  expect(lines).toContain('Avlyste møter: 1');
  expect(lines).toContain('Forfall: 2 av 3 plasser (67 %)');
  expect(lines).toContain('Dekket av vara: 1');
  expect(lines).toContain('11.11.25, holdt: forfall 2 av 3 plasser (67 %), 1 dekket av vara.');
});

test('the file says the same in a table, with nobody’s name and no formula', async () => {
  await room.press('siv', buttonsOf(await year2025()).find(({ title }) => title === 'Last ned CSV')?.data ?? {});
  await room.deliver();
  const [offer] = room.offers('siv');
  if (offer === undefined) throw new Error('no file was offered');
  expect(offer.name).toBe('Forfall i =SSU 2025.csv');
  const text = Buffer.from(await room.take('siv', offer)).toString('utf8');
  const [head = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  const width = head.split(';').length;
  expect(rows.map((row) => row.split(';').length)).toEqual(rows.map(() => width));
  expect(rows).toContain("'=SSU;2025;11.11.2025;holdt;3;2;1;1;67;0;0;oppmøte");
  expect(rows).toContain("'=SSU;2025;Avlyste møter;1 møte;;;;;;;;");
  expect(text).not.toContain('Vera');
});

test('a year without meetings says so, and has no file', async () => {
  const shown = await room.card('siv', { verb: 'counts.show', committeeId: 'committee-1', year: 2020 });
  expect(wordsOf(shown)).toContain('Utvalget har ingen møter dette året.');
  expect(buttonsOf(shown).map(({ title }) => title)).toEqual(['2026', '2025', 'Til møteplanen']);
});

test.each(['kari', 'nina', 'fremmed'])('the numbers are not for %s', async (person) => {
  const refused = await room.card(person, { verb: 'counts.show', committeeId: 'committee-1' });
  expect(wordsOf(refused)).toContain('Dette er bare for sekretariatet og lederen');
  const offer = { what: 'counts', committeeId: 'committee-1', year: 2025 };
  expect(wordsOf(await room.card(person, { verb: 'file.send', offer }))).toContain('Dette er bare for sekretariatet');
  if (person !== 'fremmed')
    expect(buttonsOf(await plan(person)).map(({ title }) => title)).not.toContain('Tall til årsrapporten');
});

test('a committee that is gone has none', async () => {
  for (const data of [
    { verb: 'counts.show', committeeId: 'nowhere' },
    { verb: 'file.send', offer: { what: 'counts', committeeId: 'nowhere', year: 2025 } },
  ])
    expect(wordsOf(await room.card('siv', data))).toContain('finnes ikke lenger');
});
