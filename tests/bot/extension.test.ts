import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personIdFor } from '../../bot/identity.ts';
import { conversationIdFor } from '../../bot/ids.ts';
import { conversationDefinition } from '../../store/conversation/repository.ts';
import { entraKey } from '../../store/person/record.ts';
import { personDefinition } from '../../store/person/repository.ts';
import type { Sak } from '../../store/sak/record.ts';
import { sakDefinition, sakRepository } from '../../store/sak/repository.ts';
import { aChoice, aDialogInvoke, aMessage, type Fields, inGroup, OLA, TENANT_ID } from '../support/activities.ts';
import { type Platform, startPlatform } from '../support/platform.ts';
import { objectIdsOf, seedCommittee } from '../support/rounds.ts';
import { type Service, startService } from '../support/service.ts';

const CHANNEL = '19:utv@thread.tacv2';
const THREAD = inGroup(`${CHANNEL};messageid=1700000000000`, 'channel');
const STRANGE = inGroup('19:strange@thread.v2', 'groupChat');
const LINK = 'https://teams.microsoft.com/l/message/19%3Autv/1700000000000';
const [SECRETARY = '', MEMBER = ''] = objectIdsOf(2);

let platform: Platform;
let service: Service;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  const place = { tenantId: TENANT_ID, serviceUrl: platform.url, channelId: CHANNEL };
  service = await startService(platform, (engine) =>
    seedCommittee(engine, { ...place, seats: 3, prefix: 'extension' }),
  );
});
afterEach(async () => {
  await service.close();
  platform.reset();
});

type Button = { readonly type: string; readonly title: string; readonly data: Fields };
type Dialog = { readonly title: string; readonly card: string; readonly buttons: readonly Button[] };

/** What Teams is answered, as an object. */
const answerTo = async (activity: Fields, token?: string) => {
  const { status, text } = await service.post(activity, token);
  return { status, body: text === '' ? undefined : JSON.parse(text) };
};
/** Every object in a card that is a button. */
function buttonsIn(part: unknown): Button[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && String(part.type).startsWith('Action.') ? [part as Button] : [];
  return [...own, ...Object.values(part).flatMap(buttonsIn)];
}
/** The dialog that Teams is told to show. */
const dialogIn = ({ status, body }: Awaited<ReturnType<typeof answerTo>>): Dialog => {
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { task: { type: 'continue', value: { card: { contentType: 'application/vnd.microsoft.card.adaptive' } } } },
  });
  const { title, card } = body.task.value;
  return { title, card: JSON.stringify(card.content), buttons: buttonsIn(card.content) };
};
const message = (content = '<p>Ventetiden <b>øker</b>.</p>') => ({
  body: { contentType: 'html', content },
  linkToMessage: LINK,
  from: { user: { id: OLA, displayName: 'Ola Vik' } },
});
const choose = async (objectId = MEMBER, fields: Fields = THREAD, payload: unknown = message()) =>
  dialogIn(await answerTo(aChoice(platform.url, objectId, payload, fields)));
const submit = (
  { buttons }: Dialog,
  title: string,
  inputs: Fields = {},
  objectId = MEMBER,
  fields: Fields = THREAD,
) => {
  const button = buttons.find((one) => one.title === title);
  if (button === undefined) throw new Error(`no button «${title}» among ${buttons.map((one) => one.title)}`);
  const value = { commandId: 'meldSomSak', data: { ...button.data, ...inputs } };
  return answerTo(aDialogInvoke(platform.url, objectId, 'composeExtension/submitAction', value, fields));
};
const filled = { title: 'Ventetid i mottak', from: 'Kommune 1', background: 'Ventetiden øker.', proposal: '' };
/** Stops the bot, and gives what somebody has begun or proposed. */
const sakerOf = (objectId: string): Promise<readonly Sak[]> =>
  service.stored(async (engine) => {
    const saker = sakRepository(await engine.collection(sakDefinition));
    const personId = personIdFor(entraKey(TENANT_ID, objectId));
    return [...(await saker.draftsOf(personId)), ...(await saker.proposedBy(personId))];
  });

