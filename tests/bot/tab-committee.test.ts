import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AgendaRoom, anAgendaRoom } from '../support/agenda-room.ts';
import { inChat } from '../support/circulation.ts';
import { aCommitteeWithVaras } from '../support/forfall.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, aSeat, NOW } from '../support/records.ts';
import { expectRefused, tabPage } from '../support/tab-page.ts';

const { settings } = aCommittee();
const links = { mandateUrl: 'https://eksempel.no/mandat', vedtekterUrl: 'https://eksempel.no/vedtekter' };
const committee = aCommitteeWithVaras({
  varaIds: ['vera', 'viggo', 'odd'],
  settings: { ...settings, ...links, quorum: 2 },
});

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([committee], [aMeeting()]);
  await room.deps.persons.collection.insert(inChat('vera'));
});
afterEach(() => room.end());

const page = (person: string, id = 'committee-1') => tabPage(room.deps, person, `committees/${id}`, 'committee');

test('a member sees every seat with who has it, their role, their vote and their varas', async () => {
  const { seats } = await page('kari');
  expect(seats).toEqual([
    {
      seat: 'kari kommune (kommune)',
      vote: 'Stemmeberettiget',
      holder: 'kari',
      roles: '',
      about: ['Vara: vera, viggo'],
    },
    { seat: 'ola kommune (kommune)', vote: 'Stemmeberettiget', holder: 'ola', roles: '', about: ['Vara: vera, odd'] },
    { seat: 'per kommune (kommune)', vote: 'Møte- og talerett', holder: 'per', roles: '', about: [] },
    { holder: 'lise', roles: 'Leder', about: [] },
    { holder: 'nina', roles: 'Nestleder', about: [] },
    { holder: 'siv', roles: 'Sekretariat', about: [] },
  ]);
});

test('who has not opened the chat yet is told apart, to those who run the committee alone', async () => {
  const { reference: _none, ...away } = inChat('ola');
  await room.deps.persons.collection.replace(away, 0);
  const unreached = async (person: string) => (await page(person)).seats.flatMap((row) => row.unreached ?? []);
  expect(await unreached('siv')).toEqual(['Har ikke åpnet chatten ennå']);
  expect((await page('siv')).seats[1]).toMatchObject({ holder: 'ola', about: ['Vara: vera, odd'] });
  for (const person of ['kari', 'ola', 'nina']) expect(await unreached(person), person).toEqual([]);
});

test('what the committee works by stands in words, with its documents and its next meeting', async () => {
  const { settings: shown, links: documents, nextMeeting, notes } = await page('kari');
  const values = Object.fromEntries(shown.map(({ label, value }) => [label, value]));
  expect(values).toMatchObject({
    Leder: 'lise',
    Sekretariat: 'siv',
    Plasser: '3 plasser, 2 stemmeberettigede',
    'E-postrunde': '7 dager',
    'Hvem som spørres': 'Alle stemmeberettigede medlemmer',
    Vedtaksført: 'Når minst 2 stemmeberettigede plasser er dekket',
  });
  expect(values['Når en e-postrunde er godkjent']).toContain('alle som er spurt');
  expect(documents).toEqual([
    { title: 'Mandat', url: links.mandateUrl },
    { title: 'Vedtekter', url: links.vedtekterUrl },
  ]);
  expect(nextMeeting).toEqual({
    path: 'meetings/meeting-1',
    text: 'Tirsdag 14. april 2026 kl. 12.00–14.00, digitalt',
  });
  expect(notes).toEqual([]);
});

test('those who run the committee find the buttons of `oppsett`, and the others do not', async () => {
  for (const person of ['siv', 'lise'])
    expect(
      (await page(person)).actions.map(({ action }) => action.verb),
      person,
    ).toEqual([
      'setup.members-form',
      'setup.seat-open',
      'setup.seat-form',
      'setup.settings-form',
      'meeting.settings-form',
      'referat.new',
      'life.form',
      'life.appointing-form',
      'life.close-form',
    ]);
  for (const person of ['nina', 'kari', 'per', 'vera']) expect((await page(person)).actions, person).toEqual([]);
});

test('a vara sees the seats they are vara for, and no more of the committee', async () => {
  const shown = await page('odd');
  expect(shown.seats).toEqual([
    { seat: 'ola kommune (kommune)', vote: 'Stemmeberettiget', holder: 'ola', roles: '', about: [] },
  ]);
  expect(shown).toMatchObject({ settings: [], links: [], notes: [] });
  expect(shown).not.toHaveProperty('nextMeeting');
});

test('a seat that is vacant is said, and a committee that is closed can only be opened again', async () => {
  const { memberId: _vacant, ...vacant } = aSeat('ledig');
  const closed = { ...aCommittee({ id: 'committee-2', seats: [vacant] }) };
  await room.deps.committees.collection.insert({ ...closed, keys: [], people: ['siv', 'lise', 'nina'] });
  expect((await page('siv', 'committee-2')).notes).toEqual([
    'Å gjøre: ledig kommune (kommune) er ledig. Be den som oppnevner, om et medlem.',
  ]);
  expect((await page('siv', 'committee-2')).seats[0]).toMatchObject({ holder: 'Ledig' });
  const life = { closed: { at: NOW, by: 'siv' } };
  await room.deps.committees.collection.insert({ ...closed, id: 'committee-3', keys: [], people: ['siv'], life });
  const shown = await page('siv', 'committee-3');
  expect(shown.actions.map(({ action }) => action.verb)).toEqual(['life.reopen']);
  expect(shown.notes[0]).toContain('02.03.26');
});

test('somebody of another committee gets nothing', async () => {
  await expectRefused(page('fremmed'));
  await expectRefused(page('kari', 'no-such-committee'));
});
