import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { withContacts } from '../../store/plan/rules-questions.ts';
import { done } from '../../store/result.ts';
import { buttonOf, buttonsOf, inputsOf, wordsOf } from '../support/cards.ts';
import { aDocx } from '../support/docx.ts';
import { aPlanRoom, ofRow, PLAN, type PlanRoom } from '../support/plan-room.ts';

let room: PlanRoom;
beforeEach(async () => {
  room = await aPlanRoom();
});
afterEach(() => room.end());
const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);
const texts = async () => (await room.tiltak()).map(({ text }) => text);
const importOf = (card: Parameters<typeof buttonOf>[0], title = 'Les inn') =>
  buttonOf(card, title).data as { readonly importId: string; readonly revision: number };

describe('what was shown', () => {
  test('is all that is stored: a card from before a change says so', async () => {
    const card = await room.preview('siv', 'Plan.csv', PLAN);
    await room.click('siv', await room.card('siv', ofRow(card, 1, 'Del i flere tiltak')), 'Del raden', {
      parts: 'En\nTo',
    });
    const refused = await room.click('siv', card, 'Les inn');
    expect(wordsOf(refused)).toContain('Noe er endret siden dette ble vist.');
    expect(await room.deps.plans.of('committee-1')).toEqual([]);
    await room.click('siv', refused, 'Les inn');
    expect(await texts()).toContain('En');
  });

  test('is stored once, and an old card says what became of it', async () => {
    const card = await room.preview('siv', 'Plan.csv', PLAN);
    await Promise.all([room.click('siv', card, 'Les inn'), room.click('siv', card, 'Les inn')]);
    expect(wordsOf(await room.click('siv', card, 'Les inn'))).toContain('Planen er allerede lest inn.');
    expect(wordsOf(await room.card('siv', ofRow(card, 2, 'Rett')))).toContain('Tiltak');
    expect((await room.plan()).imports).toHaveLength(1);
    expect(await texts()).toHaveLength(5);
  });

  test('is given up by «Avbryt», and can be asked for again', async () => {
    const dropped = await room.drop('siv', 'Plan.csv', PLAN);
    const card = await room.click('siv', dropped, 'Les inn som handlingsplan (5 rader)');
    expect(wordsOf(await room.click('siv', card, 'Avbryt'))).toContain('ingenting er lagret');
    expect(wordsOf(await room.click('siv', card, 'Les inn'))).toContain('ingenting er lagret');
    expect(await room.deps.plans.of('committee-1')).toEqual([]);
    expect(titles(await room.click('siv', dropped, 'Les inn som handlingsplan (5 rader)'))).toContain('Les inn');
  });

  test('is the same plan when two read it in at the same time', async () => {
    const [mine, hers] = [await room.preview('siv', 'Plan.csv', PLAN), await room.preview('lise', 'Plan.csv', PLAN)];
    await Promise.all([room.click('siv', mine, 'Les inn'), room.click('lise', hers, 'Les inn')]);
    expect(await texts()).toHaveLength(5);
    expect(await room.deps.plans.of('committee-1')).toHaveLength(1);
  });

  test('is nobody else’s, and not another committee’s', async () => {
    const card = await room.preview('siv', 'Plan.csv', PLAN);
    expect(wordsOf(await room.click('lise', card, 'Les inn'))).toContain('en annen som leser inn');
    const foreign = { verb: 'plan.choose', importId: importOf(card).importId, plan: 'new:bu', name: 'Plan' };
    expect(wordsOf(await room.card('siv', foreign))).toContain('bare for sekretariatet');
    // nor is it stored by somebody who has no right to it any more
    await change(room.deps.committees.collection, 'committee-1', (one) =>
      done<Committee>({ ...one, roles: { ...one.roles, secretariatIds: ['ola'] } }),
    );
    expect(wordsOf(await room.click('siv', card, 'Les inn'))).toContain('bare for sekretariatet');
    expect(await room.deps.plans.of('committee-1')).toEqual([]);
  });

  test('is not read into a committee that is closed', async () => {
    const card = await room.preview('siv', 'Plan.csv', PLAN);
    await change(room.deps.committees.collection, 'committee-1', (one) =>
      done<Committee>({ ...one, life: { closed: { at: room.deps.now(), by: 'siv' } } }),
    );
    expect(wordsOf(await room.click('siv', card, 'Les inn'))).toContain('avsluttet');
  });
});

