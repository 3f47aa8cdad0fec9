import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIdFor } from '../../bot/ids.ts';
import { UndeliveredError } from '../../bot/turn.ts';
import { newConversation } from '../../store/conversation/rules.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { SERVICE } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { NOW, REAL_NOW, TENANT } from '../support/records.ts';

const meetingId = 'meeting-1';
const PEOPLE = ['kari', 'ola', 'per', 'siv', 'lise', 'nina'];

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([inChannel()], [aMeeting()], [anAcceptedSak('a')]);
});
afterEach(() => room.end());

const send = async (button = 'Send sakslisten') => {
  await room.card('siv', { verb: 'agenda.build', meetingId });
  await room.click('siv', await room.card('siv', { verb: 'agenda.preview', meetingId }), button);
  await room.deliver();
};
/** The bot is taken out of the channel, and hears of it. */
const remove = () => {
  const seen = { conversationId: CHANNEL, serviceUrl: SERVICE, kind: 'channel', installed: false } as const;
  const now = { now: NOW, realNow: REAL_NOW };
  return room.deps.conversations.collection.insert(
    newConversation(conversationIdFor(TENANT, CHANNEL), TENANT, seen, now),
  );
};
/** Who has got these words in their 1:1 chat, and how often. */
const got = (words: string) => PEOPLE.map((person) => room.wordsTo(`chat-${person}`).split(words).length - 1);
const refuse = (why: UndeliveredError['why']) => {
  room.teams.answer = ({ chat }) => {
    if (chat === CHANNEL) throw new UndeliveredError(why, 'said no');
  };
};
const CARD = 'Innkalling og saksliste';

describe('where the bot is gone from the committee’s channel', () => {
  test('the agenda goes to each of its people, and so does what is new in it', async () => {
    await remove();
    await send();
    expect(room.wordsTo(CHANNEL)).toBe('');
    expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
    await room.card('kari', { verb: 'agenda.answer', meetingId, comes: true });
    room.wait(6000);
    await room.deliver();
    expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
    await room.card('siv', { verb: 'agenda.edit', meetingId, sakId: 'fixed_meeting-1_eventuelt', background: 'Nytt' });
    await send('Send på nytt');
    expect(got(CARD)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test.each(['not-installed', 'unknown-address'] as const)(
    'which only Teams knows, and says «%s», the agenda goes to each of its people',
    async (why) => {
      refuse(why);
      await send();
      expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
      expect((await room.meeting(meetingId)).shared).toBeUndefined();
    },
  );

  test('the card that lies there is followed by one to each, once, when it cannot be renewed', async () => {
    await send();
    expect(got(CARD)).toEqual([0, 0, 0, 0, 0, 0]);
    await remove();
    for (const person of ['kari', 'ola']) {
      await room.card(person, { verb: 'agenda.answer', meetingId, comes: true });
      room.wait(6000);
      await room.deliver();
    }
    expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('which only Teams knows when what is new is to be shown there, that goes to each of its people', async () => {
    await send();
    refuse('not-installed');
    await room.card('siv', { verb: 'agenda.edit', meetingId, sakId: 'fixed_meeting-1_eventuelt', background: 'Nytt' });
    await send('Send på nytt');
    room.wait(6000);
    await room.deliver();
    expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test.each([
    ['is known', remove],
    ['only Teams knows', async () => refuse('not-installed')],
  ] as const)('and that %s, everybody but whoever did it is told that a meeting is cancelled', async (_what, gone) => {
    await gone();
    await room.card('lise', { verb: 'meeting.cancel', meetingId });
    await room.deliver();
    expect(got('Møtet i SSU er avlyst')).toEqual([1, 1, 1, 1, 0, 1]);
  });
});

test('a channel that takes nothing for now is tried again, and nobody is bothered instead', async () => {
  refuse('for-now');
  await send();
  expect(got(CARD)).toEqual([0, 0, 0, 0, 0, 0]);
  room.teams.answer = () => undefined;
  room.wait(60_000);
  await room.deliver();
  expect(room.wordsTo(CHANNEL)).toContain(CARD);
  expect(got(CARD)).toEqual([0, 0, 0, 0, 0, 0]);
});
