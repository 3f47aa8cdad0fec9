import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDocx } from '../../bot/documents/read-docx.ts';
import { newPlan } from '../../store/plan/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { buttonsOf } from '../support/cards.ts';
import { aMeeting } from '../support/meetings.ts';
import { aNumberedSak, aTiltak } from '../support/minutes-room.ts';
import { aSeat, NOW, TENANT } from '../support/records.ts';

const held = (id: string, on: string, changes: object = {}) =>
  aMeeting({
    id,
    state: 'held',
    heldIn: 'committee-1',
    mode: 'digitalt',
    startsAt: new Date(`${on}T10:00:00Z`),
    endsAt: new Date(`${on}T12:00:00Z`),
    ...changes,
  });
const decided = (sakId: string, vedtak: string[]) => ({ sakId, outcome: 'vedtak', vedtak, at: NOW, by: 'siv' });
const { memberId: _vacant, ...vacant } = aSeat('ledig');
const home = inChannel({
  seats: [aSeat('kari', { varas: [{ personId: 'ola', name: 'Ola Vara', acceptedAt: NOW }] }), aSeat('ola'), vacant],
  history: [{ at: new Date('2025-09-01T10:00:00Z'), by: 'siv', what: 'role-given:chair', onBehalfOf: 'lise' }],
});
const over = { status: 'decided' as const };
const saker = [
  aNumberedSak('fast', { ...over, fixed: 'innkalling', title: 'Innkalling og dagsorden', number: '01/25' }),
  aNumberedSak('hospitering', { ...over, title: 'Hospitering', number: '02/25' }),
  aNumberedSak('jury', { ...over, title: 'Samhandlingsprisen', number: '03/25', closed: true }),
  aNumberedSak('runde', {
    ...over,
    title: 'Møteplan',
    number: '04/25',
    vedtak: ['SSU vedtar planen.'],
    decidedByRound: 'round-1',
    decidedOn: '2025-03-20',
  }),
];
const first = held('m1', '2025-03-11', {
  place: 'Rådhuset',
  items: saker.map(({ id }) => ({ sakId: id })),
  protocol: [
    decided('fast', ['Godkjent.']),
    decided('hospitering', ['SSU støtter ordningen.', 'SSU ber om en plan.']),
    decided('jury', ['Prisen går til Kari.']),
    { sakId: 'runde', outcome: 'ingen', vedtak: [], roundId: 'round-1', at: NOW, by: 'siv' },
  ],
  attendance: [
    { seatId: 'seat-kari', present: true, vara: { name: 'Ola Vara', personId: 'ola' } },
    { seatId: 'seat-ola', present: false },
  ],
});
const meetings = [
  first,
  held('m2', '2025-06-10', {
    mode: 'fysisk',
    attendance: [
      { seatId: 'seat-kari', present: true },
      { seatId: 'seat-ola', present: true },
    ],
  }),
  aMeeting({
    id: 'm3',
    state: 'cancelled',
    cancelled: { at: NOW, by: 'siv', reason: 'for mange forfall' },
    startsAt: new Date('2025-10-14T10:00:00Z'),
    endsAt: new Date('2025-10-14T12:00:00Z'),
  }),
  aMeeting(),
];
const { source: _none, ...ofPlan } = aTiltak({ id: 'plan-a', text: 'Lage en folder', planId: 'plan-1', owner: 'SEKR' });
const tiltak = [
  aTiltak({
    id: 'a',
    text: 'Legge fram en plan',
    owner: 'FSU BU',
    due: 'innen utgangen av 2025',
    source: { sakId: 'hospitering', number: '02/25', point: 2 },
    statuses: [{ class: 'in-progress', text: 'Gruppa er i gang', at: NOW, by: 'ola', from: 'answer' }],
  }),
  aTiltak({ id: 'secret', text: 'Ring vinneren', source: { sakId: 'jury', number: '03/25', point: 1 } }),
  ofPlan,
];

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([home], meetings, saker);
  const plan = { id: 'plan-1', tenantId: TENANT, committeeId: 'committee-1', name: 'Handlingsplan 2025', columns: [] };
  await room.deps.plans.collection.insert(newPlan(plan));
  for (const one of tiltak) await room.deps.tiltak.collection.insert(one);
});
afterEach(() => room.end());

