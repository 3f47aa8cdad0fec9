import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from '../../bot/render.ts';
import type { Card } from '../../cards/elements.ts';
import type { Tiltak } from '../../store/tiltak/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonsOf, expectValidCard, linesOf, wordsOf } from '../support/cards.ts';
import { strictText } from '../support/docx.ts';
import { aMeeting } from '../support/meetings.ts';
import { aPlan, aPlanned, IMPORTED, said } from '../support/report-plan.ts';

const held = aMeeting({
  id: 'meeting-0',
  startsAt: new Date('2026-02-10T11:00:00Z'),
  endsAt: new Date('2026-02-10T13:00:00Z'),
  state: 'held',
  heldIn: 'committee-1',
});
const kariOwns = { owner: 'Kari', ownerKeys: ['person:kari'], contactIds: ['kari'] };
const tiltak: readonly Tiltak[] = [
  aPlanned(0, { ...kariOwns, due: '2025', dueOn: '2025-12-31' }),
  aPlanned(1, { ...kariOwns, due: 'våren 2026', dueOn: '2026-05-31', statuses: [said()] }),
  aPlanned(2, { owner: 'FSU BU', statuses: [said({ class: 'done', text: 'Ferdig.', by: 'siv', from: 'registered' })] }),
  aPlanned(3, {
    statuses: [said({ class: undefined, text: 'Se punktet over.', at: IMPORTED, by: 'siv', from: 'plan' })],
  }),
  aPlanned(4, { ...kariOwns, statuses: [said({ class: 'done' })] }),
];

let room: AgendaRoom;
const begin = async (all: readonly Tiltak[] = tiltak, plans = [aPlan()]) => {
  room = await anAgendaRoom([inChannel()], [held, aMeeting()]);
  for (const plan of plans) await room.deps.plans.collection.insert(plan);
  for (const one of all) await room.deps.tiltak.collection.insert(one);
};
beforeEach(() => begin());
afterEach(() => room.end());

const home = async (person: string): Promise<Card> => (await render(room.deps, person, { view: 'tiltak' })).card;
const plan = { committeeId: 'committee-1', planId: 'plan-1' };
const titles = (card: Card) => buttonsOf(card).map(({ title }) => title);
const stored = async (n: number) => (await room.deps.tiltak.collection.get(`tiltak-${n}`)) as Tiltak;

