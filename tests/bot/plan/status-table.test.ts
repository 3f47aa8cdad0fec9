import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlanFile } from '../../../bot/documents/read-plan.ts';
import { storePlan } from '../../../bot/plan-store.ts';
import { render } from '../../../bot/render.ts';
import { change } from '../../../store/change.ts';
import { answerStatus } from '../../../store/tiltak/rules-status.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../../support/agenda-room.ts';
import { buttonOf } from '../../support/cards.ts';
import { realPlans } from '../../support/data.ts';
import { strictText } from '../../support/docx.ts';
import { aMeeting } from '../../support/meetings.ts';
import { aPlan, aPlanned, said } from '../../support/plans.ts';
import { accepted, NOW, REAL_NOW } from '../../support/records.ts';
import { entriesOf } from '../../support/zip.ts';

const PATIENCE = { timeout: 30_000 };
const committee = inChannel();
const held = aMeeting({
  id: 'meeting-0',
  startsAt: new Date('2026-02-10T11:00:00Z'),
  endsAt: new Date('2026-02-10T13:00:00Z'),
  state: 'held',
  heldIn: 'committee-1',
});

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([committee], [held]);
});
afterEach(() => room.end());

/** The newest file after this button of the plan's card was pressed, and it was taken. */
async function downloaded(title: string, person = 'siv') {
  const { card } = await render(room.deps, person, { view: 'tiltak' });
  await room.press(person, buttonOf(card, title).data);
  await room.deliver();
  const offer = room.offers(person).at(-1);
  if (offer === undefined) throw new Error('no file was offered');
  return { name: offer.name, bytes: await room.take(person, offer) };
}
const cellsIn = async (bytes: Uint8Array) => {
  const { columns, rows, problems } = await readPlanFile(bytes);
  expect(problems).toEqual([]);
  return { headings: columns.map(({ heading }) => heading), cells: rows.map(({ cells }) => cells) };
};
const say = async (tiltakId: string, text: string) =>
  accepted(
    await change(room.deps.tiltak.collection, tiltakId, (tiltak) =>
      answerStatus(tiltak, { class: 'in-progress', text }, { personId: 'kari', from: 'answer' }, NOW),
    ),
  );

const FORMATS = ['Last ned Word', 'Last ned Excel', 'Last ned CSV'] as const;

for (const plan of realPlans() ?? []) {
  describe(`the status table of the plan of ${plan.name}`, PATIENCE, () => {
    const imported = async () => {
      const { columns, rows } = await readPlanFile(plan.bytes);
      const file = { name: 'plan.csv', sha256: 'a'.repeat(64) };
      const stored = { committee, name: 'Handlingsplan', columns, rows, by: 'siv', file, key: 'import-1' };
      await storePlan(room.deps, { ...stored, now: NOW, realNow: REAL_NOW });
      const [first] = await room.deps.plans.of(committee.id);
      return room.deps.tiltak.ofPlan(first?.id ?? '');
    };
    // as another library reads the file, with the white space of Word and Excel
    const folded = (text = '') => text.replace(/\s+/g, ' ').trim();

    test.each(FORMATS)('%s: has every row and every cell as the file had it', async (format) => {
      await imported();
      const { headings, cells } = await cellsIn((await downloaded(format)).bytes);
      expect(cells).toHaveLength(plan.size);
      const known = Object.keys(plan.rows()[0] ?? {});
      const original = await cellsIn(plan.bytes);
      expect(headings).toEqual(original.headings);
      expect(cells).toEqual(original.cells);
      // nothing is lost on the way in, either
      for (const [n, row] of plan.rows().entries())
        for (const name of known)
          expect(cells[n]?.[headings.indexOf(name)]).toBe(folded(row[name as keyof typeof row]));
    });

    test.each(FORMATS)('%s: has what was said since instead, and the rest as it was', async (format) => {
      const [first] = await imported();
      await say(first?.id ?? '', 'Vi begynte i mars.\nNeste samling er i mai.');
      const { headings, cells } = await cellsIn((await downloaded(format)).bytes);
      const at = headings.indexOf('status');
      const original = await cellsIn(plan.bytes);
      expect(cells[0]?.[at]).toBe('I gang (02.03.2026): Vi begynte i mars. | Neste samling er i mai.');
      expect(cells.slice(1)).toEqual(original.cells.slice(1));
    });
  });
}