const draft = async (year = 2025) => {
  const counts = await room.card('siv', { verb: 'counts.show', committeeId: 'committee-1', year });
  const button = buttonsOf(counts).find(({ title }) => title === `Lag utkast til årsrapport ${year}`);
  if (button === undefined) throw new Error('no button for a draft');
  await room.press('siv', button.data);
  await room.deliver();
  const offer = room.offers('siv').at(-1);
  if (offer === undefined) throw new Error('nothing was offered');
  const read = await readDocx(await room.take('siv', offer));
  if (!('text' in read)) throw new Error(JSON.stringify(read));
  return { name: offer.name, text: read.text };
};

describe('the draft of an årsrapport', () => {
  test('tells who is in the committee, who leads it, and what is vacant', async () => {
    const { name, text } = await draft();
    expect(name).toBe('UTKAST Årsrapport 2025 SSU.docx');
    expect(text).toContain('har 3 plasser, alle med stemmerett, og 2 medlemmer. 1 plass er ledig.');
    expect(text).toContain('kari kommune | kommune | kari | Ola Vara | Stemmerett');
    expect(text).toMatch(/ledig kommune \| kommune \| Ledig/);
    expect(text).toContain('Leder: lise');
    expect(text).toContain('Nestleder: nina');
    expect(text).toContain('01.09.25: lise ble leder.');
  });

  test('tells how often and how it met, what was cancelled, and forfall without a name', async () => {
    const { text } = await draft();
    expect(text).toContain('Utvalget har holdt 2 møter: 1 digitalt, 1 fysisk.');
    expect(text).toContain('11.03.25 | digitalt | Rådhuset');
    expect(text).toContain('– 14.10.25: for mange forfall');
    expect(text).toContain('Forfall i møtene som er holdt: 2 av 4 plasser (50 %). Dekket av vara: 1.');
    const [, forfall = ''] = /Forfall i møtene([\s\S]*?)Saker og tema/.exec(text) ?? [];
    expect(forfall).not.toMatch(/kari|ola/i);
  });

  test('tells what was dealt with, word for word, and of a closed sak its number alone', async () => {
    const { text } = await draft();
    expect(text).toContain('Utvalget har behandlet 3 saker i møtene.');
    expect(text).toContain('Sak 02/25 Hospitering\n1. SSU støtter ordningen.\n2. SSU ber om en plan.');
    expect(text).toContain('Sak 04/25 Møteplan (vedtatt på e-postrunde 20.03.25)\nSSU vedtar planen.');
    expect(text).toContain('Sak 03/25 Lukket sak');
    expect(text).not.toMatch(/Samhandlingsprisen|Prisen går|Ring vinneren|Innkalling og dagsorden/);
  });

  test('tells how it went with the tiltak of saker and plans, in numbers and one by one', async () => {
    const { text } = await draft();
    expect(text).toContain('I gang | 1');
    expect(text).toContain('Uten status | 1');
    expect(text).toContain(
      'Sak 02/25, vedtakspunkt 2 | Legge fram en plan | FSU BU | innen utgangen av 2025 | I gang: Gruppa er i gang',
    );
    expect(text).toContain('Handlingsplan 2025 | Lage en folder | SEKR');
    expect(text).toContain('1 tiltak fra lukkede saker er ikke med.');
  });

  test('says that the plan of next year is decided only where it has meetings, and leaves what it does not know', async () => {
    const { text } = await draft();
    expect(text).toContain('Møtene som er planlagt for 2026. [Når møteplanen ble vedtatt: fylles ut av sekretariatet]');
    expect(text).not.toContain('er vedtatt:');
    expect(text).toContain('tirsdag 14. april 2026');
    for (const heading of ['Egenevaluering', 'Oppsummering'])
      expect(text).toContain(`${heading}\n\n[Fylles ut av sekretariatet]`);
    expect(text).toContain('[Sted og dato: fylles ut av sekretariatet]');
    const { text: next } = await draft(2026);
    expect(next).toContain('[Møteplanen for 2027 er ikke lagt inn i Utvalgsbot: fylles ut av sekretariatet]');
    expect(next).not.toContain('Møtene som er planlagt for 2027');
  });

  test('is for the secretariat and the chair', async () => {
    const offer = { what: 'annual', committeeId: 'committee-1', year: 2025 };
    const answer = await room.press('kari', { verb: 'file.send', offer });
    expect(JSON.stringify(answer)).toContain('bare for sekretariatet');
    await room.deliver();
    expect(room.offers('kari')).toEqual([]);
  });
});
