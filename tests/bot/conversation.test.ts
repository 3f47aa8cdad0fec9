import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { conversationIdFor } from '../../bot/ids.ts';
import { render } from '../../bot/render.ts';
import { UndeliveredError } from '../../bot/turn.ts';
import { leftText } from '../../cards/text/conversation.ts';
import { notice } from '../../cards/text/notices.ts';
import { sharedText } from '../../cards/text/round.ts';
import { change } from '../../store/change.ts';
import { conversationKey } from '../../store/committee/record.ts';
import { openRound } from '../../store/round/rules-open.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { linesOf } from '../support/cards.ts';
import { ROUND, SERVICE } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { accepted, answer, aReferat, NOW, TENANT } from '../support/records.ts';

const committee = () =>
  inChannel({
    keys: [conversationKey(TENANT, CHANNEL)],
    roles: { chairId: 'lise', viceChairId: 'nina', secretariatIds: ['siv', 'per'] },
  });
const SHARED = 'av 2 har svart';
const MORNING = '2026-03-03T08:00:00Z';

let room: AgendaRoom;
beforeEach(async () => {
  room = await anAgendaRoom([committee()], [aMeeting()], [anAcceptedSak('a', { proposedAt: NOW })]);
  await room.presence('siv', 'installed', 'channel');
  await room.deliver();
});
afterEach(() => room.end());

const openIt = async () => {
  await room.deps.referater.collection.insert(aReferat());
  const clocks = { now: room.deps.now(), realNow: room.deps.realNow() };
  const opening = { committee: committee(), referat: aReferat(), revision: 1, nameOf: (id: string) => id };
  await room.deps.rounds.collection.insert(accepted(openRound({ ...opening, openedBy: 'siv' }, clocks)));
  await room.deliver();
};
const remove = async (by = 'siv') => {
  await room.presence(by, 'removed', 'channel');
  await room.deliver();
};
const addAgain = async () => {
  await room.presence('siv', 'installed', 'channel');
  await room.deliver();
};
const at = async (time: string) => {
  room.clock.now = new Date(time);
  await room.tick();
  room.wait(6000);
  await room.deliver();
};
const reply = async (person: string) => {
  await change(room.deps.rounds.collection, ROUND, (round) => answer(round, person));
  room.wait(6000);
  await room.deliver();
};
const requestsTo = (chat: string) => room.teams.requests.filter((request) => request.chat === chat);
const told = (person: string) => room.wordsTo(`chat-${person}`).split(leftText.title('SSU')).length - 1;