describe('the status table', PATIENCE, () => {
  const begin = async (columns = aPlan().columns, tiltak = [aPlanned(0), aPlanned(1), aPlanned(3)]) => {
    await room.deps.plans.collection.insert(aPlan({ columns }));
    for (const one of tiltak) await room.deps.tiltak.collection.insert(one);
  };

  test('is called by the plan, names its committee and day, and stands on its side with its headings on every page', async () => {
    await begin();
    const { name, bytes } = await downloaded('Last ned Word');
    expect(name).toBe('Status for handlingsplan – Handlingsplan 2024–2026.docx');
    const text = await strictText(bytes);
    expect(text).toContain('Status for handlingsplan – Handlingsplan 2024–2026');
    expect(text).toContain('Strategisk samarbeidsutvalg. Status per 02.03.2026.');
    const xml = (await entriesOf(bytes)).get('word/document.xml')?.toString('utf8') ?? '';
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('<w:tblHeader/>');
  });

  test('gets a column for the status where the plan has none, and headings for what has no column', async () => {
    const columns = [{ heading: 'Tiltak', field: 'text' as const }];
    await begin(
      columns,
      [0, 1, 3].map((n) => ({ ...aPlanned(n), cells: [`Tiltak nummer ${n}`] })),
    );
    await say('tiltak-1', 'Ja.');
    const { columns: read, rows } = await readPlanFile((await downloaded('Last ned Word')).bytes);
    expect(read.map(({ heading }) => heading)).toEqual(['Tiltak', 'Status']);
    expect(rows.map(({ focusArea, goal, text, status }) => [focusArea, goal, text, status])).toEqual([
      ['Pasientforløp', 'Mål 0', 'Tiltak nummer 0', ''],
      ['Pasientforløp', 'Mål 1', 'Tiltak nummer 1', 'I gang (02.03.2026): Ja.'],
      ['Rekruttering', 'Mål 1', 'Tiltak nummer 3', ''],
    ]);
    const sheet = await cellsIn((await downloaded('Last ned CSV')).bytes);
    expect(sheet.headings).toEqual(['Innsatsområde', 'Hva vil vi?', 'Tiltak', 'Status']);
    expect(sheet.cells[2]).toEqual(['Rekruttering', 'Mål 1', 'Tiltak nummer 3', '']);
  });

  test('has what was changed by hand, what was added, and nothing that was taken out', async () => {
    const { cells: _none, imported: _nor, ...added } = aPlanned(4, { text: 'Nytt', owner: 'SEKR', order: 9 });
    const changed = { ...aPlanned(0), text: 'Ny tekst', owner: 'FSU BU', due: '2027' };
    await begin(aPlan().columns, [changed, { ...aPlanned(1), state: 'closed' }, aPlanned(3), added]);
    const { cells } = await cellsIn((await downloaded('Last ned Excel')).bytes);
    expect(cells).toEqual([
      ['Pasientforløp', 'Mål 0', 'Ny tekst', 'FSU BU', '2027', ''],
      ['Rekruttering', 'Mål 1', 'Tiltak nummer 3', '', '', ''],
      ['Rekruttering', 'Mål 0', 'Nytt', 'SEKR', '', ''],
    ]);
  });

  test('says what is new since the committee last met', async () => {
    await begin();
    await say('tiltak-1', 'Kurset er holdt.');
    const text = await strictText((await downloaded('Last ned Word')).bytes);
    expect(text).toContain('Endret siden møtet 10.02.2026');
    expect(text).toContain('I gang (02.03.26, kari)');
  });

  test('takes what looks like a formula, and signs that no document can hold, as text', async () => {
    const text = '=1+1\u0000 <b> "x"';
    const cells = ['Område', 'Mål', text, '+47', '-1', '@x'];
    const odd = { ...aPlanned(0), cells };
    await begin(aPlan().columns, [odd]);
    expect(await strictText((await downloaded('Last ned Word')).bytes)).toContain('=1+1 <b> "x"');
    const { bytes } = await downloaded('Last ned Excel');
    const sheet = (await entriesOf(bytes)).get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? '';
    expect(sheet).not.toContain('<f>');
    expect((await cellsIn(bytes)).cells[0]?.slice(2, 4)).toEqual(['=1+1 <b> "x"', '+47']);
    expect(Buffer.from((await downloaded('Last ned CSV')).bytes).toString('utf8')).toContain(`"'=1+1`);
  });

  test('of what a committee has decided has columns of its own', async () => {
    const {
      planId: _none,
      cells: _cells,
      imported: _read,
      ...loose
    } = aPlanned(0, { owner: 'Kari', statuses: [said()] });
    await room.deps.tiltak.collection.insert({ ...loose, place: {} });
    const { name, bytes } = await downloaded('Last ned CSV', 'ola');
    expect(name).toBe('Tiltak fra vedtak.csv');
    expect(await cellsIn(bytes)).toEqual({
      headings: ['Tiltak', 'Ansvarlig', 'Frist', 'Status'],
      cells: [['Tiltak nummer 0', 'Kari', '', 'I gang (02.03.2026): Vi er i gang.']],
    });
  });

  test('that is asked for again is the same file, until something is said', async () => {
    await begin();
    const ids = async () => {
      await downloaded('Last ned Word');
      return room.offers('siv').at(-1)?.fileId;
    };
    const first = await ids();
    expect(await ids()).toBe(first);
    await say('tiltak-1', 'Ja.');
    expect(await ids()).not.toBe(first);
  });
});
