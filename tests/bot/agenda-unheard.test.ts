import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputsOf } from '../support/cards.ts';
import { until } from '../support/process.ts';
import { type Seen, startVillage, type Village } from '../support/village.ts';

const CARD = 'Innkalling og saksliste';
const MEETING = { on: '2026-04-14', from: '12:00', to: '14:00', mode: 'digitalt', place: 'Teams' };

let village: Village;
/** Whose messages in their own chat were renewed, and taken. */
let renewed: string[];
beforeEach(async () => {
  village = await startVillage();
  renewed = [];
  village.room.log.onLine(({ direction, what, status, who }) => {
    if (direction === 'from-bot' && what === 'oppdatert melding' && status === 200 && who !== 'SSU') renewed.push(who);
  });
});
afterEach(() => village.close());

const send = async (built: Seen, button: string) => village.press(await village.press(built, 'Forhåndsvis'), button);
/** The bot is taken out of the channel, and nobody tells it. */
const takeOut = () => {
  const { world } = village.room;
  const [{ conversationId = '' } = {}] = world.roster
    .chatsOf(village.room.api.person('aud'))
    .flatMap(({ id, name }) => (name === 'SSU' ? [{ conversationId: id }] : []));
  const line = { id: world.nextId(), conversationId, system: true as const, at: MEETING.on, text: '', views: {} };
  world.record({
    t: 'chat',
    conversationId,
    change: { kind: 'bot', present: false },
    line: { ...line, state: 'sent' },
  });
};
/** The agenda cards in somebody's own chat. */
const cards = (person: string) =>
  village.chat(person).filter(({ from, card }) => from === 'bot' && JSON.stringify(card ?? '').includes(CARD));
const counts = () => ['ingrid', 'marit', 'siri', 'jonas'].map((person) => cards(person).length);
const firstSakIn = ({ card }: Seen) => {
  const choice = inputsOf(card).find(({ id }) => id === 'sakId');
  return choice?.type === 'Input.ChoiceSet' ? (choice.choices?.[0]?.value ?? '') : '';
};
const isSo = (look: () => void) => until(async () => look());

test('a changed agenda goes to those who have said nothing alone, where only Teams knows that the bot is gone', {
  timeout: 60_000,
}, async () => {
  const plan = await village.press(await village.say('aud', 'møteplan'), 'SSU');
  await village.press(await village.press(plan, 'Nytt møte'), 'Lagre', MEETING);
  const built = await village.press(await village.say('aud', 'saksliste'), 'Bygg sakslisten');
  const sent = await send(built, 'Send sakslisten');
  await village.press(await village.seesIn('ssu', 'ingrid', CARD), 'Kommer');
  await village.press(await village.seesIn('ssu', 'marit', CARD), 'Forfall');
  await isSo(() => expect(JSON.stringify(village.channel('ssu'))).toMatch(/"Forfall","value":"1 /));

  takeOut();
  const change = await village.press(sent, 'Endre sakslisten');
  const again = await send(await village.press(change, 'Sett oppfølging av tiltak på sakslisten'), 'Send på nytt');
  const own = await village.sees('siri', CARD);
  await isSo(() => expect(counts()).toEqual([0, 0, 1, 1]));

  // from then on the card of whoever has answered, or is asked nothing, is renewed where it lies
  await village.press(own, 'Kommer');
  const form = await village.press(again, 'Endre sakslisten');
  await send(await village.press(form, 'Flytt ned', { sakId: firstSakIn(form) }), 'Send på nytt');
  await isSo(() => expect(counts()).toEqual([0, 0, 1, 2]));
  await isSo(() => expect(renewed.toSorted()).toEqual(['aud', 'siri']));
});
