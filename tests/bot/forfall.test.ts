import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UndeliveredError } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { standing } from '../../store/meeting/rules-holder.ts';
import { done } from '../../store/result.ts';
import { type AgendaRoom, CHANNEL } from '../support/agenda-room.ts';
import { buttonsOf, linesOf } from '../support/cards.ts';
import { SERVICE } from '../support/circulation.ts';
import { aForfallRoom } from '../support/forfall-room.ts';

const meetingId = 'meeting-1';
const forfallId = 'seat-kari:whole';
const HOUR = 3_600_000;

let room: AgendaRoom;
beforeEach(async () => {
  room = await aForfallRoom();
});
afterEach(() => room.end());

const report = (person: string, fields: object = {}) =>
  room.card(person, { verb: 'forfall.report', meetingId, what: 'whole', ...fields });
const answer = (person: string, yes: boolean, id = forfallId) =>
  room.card(person, { verb: 'forfall.call', meetingId, forfallId: id, yes });
const words = async (card: Promise<Parameters<typeof linesOf>[0]>) => linesOf(await card).join('\n');
const titles = async (card: Promise<Parameters<typeof linesOf>[0]>) => buttonsOf(await card).map(({ title }) => title);
const own = (person = 'kari') => words(room.card(person, { verb: 'forfall.own', meetingId }));
const called = (person: string, id = forfallId) =>
  words(room.card(person, { verb: 'forfall.called', meetingId, forfallId: id }));
const status = (person = 'siv') => words(room.card(person, { verb: 'forfall.status', meetingId }));
const calls = async () => (await room.meeting(meetingId)).forfall?.flatMap(({ calls }) => calls) ?? [];
const states = async () => (await calls()).map(({ varaId, state }) => `${varaId} ${state}`);
const times = (chat: string, what: string) => room.wordsTo(chat).split(what).length - 1;

test('«Forfall» where others see it is answered on the shared card, and calls the vara in', async () => {
  const channel = { conversationId: CHANNEL, serviceUrl: SERVICE };
  await change(room.deps.meetings.collection, meetingId, (meeting) => done({ ...meeting, shared: channel }));
  const said = await words(room.card('kari', { verb: 'agenda.answer', meetingId, comes: false }, 'channel'));
  expect(said).toContain('Forfallet er registrert. Har plassen vara, blir varaen spurt.');
  expect(await states()).toEqual(['vera asked']);
  expect(await words(room.card('kari', { verb: 'forfall.own', meetingId }, 'channel'))).toContain(
    'Dette gjør vi i en-til-en-chatten.',
  );
});

describe('a cascade from the member’s click to the second vara’s yes', () => {
  test('the member reports, the first says no, the second yes, and everybody is told where it stands', async () => {
    expect(await words(report('kari'))).toContain('vera er spurt. Svarfrist: tirsdag 3. mars 2026 kl. 10.00.');
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toContain('kari, kari kommune');
    expect(room.wordsTo('chat-vera')).toContain('Tirsdag 3. mars 2026 kl. 10.00');
    expect(room.wordsTo('chat-vidar')).toBe('');
    expect(await words(answer('vera', false))).toContain('Du har svart at du ikke kan');
    await room.deliver();
    expect(await own()).toContain('vera har svart nei.');
    expect(await own()).toContain('vidar er spurt.');
    expect(await words(answer('vidar', true))).toContain('Du møter for kari, kari kommune.');
    room.wait(61_000);
    await room.deliver();
    expect(room.wordsTo('chat-kari')).toContain('vidar møter for deg.');
    expect(room.wordsTo('chat-siv')).toContain('vidar møter som vara.');
    expect(room.wordsTo('chat-lise')).toContain('vidar møter som vara.');
    expect(await called('vera')).toContain('En annen møter for plassen nå');
  });

  test('«Jeg kan likevel» takes the seat back, and the vara hears of it', async () => {
    await report('kari');
    await room.deliver();
    await answer('vera', true);
    await room.deliver();
    const card = await room.card('kari', { verb: 'forfall.own', meetingId });
    expect(await words(room.click('kari', card, 'Jeg kan likevel'))).toContain('Du har plassen din i dette møtet');
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toContain('Medlemmet møter likevel');
    expect(await words(answer('vera', true))).toContain('Medlemmet møter likevel');
    expect(standing(await room.meeting(meetingId))).toEqual([]);
  });

  test('the same click twice is one call, one answer and one taking back', async () => {
    await report('kari');
    await report('kari');
    expect(await states()).toEqual(['vera asked']);
    await answer('vera', true);
    await answer('vera', true);
    expect(await states()).toEqual(['vera accepted']);
    await room.card('kari', { verb: 'forfall.back', meetingId, forfallId });
    expect(await words(room.card('kari', { verb: 'forfall.back', meetingId, forfallId }))).toContain(
      'Du har plassen din',
    );
  });

  test('«Forfall» on the agenda card calls the vara in, and the card says who is asked', async () => {
    const card = await room.card('kari', { verb: 'agenda.card', meetingId });
    const after = await words(room.click('kari', card, 'Forfall'));
    expect(after).toContain('vera er spurt.');
    expect(await states()).toEqual(['vera asked']);
  });
});