describe('when the bot is taken out of a committee’s conversation', () => {
  test('nothing is sent there, while those who are asked are still asked, reminded and shown how it ends', async () => {
    await openIt();
    const before = requestsTo(CHANNEL).length;
    await remove();
    await reply('kari');
    await at('2026-03-05T08:00:00Z');
    expect(room.wordsTo('chat-ola')).toContain('Påminnelse');
    await at('2026-03-09T14:00:10Z');
    expect(room.wordsTo('chat-siv')).toContain('Referatet er ikke avgjort');
    expect(requestsTo(CHANNEL)).toHaveLength(before);
  });

  test('nothing waits for it either: all that was to be sent there is settled', async () => {
    await openIt();
    await reply('kari');
    room.teams.answer = ({ chat }) => {
      if (chat === CHANNEL) throw new UndeliveredError('for-now', 'said later');
    };
    await reply('ola');
    await remove();
    room.teams.answer = () => undefined;
    room.wait(4 * 3600_000);
    await room.deliver();
    const { outbox } = (await room.deps.rounds.collection.get(ROUND)) ?? {};
    expect(outbox?.filter(({ kind }) => kind.startsWith('shared-card'))).toEqual([]);
  });

  test('what somebody asked there just before is not answered there any more', async () => {
    const from = { tenantId: TENANT, objectId: 'kari', teamsId: '29:kari', name: 'kari' };
    const place = { conversationId: `${CHANNEL};messageid=1`, kind: 'channel', serviceUrl: SERVICE } as const;
    await room.receive({ kind: 'message', activityId: 'help', from, place, text: 'hjelp', files: [] });
    await remove();
    expect(room.teams.requests.filter(({ chat }) => chat.startsWith(CHANNEL))).toEqual([]);
    await room.receive({ kind: 'message', activityId: 'again', from, place, text: 'hjelp', files: [] });
    await room.deliver();
    expect(requestsTo(place.conversationId)).toHaveLength(1);
  });

  test('keeps the name it was known by: what Teams says now may be its team’s', async () => {
    const from = { tenantId: TENANT, objectId: 'siv', teamsId: '29:siv', name: 'siv' };
    const at = { from, place: { conversationId: CHANNEL, kind: 'channel', serviceUrl: SERVICE } as const };
    await room.receive({ kind: 'renamed', activityId: 'name', ...at, conversationName: 'SSU' });
    await room.receive({ kind: 'removed', activityId: 'gone', ...at, conversationName: 'Helsefellesskapet' });
    await room.deliver();
    expect(room.wordsTo('chat-siv')).toContain('siv fjernet Utvalgsbot fra kanalen «SSU»');
  });

  test('each of the secretariat gets one card, with what is stopped, what goes on and what is stored', async () => {
    await openIt();
    await remove('fremmed');
    await remove('fremmed');
    expect(['siv', 'per', 'lise', 'kari'].map(told)).toEqual([1, 1, 0, 0]);
    const card = requestsTo('chat-siv').at(-1)?.post?.card;
    const lines = card ? linesOf(card) : [];
    expect(lines).toContain('fremmed fjernet Utvalgsbot fra kanalen 02.03.26 kl. 10.00.');
    expect(lines).toContain(leftText.stoppedThere);
    expect(lines.join()).toContain('1 e-postrunde pågår, og går til fristen i en-til-en-chattene');
    expect(lines).toContain(
      'Ingenting er slettet: 3 medlemmer, 1 meldt sak, 1 møte, 1 referat, 1 e-postrunde og 0 tiltak.',
    );
  });

  test('in the evening, whoever did it is told at once, and the others when they are at work', async () => {
    room.clock.now = new Date('2026-03-02T20:00:00Z');
    await remove('siv');
    expect(['siv', 'per'].map(told)).toEqual([1, 0]);
    await at(MORNING);
    expect(['siv', 'per'].map(told)).toEqual([1, 1]);
  });

  test('the chair is told where there is no secretariat, and nobody of a committee that is closed', async () => {
    await change(room.deps.committees.collection, 'committee-1', (current) => ({
      ok: true,
      value: { ...current, roles: { chairId: 'lise', secretariatIds: [] } },
    }));
    await remove();
    expect(['siv', 'per', 'lise'].map(told)).toEqual([0, 0, 1]);
    await addAgain();
    await change(room.deps.committees.collection, 'committee-1', (current) => ({
      ok: true,
      value: { ...current, life: { closed: { at: room.clock.now, by: 'siv' } } },
    }));
    await remove();
    expect(told('lise')).toBe(1);
  });

  test('the card says that it is back, to those who run the committee alone', async () => {
    await remove();
    const conversationId = conversationIdFor(TENANT, CHANNEL);
    const seen = async (person: string) =>
      linesOf((await render(room.deps, person, { view: 'conversation-left', conversationId })).card).join();
    expect(await seen('kari')).toBe(notice('not-for-you'));
    await addAgain();
    expect(await seen('siv')).toContain(leftText.back('SSU'));
  });

  test('a press on the card that was left there is answered, and brings nothing back', async () => {
    await openIt();
    await remove();
    const before = requestsTo(CHANNEL).length;
    const shown = await room.card(
      'kari',
      { verb: 'round.approve', roundId: ROUND, textHash: aReferat().versions[0]?.hash },
      'channel',
    );
    expect(linesOf(shown).join()).toContain(sharedText.saved);
    room.wait(6000);
    await room.deliver();
    expect(requestsTo(CHANNEL)).toHaveLength(before);
    expect(['siv', 'per'].map(told)).toEqual([1, 1]);
  });

  test('which nobody told the bot of, it learns from Teams’ refusal, once', async () => {
    await openIt();
    room.teams.answer = ({ chat }) => {
      if (chat === CHANNEL) throw new UndeliveredError('not-installed', 'said no');
    };
    await reply('kari');
    expect(['siv', 'per'].map(told)).toEqual([1, 1]);
    expect(room.wordsTo('chat-siv')).toContain('Utvalgsbot er ikke lenger med i kanalen');
    const before = requestsTo(CHANNEL).length;
    await reply('ola');
    expect(requestsTo(CHANNEL)).toHaveLength(before);
    expect(['siv', 'per'].map(told)).toEqual([1, 1]);
  });
});

