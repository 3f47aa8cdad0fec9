import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aPlanRoom, ofRow, PLAN, type PlanRoom } from '../support/plan-room.ts';

let room: PlanRoom;
beforeEach(async () => {
  room = await aPlanRoom();
});
afterEach(() => room.end());
const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);
const texts = async () => (await room.tiltak()).map(({ text }) => text);

describe('a plan that is dropped into the chat', () => {
  test('is read, mended, divided and stored, and each tiltak is asked about where somebody is named', async () => {
    const dropped = await room.drop('siv', 'Plan.csv', PLAN);
    expect(titles(dropped)).toEqual(['Les inn som handlingsplan (5 rader)']);
    let card = await room.click('siv', dropped, 'Les inn som handlingsplan (5 rader)');
    expect(wordsOf(card)).toContain('«ansvarlig»');
    expect(wordsOf(card)).toContain('«nar»');
    expect(wordsOf(card)).toContain('3 rader bør ses over');
    expect(wordsOf(card)).toContain('1 rad: Fristen mangler årstall.');
    expect(wordsOf(card)).toContain('2 rader: Flere står som ansvarlige.');
    // what is uncertain stands first
    const rows = linesOf(card).filter((line) => line.startsWith('Rad '));
    expect(rows[0]).toContain('Lage kurs');
    expect(rows.at(-1)).toContain('Starte opp digitalt utvalg');

    card = await room.click('siv', await room.card('siv', ofRow(card, 1, 'Del i flere tiltak')), 'Del raden', {
      parts: 'Lage kurs\nHolde fagdag',
    });
    const form = await room.card('siv', ofRow(card, 2, 'Rett'));
    expect(Object.fromEntries(inputsOf(form).map(({ id, value }) => [id, value]))).toMatchObject({
      text: 'Styrke teamsamarbeid',
      due: '12. april',
    });
    card = await room.click('siv', form, 'Lagre', {
      text: 'Styrke teamsamarbeid',
      focusArea: 'Behov',
      owner: 'UNN og kommunene',
      due: '12. april 2026',
      dueOn: '',
      status: '',
    });
    expect(await room.deps.plans.of('committee-1')).toEqual([]);

    card = await room.click('siv', card, 'Les inn');
    expect(wordsOf(card)).toContain('«Plan» er lest inn');
    expect(await texts()).toEqual([
      'Utarbeide plan for bedre overganger',
      'Lage kurs',
      'Holde fagdag',
      'Styrke teamsamarbeid',
      'Starte opp digitalt utvalg',
      'Rekruttere fastleger',
    ]);
    const [first, , second, third] = await room.tiltak();
    expect(first).toMatchObject({ ownerRef: { kind: 'committee', committeeId: 'bu' }, askDueAt: expect.any(Date) });
    expect(first?.statuses).toMatchObject([{ from: 'plan', text: 'I rute' }]);
    expect(first?.statuses[0]?.class).toBeUndefined();
    expect(second).toMatchObject({ owner: 'SEKR', dueOn: '2026-12-31' });
    expect(third).toMatchObject({ owner: 'UNN og kommunene', dueOn: '2026-04-12', ownerKeys: [] });
    expect(third?.askDueAt).toBeUndefined();

    card = await room.click('siv', card, 'Avklar ansvarlige og frister');
    expect(wordsOf(card)).toContain('«UNN og kommunene» er ansvarlig for 2 tiltak.');
    expect(wordsOf(card)).toContain('1 tiltak i «Rekruttering» står uten ansvarlig:');
    card = await room.click('siv', card, 'Velg hvem');
    expect(wordsOf(card)).toContain('Om 2 tiltak der «UNN og kommunene» er ansvarlig:');
    card = await room.click('siv', card, 'Spør disse', { ticked: 'lise,siv' });
    expect(wordsOf(card)).not.toContain('UNN og kommunene');
    const asked = (await room.tiltak()).filter(({ owner }) => owner === 'UNN og kommunene');
    expect(asked.map(({ contactIds, ownerKeys }) => [contactIds, ownerKeys])).toEqual([
      [
        ['lise', 'siv'],
        ['person:lise', 'person:siv'],
      ],
      [
        ['lise', 'siv'],
        ['person:lise', 'person:siv'],
      ],
    ]);
    for (const { askDueAt } of asked) expect(askDueAt).toBeInstanceOf(Date);
    expect((await room.plan()).contacts).toEqual([{ written: 'UNN og kommunene', personIds: ['lise', 'siv'] }]);
  });

  test('read in again changes what it says otherwise, shows it before and after, and takes nothing out by itself', async () => {
    await room.click('siv', await room.preview('siv', 'Plan.csv', PLAN), 'Les inn');
    const again = PLAN.replace('I rute', 'Forsinket').replace('Behov;b);Lage kurs | Holde fagdag;SEKR;2026;\n', '');
    let card = await room.preview('siv', 'Plan.csv', `${again}\nRekruttering;c);Noe helt nytt å gjøre;SEKR;;`);
    expect(wordsOf(card)).toContain('Plan (finnes fra før, og oppdateres)');
    const difference = 'Tiltak: 1 nytt, 1 endret, 1 som ikke står i filen og 3 uendret.';
    expect(wordsOf(card)).toContain(difference);
    const shown = await room.click('siv', card, 'Vis endringene');
    expect(wordsOf(shown)).toContain('Status: «I rute» → «Forsinket»');
    expect(wordsOf(shown)).toContain('De blir stående i planen til du sier noe annet.');
    card = await room.click('siv', card, 'Les inn');
    expect(wordsOf(card)).toContain(difference);
    expect((await room.tiltak()).map(({ state }) => state)).not.toContain('closed');
    card = await room.click('siv', card, 'Ta dem ut av planen');
    expect(wordsOf(card)).toContain('er tatt ut av planen');
    expect(titles(card)).not.toContain('Ta dem ut av planen');
    expect((await room.tiltak()).filter(({ state }) => state === 'closed').map(({ text }) => text)).toEqual([
      'Lage kurs | Holde fagdag',
    ]);
    expect((await room.plan()).imports.map(({ added, changed, gone }) => [added, changed, gone])).toEqual([
      [5, 0, 0],
      [1, 1, 1],
    ]);
  });

  test('knows at the next import whom the secretariat has named, and what it said of a date', async () => {
    let card = await room.click('siv', await room.preview('siv', 'Plan.csv', PLAN), 'Les inn');
    card = await room.click('siv', card, 'Avklar ansvarlige og frister');
    await room.click('siv', await room.click('siv', card, 'Velg hvem'), 'Spør disse', { ticked: 'lise' });
    card = await room.click('siv', card, 'Svar');
    expect(wordsOf(card)).toContain('Hva menes med «12. april»?');
    card = await room.click('siv', card, 'Lagre datoen', { on: '2026-04-12' });
    expect(wordsOf(card)).not.toContain('12. april');
    expect((await room.tiltak()).find(({ due }) => due === '12. april')).toMatchObject({ dueOn: '2026-04-12' });
    const more = `${PLAN}\nRekruttering;c);Noe helt nytt å gjøre;UNN og kommunene;12. april;`;
    card = await room.preview('siv', 'Plan.csv', more);
    expect(wordsOf(card)).toContain('1 rad bør ses over');
    await room.click('siv', card, 'Les inn');
    expect((await room.tiltak()).at(-1)).toMatchObject({ contactIds: ['lise'], dueOn: '2026-04-12' });
  });

  test('can be about nobody for now, and have no last day', async () => {
    let card = await room.click('siv', await room.preview('siv', 'Plan.csv', PLAN), 'Les inn');
    card = await room.click('siv', card, 'Avklar ansvarlige og frister');
    card = await room.click('siv', await room.click('siv', card, 'Velg hvem'), 'Ingen foreløpig');
    expect(wordsOf(card)).toContain('Ingen foreløpig.');
    expect(
      (await room.tiltak()).filter(({ owner }) => owner === 'UNN og kommunene').every(({ askDueAt }) => !askDueAt),
    ).toBe(true);
    card = await room.click('siv', await room.click('siv', card, 'Svar'), 'Uten frist');
    expect(wordsOf(card)).not.toContain('Hva menes med');
  });

  test('that has no owner gets somebody for all of its focus area', async () => {
    let card = await room.click(
      'siv',
      await room.preview('siv', 'Plan.csv', PLAN.replaceAll('UNN og kommunene', '')),
      'Les inn',
    );
    card = await room.click('siv', card, 'Avklar ansvarlige og frister');
    expect(wordsOf(card)).toContain('2 tiltak i «Rekruttering» står uten ansvarlig:');
    const form = buttonsOf(card)
      .filter(({ title }) => title === 'Velg for alle')
      .at(-1);
    card = await room.click('siv', await room.card('siv', form?.data ?? {}), 'Spør disse', { ticked: 'lise' });
    expect((await room.tiltak()).filter(({ contactIds }) => contactIds).map(({ text }) => text)).toEqual([
      'Starte opp digitalt utvalg',
      'Rekruttere fastleger',
    ]);
  });
});