describe('what a vara sees', () => {
  test('is the agenda and the papers from when they are asked, and no longer once they have said no', async () => {
    const read = () => words(room.card('vera', { verb: 'agenda.card', meetingId }));
    expect(await read()).toContain('Sakslisten er for dem som er med i utvalget.');
    await report('kari');
    await room.deliver();
    expect(await read()).toContain('Innkalling og saksliste: SSU');
    expect(await words(room.card('vera', { verb: 'agenda.read', meetingId, sakId: 'a', page: 0 }))).toContain(
      'Bakgrunn for a.',
    );
    await answer('vera', false);
    expect(await read()).toContain('Sakslisten er for dem som er med i utvalget.');
  });
});

describe('a vara who does not answer', () => {
  test('within the time gives way to the next one, may still say yes until another does, and the last leaves it dry', async () => {
    await report('kari');
    await room.deliver();
    room.wait(25 * HOUR);
    await room.tick();
    await room.deliver();
    expect(await states()).toEqual(['vera timed-out', 'vidar asked']);
    expect(room.wordsTo('chat-vidar')).toContain('Kan du møte som vara?');
    expect(await called('vera')).toContain('du kan si ja helt til en annen gjør det');
    room.wait(25 * HOUR);
    await room.tick();
    room.wait(61_000);
    await room.deliver();
    expect(room.wordsTo('chat-siv')).toContain('Det er ingen flere vara å spørre.');
    expect(await words(answer('vera', true))).toContain('Du møter for kari');
  });

  test.each(['not-installed', 'blocked', 'other-organisation', 'failed'] as const)(
    'because Teams says «%s» gives way at once',
    async (why) => {
      room.teams.answer = ({ chat }) => {
        if (chat === 'chat-vera') throw new UndeliveredError(why, 'said no');
      };
      await report('kari');
      await room.deliver();
      expect(await states()).toEqual(['vera unreached', 'vidar asked']);
      expect(room.wordsTo('chat-vidar')).toContain('Kan du møte som vara?');
      expect(await own()).toContain('vera ble ikke nådd i Teams.');
    },
  );

  test('is not sent a card that is over by the time it could be sent', async () => {
    room.clock.now = new Date('2026-03-06T20:00:00Z');
    await report('kari');
    await room.deliver();
    await room.card('kari', { verb: 'forfall.back', meetingId });
    room.clock.now = new Date('2026-03-09T08:00:00Z');
    await room.tick();
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toBe('');
  });

  test('at Easter has until the first working day after it, said in full', async () => {
    room.clock.now = new Date('2026-04-01T12:00:00Z');
    expect(await words(report('kari'))).toContain('Svarfrist: tirsdag 7. april 2026 kl. 08.00.');
  });

  test('in the evening is asked when the next working day begins', async () => {
    room.clock.now = new Date('2026-03-02T20:00:00Z');
    expect(await words(report('kari'))).toContain('vera blir spurt tirsdag 3. mars 2026 kl. 08.00.');
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toBe('');
  });
});

