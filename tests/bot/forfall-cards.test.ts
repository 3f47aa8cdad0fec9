import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaRoom } from '../support/agenda-room.ts';
import { aForfallRoom } from '../support/forfall-room.ts';
import { KARIS as forfallId, forfallTalk, words } from '../support/forfall-talk.ts';

const meetingId = 'meeting-1';

let room: AgendaRoom;
beforeEach(async () => {
  room = await aForfallRoom();
});
afterEach(() => room.end());

const { report, answer, status, states } = forfallTalk(() => room);

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