describe('an answer about whom to ask', () => {
  const form = async () => {
    const card = await room.click('siv', await room.preview('siv', 'Plan.csv', PLAN), 'Les inn');
    return room.click('siv', await room.click('siv', card, 'Avklar ansvarlige og frister'), 'Velg hvem');
  };

  test('names somebody, five at most, and nobody whom the organisation does not know', async () => {
    const card = await form();
    expect(wordsOf(await room.click('siv', card, 'Spør disse', { ticked: '' }))).toContain('Velg minst én');
    expect(wordsOf(await room.click('siv', card, 'Spør disse', { ticked: 'fremmed,en-annen' }))).toContain(
      'Velg minst én',
    );
    const six = 'lise,siv,nina,kari,ola,per';
    expect(wordsOf(await room.click('siv', card, 'Spør disse', { ticked: six }))).toContain('Velg høyst fem.');
    expect((await room.plan()).contacts).toEqual([]);
  });

  test('is for the secretariat and the chair alone', async () => {
    const card = await form();
    for (const person of ['kari', 'nina', 'bo', 'fremmed'])
      expect(wordsOf(await room.click(person, card, 'Spør disse', { ticked: 'lise' }))).toContain(
        'bare for sekretariatet',
      );
    expect((await room.plan()).contacts).toEqual([]);
    await room.click('lise', card, 'Spør disse', { ticked: 'lise' });
    expect((await room.plan()).contacts).toHaveLength(1);
  });
});
