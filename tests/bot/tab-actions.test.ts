import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noticeText } from '../../cards/text/notices.ts';
import type { Round } from '../../store/round/record.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import { APP_ID, aPress, type Fields } from '../support/activities.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { TENANT } from '../support/records.ts';
import { PEOPLE, SECRET, startTabService, type TabService, type Who } from '../support/tab-service.ts';

let platform: Platform;
let tab: TabService;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  tab = await startTabService(platform);
});
afterEach(async () => {
  await tab.close();
  platform.reset();
});

type Button = { readonly text: string; readonly action: Fields };
type Page = {
  readonly forms: readonly { readonly buttons: readonly Button[] }[];
  readonly own?: { readonly lines: readonly string[]; readonly said: readonly string[]; readonly isAnswered: boolean };
};

let serial = 0;
const newId = () => `press-${++serial}-of-a-test`;
const page = async (who: Who, path = 'rounds/round-1'): Promise<Page> => JSON.parse((await tab.get(path, who)).text);

/** What a button of somebody's page sends. */
async function button(who: Who, text: string): Promise<Fields> {
  const found = (await page(who)).forms.flatMap(({ buttons }) => buttons).find((one) => one.text === text);
  if (found === undefined) throw new Error(`${who} has no button ${text}`);
  return found.action;
}

const act = async (who: Who, action: unknown, id = newId()) => JSON.parse((await tab.act(who, id, action)).text);
const stored = () =>
  tab.stored(async (engine) => (await engine.collection(roundDefinition)).get('round-1')) as Promise<Round>;
const answersIn = ({ history }: Round, who: Who) => history.filter(({ by, seatId }) => by === who && seatId);

/** The same press in somebody's chat. */
function pressInChat(who: Who, data: Fields) {
  const conversation = { id: `a:${who}`, conversationType: 'personal', tenantId: TENANT };
  const channelData = { tenant: { id: TENANT }, source: { name: 'message' } };
  return tab.post(aPress(platform.url, PEOPLE[who], data, { conversation, channelData }));
}

test('a round is answered with the very button of its card, and the page shows it then', async () => {
  expect((await page('kari')).own).toMatchObject({ lines: ['Du har ikke svart ennå.'], isAnswered: false });
  const answer = await act('kari', await button('kari', 'Godkjenn'));
  expect(answer).toMatchObject({ kind: 'card' });
  expect(answer.isRefused).toBeUndefined();
  const { own, forms } = await page('kari');
  expect(own?.isAnswered).toBe(true);
  expect(own?.lines.join()).toMatch(/^Du godkjente/);
  // it may be changed as long as the round runs
  expect(forms).not.toEqual([]);
});

test('the same press counts once, however often and however close together it is sent', async () => {
  const action = await button('kari', 'Godkjenn');
  const answers = await Promise.all(Array.from({ length: 5 }, () => act('kari', action, 'one-and-the-same-press')));
  for (const answer of answers) expect(answer.kind).toBe('card');
  await act('kari', action, 'one-and-the-same-press');
  const round = await stored();
  expect(round.answers).toHaveLength(1);
  expect(answersIn(round, 'kari')).toHaveLength(1);
});

/** What somebody has asked for: each is noted once. */
const askedFor = (who: Who) =>
  tab.stored(async (engine) => {
    const { personDefinition } = await import('../../store/person/repository.ts');
    return (await (await engine.collection(personDefinition)).get(who))?.recentTurns ?? [];
  });

test('a file that is asked for by the same press twice is sent once', async () => {
  const { more } = JSON.parse((await tab.get('rounds/round-1', 'kari')).text);
  for (const _time of [1, 2]) await act('kari', more[0].action, 'one-press-for-a-file');
  expect(await askedFor('kari')).toHaveLength(1);
});

test('a press that is called like another one is another one, by whoever and for whatever it is', async () => {
  const { more } = JSON.parse((await tab.get('rounds/round-1', 'kari')).text);
  const { offer } = more[0].action;
  await act('kari', more[0].action, 'a-name-used-twice');
  await act('kari', { verb: 'file.send', offer: { ...offer, hash: 'b'.repeat(64) } }, 'a-name-used-twice');
  await act('ola', more[0].action, 'a-name-used-twice');
  expect(await askedFor('kari')).toHaveLength(2);
  expect(await askedFor('ola')).toHaveLength(1);
});

test('chat and tab may answer at the same time: one answer stands for the seat, and it is one of the two', async () => {
  const [approve, lift] = [await button('kari', 'Godkjenn'), await button('kari', 'Ta opp i møtet')];
  const [inTab, inChat] = await Promise.all([act('kari', approve), pressInChat('kari', lift)]);
  expect(inTab.kind).toBe('card');
  expect(inChat.status).toBe(200);
  const round = await stored();
  expect(round.answers).toHaveLength(1);
  expect(['approve', 'lift-to-meeting']).toContain(round.answers[0]?.choice);
  expect(answersIn(round, 'kari')).toHaveLength(2);
});

test('what was answered in the chat stands in the tab, and the other way round', async () => {
  await pressInChat('kari', await button('kari', 'Godkjenn'));
  expect((await page('kari')).own?.lines.join()).toMatch(/^Du godkjente/);
  await act('kari', await button('kari', 'Ta opp i møtet'));
  expect((await pressInChat('kari', { verb: 'round.show', roundId: 'round-1' })).text).toContain('Du ba');
});