describe('when the bot is added again', () => {
  test('the shared card of an open round is shown anew, once, as it is now, and nothing else is sent', async () => {
    await openIt();
    await remove();
    await reply('kari');
    await at('2026-03-05T08:00:00Z');
    const before = requestsTo(CHANNEL).length;
    const people = ['kari', 'ola', 'per', 'siv', 'lise'].map((person) => requestsTo(`chat-${person}`).length);
    await addAgain();
    await addAgain();
    room.wait(6000);
    await room.deliver();
    const since = requestsTo(CHANNEL).slice(before);
    expect(since.filter(({ kind }) => kind === 'post')).toHaveLength(1);
    expect(since.map(({ post }) => JSON.stringify(post?.card)).join()).toContain(`1 ${SHARED}`);
    expect(['kari', 'ola', 'per', 'siv', 'lise'].map((person) => requestsTo(`chat-${person}`).length)).toEqual(people);
    await reply('ola');
    expect(requestsTo(CHANNEL).at(-1)).toMatchObject({ kind: 'update' });
    expect(room.wordsTo(CHANNEL)).toContain(`2 ${SHARED}`);
  });

  test('within the hour that nobody was told in, nobody is told that it was gone', async () => {
    room.clock.now = new Date('2026-03-02T20:00:00Z');
    await room.presence('fremmed', 'removed', 'channel');
    await room.deliver();
    await addAgain();
    await at(MORNING);
    expect(['siv', 'per'].map(told)).toEqual([0, 0]);
  });

  test('a round that was opened meanwhile is shown there then, and one that is over is not', async () => {
    await remove();
    await openIt();
    expect(room.wordsTo(CHANNEL)).not.toContain(SHARED);
    await addAgain();
    expect(room.wordsTo(CHANNEL)).toContain(SHARED);
    await remove();
    await at('2026-03-09T14:00:10Z');
    const before = requestsTo(CHANNEL).length;
    await addAgain();
    expect(requestsTo(CHANNEL)).toHaveLength(before);
  });

  test('an agenda that lies there is renewed in its place', async () => {
    await room.card('siv', { verb: 'agenda.build', meetingId: 'meeting-1' });
    const preview = await room.card('siv', { verb: 'agenda.preview', meetingId: 'meeting-1' });
    await room.click('siv', preview, 'Send sakslisten');
    await room.deliver();
    const before = requestsTo(CHANNEL).length;
    await remove();
    await addAgain();
    room.wait(6000);
    await room.deliver();
    expect(
      requestsTo(CHANNEL)
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(['update']);
  });
});

test('a team that the bot leaves is left with all its open channels, and it comes back to all of them', async () => {
  const general = {
    conversationId: '19:team@thread.tacv2',
    kind: 'channel',
    serviceUrl: 'https://a.example/',
  } as const;
  const place = { ...general, rosterId: general.conversationId };
  const { collection } = room.deps.conversations;
  const ssu = conversationIdFor(TENANT, CHANNEL);
  await change(collection, ssu, (current) => ({ ok: true, value: { ...current, rosterId: place.rosterId } }));
  const inTeam = async (kind: 'installed' | 'removed') => {
    await room.receive({
      kind,
      teamId: general.conversationId,
      activityId: `team-${kind}`,
      from: { tenantId: TENANT, objectId: 'siv', teamsId: '29:siv', name: 'siv' },
      place,
    });
    await room.deliver();
  };
  await inTeam('removed');
  expect(['siv', 'per'].map(told)).toEqual([1, 1]);
  expect(await collection.get(ssu)).toMatchObject({ installed: false });
  await inTeam('installed');
  expect(await collection.get(ssu)).toMatchObject({ installed: true });
});
