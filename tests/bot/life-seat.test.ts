import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tick } from '../../bot/scheduler.ts';
import { anAcceptedSak, aSentMeeting } from '../support/agendas.ts';
import { inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aLifeRoom, EVA, type LifeRoom } from '../support/life-room.ts';
import { aSeat, NOW } from '../support/records.ts';

let room: LifeRoom;
const open = async (...given: Parameters<typeof aLifeRoom>) => {
  room = await aLifeRoom(...given);
};
afterEach(() => room.end());

const change = async (fields: object) => {
  const form = await room.click('siv', await room.setup(), 'Bytt medlem');
  return room.click('siv', form, 'Lagre endringene', { seatId: 'seat-kari', ...fields });
};

describe('a seat that goes to somebody else from a date', () => {
  beforeEach(() =>
    open({}, [
      aSentMeeting([anAcceptedSak('sak-1')], { answers: [{ seatId: 'seat-kari', comes: true, at: NOW, by: 'kari' }] }),
    ]),
  );

  test('is planned, shown and taken back', async () => {
    const card = await change({ picked: EVA, from: '2026-03-09' });
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Byttet er planlagt.'),
        'Planlagt 09.03.26: kari kommune (kommune), kari → eva',
      ]),
    );
    expect((await room.stored()).seats[0]?.memberId).toBe('kari');
    const back = await room.click('siv', card, 'Ta tilbake byttet: kari kommune (kommune)');
    expect(wordsOf(back)).toContain('Det planlagte byttet er tatt tilbake.');
    expect(wordsOf(back)).not.toContain('Planlagt 09.03.26');
  });

  test('is theirs on the day, with the agenda and an answer of their own to give; both are told', async () => {
    const card = await change({ picked: EVA, from: '09.03.2026' });
    expect(wordsOf(card)).toContain('Planlagt 09.03.26');
    await room.at('2026-03-08T23:00:30Z');
    expect((await room.stored()).seats[0]?.memberId).toBe('eva');
    expect((await room.meeting('meeting-1')).answers).toEqual([]);
    expect(room.wordsTo('chat-siv')).not.toContain('Nytt medlem');
    await room.at('2026-03-09T07:01:00Z');
    expect(room.wordsTo('chat-eva')).toContain('Du har fra 09.03.26 plassen kari kommune (kommune)');
    expect(room.wordsTo('chat-eva')).toContain('Tirsdag 14. april 2026');
    expect(room.wordsTo('chat-siv')).toContain('eva har fra 09.03.26 plassen kari kommune (kommune).');
  });

  test('is not taken from whoever has got it meanwhile, and the secretariat is told', async () => {
    await change({ picked: EVA, from: '2026-03-09' });
    await change({ vacant: 'ledig' });
    await room.at('2026-03-09T07:01:00Z');
    expect((await room.stored()).seats[0]?.memberId).toBeUndefined();
    expect(room.wordsTo('chat-siv')).toContain('09.03.26 skulle plassen kari kommune (kommune) gå til eva.');
    expect(room.wordsTo('chat-siv')).toContain('En annen har fått plassen i mellomtiden');
  });

  test('is carried out once by two processes', async () => {
    await change({ picked: EVA, from: '2026-03-09' });
    const other = await room.connect();
    room.wait(new Date('2026-03-20T09:00:00Z').getTime() - room.deps.now().getTime());
    const fail = (_id: string, error: unknown) => {
      throw error;
    };
    await Promise.all([tick(room.deps, fail), tick(other, fail)]);
    const { history, outbox } = await room.stored();
    expect(history.filter(({ what }) => what === 'holder-changed')).toHaveLength(1);
    expect(outbox.filter(({ kind }) => kind === 'personal-card')).toHaveLength(3);
  });

  test('changes at once without a date, and with today’s: the meetings to come are told', async () => {
    const card = await change({ picked: EVA, from: '2026-03-02' });
    expect(wordsOf(card)).toContain('Endringene er lagret.');
    await room.deliver();
    expect((await room.meeting('meeting-1')).answers).toEqual([]);
  });

  test.each([
    ['that is no date', '31.02.2027', 'Datoen finnes ikke.'],
    ['that has passed', '2026-03-01', 'Datoen er passert.'],
    ['of a mistyped year', '2062-03-09', 'Datoen er mer enn tre år fram i tid.'],
  ])('from a date %s is not planned, and what was typed stays', async (_what, from, said) => {
    const card = await change({ name: 'Per Li', email: 'per.li@eksempel.no', from });
    expect(wordsOf(card)).toContain(said);
    expect(inputsOf(card)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'from', value: from }),
        expect.objectContaining({ id: 'name', value: 'Per Li' }),
      ]),
    );
  });
});

describe('who fills a seat', () => {
  beforeEach(() => open());
  const form = async () => {
    const choice = await room.click('siv', await room.setup(), 'Hvem oppnevner');
    return room.click('siv', choice, 'Videre', { seatId: 'seat-kari' });
  };

  test('is said with a contact, kept when nothing new is said, and removed', async () => {
    const card = await room.click('siv', await form(), 'Lagre oppnevningen', {
      party: 'Indre Vik kommune',
      picked: EVA,
    });
    expect(wordsOf(card)).toContain('Oppnevnes av Indre Vik kommune. Kontakt: eva.');
    const again = await form();
    expect(inputsOf(again).find(({ id }) => id === 'party')?.value).toBe('Indre Vik kommune');
    expect(wordsOf(again)).toContain('Kontakt nå: eva');
    const other = await room.click('siv', again, 'Lagre oppnevningen', { party: 'Ytre Vik kommune' });
    expect(wordsOf(other)).toContain('Oppnevnes av Ytre Vik kommune. Kontakt: eva.');
    const removed = await room.click('siv', await form(), 'Lagre oppnevningen', { party: '', remove: 'fjern' });
    expect(wordsOf(removed)).not.toContain('Kontakt:');
    expect((await room.stored()).seats[0]).toEqual(aSeat('kari'));
  });

  test('may have a contact outside Teams, by name and address', async () => {
    const typed = { party: 'Brukerutvalget', name: 'Tor Li', email: 'tor.li@eksempel.no' };
    const card = await room.click('siv', await form(), 'Lagre oppnevningen', typed);
    expect(wordsOf(card)).toContain('Oppnevnes av Brukerutvalget. Kontakt: Tor Li.');
  });

  test.each([
    ['a name alone', { name: 'Tor Li' }, 'Skriv e-postadressen også'],
    ['somebody and nobody', { name: 'Tor Li', email: 't@eksempel.no', remove: 'fjern' }, 'Velg enten en kontakt'],
    ['too long a name', { party: 'x'.repeat(201) }, 'høyst 200 tegn'],
  ])('is not changed with %s, and what was typed stays', async (_what, typed, said) => {
    const card = await room.click('siv', await form(), 'Lagre oppnevningen', { party: 'Indre Vik', ...typed });
    expect(wordsOf(card)).toContain(said);
    expect(inputsOf(card).find(({ id }) => id === 'party')?.value).toBe('party' in typed ? typed.party : 'Indre Vik');
    expect((await room.stored()).seats[0]).toEqual(aSeat('kari'));
  });
});