describe('«tiltak»', () => {
  test('shows an owner what is theirs, overdue first, then by date, and what is done last', async () => {
    const shown = await home('kari');
    expectValidCard(shown);
    const lines = linesOf(shown);
    expect(lines.slice(0, 2)).toEqual(['Dine tiltak', '3 tiltak, 1 over fristen.']);
    expect(lines.filter((line) => line.startsWith('Tiltak nummer'))).toEqual([
      'Tiltak nummer 0',
      'Tiltak nummer 1',
      'Tiltak nummer 4',
    ]);
    expect(lines).toContain('Uten status · Ansvarlig: Kari · Frist: 2025 (31.12.25) · Over fristen');
  });

  test('shows the secretariat the plan in words and numbers, each class with its share', async () => {
    const lines = linesOf(await home('siv'));
    expect(lines[0]).toBe('Handlingsplan 2024–2026 (SSU)');
    expect(lines).toContain('5 Tiltak 1 Over fristen 1 Uten status');
    expect(lines).toContain('1 Uten ansvarlig 2 Uten noen å spørre 3 Uten frist');
    expect(lines).toContain('Gjennomført 2 av 5');
    expect(lines).toContain('I gang 1 av 5');
    expect(lines).toContain('Status uten klasse 1 av 5');
  });

  test('shows both to somebody who is both, and to a member the plan to read', async () => {
    expect(linesOf(await home('kari'))).toContain('Handlingsplan 2024–2026 (SSU)');
    expect(titles(await home('siv'))).toContain('Nytt tiltak');
    expect(titles(await home('ola'))).not.toContain('Nytt tiltak');
    expect(titles(await home('ola'))).toContain('Vis tiltakene');
  });

  test('lets one choose where there are several plans', async () => {
    await room.end();
    await begin(
      [...tiltak, aPlanned(5, { planId: 'plan-2' })],
      [aPlan(), aPlan({ id: 'plan-2', name: 'Rekruttering', keys: [] })],
    );
    const shown = await home('siv');
    expect(linesOf(shown)[0]).toBe('Handlingsplaner');
    expect(titles(shown)).toEqual(['Se planen', 'Se planen']);
    expect(linesOf(await room.click('siv', shown, 'Se planen'))).toContain('Slik står det til');
  });

  test('says kindly that there is nothing, and is not for strangers', async () => {
    expect(wordsOf(await home('fremmed'))).toContain('Du har ingen tiltak å følge opp akkurat nå.');
    for (const data of [
      { verb: 'tiltak.plan', ...plan },
      { verb: 'tiltak.list', ...plan },
      { verb: 'tiltak.changes', ...plan },
      { verb: 'tiltak.one', tiltakId: 'tiltak-1' },
      { verb: 'file.send', offer: { what: 'status-table', ...plan, format: 'csv' } },
    ])
      expect(wordsOf(await room.card('fremmed', data))).toContain('bare for utvalgets medlemmer');
  });

  test('of a plan that is gone says so', async () => {
    for (const data of [
      { verb: 'tiltak.plan', committeeId: 'committee-1', planId: 'x' },
      { verb: 'tiltak.plan', committeeId: 'x' },
      { verb: 'tiltak.one', tiltakId: 'x' },
    ])
      expect(wordsOf(await room.card('siv', data))).toContain('finnes ikke lenger');
  });
});

describe('the tiltak of a plan', () => {
  test.each([
    ['overdue', ['Tiltak nummer 0']],
    ['done', ['Tiltak nummer 2', 'Tiltak nummer 4']],
    ['no-owner', ['Tiltak nummer 3']],
    ['prose', ['Tiltak nummer 3']],
    ['closed', []],
  ])('are chosen: %s', async (filter, texts) => {
    const lines = linesOf(await room.card('ola', { verb: 'tiltak.list', ...plan, filter }));
    expect(lines.filter((line) => line.startsWith('Tiltak nummer'))).toEqual(texts);
  });

  test('are chosen by focus area, which stands above them', async () => {
    const lines = linesOf(await room.card('ola', { verb: 'tiltak.list', ...plan, filter: 'all', area: '1' }));
    expect(lines.filter((line) => line.startsWith('Tiltak nummer'))).toEqual(['Tiltak nummer 3', 'Tiltak nummer 4']);
    expect(lines).toContain('Alle tiltak: 2 tiltak. Rekruttering');
    const all = linesOf(await room.card('ola', { verb: 'tiltak.list', ...plan, area: 'every' }));
    expect(all.filter((line) => line === 'Pasientforløp' || line === 'Rekruttering')).toEqual([
      'Pasientforløp',
      'Rekruttering',
    ]);
  });

  test('that are many are shown page by page, each once', { timeout: 30_000 }, async () => {
    await room.end();
    await begin(
      Array.from({ length: 300 }, (_, n) => aPlanned(n, { text: `Tiltak nummer ${n} ${'ord '.repeat(900)}` })),
    );
    const seen: string[] = [];
    let shown = await room.card('ola', { verb: 'tiltak.list', ...plan });
    for (;;) {
      expectValidCard(shown);
      seen.push(...linesOf(shown).filter((line) => line.startsWith('Tiltak nummer')));
      expect(titles(shown)).toContain('Les hele');
      if (!titles(shown).includes('Neste')) break;
      shown = await room.click('ola', shown, 'Neste');
    }
    expect(seen.map((line) => line.split(' ')[2])).toEqual(Array.from({ length: 300 }, (_, n) => String(n)));
    expect(seen.every((line) => line.endsWith('…'))).toBe(true);
  });
});

