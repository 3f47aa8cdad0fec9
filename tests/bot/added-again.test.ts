import { afterEach, beforeEach, expect, test } from 'vitest';
import { roundText } from '../../cards/text/round.ts';
import { wordsOf } from '../support/cards.ts';
import { until } from '../support/process.ts';
import { askRoom } from '../support/room-client.ts';
import { sendDraft, startVillage, type Village } from '../support/village.ts';

const ASK = 'Til godkjenning';
const PATIENCE = { timeout: 20_000 };

let village: Village;
let refused: string[];
beforeEach(async () => {
  village = await startVillage();
  refused = [];
  village.room.log.onLine(({ direction, status, who, what }) => {
    if (direction === 'from-bot' && status === 403) refused.push(`${who}: ${what}`);
  });
});
afterEach(() => village.close());

const install = (installed: boolean) => askRoom(village.room.url, 'install', { person: 'ingrid', installed });
/** The bot's cards in Ingrid's 1:1 chat that say this. */
const cards = (words: string) =>
  village.chat('ingrid').filter(({ from, card }) => from === 'bot' && JSON.stringify(card ?? '').includes(words));
const isTrue = (look: () => boolean) =>
  until(async () => {
    if (!look()) throw new Error('not yet');
  });

test(
  'whoever removes the app and adds it again has one card of a running round, and answers on it',
  PATIENCE,
  async () => {
    await sendDraft(village);
    const asked = await village.sees('ingrid', ASK);
    await install(false);
    await install(true);
    await village.sees('ingrid', 'Meld sak');
    await isTrue(() => cards(ASK).some(({ edited }) => edited === true));
    expect(cards(ASK).map(({ id }) => id)).toEqual([asked.messageId]);
    await install(false);
    await install(true);
    const receipt = await village.press(await village.sees('ingrid', ASK), 'Godkjenn');
    expect(receipt.messageId).toBe(asked.messageId);
    expect(wordsOf(receipt.card)).toContain('Du godkjente');
    expect(refused).toEqual([]);
  },
);

test(
  'a reminder that could not be sent while the app was gone comes when it is back, once, and no second card',
  PATIENCE,
  async () => {
    await sendDraft(village);
    const asked = await village.sees('ingrid', ASK);
    const other = await village.sees('siri', ASK);
    const reminder = roundText.reminder({ deadline: new Date('2026-03-09T14:00:00Z') } as never);
    await install(false);
    await village.moveTo('2026-03-05T07:00:01Z');
    await village.sees('siri', reminder);
    await isTrue(() => refused.length === 1);
    // the round has noted that refusal by the time that it has noted this answer
    await village.press(other, 'Godkjenn');
    expect(cards(reminder)).toEqual([]);
    await install(true);
    await village.sees('ingrid', reminder);
    await isTrue(() => cards(ASK).some(({ edited }) => edited === true));
    expect([cards(ASK), cards(reminder)].map(({ length }) => length)).toEqual([1, 1]);
    expect(cards(ASK)[0]?.id).toBe(asked.messageId);
  },
);