describe('an old card', () => {
  test('of a meeting that was cancelled meanwhile says so, and nothing is registered', async () => {
    await report('kari');
    await room.deliver();
    await room.card('siv', { verb: 'meeting.cancel', meetingId });
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toContain('Møtet er avlyst, så du trenger ikke møte.');
    expect(await words(answer('vera', true))).toContain('Møtet er avlyst');
    expect(await words(report('ola'))).toContain('Møtet er holdt, avlyst eller forbi');
    expect(await states()).toEqual(['vera withdrawn']);
  });

  test('of a meeting that was moved says so', async () => {
    await report('kari');
    await room.deliver();
    await room.card('siv', {
      verb: 'meeting.save',
      committeeId: 'committee-1',
      meetingId,
      on: '2026-04-15',
      from: '12:00',
      to: '14:00',
    });
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toContain('Møtet er flyttet');
    expect(await words(answer('vera', true))).toContain('Møtet er flyttet');
  });

  test('of a meeting that is over says so', async () => {
    await report('kari');
    await room.deliver();
    room.clock.now = new Date('2026-04-14T13:00:00Z');
    expect(await words(answer('vera', true))).toContain('Møtet er over');
    expect(await states()).toEqual(['vera asked']);
  });

  test('in the hands of a stranger, or of a vara who was not asked, does nothing', async () => {
    await report('kari');
    for (const person of ['fremmed', 'vidar', 'ola', 'siv'])
      expect(await words(answer(person, true))).toContain('Du er ikke spurt om å møte som vara her');
    expect(await words(report('fremmed'))).toContain('Du har ingen plass i utvalget');
    expect(await words(room.card('ola', { verb: 'forfall.back', meetingId, forfallId }))).toContain('egen plass');
    expect(await words(room.card('ola', { verb: 'forfall.release', meetingId, forfallId }))).toContain(
      'sekretariatet og lederen',
    );
    expect(await status('ola')).toContain('sekretariatet og lederen');
    const forged = { onBehalf: true, seatId: 'seat-per' };
    expect(await words(report('ola', forged))).toContain('Du kan bare melde forfall for din egen plass');
    expect(await states()).toEqual(['vera asked']);
  });
});

describe('forfall for less than the meeting', () => {
  test('from a time to another is asked about in those words', async () => {
    const card = await words(report('kari', { what: 'part', from: '12:30', to: '13:00' }));
    expect(card).toContain('Forfall fra kl. 12.30 til kl. 13.00');
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toContain('Fra kl. 12.30 til kl. 13.00');
  });

  test('in the whole of its hours is the whole meeting', async () => {
    await report('kari', { what: 'part', from: '12:00', to: '14:00' });
    expect((await room.meeting(meetingId)).forfall).toMatchObject([{ scope: { what: 'whole' } }]);
  });

  test.each([
    [{ what: 'part' }, 'Skriv når du er borte'],
    [{ what: 'part', from: '12:30', saker: 'a' }, 'Velg enten klokkeslett eller saker'],
    [{ what: 'part', from: '08:00', to: '11:00' }, 'Velg klokkeslett innenfor møtetiden'],
    [{ what: 'part', from: 'to' }, 'Skriv klokkeslettet som timer og minutter'],
    [{ what: 'sak' }, 'Kryss av for saken'],
    [{ what: 'sak', saker: 'annen' }, 'Saken står ikke på sakslisten'],
    [{ what: 'noe' }, 'Velg om det gjelder hele møtet'],
  ] as const)('that was filled in as %j is shown again with what is wrong', async (fields, said) => {
    expect(await words(report('kari', fields))).toContain(said);
    expect((await room.meeting(meetingId)).forfall ?? []).toEqual([]);
  });

  test('inhabil in a sak: the sak is told, until it is taken back, and the vara is asked for that sak alone', async () => {
    const recused = async () => (await room.deps.saker.collection.get('b'))?.recusedSeatIds;
    await report('kari', { what: 'sak', saker: 'b' });
    await room.deliver();
    expect(await recused()).toEqual(['seat-kari']);
    expect(room.wordsTo('chat-vera')).toContain('(medlemmet er inhabilt)');
    expect(room.wordsTo('chat-kari')).not.toContain('Saken');
    await room.card('kari', { verb: 'forfall.back', meetingId, forfallId: 'seat-kari:sak:b' });
    await room.deliver();
    expect(await recused()).toBeUndefined();
  });

  test('works before the agenda is sent, and its reason is counted with nobody’s name', async () => {
    await room.end();
    room = await aForfallRoom({ state: 'planned', sent: undefined, items: [] } as never);
    await report('kari', { reason: 'sykdom' });
    await report('kari', { reason: 'sykdom' });
    const { reasons, forfall, history, answers } = await room.meeting(meetingId);
    expect(reasons).toEqual({ sykdom: 1, kollisjon: 0, annet: 0 });
    expect(JSON.stringify([forfall, history, answers])).not.toContain('sykdom');
    await room.deliver();
    expect(room.wordsTo('chat-vera')).toContain('Sakslisten er ikke sendt ennå.');
  });
});

