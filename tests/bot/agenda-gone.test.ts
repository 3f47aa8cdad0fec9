import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIdFor } from '../../bot/ids.ts';
import { UndeliveredError } from '../../bot/turn.ts';
import { agendaText } from '../../cards/text/agenda.ts';
import { newConversation } from '../../store/conversation/rules.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { linesOf, wordsOf } from '../support/cards.ts';
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
const counted = (wanted: 'post' | 'update', words: string) =>
  PEOPLE.map((person) => {
    const own = room.teams.requests.filter(({ kind, chat }) => kind === wanted && chat === `chat-${person}`);
    return own.filter(({ post }) => post && wordsOf(post.card).includes(words)).length;
  });
/** Who has been sent these words in their 1:1 chat, and how often; and for whom a card with them was renewed in place. */
const got = (words: string) => counted('post', words);
const renewed = (words: string) => counted('update', words);
/** Somebody says that they come, or not, and it is shown. */
const say = async (person: string, comes: boolean) => {
  await room.card(person, { verb: 'agenda.answer', meetingId, comes });
  room.wait(6000);
  await room.deliver();
};
/** The agenda is sent again with what is new in it. */
const change = async (background: string) => {
  await room.card('siv', { verb: 'agenda.edit', meetingId, sakId: 'fixed_meeting-1_eventuelt', background });
  await send('Send på nytt');
  room.wait(6000);
  await room.deliver();
};
const refuse = (why: UndeliveredError['why']) => {
  room.teams.answer = ({ chat }) => {
    if (chat === CHANNEL) throw new UndeliveredError(why, 'said no');
  };
};
const CARD = 'Innkalling og saksliste';

describe('where the bot is gone from the committee’s channel', () => {
  test('the agenda goes to each of its people, and what is new in it to those who have not said whether they come', async () => {
    await remove();
    await send();
    expect(room.wordsTo(CHANNEL)).toBe('');
    expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
    await say('kari', true);
    await say('ola', false);
    expect(got(CARD)).toEqual([1, 1, 1, 1, 1, 1]);
    await change('Nytt');
    expect(got(CARD)).toEqual([1, 1, 2, 1, 1, 1]);
  });

  test('whoever has said it, or has no seat, has their card renewed in place', async () => {
    await remove();
    await send();
    await say('kari', true);
    expect(renewed(CARD)).toEqual([0, 0, 0, 0, 0, 0]);
    await change('Nytt');
    expect(renewed(CARD)).toEqual([1, 0, 0, 1, 1, 1]);
    const last = room.teams.requests.findLast(({ chat }) => chat === 'chat-kari');
    expect(last).toMatchObject({ kind: 'update', activityId: expect.any(String) });
    expect((await room.meeting(meetingId)).cards?.find(({ personId }) => personId === 'kari')).toMatchObject({
      activityId: last?.activityId,
    });
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

  test('the card that lies there is followed by one, once, to each who has said nothing, when it cannot be renewed', async () => {
    await send();
    expect(got(CARD)).toEqual([0, 0, 0, 0, 0, 0]);
    await remove();
    await say('kari', true);
    await say('ola', true);
    expect(got(CARD)).toEqual([0, 1, 1, 1, 1, 1]);
  });

  test.each(['not-installed', 'unknown-address'] as const)(
    'which only Teams knows («%s») when what is new is to be shown there, that goes to those who have said nothing',
    async (why) => {
      await send();
      await say('kari', true);
      await say('ola', false);
      refuse(why);
      await change('Nytt');
      expect(got(CARD)).toEqual([0, 0, 1, 1, 1, 1]);
      await say('per', true);
      await change('Nyere');
      expect(got(CARD)).toEqual([0, 0, 1, 1, 1, 1]);
      expect(renewed(CARD)).toEqual([0, 0, 1, 1, 1, 1]);
    },
  );

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

test('the preview says whom an agenda goes to, and what happens to their cards when it is sent again', async () => {
  const preview = async () => {
    await room.card('siv', { verb: 'agenda.build', meetingId });
    return linesOf(await room.card('siv', { verb: 'agenda.preview', meetingId }));
  };
  expect(await preview()).toContain(agendaText.previewAbout);
  await send();
  expect(await preview()).toContain(agendaText.previewAgain);
  expect(await preview()).not.toContain(agendaText.previewAbout);
});