describe('an answer for an owner', () => {
  test('is for those that nobody else was given, and takes the place of the answer before', async () => {
    let card = await room.click('siv', await room.preview('siv', 'Plan.csv', PLAN), 'Les inn');
    const of = async () => (await room.tiltak()).filter(({ owner }) => owner === 'UNN og kommunene');
    const [first] = await of();
    await change(room.deps.tiltak.collection, first?.id ?? '', (one) =>
      done(withContacts(one, ['kari'], { by: 'kari', now: room.deps.now() })),
    );
    card = await room.click('siv', await room.click('siv', card, 'Avklar ansvarlige og frister'), 'Velg hvem');
    await room.click('siv', card, 'Spør disse', { ticked: 'lise' });
    expect((await of()).map(({ contactIds }) => contactIds)).toEqual([['kari'], ['lise']]);
    const form = { ...buttonsOf(card).find(({ title }) => title === 'Spør disse')?.data, ticked: 'siv,lise' };
    await room.card('siv', form);
    expect((await of()).map(({ contactIds }) => contactIds)).toEqual([['kari'], ['siv', 'lise']]);
  });
});

describe('which plan it is', () => {
  test('is chosen among those of the committees, or a new one with a name', async () => {
    await room.click('siv', await room.preview('siv', 'Plan.csv', PLAN), 'Les inn');
    const form = await room.click('siv', await room.preview('siv', 'Ny.csv', PLAN), 'Velg utvalg og plan');
    expect(inputsOf(form)[0]).toMatchObject({
      choices: [{ title: 'SSU: Plan' }, { title: 'SSU: ny plan', value: 'new:committee-1' }],
    });
    expect(wordsOf(await room.click('siv', form, 'Lagre', { plan: 'new:committee-1', name: ' ' }))).toContain(
      'Skriv et navn',
    );
    expect(wordsOf(await room.click('siv', form, 'Lagre', { plan: '', name: 'x' }))).toContain('Velg en av planene');
    const card = await room.click('siv', form, 'Lagre', { plan: 'new:committee-1', name: 'Plan for 2027' });
    expect(wordsOf(card)).toContain('Plan for 2027 (ny)');
    await room.click('siv', card, 'Les inn');
    expect((await room.deps.plans.of('committee-1')).map(({ name }) => name).sort()).toEqual(['Plan', 'Plan for 2027']);
  });
});

describe('columns', () => {
  test('are set by hand where they were taken for something else', async () => {
    const card = await room.preview('siv', 'Plan.csv', 'Tiltak;Ansvarlig;Oppfølging\nLage plan;SEKR;I rute\n');
    expect(wordsOf(card)).toContain('Tas med uten å tolkes: «Oppfølging»');
    const form = await room.click('siv', card, 'Endre kolonnene');
    const mended = await room.click('siv', form, 'Lagre', { field0: 'text', field1: 'owner', field2: 'status' });
    expect(wordsOf(mended)).toContain('«Oppfølging»');
    await room.click('siv', mended, 'Les inn');
    expect((await room.tiltak())[0]?.statuses).toMatchObject([{ text: 'I rute' }]);
  });
});

describe('a file that is no plan', () => {
  test('is not taken as .csv, and says what is wrong and where', async () => {
    const card = await room.drop('siv', 'Temperatur.csv', 'Dag;Grader\nMandag;4\n');
    expect(wordsOf(card)).toContain('«Temperatur.csv» er ikke lest');
    expect(wordsOf(card)).toContain('Ingen av tabellene har kolonner som kjennes igjen');
    const long = await room.drop('siv', 'Plan.csv', `Tiltak;Når\nLage plan;2026\nHolde kurs;${'x'.repeat(300)}\n`);
    expect(wordsOf(long)).toContain('Linje 3, «Når»: Teksten er for lang. Det er plass til 200.');
  });

  test('is a referat without a word about plans when it is a document', async () => {
    const card = await room.drop('siv', 'Referat.docx', await aDocx('Sak 1: Åpning'));
    expect(titles(card)).toContain('Nytt referat for SSU');
    expect(wordsOf(card)).not.toContain('handlingsplan');
  });

  test('is not read for somebody who runs no committee', async () => {
    expect(wordsOf(await room.drop('kari', 'Plan.csv', PLAN))).toContain('leses inn av sekretariatet eller lederen');
  });
});
