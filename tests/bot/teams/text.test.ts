import { describe, expect, test } from 'vitest';
import { commandText } from '../../../bot/teams/text.ts';

const BOT = '28:bot';
const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } });

describe('what was written to the bot', () => {
  test.each<[string, string, unknown, string]>([
    ['as it stands', 'referat', undefined, 'referat'],
    ['without white space around it', '  referat \r\n', [], 'referat'],
    ['without the mention of the bot', '<at>Utvalgsbot</at> referat', [mention(BOT, '<at>Utvalgsbot</at>')], 'referat'],
    ['without a mention of it at the end', 'hjelp <at>Bot</at>', [mention(BOT, '<at>Bot</at>')], 'hjelp'],
    [
      "with others' names",
      '<at>Bot</at> spør <at>Kari</at>',
      [mention(BOT, '<at>Bot</at>'), mention('29:k', '<at>Kari</at>')],
      'spør Kari',
    ],
    ['without the first mention when no ids are said', '<at>Utvalgsbot</at>&nbsp;hjelp', undefined, 'hjelp'],
    [
      "with somebody else's mention when ids are said",
      '<at>Kari</at> hjelp',
      [mention('29:k', '<at>Kari</at>')],
      'Kari hjelp',
    ],
    [
      'with entities as what they stand for',
      'Sak&nbsp;1 &lt;2&gt; &amp;lt; &quot;&#39;',
      undefined,
      'Sak 1 <2> &lt; "\'',
    ],
    ['with hard spaces as spaces', 'send\u00a0referat', undefined, 'send referat'],
    ['without more than its mention: nothing', '<at>Utvalgsbot</at>', [mention(BOT, '<at>Utvalgsbot</at>')], ''],
  ])('is read %s', (_how, text, entities, read) => {
    expect(commandText(text, entities, BOT)).toBe(read);
  });

  test.each<[string, unknown]>([
    ['no list', { type: 'mention' }],
    ['of other kinds', [null, 1, 'mention', { type: 'clientInfo' }, []]],
    ['without the mentioned', [{ type: 'mention', text: '<at>x</at>' }]],
    ['with an empty text', [mention(BOT, '')]],
    ['with a text that is none', [{ type: 'mention', text: 7, mentioned: { id: BOT } }]],
  ])('is read though its entities are odd: %s', (_what, entities) => {
    expect(commandText('hjelp', entities, BOT)).toBe('hjelp');
  });

  test('is searched for the first two hundred mentions, and no more', () => {
    const others = Array.from({ length: 199 }, () => mention('29:k', 'e'));
    const bot = mention(BOT, '<at>Bot</at>');
    expect(commandText('<at>Bot</at> hjelp', [...others, bot], BOT)).toBe('hjelp');
    expect(commandText('<at>Bot</at> hjelp', [...others, others[0], bot], BOT)).toBe('Bot hjelp');
  });

  test('is taken as said when it has a pattern in it', () => {
    expect(commandText('<at>$&</at> $& hjelp', [mention(BOT, '<at>$&</at>')], BOT)).toBe('$& hjelp');
  });
});
