import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UndeliveredError } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { entraKey, mailKey } from '../../store/person/record.ts';
import { done, type Result } from '../../store/result.ts';
import { CHANNEL, inChannel } from '../support/agenda-room.ts';
import { buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { inChat } from '../support/circulation.ts';
import { aLifeRoom, committeeId, type LifeRoom } from '../support/life-room.ts';
import { aSeat, TENANT } from '../support/records.ts';

/** Una's id in Teams. She has never written to the bot. */
const UNA = '5eed0000-0000-4000-8000-000000000005';

let room: LifeRoom;
const open = async (...given: Parameters<typeof aLifeRoom>) => {
  room = await aLifeRoom(...given);
};
afterEach(() => room.end());
const titles = async (card: Promise<Parameters<typeof buttonsOf>[0]>) =>
  buttonsOf(await card).map(({ title }) => title);

describe('the dates of a committee', () => {
  beforeEach(() => open());
  const fill = async (fields: object) => {
    const form = await room.click('siv', await room.setup(), 'Datoer og rullering');
    return room.click('siv', form, 'Lagre datoene', { rotatesTo: 'ingen', remindDays: '30', ...fields });
  };

  test('are shown as they were filled in, told 30 days before and on the day, to its people', async () => {
    const card = await fill({ evaluatesOn: '1. juni 2026', endsOn: '2026-06-11', rotatesOn: '', rotatesTo: 'ingen' });
    expect(linesOf(card)).toEqual(expect.arrayContaining(['Evalueres: 01.06.26', 'Avsluttes: 11.06.26']));
    await room.at('2026-05-12T06:01:00Z');
    expect(room.wordsTo('chat-per')).toContain('Strategisk samarbeidsutvalg avsluttes torsdag 11. juni 2026.');
    await room.at('2026-06-11T06:01:00Z');
    expect(room.wordsTo('chat-per')).toContain('Strategisk samarbeidsutvalg avsluttes i dag.');
    expect(room.wordsTo('chat-per').split('avsluttes').length - 1).toBe(2 * 2);
    room.wait(86_400_000);
    expect(wordsOf(await room.setup())).toContain('Siste dag var 11.06.26.');
  });

  test('that cannot be used are named, and kept as typed', async () => {
    const typed = { evaluatesOn: '30.02.2027', endsOn: '2020-01-01', rotatesOn: '2050-01-01', remindDays: 'ti' };
    const card = await fill(typed);
    for (const said of [
      'Dagen for evaluering finnes ikke.',
      'Siste dag er passert.',
      'mer enn ti år',
      'helt tall fra 0 til 180',
    ])
      expect(wordsOf(card)).toContain(said);
    expect(Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]))).toEqual({
      ...typed,
      rotatesTo: 'ingen',
    });
    expect((await room.stored()).life).toBeUndefined();
  });

  test('want a part and a day for a rotation', async () => {
    expect(wordsOf(await fill({ rotatesOn: '2026-09-01' }))).toContain('Velg parten som har tur');
    expect(wordsOf(await fill({ rotatesTo: 'kommune' }))).toContain('Oppgi dagen ledelsen rullerer');
  });

  test('are not changed over a colleague’s change', async () => {
    const mine = await room.click('siv', await room.setup(), 'Datoer og rullering');
    await fill({ endsOn: '2026-06-11' });
    const card = await room.click('siv', mine, 'Lagre datoene', { endsOn: '2026-07-01', remindDays: '30' });
    expect(wordsOf(card)).toContain('Utvalget er endret av en annen i mellomtiden');
  });
});

test('the end of a committee is told where it talks, and to each of its people when the bot is gone from there', async () => {
  const { conversation } = inChannel();
  await open({ ...(conversation && { conversation }), life: { endsOn: '2026-04-20' } });
  await room.at('2026-03-23T09:00:00Z');
  expect(room.wordsTo(CHANNEL)).toContain('Strategisk samarbeidsutvalg avsluttes mandag 20. april 2026.');
  expect(room.wordsTo('chat-per')).toBe('');
  room.teams.answer = ({ chat }) => {
    if (chat === CHANNEL) throw new UndeliveredError('not-installed', 'gone');
  };
  await room.at('2026-04-20T07:00:00Z');
  expect(room.wordsTo('chat-per')).toContain('Strategisk samarbeidsutvalg avsluttes i dag.');
});

describe('the lead', () => {
  const seats = [aSeat('kari', { appointing: { party: 'Indre Vik kommune', contactId: 'fremmed' } }), aSeat('ola')];
  const rotation = { on: '2026-03-30', represents: 'kommune', remindDays: 30 } as const;
  beforeEach(() => open({ seats, life: { rotation } }));

  test('that is to pass on is told of to those who appoint, and to those who run the committee', async () => {
    await room.at('2026-03-02T09:00:00Z');
    expect(room.wordsTo('chat-fremmed')).toContain(
      'Ledelsen av Strategisk samarbeidsutvalg rullerer mandag 30. mars 2026.',
    );
    expect(room.wordsTo('chat-fremmed')).toContain('Du er oppført som den som oppnevner.');
    expect(room.wordsTo('chat-siv')).toContain('Disse har fått samme påminnelse, fordi de oppnevner: fremmed.');
    expect(room.wordsTo('chat-ola')).toBe('');
  });

  test('is to be asked about by the secretariat where those who appoint are not in Teams, chat or no chat', async () => {
    const part = (person: string) => aSeat(person, { appointing: { contactId: person } });
    const { reference: _none, ...silent } = inChat('una');
    await room.deps.persons.collection.insert({ ...silent, keys: [entraKey(TENANT, UNA)] });
    await room.deps.persons.collection.insert({
      ...silent,
      id: 'tor',
      name: 'tor',
      keys: [mailKey('tor@eksempel.no')],
    });
    await change(
      room.deps.committees.collection,
      committeeId,
      (current): Result<Committee, never> => done({ ...current, seats: [part('una'), part('tor')] }),
    );
    await room.at('2026-03-02T09:00:00Z');
    expect(room.wordsTo('chat-siv')).toContain('Disse har fått samme påminnelse, fordi de oppnevner: una.');
    expect(room.wordsTo('chat-siv')).toContain('Disse er ikke koblet til Teams, så dere må spørre dem selv: tor.');
  });

  test('that should have passed on is said to be due until the day is moved on', async () => {
    await room.at('2026-03-30T07:00:00Z');
    const card = await room.setup();
    expect(wordsOf(card)).toContain('Å gjøre: Ledelsen skulle rullere 30.03.26, og kommune har tur.');
    expect(await titles(room.setup('ola'))).not.toContain('Flytt rulleringen ett år fram');
    const moved = await room.click('siv', card, 'Flytt rulleringen ett år fram');
    expect(wordsOf(moved)).not.toContain('skulle rullere');
    expect(linesOf(moved)).toContain('Ledelsen rullerer: 30.03.27, kommune har tur');
  });
});
