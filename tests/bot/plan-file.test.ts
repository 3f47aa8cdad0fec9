import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aPlanRoom, ofRow, PLAN, type PlanRoom } from '../support/plan-room.ts';
import { aPlanDocx, aPlanXlsx } from '../support/plan-tables.ts';

let room: PlanRoom;
beforeEach(async () => {
  room = await aPlanRoom();
});
afterEach(() => room.end());
const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);

const HEADINGS = ['Hvordan få det til?', 'Tiltak', 'Ansvarlig', 'Når'];
const ROWS = [
  HEADINGS,
  ['Bruke fagdager', { parts: ['Lage kurs', 'Holde fagdag'] }, { parts: ['SEKR'], rows: 2 }, '2026'],
  ['Ansette flere', 'Lyse ut stillinger', '2027'],
];

describe('a document with a plan in it', () => {
  test('may be a referat too, and is read in as either', async () => {
    const card = await room.drop(
      'siv',
      'Plan.docx',
      await aPlanDocx([{ heading: 'Rekruttering', level: 2 }, { rows: ROWS }]),
    );
    expect(titles(card)).toEqual(
      expect.arrayContaining(['Les inn som handlingsplan (2 rader)', 'Nytt referat for SSU']),
    );
    const preview = await room.click('siv', card, 'Les inn som handlingsplan (2 rader)');
    expect(linesOf(preview)).toContain('Hvordan få det til?: «Hvordan få det til?»');
    expect(wordsOf(preview)).toContain('1 rad: Ansvarlig står i en celle som er slått sammen');
    await room.click('siv', preview, 'Les inn');
    expect((await room.tiltak()).map(({ text, owner, dueOn, place }) => [text, owner, dueOn, place.focusArea])).toEqual(
      [
        ['Lage kurs | Holde fagdag', 'SEKR', '2026-12-31', 'Rekruttering'],
        ['Lyse ut stillinger', 'SEKR', '2027-12-31', 'Rekruttering'],
      ],
    );
  });
});

describe('a sheet', () => {
  test('is a plan, or a vedlegg and why it is no plan', async () => {
    const sheet = [
      ['Tiltak', 'Ansvarlig'],
      ['Lage plan', 'SEKR'],
    ];
    expect(titles(await room.drop('siv', 'Plan.xlsx', aPlanXlsx({ Plan: sheet })))).toContain(
      'Les inn som handlingsplan (1 rad)',
    );
    const card = await room.drop(
      'siv',
      'Tall.xlsx',
      aPlanXlsx({
        Tall: [
          ['År', 'Antall'],
          ['2025', '12'],
        ],
      }),
    );
    expect(wordsOf(card)).toContain('Tabellen i filen kan ikke leses inn:');
    expect(wordsOf(card)).toContain('Ingen av tabellene har kolonner som kjennes igjen');
    expect(titles(card)).toContain('Ny sak med denne filen som vedlegg');
    expect(wordsOf(await room.drop('siv', 'Tall.csv', 'År;Antall\n2025;12\n'))).toContain('filen er ikke lagret');
  });
});

describe('a plan that the chat has no room for', () => {
  test('is read in on the command line', async () => {
    const rows = Array.from({ length: 2001 }, (_, n) => `Tiltak nummer ${n};SEKR`).join('\n');
    const card = await room.drop('siv', 'Stor.csv', `Tiltak;Ansvarlig\n${rows}\n`);
    const said = await room.click('siv', card, titles(card)[0] ?? '');
    expect(wordsOf(said)).toContain('Jeg tar høyst 2000 her.');
    expect(wordsOf(said)).toContain('npm run import');
  });
});

describe('a row', () => {
  test('that is mended wrongly is shown as it was typed, and one that is gone says so', async () => {
    const card = await room.preview('siv', 'Plan.csv', PLAN);
    const form = await room.card('siv', ofRow(card, 2, 'Rett'));
    const again = await room.click('siv', form, 'Lagre', { text: '', due: 'neste uke' });
    expect(wordsOf(again)).toContain('Skriv hva tiltaket er.');
    expect(inputsOf(again).find(({ id }) => id === 'due')?.value).toBe('neste uke');
    const split = await room.click('siv', await room.card('siv', ofRow(card, 1, 'Del i flere tiltak')), 'Del raden', {
      parts: 'En',
    });
    expect(wordsOf(split)).toContain('Skriv minst to tiltak');
    const gone = { ...ofRow(card, 2, 'Rett'), at: 99 };
    expect(wordsOf(await room.card('siv', gone))).toContain('Raden finnes ikke lenger.');
    const sent = { ...buttonsOf(form).find(({ title }) => title === 'Lagre')?.data, at: 99, text: 'x' };
    expect(wordsOf(await room.card('siv', sent))).toContain('Raden finnes ikke lenger.');
  });

  test('that was divided is mended part by part, and keeps a status that its form had no room for', async () => {
    let card = await room.preview('siv', 'Plan.csv', PLAN.replace('SEKR;2026;', 'SEKR;2026;I rute'));
    card = await room.click('siv', await room.card('siv', ofRow(card, 1, 'Del i flere tiltak')), 'Del raden', {
      parts: 'En\nTo',
    });
    const second = buttonsOf(card).find(({ data }) => 'part' in data && data.part === 2);
    const form = await room.card('siv', second?.data ?? {});
    const { shown: _shown, ...saved } = { shown: '', ...buttonsOf(form).find(({ title }) => title === 'Lagre')?.data };
    card = await room.card('siv', { ...saved, text: 'Det andre', owner: 'SEKR' });
    await room.click('siv', card, 'Les inn');
    expect((await room.tiltak()).slice(1, 3).map(({ text, statuses }) => [text, statuses[0]?.text])).toEqual([
      ['En', 'I rute'],
      ['Det andre', 'I rute'],
    ]);
  });
});

describe('a plan that was stopped half-way', () => {
  test('waits for «Les inn», and is whole and counted once', async () => {
    const card = await room.preview('siv', 'Plan.csv', PLAN);
    const { collection } = room.deps.tiltak;
    const insert = collection.insert.bind(collection);
    let left = 2;
    Object.assign(collection, {
      insert: (...given: Parameters<typeof insert>) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('stopped')) : insert(...given);
      },
    });
    await expect(
      room.press('siv', buttonsOf(card).find(({ title }) => title === 'Les inn')?.data ?? {}),
    ).rejects.toThrow('stopped');
    Object.assign(collection, { insert });
    expect(wordsOf(await room.click('siv', card, 'Avbryt'))).toContain('Trykk «Les inn» for å fullføre den.');
    const done = await room.click('siv', card, 'Les inn');
    expect(wordsOf(done)).toContain('Tiltak: 5 nye, 0 endret');
    expect(await room.tiltak()).toHaveLength(5);
    expect((await room.plan()).imports).toHaveLength(1);
  });
});
