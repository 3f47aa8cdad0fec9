import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import { inChannel } from '../support/agenda-room.ts';
import { buttonsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aPlan, aPlanned, said } from '../support/plans.ts';
import { aTiltakRoom, PLAN, type TiltakRoom } from '../support/tiltak-room.ts';

let room: TiltakRoom;
beforeEach(async () => {
  room = await aTiltakRoom();
});
afterEach(() => room.end());

const titles = (card: Card) => buttonsOf(card).map(({ title }) => title);

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
    expect(await room.stored(0)).toMatchObject({
      text: 'Ny tekst',
      owner: 'FSU BU',
      dueOn: '2026-12-12',
      ownerKeys: [],
    });
  });

  test('keeps what was typed when it cannot be used', async () => {
    const form = await room.card('siv', { verb: 'tiltak.edit-form', tiltakId: 'tiltak-0' });
    const again = await room.click('siv', form, 'Lagre', { text: 'Ny tekst', due: '31.02.26' });
    expect(wordsOf(again)).toContain('Ny tekst');
    expect((await room.stored(0)).text).toBe('Tiltak nummer 0');
  });

  test('is taken out of the plan after a question, and taken in again', async () => {
    const ask = await room.card('siv', { verb: 'tiltak.close-form', tiltakId: 'tiltak-0' });
    expect(wordsOf(ask)).toContain('Ta ut av planen?');
    const out = await room.click('siv', ask, 'Ja, ta det ut');
    expect(wordsOf(out)).toContain('Tiltaket er tatt ut av planen.');
    expect(await room.stored(0)).toMatchObject({ state: 'closed' });
    expect((await room.stored(0)).askDueAt).toBeUndefined();
    expect(linesOf(await room.card('siv', { verb: 'tiltak.plan', ...PLAN }))).toContain(
      '1 tiltak er tatt ut av planen.',
    );
    expect(linesOf(await room.home('kari'))).toContain('2 tiltak.');
    await room.click('siv', out, 'Ta inn i planen igjen');
    expect(await room.stored(0)).toMatchObject({ state: 'open', openIn: 'committee-1' });
  });

  test('that the committee has been asked to decide of is not taken out', async () => {
    const proposal = { kind: 'delete' as const, at: said().at, by: 'kari' };
    await room.deps.tiltak.collection.insert(aPlanned(9, { proposal }));
    const ask = await room.card('siv', { verb: 'tiltak.close-form', tiltakId: 'tiltak-9' });
    expect(wordsOf(ask)).toContain('Utvalget bestemmer om et tiltak skal slettes.');
    expect(titles(ask)).toEqual(['Til tiltaket']);
    const refused = await room.card('siv', { verb: 'tiltak.close', tiltakId: 'tiltak-9' });
    expect(wordsOf(refused)).toContain('ikke avgjort forslaget');
    expect((await room.stored(9)).state).toBe('open');
  });

  test.each(['kari', 'ola', 'nina'])('is not written by %s', async (person) => {
    for (const data of [
      { verb: 'tiltak.edit-form', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.edit', tiltakId: 'tiltak-1', text: 'x' },
      { verb: 'tiltak.close-form', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.close', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.reopen', tiltakId: 'tiltak-1' },
      { verb: 'tiltak.add-form', ...PLAN },
      { verb: 'tiltak.add', ...PLAN, newId: 'new', text: 'x' },
    ])
      expect(wordsOf(await room.card(person, data))).toContain('Dette er bare for sekretariatet og lederen');
    expect((await room.stored(1)).version).toBe(0);
    expect(await room.deps.tiltak.collection.get('new')).toBeUndefined();
  });
});

test('a tiltak is added to the plan once, under its own headings', async () => {
  const form = await room.click('siv', await room.card('siv', { verb: 'tiltak.plan', ...PLAN }), 'Nytt tiltak');
  const inputs = { text: 'Lag en oversikt', area: 'Pasientforløp', owner: 'SEKR', due: 'innen desember 2026' };
  const added = await room.click('siv', form, 'Lagre', inputs);
  await room.click('siv', form, 'Lagre', inputs);
  expect(linesOf(added)).toContain('6 Tiltak 1 Over fristen 2 Uten status');
  const lines = linesOf(await room.card('siv', { verb: 'tiltak.list', ...PLAN }));
  expect(lines.indexOf('Lag en oversikt')).toBeLessThan(lines.indexOf('Rekruttering'));
  expect(await room.deps.tiltak.ofPlan('plan-1')).toHaveLength(6);
});

test('somebody outside the committee answers for what is theirs, and reads no more of the plan', async () => {
  const theirs = { owner: 'UNN', ownerKeys: ['person:fremmed'], contactIds: ['fremmed'] };
  await room.deps.tiltak.collection.insert(aPlanned(8, theirs));
  const mine = await room.home('fremmed');
  expect(linesOf(mine)).toContain('Tiltak nummer 8');
  expect(titles(mine)).toEqual(['Svar', 'Åpne']);
  const one = await room.click('fremmed', mine, 'Åpne');
  expect(titles(one)).toEqual(['Svar', 'Til dine tiltak']);
  const form = await room.click('fremmed', one, 'Svar');
  const saved = await room.click('fremmed', form, 'Send svaret', { class: 'in-progress', text: 'Vi har begynt.' });
  expect(linesOf(await room.click('fremmed', saved, 'Til dine tiltak'))).toContain('I gang · Ansvarlig: UNN');
  expect((await room.stored(8)).statuses).toMatchObject([{ class: 'in-progress', from: 'answer', by: 'fremmed' }]);
});

test('the secretariat registers how it goes on behalf of an owner, and it shows for whom', async () => {
  const one = await room.card('siv', { verb: 'tiltak.one', tiltakId: 'tiltak-0' });
  const form = await room.click('siv', one, 'Registrer status');
  const saved = await room.click('siv', form, 'Send svaret', { class: 'delayed', text: 'Sagt på telefon.' });
  const shown = linesOf(await room.click('siv', saved, 'Til tiltaket'));
  expect(shown).toContain('Status: Forsinket');
  expect(shown).toContain('Forsinket (02.03.26, registrert av siv for Kari)\n\nSagt på telefon.');
});

test('is refused in a committee that is closed, and can be read there', async () => {
  await room.end();
  const closed = inChannel({ life: { closed: { at: said().at, by: 'siv' } } });
  room = await aTiltakRoom([], [aPlan()], closed);
  expect(wordsOf(await room.card('siv', { verb: 'tiltak.add-form', ...PLAN }))).toContain('avsluttet');
  expect(linesOf(await room.card('siv', { verb: 'tiltak.plan', ...PLAN }))).toContain(
    'Det er ingen tiltak i planen ennå.',
  );
});