describe('the secretariat', () => {
  test('reports for a member, who is told, and it shows who did it', async () => {
    await report('siv', { onBehalf: true, seatId: 'seat-per' });
    room.wait(61_000);
    await room.deliver();
    expect(await status()).toContain('Meldt av siv.');
    expect(await status()).toContain('Plassen har ingen vara.');
    expect(room.wordsTo('chat-per')).toContain('Meldt for deg av siv.');
  });

  test('is told when nobody is left, registers somebody who said yes by telephone, and gives the seat back', async () => {
    await report('per');
    room.wait(61_000);
    await room.deliver();
    expect(room.wordsTo('chat-siv')).toContain('Plassen har ingen vara.');
    const assign = { verb: 'forfall.assign', meetingId, forfallId: 'seat-per:whole' };
    expect(await words(room.card('siv', assign))).toContain('Velg hvem som møter, i Teams eller med navn og e-post.');
    expect(await words(room.card('siv', { ...assign, name: 'Nora Vik' }))).toContain('Skriv e-postadressen');
    const done = await words(room.card('siv', { ...assign, name: 'Nora Vik', email: 'nora@eksempel.no' }));
    expect(done).toContain('Nora Vik møter som vara (registrert av sekretariatet).');
    expect(done).toContain('Har ikke chat med Utvalgsbot');
    const released = await words(room.card('siv', { ...assign, verb: 'forfall.release' }));
    expect(released).toContain('Ingen har meldt forfall til dette møtet.');
  });

  test('cannot give two seats at one meeting to the same person', async () => {
    await report('per');
    await report('ola');
    const nora = { verb: 'forfall.assign', meetingId, name: 'Nora Vik', email: 'nora@eksempel.no' };
    await room.card('siv', { ...nora, forfallId: 'seat-per:whole' });
    const again = await words(room.card('siv', { ...nora, forfallId: 'seat-ola:whole' }));
    expect(again).toContain('Ingen kan ha to plasser i ett møte.');
    expect((await calls()).map(({ state }) => state)).toEqual(['accepted', 'asked']);
  });
});

describe('the way to it', () => {
  test('is on the meeting: to report for whoever has a seat, and to see it all for those who run the committee', async () => {
    const ways = (person: string) => titles(room.card(person, { verb: 'meeting.show', meetingId }));
    expect(await ways('kari')).toContain('Meld forfall');
    expect(await ways('kari')).not.toContain('Forfall og vara');
    expect(await ways('siv')).toContain('Forfall og vara');
    expect(await ways('siv')).not.toContain('Meld forfall');
  });

  test('is on the agenda, with the way back once a vara acts', async () => {
    const ways = (person: string) => titles(room.card(person, { verb: 'agenda.card', meetingId }));
    expect(await ways('kari')).toContain('Del av møtet eller inhabil');
    expect(await ways('lise')).toContain('Forfall og vara');
    expect(await ways('nina')).not.toContain('Forfall og vara');
    await report('kari');
    await answer('vera', true);
    expect(await ways('kari')).toEqual(expect.arrayContaining(['Jeg kan likevel', 'Se hvem som møter']));
  });
});

describe('«forfall»', () => {
  test('shows a member their coming meetings, and a vara what they are asked about', async () => {
    expect(await words(room.card('kari', { verb: 'forfall.show' }))).toContain('Du har ikke svart på om du kommer.');
    await report('kari');
    expect(await words(room.card('kari', { verb: 'forfall.show' }))).toContain('Forfall til hele møtet.');
    expect(await titles(room.card('kari', { verb: 'forfall.show' }))).toEqual(['Meld forfall', 'Se forfallet']);
    await room.deliver();
    expect(await titles(room.card('vera', { verb: 'forfall.show' }))).toEqual(['Åpne']);
    expect(await words(room.card('fremmed', { verb: 'forfall.show' }))).toContain('Du er ikke med i noe utvalg her');
    expect(times('chat-vera', 'Kan du møte som vara?')).toBe(1);
  });
});
