import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UndeliveredError } from '../../bot/turn.ts';
import { change } from '../../store/change.ts';
import { standing } from '../../store/meeting/rules-holder.ts';
import { done } from '../../store/result.ts';
import { type AgendaRoom, CHANNEL } from '../support/agenda-room.ts';
import { SERVICE } from '../support/circulation.ts';
import { aForfallRoom } from '../support/forfall-room.ts';
import { KARIS as forfallId, forfallTalk, words } from '../support/forfall-talk.ts';

const meetingId = 'meeting-1';
const HOUR = 3_600_000;

let room: AgendaRoom;
beforeEach(async () => {
  room = await aForfallRoom();
});
afterEach(() => room.end());

const { report, answer, own, called, states } = forfallTalk(() => room);

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
    expect(room.wordsTo('chat-siv')).toContain('Det er ingen flere varaer å spørre.');
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