describe('«Meld som sak»', () => {
  test('on a message opens the form for the channel’s committee, with the message and who wrote it', async () => {
    const { title, card, buttons } = await choose();
    expect(title).toBe('Meld sak til UTV');
    expect(card).toContain('Ventetiden øker.\\n\\nFra en melding som Ola Vik skrev i Teams.');
    // the title stands above the card
    expect(card).not.toContain(title);
    // dialogs know no other buttons
    expect(new Set(buttons.map(({ type }) => type))).toEqual(new Set(['Action.Submit']));
    expect(await sakerOf(MEMBER)).toMatchObject([{ status: 'draft', source: { link: LINK } }]);
  });

  test('on one’s own message does not say twice who wrote it', async () => {
    const { card } = await choose(OLA, STRANGE);
    expect(card).toContain('Ventetiden øker.');
    expect(card).not.toContain('Fra en melding');
  });

  test('is sent from the dialog, and goes to the secretary alone, and to nobody where it was chosen', async () => {
    const preview = dialogIn(await submit(await choose(), 'Forhåndsvis', filled));
    expect(preview.card).toContain('Ventetid i mottak');
    const sent = dialogIn(await submit(preview, 'Send inn'));
    expect(sent.card).toContain('Venter på behandling');
    expect(sent.card).toContain('Du får et kort i chatten med meg');
    expect(platform.calls).toEqual([]);
    const [sak] = await sakerOf(MEMBER);
    expect(sak).toMatchObject({ status: 'proposed', title: 'Ventetid i mottak' });
    // in working hours, as nobody asked for it
    expect(sak?.outbox).toMatchObject([
      { kind: 'personal-card', personId: personIdFor(entraKey(TENANT_ID, SECRETARY)), view: { view: 'sak' } },
    ]);
  });

  test('keeps what was typed when something is missing, and says what', async () => {
    const again = dialogIn(await submit(await choose(), 'Forhåndsvis', { ...filled, title: ' ' }));
    expect(again.title).toBe('Meld sak til UTV');
    expect(again.card).toContain('Kommune 1');
    expect(await sakerOf(MEMBER)).toMatchObject([{ status: 'draft', typed: { from: 'Kommune 1' } }]);
  });

  test('opened twice by the same request makes one sak', async () => {
    const opening = aChoice(platform.url, MEMBER, message(), THREAD);
    expect(dialogIn(await answerTo(opening)).card).toBe(dialogIn(await answerTo(opening)).card);
    expect(await sakerOf(MEMBER)).toHaveLength(1);
  });

  test('takes a message as long as Teams has them, and shows that its text is kept', async () => {
    const text = 'Åpningstidene må ses på. '.repeat(1120).trim();
    const form = await choose(MEMBER, THREAD, message(`<p>${text}</p>`));
    expect(form.card).toContain('er tatt vare på');
    const preview = dialogIn(await submit(form, 'Forhåndsvis', { title: 'Åpningstider', from: 'Kommune 1' }));
    dialogIn(await submit(preview, 'Send inn'));
    const [sak] = await sakerOf(MEMBER);
    expect(sak?.background).toContain(text);
  });

  test('ends with a sentence when there is only that to say', async () => {
    const form = await choose();
    const preview = dialogIn(await submit(form, 'Forhåndsvis', filled));
    expect(await submit(preview, 'Send inn', { sakId: 'sak_annet' })).toEqual({
      status: 200,
      body: { task: { type: 'message', value: expect.any(String) } },
    });
  });

  test('is offered beside the field that one writes in, with nothing filled in', async () => {
    const { title, card } = dialogIn(await answerTo(aChoice(platform.url, MEMBER, undefined, THREAD)));
    expect(title).toBe('Meld sak til UTV');
    expect(card).not.toContain('Fra en melding');
  });
});

describe('where the bot was never added', () => {
  test('it opens for anybody in an allowed tenant, without asking Teams about them, and the chat is not kept', async () => {
    const form = await choose(OLA, STRANGE);
    expect(form.card).toContain('Ventetiden øker.');
    expect(platform.rosterCalls).toEqual([]);
    expect(platform.calls).toEqual([]);
    const [conversation, person] = await service.stored(async (engine) => [
      await (await engine.collection(conversationDefinition)).get(conversationIdFor(TENANT_ID, '19:strange@thread.v2')),
      await (await engine.collection(personDefinition)).get(personIdFor(entraKey(TENANT_ID, OLA))),
    ]);
    expect(conversation).toBeUndefined();
    expect(person).toMatchObject({ name: OLA });
  });

  test('the chat of two people is not taken for somebody’s chat with the bot', async () => {
    const conversation = { id: '19:kari_ola@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT_ID };
    await choose(OLA, { conversation });
    const person = await service.stored(async (engine) =>
      (await engine.collection(personDefinition)).get(personIdFor(entraKey(TENANT_ID, OLA))),
    );
    expect(person).not.toHaveProperty('reference');
  });

  test('nobody of another tenant opens anything', async () => {
    const foreign = { channelData: { tenant: { id: '99999999-5d0f-4f6f-8a53-0d3b8f1e0002' } } };
    expect(await answerTo(aChoice(platform.url, OLA, message(), { ...STRANGE, ...foreign }))).toEqual({ status: 403 });
  });
});

describe('a dialog', () => {
  test('of a button in a channel is private: it shows what is shown in the 1:1 chat', async () => {
    const value = { data: { msteams: { type: 'task/fetch' }, verb: 'sak.list' } };
    const { card } = dialogIn(await answerTo(aDialogInvoke(platform.url, MEMBER, 'task/fetch', value, THREAD)));
    expect(card).toContain('Saker');
    expect(platform.calls).toEqual([]);
  });

  test('goes on, and says a sentence when there is nothing more to show', async () => {
    const press = (data: Fields) => answerTo(aDialogInvoke(platform.url, MEMBER, 'task/submit', { data }, THREAD));
    dialogIn(await press({ verb: 'help.show' }));
    expect((await press({ verb: 'sak.withdraw', sakId: 'sak_annet' })).body.task.type).toBe('message');
    expect((await press({ verb: 'finnes.ikke' })).body.task.type).toBe('message');
  });

  test('of a command that there is not says a sentence', async () => {
    const value = { commandId: 'noeAnnet', commandContext: 'compose' };
    const { body } = await answerTo(aDialogInvoke(platform.url, MEMBER, 'composeExtension/fetchTask', value, THREAD));
    expect(body).toEqual({ task: { type: 'message', value: expect.any(String) } });
  });

  test('is opened by no one without a token', async () => {
    expect((await answerTo(aChoice(platform.url, MEMBER, message(), THREAD), 'x.y.z')).status).toBe(401);
    expect(await sakerOf(MEMBER)).toEqual([]);
  });

  test('leaves the 1:1 chat as it is', async () => {
    await service.post(aMessage(platform.url, OLA, 'hjelp'));
    await choose(OLA, STRANGE);
    const person = await service.stored(async (engine) =>
      (await engine.collection(personDefinition)).get(personIdFor(entraKey(TENANT_ID, OLA))),
    );
    expect(person?.reference?.conversationId).toBe(`a:${OLA}`);
  });
});
