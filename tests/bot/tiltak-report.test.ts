import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { buttonsOf, expectValidCard, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { strictText } from '../support/docx.ts';
import { aPlan, aPlanned, said } from '../support/plans.ts';
import { aTiltakRoom, PLAN, planned, type TiltakRoom } from '../support/tiltak-room.ts';

let room: TiltakRoom;
beforeEach(async () => {
  room = await aTiltakRoom();
});
afterEach(() => room.end());

const titles = (card: Card) => buttonsOf(card).map(({ title }) => title);

describe('«tiltak»', () => {
  test('shows an owner what is theirs, overdue first, then by date, and what is done last', async () => {
    const shown = await room.home('kari');
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
    const lines = linesOf(await room.home('siv'));
    expect(lines[0]).toBe('Handlingsplan 2024–2026 (SSU)');
    expect(lines).toContain('5 Tiltak 1 Over fristen 1 Uten status');
    expect(lines).toContain('1 Uten ansvarlig 2 Uten noen å spørre 3 Uten frist');
    expect(lines).toContain('Gjennomført 2 av 5');
    expect(lines).toContain('I gang 1 av 5');
    expect(lines).toContain('Status uten klasse 1 av 5');
  });

  test('shows both to somebody who is both, and to a member the plan to read', async () => {
    expect(linesOf(await room.home('kari'))).toContain('Handlingsplan 2024–2026 (SSU)');
    expect(titles(await room.home('siv'))).toContain('Nytt tiltak');
    expect(titles(await room.home('ola'))).not.toContain('Nytt tiltak');
    expect(titles(await room.home('ola'))).toContain('Vis tiltakene');
  });

  test('lets one choose where there are several plans', async () => {
    await room.end();
    room = await aTiltakRoom(
      [...planned(), aPlanned(5, { planId: 'plan-2' })],
      [aPlan(), aPlan({ id: 'plan-2', name: 'Rekruttering', keys: [] })],
    );
    const shown = await room.home('siv');
    expect(linesOf(shown)[0]).toBe('Handlingsplaner');
    expect(titles(shown)).toEqual(['Se planen', 'Se planen']);
    expect(linesOf(await room.click('siv', shown, 'Se planen'))).toContain('Slik står det til');
  });

  test('says kindly that there is nothing, and is not for strangers', async () => {
    expect(wordsOf(await room.home('fremmed'))).toContain('Du har ingen tiltak å følge opp akkurat nå.');
    for (const data of [
      { verb: 'tiltak.plan', ...PLAN },
      { verb: 'tiltak.list', ...PLAN },
      { verb: 'tiltak.changes', ...PLAN },
      { verb: 'tiltak.one', tiltakId: 'tiltak-1' },
      { verb: 'file.send', offer: { what: 'status-table', ...PLAN, format: 'csv' } },
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
    const lines = linesOf(await room.card('ola', { verb: 'tiltak.list', ...PLAN, filter }));
    expect(lines.filter((line) => line.startsWith('Tiltak nummer'))).toEqual(texts);
  });

  test('are chosen by focus area, which stands above them', async () => {
    const lines = linesOf(await room.card('ola', { verb: 'tiltak.list', ...PLAN, filter: 'all', area: '1' }));
    expect(lines.filter((line) => line.startsWith('Tiltak nummer'))).toEqual(['Tiltak nummer 3', 'Tiltak nummer 4']);
    expect(lines).toContain('Alle tiltak: 2 tiltak. Rekruttering');
    const all = linesOf(await room.card('ola', { verb: 'tiltak.list', ...PLAN, area: 'every' }));
    expect(all.filter((line) => line === 'Pasientforløp' || line === 'Rekruttering')).toEqual([
      'Pasientforløp',
      'Rekruttering',
    ]);
  });

  test('are those of the focus area that was chosen, whatever order they are stored in', async () => {
    await room.end();
    room = await aTiltakRoom(planned().map((tiltak, n) => ({ ...tiltak, id: `tiltak-${9 - n}` })));
    const home = await room.home('siv');
    const areas = inputsOf(home).flatMap((input) => (input.id === 'area' && 'choices' in input ? input.choices : []));
    const chosen = areas?.find(({ title }) => title.endsWith('Rekruttering'));
    const shown = await room.click('siv', home, 'Vis tiltakene', { filter: 'all', area: chosen?.value ?? '' });
    expect(linesOf(shown)).toContain('Alle tiltak: 2 tiltak. Rekruttering');
  });

  test('that are many are shown page by page, each once', { timeout: 30_000 }, async () => {
    await room.end();
    room = await aTiltakRoom(
      Array.from({ length: 300 }, (_, n) => aPlanned(n, { text: `Tiltak nummer ${n} ${'ord '.repeat(900)}` })),
    );
    const seen: string[] = [];
    let shown = await room.card('ola', { verb: 'tiltak.list', ...PLAN });
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

test('what was decided in a closed sak is for those who may read the sak, and in no file', async () => {
  await room.deps.saker.collection.insert(anAcceptedSak('lukket', { closed: true, proposedAt: said().at }));
  const secret = aPlanned(7, { text: 'Tiltak nummer 7', source: { sakId: 'lukket', number: '9/26', point: 2 } });
  await room.deps.tiltak.collection.insert(secret);
  const seen = async (person: string) => linesOf(await room.card(person, { verb: 'tiltak.list', ...PLAN }));
  const one = (person: string) => room.card(person, { verb: 'tiltak.one', tiltakId: secret.id });
  for (const person of ['kari', 'siv', 'nina']) {
    expect(await seen(person)).toContain('Tiltak nummer 7');
    expect(linesOf(await one(person))).toContain('Kommer fra: Sak 9/26, vedtakspunkt 2');
  }
  // may speak, and has no vote
  expect(await seen('per')).not.toContain('Tiltak nummer 7');
  expect(linesOf(await room.home('per'))).toContain('5 Tiltak 1 Over fristen 1 Uten status');
  expect(wordsOf(await one('per'))).toContain('bare for utvalgets medlemmer');
  await room.press('siv', { verb: 'file.send', offer: { what: 'status-table', ...PLAN, format: 'docx' } });
  await room.deliver();
  const [offer] = room.offers('siv');
  if (offer === undefined) throw new Error('no file was offered');
  const text = await strictText(await room.take('siv', offer));
  expect(text).toContain('Tiltak fra lukkede saker står ikke her.');
  expect(text).not.toContain('Tiltak nummer 7');
});

test('what is new since the committee last met is told with who said it', async () => {
  const lines = linesOf(await room.card('ola', { verb: 'tiltak.changes', ...PLAN }));
  expect(lines[0]).toBe('Nytt siden møtet 10.02.26');
  expect(lines).toContain('3 tiltak med ny status, 2 gjennomførte.');
  expect(lines).toContain('I gang (02.03.26, kari)\n\nVi er i gang.');
});

test('what is new says so in words also where a text alone was changed', async () => {
  await room.end();
  const history = [...aPlanned(0).history, { at: said().at, by: 'siv', what: 'text', was: 'Før' }];
  room = await aTiltakRoom([aPlanned(0, { history })]);
  const lines = linesOf(await room.card('ola', { verb: 'tiltak.changes', ...PLAN }));
  expect(lines).toContain('1 endret ellers.');
  expect(lines).toContain('Teksten ble endret. Den var: «Før» (02.03.26, siv)');
});
