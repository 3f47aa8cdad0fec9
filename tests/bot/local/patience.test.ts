import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCardMessage, anOffer, chatPath, KARI, openRoom, type TestRoom, wholeChat } from '../../support/room.ts';
import { aGate } from '../../support/worker.ts';

let open: TestRoom;
let gate: ReturnType<typeof aGate>;
beforeEach(async () => {
  open = await openRoom({ budgets: { invokeMs: 600, messageMs: 800 } });
  gate = aGate();
});
afterEach(async () => {
  gate.open();
  await open.close();
});

const heard = () => open.bot.heard.map(({ activity }) => activity).filter(({ type }) => type !== 'event');
const ids = () => heard().map(({ id }) => id);
const post = async (message: object = aCardMessage('Trykk her')) => {
  const { body } = await open.connector('POST', `${chatPath(KARI)}/activities`, message);
  return (body as { readonly id: string }).id;
};
const press = (message: string, action: object) => open.page('press', { person: 'kari', message, action });
const execute = { type: 'Action.Execute', verb: 'x' };
/** The bot is silent the first so many times, as long as the test goes on; then it answers this. */
const silent = (times: number, body?: unknown) => {
  let left = times;
  open.bot.answer = async ({ type }) => {
    if (type !== 'event' && left-- > 0) await gate.passed;
    return { body };
  };
};
const sentence = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Registrert.' };

describe('a press that is not answered in time', () => {
  test('is sent twice more as it was, and then it went wrong', async () => {
    const message = await post();
    silent(9);
    expect((await press(message, execute)).body).toEqual({ kind: 'failed', text: 'Noe gikk galt. Prøv igjen.' });
    expect(heard()).toHaveLength(3);
    expect(new Set(ids()).size).toBe(1);
    const [first, , third] = heard();
    expect(third).toEqual(first);
  });

  test.each([1, 2])('is answered at last when only %i answers were late', async (late) => {
    const message = await post();
    silent(late, sentence);
    expect((await press(message, execute)).body).toEqual({ kind: 'message', text: 'Registrert.' });
    expect(heard()).toHaveLength(late + 1);
  });

  test('takes no notice of what comes too late', async () => {
    const message = await post();
    silent(9, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } });
    await press(message, execute);
    gate.open();
    await open.page('say', { person: 'kari', text: 'etterpå' });
    expect(wholeChat(open.room, KARI)[0]).not.toHaveProperty('answered');
  });

  test('is one of a dialog or of a file’s question just as well', async () => {
    const [card, offer] = [await post(), await post(anOffer('Kvittering.docx', 10))];
    silent(9);
    await press(card, { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
    await open.page('offer', { person: 'kari', message: offer, accept: false });
    expect(heard().map(({ name }) => name)).toEqual([
      ...Array(3).fill('task/fetch'),
      ...Array(3).fill('fileConsent/invoke'),
    ]);
  });
});

test.each([500, 503, 404])('a press that is refused with %i is not sent again', async (status) => {
  const message = await post();
  open.bot.answer = () => ({ status });
  expect((await press(message, execute)).body).toMatchObject({ kind: 'failed' });
  expect(heard()).toHaveLength(1);
});

describe('a message that is not answered in time', () => {
  test('is sent once more as it was, and arrives then', async () => {
    silent(1);
    const { body } = await open.page('say', { person: 'kari', text: 'hjelp' });
    expect(body).toMatchObject({ delivered: true });
    expect(heard()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
    expect(wholeChat(open.room, KARI)).toHaveLength(1);
  });

  test('twice, has not been delivered', async () => {
    silent(9);
    expect((await open.page('say', { person: 'kari', text: 'hjelp' })).body).toMatchObject({ delivered: false });
    expect(heard()).toHaveLength(2);
    expect(wholeChat(open.room, KARI)).toMatchObject([{ state: 'failed' }]);
  });

  test('is one of an old client’s button just as well', async () => {
    const message = await post();
    silent(1);
    expect((await press(message, { type: 'Action.Submit', data: { verb: 'x' } })).body).toEqual({ kind: 'sent' });
    expect(new Set(ids()).size).toBe(1);
    expect(heard()).toHaveLength(2);
  });
});

describe('a planned fault on the way to the bot', () => {
  test.each(['parallel', 'after'] as const)(
    'delivers the same activity twice (%s), and the first answer counts',
    async (twice) => {
      const message = await post();
      open.room.faults.addForBot({ twice });
      let answers = 0;
      open.bot.answer = () => ({ body: { ...sentence, value: `Svar ${++answers}` } });
      expect((await press(message, execute)).body).toMatchObject({
        kind: 'message',
        text: expect.stringContaining('Svar'),
      });
      expect(heard()).toHaveLength(2);
      expect(heard()[1]).toEqual(heard()[0]);
      await press(message, execute);
      expect(heard()).toHaveLength(3);
    },
  );

  test('loses the answer of a bot that has heard it', async () => {
    const message = await post();
    silent(0, sentence);
    open.room.faults.addForBot({ lost: true });
    expect((await press(message, execute)).body).toMatchObject({ kind: 'failed' });
    expect(heard()).toHaveLength(1);
  });

  test('lets the answer come too late, so that the same is sent again', async () => {
    const message = await post();
    silent(0, sentence);
    open.room.faults.addForBot({ late: true });
    expect((await press(message, execute)).body).toEqual({ kind: 'message', text: 'Registrert.' });
    expect(new Set(ids()).size).toBe(1);
    expect(heard()).toHaveLength(2);
  });

  test('leaves the clock alone, which is not Teams’ own', async () => {
    open.room.faults.addForBot({ lost: true });
    expect((await open.page('clock', { advance: 'hour' })).body).toMatchObject({ botFollows: true });
    expect(open.room.faults.list()).toHaveLength(1);
  });
});

test.each([
  { on: 'connector', status: 200 },
  { on: 'connector', lost: true },
  { on: 'bot', status: 500 },
  { on: 'bot', times: 0 },
  { on: 'elsewhere' },
  { on: 'connector', delayMs: 3_600_000 },
])('%j is no fault that can be planned', async (fault) => {
  expect((await open.page('faults', fault)).status).toBe(400);
  expect(open.room.faults.list()).toEqual([]);
});