test.each(['ove', 'per', 'ny'] as const)('a round that does not ask %s is not answered by them', async (who) => {
  const approve = await button('kari', 'Godkjenn');
  const answer = await act(who, approve);
  expect(answer).toEqual({ kind: 'message', text: noticeText['not-asked'] });
  expect((await stored()).answers).toEqual([]);
});

test('what the secretariat does is refused to others in a sentence that tells nothing', async () => {
  for (const verb of ['round.status', 'round.extend-form', 'round.register-form', 'round.withdraw-form'])
    for (const who of ['ove', 'kari'] as const) {
      const answer = await act(who, { verb, roundId: 'round-1' });
      expect(answer, verb).toEqual({ kind: 'message', text: noticeText['not-for-you'] });
    }
  expect(await act('ove', { verb: 'sak.show', sakId: 'sak-1' })).not.toMatchObject({
    card: { body: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining(SECRET) })]) },
  });
});

test.each([
  ['a verb that the bot never sent', { verb: 'round.destroy', roundId: 'round-1' }],
  ['no verb', {}],
  ['nothing', null],
  ['a sentence', 'Godkjenn'],
  ['a field of another kind', { verb: 'round.approve', roundId: 7, textHash: 'x' }],
  ['a text that is none', { verb: 'round.approve', roundId: 'round-1', textHash: 'not-a-hash' }],
])('%s is answered in words, and nothing happens', async (_what, action) => {
  expect(await act('kari', action)).toEqual({ kind: 'message', text: noticeText['tab-unreadable'] });
  expect((await stored()).answers).toEqual([]);
});

test('an answer about a text that was never sent is refused, and says why', async () => {
  const answer = await act('kari', { verb: 'round.approve', roundId: 'round-1', textHash: 'a'.repeat(64) });
  expect(answer).toMatchObject({ kind: 'card', isRefused: true, said: noticeText['other-text'] });
  expect((await stored()).answers).toEqual([]);
});

test('a remark that lacks something is given back with what was typed', async () => {
  const remark = await button('kari', 'Send merknad');
  const answer = await act('kari', { ...remark, sak: '12/26', text: 'Tallet i punkt 2 er feil' });
  expect(answer).toMatchObject({ kind: 'card', isRefused: true, said: noticeText['remark-kind-missing'] });
  const { body } = answer.card;
  expect(body).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'text', value: 'Tallet i punkt 2 er feil' })]),
  );
  const sent = await act('kari', { ...remark, kind: 'realitet', text: 'Tallet i punkt 2 er feil' });
  expect(sent.isRefused).toBeUndefined();
  expect((await page('kari')).own?.said).toEqual(['Merknad til innholdet: Tallet i punkt 2 er feil']);
});

test('what was done is no refusal, though the card says it in the same place', async () => {
  const answer = await act('siv', { verb: 'round.remind', roundId: 'round-1' });
  expect(JSON.stringify(answer.card)).toContain(noticeText.reminded);
  expect(answer.isRefused).toBeUndefined();
});

test('what is sent to the chat is said to be there, and to who has no chat how to get one', async () => {
  const { more } = JSON.parse((await tab.get('rounds/round-1', 'kari')).text);
  expect(await act('kari', more[0].action)).toEqual({ kind: 'message', text: noticeText['tab-no-chat'] });
  await pressInChat('kari', { verb: 'round.show', roundId: 'round-1' });
  expect(await act('kari', more[0].action)).toEqual({ kind: 'message', text: noticeText['tab-sent-to-chat'] });
});

test('what a card of a channel sends is done as in the 1:1 chat, or said to be for elsewhere', async () => {
  const textHash = (await button('kari', 'Godkjenn')).textHash;
  expect(await act('kari', { verb: 'round.shared', roundId: 'round-1' })).toEqual({
    kind: 'message',
    text: noticeText['personal-only'],
  });
  expect(await act('siv', { verb: 'setup.start' })).toMatchObject({ kind: 'card' });
  expect(await act('siv', { verb: 'setup.start', conversationId: 'conversation-nowhere' })).toEqual({
    kind: 'message',
    text: noticeText['not-found'],
  });
  expect(await act('siv', { verb: 'help.show' })).toMatchObject({ kind: 'card' });
  expect(await act('kari', { verb: 'round.approve', roundId: 'round-1', textHash })).toMatchObject({ kind: 'card' });
});

test('whoever presses for the first time is known from then on, by what Entra says and nothing else', async () => {
  expect(await act('ny', { verb: 'help.show', name: 'Siv', personId: 'siv' })).toMatchObject({ kind: 'card' });
  const persons = await tab.stored(async (engine) => {
    const { personDefinition } = await import('../../store/person/repository.ts');
    const persons = await engine.collection(personDefinition);
    return persons.getByKey(`entra:${TENANT}:${PEOPLE.ny}`);
  });
  expect(persons).toMatchObject({ name: 'ny', tenantId: TENANT });
  expect(persons?.reference).toBeUndefined();
});

test('whoever opens the tab is told where their chat with the bot is', async () => {
  const { text } = await tab.get('start', 'kari');
  expect(JSON.parse(text).me.chat).toBe(`https://teams.microsoft.com/l/chat/0/0?users=28:${APP_ID}`);
});
