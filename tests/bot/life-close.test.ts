import { afterEach, describe, expect, test } from 'vitest';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aLifeRoom, committeeId, type LifeRoom } from '../support/life-room.ts';
import { aMeeting } from '../support/meetings.ts';
import { aRound, aSeat, NOW } from '../support/records.ts';

let room: LifeRoom;
const open = async (...given: Parameters<typeof aLifeRoom>) => {
  room = await aLifeRoom(...given);
};
afterEach(() => room.end());
const titles = async (card: Promise<Parameters<typeof buttonsOf>[0]>) =>
  buttonsOf(await card).map(({ title }) => title);

describe('a committee to be closed', () => {
  test('says what goes on and what to do with it, and is not closed meanwhile', async () => {
    await open({}, [aMeeting()]);
    await room.deps.rounds.collection.insert(aRound());
    const card = await room.click('siv', await room.setup(), 'Avslutt utvalget');
    expect(wordsOf(card)).toContain('1 e-postrunde. Vent til svarfristen er ute');
    expect(wordsOf(card)).toContain('1 møte. Gjør ferdig protokollen, eller avlys møtet');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Avbryt']);
    const tried = await room.card('siv', { verb: 'life.close', committeeId, against: (await room.stored()).version });
    expect(wordsOf(tried)).toContain('Noe pågår fortsatt.');
    expect((await room.stored()).life).toBeUndefined();
  });

  test('is closed by a confirmation: nothing is left to fire, nothing can be begun, and it can be read and opened again', async () => {
    await open({ life: { endsOn: '2026-06-11' } });
    const form = await room.click('siv', await room.setup(), 'Avslutt utvalget');
    expect(wordsOf(form)).toContain('2 saker som ikke er ferdige');
    const closed = await room.click('siv', form, 'Ja, avslutt utvalget');
    expect(wordsOf(closed)).toContain('Utvalget ble avsluttet 02.03.26.');
    expect((await room.stored()).lifeDueAt).toBeUndefined();
    expect(buttonsOf(closed).map(({ title }) => title)).toEqual(['Åpne utvalget igjen', 'Sett opp et nytt utvalg']);
    await room.at('2026-06-11T09:00:00Z');
    expect(room.wordsTo('chat-per')).toBe('');
    // nobody has a vara there any more, or needs one
    expect(wordsOf(await room.card('kari', { verb: 'vara.show' }))).toContain('Du har ingen plass i et utvalg');
    expect(buttonsOf(await room.card('siv', { verb: 'vara.show' }))).toEqual([]);
    expect(wordsOf(await room.card('kari', { verb: 'sak.show', sakId: 'sak-1' }))).toContain('sak-1');
    expect(wordsOf(await room.card('lise', { verb: 'life.reopen', committeeId }))).toContain('Bare sekretariatet');
    const opened = await room.click('siv', closed, 'Åpne utvalget igjen');
    expect(wordsOf(opened)).toContain('Utvalget er åpnet igjen.');
    expect(buttonsOf(opened).map(({ title }) => title)).toContain('Bytt medlem');
  });

  test.each([
    ['a sak', { verb: 'sak.new', committeeId }],
    ['a sak that is chosen for it', { verb: 'sak.choose', sakId: 'sak-1', committeeId }],
    ['a sak that was begun', { verb: 'sak.send', sakId: 'sak-1', revision: 1 }],
    ['a meeting', { verb: 'meeting.form', committeeId }],
    ['a plan of meetings', { verb: 'meeting.save-lines', committeeId, seen: 'a'.repeat(64), lines: '' }],
    ['a referat', { verb: 'referat.new', committeeId }],
    ['a referat that is typed', { verb: 'referat.preview', referatId: 'referat-9', committeeId }],
    ['a nomination', { verb: 'nomination.form', kind: 'vara', committeeId }],
    ['new members', { verb: 'setup.members-form', committeeId }],
    ['another holder', { verb: 'setup.seat', committeeId, seatId: 'seat-kari', vacant: 'ledig' }],
    ['other settings', { verb: 'setup.settings-form', committeeId }],
    ['other dates', { verb: 'life.form', committeeId }],
  ])('that is closed takes no %s', async (_what, data) => {
    await open({ life: { closed: { at: NOW, by: 'siv' } } });
    expect(wordsOf(await room.card('siv', data))).toContain(
      'Utvalget er avsluttet, så ingenting nytt kan settes i gang',
    );
  });

  test('is closed by nobody but those who run it', async () => {
    await open();
    expect(await titles(room.setup('kari'))).not.toContain('Avslutt utvalget');
    expect(wordsOf(await room.card('kari', { verb: 'life.close-form', committeeId }))).toContain(
      'bare for sekretariatet',
    );
    expect(wordsOf(await room.card('kari', { verb: 'life.close', committeeId }))).toContain('bare for sekretariatet');
    expect(wordsOf(await room.card('kari', { verb: 'life.form', committeeId }))).toContain('bare for sekretariatet');
    expect(wordsOf(await room.card('kari', { verb: 'life.rotate', committeeId, on: '2026-03-30' }))).toContain(
      'bare for sekretariatet',
    );
  });
});

test('vacant seats are what there is to do, and the quorum is said in plain words', async () => {
  const { memberId: _vacant, ...vacant } = aSeat('bruker', { name: 'Brukerutvalget', represents: 'bruker' });
  await open({ seats: [aSeat('kari'), aSeat('ola'), vacant] });
  expect(wordsOf(await room.setup())).toContain('Å gjøre: Brukerutvalget (bruker) er ledig.');
  const form = await room.click('siv', await room.setup(), 'Endre innstillinger');
  const typed = Object.fromEntries(inputsOf(form).map(({ id, value = '' }) => [id, value]));
  const refused = await room.click('siv', form, 'Lagre endringene', { ...typed, quorum: '4' });
  expect(wordsOf(refused)).toContain('ikke høyere enn antallet');
  const saved = await room.click('siv', refused, 'Lagre endringene', { ...typed, quorum: '2' });
  expect(linesOf(saved)).toContain('Vedtaksført: Når minst 2 stemmeberettigede plasser er dekket');
  const again = await room.click('siv', saved, 'Endre innstillinger');
  const cleared = await room.click('siv', again, 'Lagre endringene', { ...typed, quorum: '' });
  expect((await room.stored()).settings.quorum).toBeUndefined();
  expect(wordsOf(cleared)).not.toContain('Vedtaksført');
});