describe('one tiltak', () => {
  test('shows who said what, for whom, and who is asked', async () => {
    const lines = linesOf(await room.card('ola', { verb: 'tiltak.one', tiltakId: 'tiltak-2' }));
    expect(lines).toContain('Ansvarlig: FSU BU');
    expect(lines).toContain('Spørres: ingen ennå');
    expect(lines).toContain('Gjennomført (02.03.26, registrert av siv for FSU BU)\n\nFerdig.');
    expect(lines).toContain('Tiltaket ble lest inn med planen. (12.01.26, siv)');
  });

  test('is changed by the secretariat, and what it said before stands in its history', async () => {
    const form = await room.card('siv', { verb: 'tiltak.edit-form', tiltakId: 'tiltak-0' });
    const saved = await room.click('siv', form, 'Lagre', {
      text: 'Ny tekst',
      owner: 'FSU BU',
      due: '12.12.26',
      contacts: '',
    });
    expect(linesOf(saved)).toContain('Endringene er lagret.');
    expect(linesOf(saved)).toContain('Teksten ble endret. Den var: «Tiltak nummer 0» (02.03.26, siv)');
    expect(linesOf(saved)).toContain('Ansvarlig ble endret. Det sto «Kari». (02.03.26, siv)');
    expect(linesOf(saved)).toContain('Fristen ble endret. Den var «2025». (02.03.26, siv)');
    expect(await stored(0)).toMatchObject({ text: 'Ny tekst', owner: 'FSU BU', dueOn: '2026-12-12', ownerKeys: [] });
  });

  test('keeps what was typed when it cannot be used', async () => {
    const form = await room.card('siv', { verb: 'tiltak.edit-form', tiltakId: 'tiltak-0' });
    const again = await room.click('siv', form, 'Lagre', { text: 'Ny tekst', due: '31.02.26' });
    expect(wordsOf(again)).toContain('Ny tekst');
    expect((await stored(0)).text).toBe('Tiltak nummer 0');
  });

  test('is taken out of the plan after a question, and taken in again', async () => {
    const ask = await room.card('siv', { verb: 'tiltak.close-form', tiltakId: 'tiltak-0' });
    expect(wordsOf(ask)).toContain('Ta ut av planen?');
    const out = await room.click('siv', ask, 'Ja, ta det ut');
    expect(wordsOf(out)).toContain('Tiltaket er tatt ut av planen.');
    expect(await stored(0)).toMatchObject({ state: 'closed' });
    expect((await stored(0)).askDueAt).toBeUndefined();
    expect(linesOf(await room.card('siv', { verb: 'tiltak.plan', ...plan }))).toContain(
      '1 tiltak er tatt ut av planen.',
    );
    expect(linesOf(await home('kari'))).toContain('2 tiltak.');
    await room.click('siv', out, 'Ta inn i planen igjen');
    expect(await stored(0)).toMatchObject({ state: 'open', openIn: 'committee-1' });
  });

  test('that the committee has been asked to decide of is not taken out', async () => {
    const proposal = { kind: 'delete' as const, at: said().at, by: 'kari' };
    await room.deps.tiltak.collection.insert(aPlanned(9, { proposal }));
    const ask = await room.card('siv', { verb: 'tiltak.close-form', tiltakId: 'tiltak-9' });
    expect(wordsOf(ask)).toContain('Utvalget bestemmer om et tiltak skal slettes.');
    expect(titles(ask)).toEqual(['Til tiltaket']);
    const refused = await room.card('siv', { verb: 'tiltak.close', tiltakId: 'tiltak-9' });
    expect(wordsOf(refused)).toContain('ikke avgjort forslaget');
    expect((await stored(9)).state).toBe('open');
  });

  test.each(['kari', 'ola', 'nina'])('is not written by %s', async (person) => {
    for (const data of [
      { verb: 'tiltak.edit-form', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.edit', tiltakId: 'tiltak-1', text: 'x' },
      { verb: 'tiltak.close-form', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.close', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.reopen', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.add-form', ...plan },
      { verb: 'tiltak.add', ...plan, newId: 'new', text: 'x' },
    ])
      expect(wordsOf(await room.card(person, data))).toContain('Dette er bare for sekretariatet og lederen');
    expect((await stored(1)).version).toBe(0);
    expect(await room.deps.tiltak.collection.get('new')).toBeUndefined();
  });
});

test('a tiltak is added to the plan once, under its own headings', async () => {
  const form = await room.click('siv', await room.card('siv', { verb: 'tiltak.plan', ...plan }), 'Nytt tiltak');
  const inputs = { text: 'Lag en oversikt', area: 'Pasientforløp', owner: 'SEKR', due: 'innen desember 2026' };
  const added = await room.click('siv', form, 'Lagre', inputs);
  await room.click('siv', form, 'Lagre', inputs);
  expect(linesOf(added)).toContain('6 Tiltak 1 Over fristen 2 Uten status');
  const lines = linesOf(await room.card('siv', { verb: 'tiltak.list', ...plan }));
  expect(lines.indexOf('Lag en oversikt')).toBeLessThan(lines.indexOf('Rekruttering'));
  expect(await room.deps.tiltak.ofPlan('plan-1')).toHaveLength(6);
});

test('what was decided in a closed sak is for those who may read the sak, and in no file', async () => {
  await room.deps.saker.collection.insert(anAcceptedSak('lukket', { closed: true, proposedAt: said().at }));
  const secret = aPlanned(7, { text: 'Tiltak nummer 7', source: { sakId: 'lukket', number: '9/26', point: 2 } });
  await room.deps.tiltak.collection.insert(secret);
  const seen = async (person: string) => linesOf(await room.card(person, { verb: 'tiltak.list', ...plan }));
  const one = (person: string) => room.card(person, { verb: 'tiltak.one', tiltakId: secret.id });
  for (const person of ['kari', 'siv', 'nina']) {
    expect(await seen(person)).toContain('Tiltak nummer 7');
    expect(linesOf(await one(person))).toContain('Kommer fra: Sak 9/26, vedtakspunkt 2');
  }
  // may speak, and has no vote
  expect(await seen('per')).not.toContain('Tiltak nummer 7');
  expect(linesOf(await home('per'))).toContain('5 Tiltak 1 Over fristen 1 Uten status');
  expect(wordsOf(await one('per'))).toContain('bare for utvalgets medlemmer');
  await room.press('siv', { verb: 'file.send', offer: { what: 'status-table', ...plan, format: 'docx' } });
  await room.deliver();
  const [offer] = room.offers('siv');
  if (offer === undefined) throw new Error('no file was offered');
  const text = await strictText(await room.take('siv', offer));
  expect(text).toContain('Tiltak fra lukkede saker står ikke her.');
  expect(text).not.toContain('Tiltak nummer 7');
});

test('what is new since the committee last met is told with who said it', async () => {
  const lines = linesOf(await room.card('ola', { verb: 'tiltak.changes', ...plan }));
  expect(lines[0]).toBe('Nytt siden møtet 10.02.26');
  expect(lines).toContain('3 tiltak med ny status, 2 gjennomførte.');
  expect(lines).toContain('I gang (02.03.26, kari)\n\nVi er i gang.');
});

test('is refused in a committee that is closed, and can be read there', async () => {
  await room.end();
  const closed = inChannel({ life: { closed: { at: said().at, by: 'siv' } } });
  room = await anAgendaRoom([closed], []);
  await room.deps.plans.collection.insert(aPlan());
  expect(wordsOf(await room.card('siv', { verb: 'tiltak.add-form', ...plan }))).toContain('avsluttet');
  expect(linesOf(await room.card('siv', { verb: 'tiltak.plan', ...plan }))).toContain(
    'Det er ingen tiltak i planen ennå.',
  );
});
