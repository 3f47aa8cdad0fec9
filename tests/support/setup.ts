import { expect, vi } from 'vitest';
import type { Card } from '../../cards/elements.ts';
import {
  APP_ID,
  aMessage,
  anActivity,
  anInstall,
  aPress,
  chatOf,
  type Fields,
  inGroup,
  TENANT_ID,
} from './activities.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf } from './cards.ts';
import { type Answer, post } from './load.ts';
import type { Member, Platform } from './platform.ts';

/** Somebody in Teams; their ids follow from a number. */
export type Someone = { readonly objectId: string; readonly name: string; readonly email: string };

export function someone(
  n: number,
  name: string,
  email = `${name.toLowerCase().replace(/\W+/g, '.')}@eksempel.no`,
): Someone {
  return { objectId: `5eed0000-0000-4000-8000-${String(n).padStart(12, '0')}`, name, email };
}

/** A member as Teams lists them. */
export function aMember({ objectId, name, email }: Someone, fields: Fields = {}): Member {
  return {
    id: `29:${objectId}`,
    objectId,
    name,
    email,
    userPrincipalName: email,
    tenantId: TENANT_ID,
    userRole: 'user',
    ...fields,
  };
}

const fromOf = ({ objectId, name }: Someone) => ({ id: `29:${objectId}`, aadObjectId: objectId, name });

/** A card in somebody's chat, or what a press got back. */
export type Seen = { readonly card?: Card; readonly said?: string };

export type Group = { readonly id: string; readonly kind?: 'groupChat' | 'channel'; readonly name?: string };

/** People who speak to a deployed bot, as Teams would pass it on. */
export function theTeams(platform: Platform, port: () => number) {
  const send = async (activity: Fields): Promise<Answer> => {
    const answer = await post(port(), { body: JSON.stringify(activity), token: await platform.token() });
    expect(answer.status).toBe(200);
    return answer;
  };
  const place = (group?: Group): Fields =>
    group ? inGroup(group.id, group.kind ?? 'groupChat', group.name ? { name: group.name } : {}) : {};
  /** Cards that the bot posted or renewed in a conversation, in order. */
  const cardsIn = (conversationId: string): Card[] =>
    platform.calls
      .filter(({ path }) => decodeURIComponent(path).startsWith(`/v3/conversations/${conversationId}/activities`))
      .flatMap(({ body }) => JSON.parse(body).attachments?.[0]?.content ?? []);
  const seesIn = (conversationId: string, words: string): Promise<Card> =>
    vi.waitFor(() => {
      const found = cardsIn(conversationId).findLast((card) =>
        JSON.stringify(card).replaceAll('\\\\', '').includes(words),
      );
      if (found === undefined)
        throw new Error(
          `no «${words}» in ${conversationId}: ${cardsIn(conversationId)
            .map((card) => JSON.stringify(card.body))
            .join('\n')}`,
        );
      expectValidCard(found);
      return found;
    }, 8000);
  const pressed = (answer: Answer): Seen => {
    const { type, value } = JSON.parse(answer.text);
    if (type !== 'application/vnd.microsoft.card.adaptive') return { said: value };
    expectValidCard(value);
    return { card: value };
  };
  const write = (who: Someone, text: string, group?: Group) =>
    send(aMessage(platform.url, who.objectId, text, { from: fromOf(who), ...place(group) }));
  /** The next card in somebody's 1:1 chat, after they have done something. */
  const next = async (who: Someone, act: () => Promise<unknown>): Promise<Card> => {
    const chat = chatOf(who.objectId);
    const before = cardsIn(chat).length;
    await act();
    return vi.waitFor(() => {
      const card = cardsIn(chat)[before];
      if (card === undefined) throw new Error(`nothing new for ${who.name}`);
      expectValidCard(card);
      return card;
    }, 8000);
  };
  return {
    send,
    cardsIn,
    write,
    /** Writes to the bot, in the 1:1 chat or elsewhere, and gives the next card in the 1:1 chat. */
    ask: (who: Someone, text: string, group?: Group) => next(who, () => write(who, text, group)),
    seesIn,
    /** The newest card with these words in somebody's 1:1 chat. */
    sees: ({ objectId }: Someone, words: string) => seesIn(chatOf(objectId), words),
    install: (who: Someone, group?: Group, fields: Fields = {}) =>
      send(anInstall(platform.url, who.objectId, 'add', { from: fromOf(who), ...place(group), ...fields })),
    /** What Teams also sends when the bot is added. */
    addBot: (who: Someone, group: Group) =>
      send(
        anActivity(platform.url, who.objectId, {
          type: 'conversationUpdate',
          from: fromOf(who),
          membersAdded: [{ id: `28:${APP_ID}` }],
          ...place(group),
        }),
      ),
    /** Presses a button on a card, with what stands in its inputs and what is typed into them. */
    press: async (who: Someone, card: Card, title: string, typed: Fields = {}, group?: Group): Promise<Seen> => {
      const { data, associatedInputs } = buttonOf(card, title);
      const inputs = associatedInputs === 'none' ? {} : { ...filledIn(card), ...typed };
      return pressed(
        await send(aPress(platform.url, who.objectId, { ...data, ...inputs }, { from: fromOf(who), ...place(group) })),
      );
    },
  };
}
export type TheTeams = ReturnType<typeof theTeams>;

/** What a form has in it, as somebody who changes nothing would send it. */
export function filledIn(card: Card): Record<string, string> {
  return Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));
}

/** The card of an answer that must be one. */
export function shown({ card, said }: Seen): Card {
  if (card === undefined) throw new Error(`a sentence, no card: ${said}`);
  return card;
}

/**
 * Sets up a committee for a chat through the bot, by whoever is the first of its members, and gives the card that shows
 * it. `lines`: its members as typed.
 */
export async function setUp(
  teams: TheTeams,
  who: Someone,
  group: Group,
  lines: readonly string[],
  chosen: Fields = {},
): Promise<Card> {
  const form = await teams.ask(who, 'oppsett', group);
  const typed = { name: 'Strategisk utvalg', shortName: 'SU', members: lines.join('\n'), ...chosen };
  const preview = shown(await teams.press(who, form, 'Forhåndsvis', typed));
  return shown(await teams.press(who, preview, 'Opprett utvalget'));
}

export const titlesOf = (card: Card) => buttonsOf(card).map(({ title }) => title);

/**
 * Opens a 1:1 chat for whoever has the app, at the address it would have, and takes everything else. `without`: those
 * who have not added the app.
 */
export function answersFor(platform: Platform, without: readonly Someone[] = []): void {
  platform.answer(({ method, path, body }) => {
    if (method !== 'POST' || path !== '/v3/conversations')
      return { status: 201, body: { id: `activity-${platform.sent()}` } };
    const [{ id: memberId = '' } = {}] = JSON.parse(body).members ?? [];
    if (without.some(({ objectId }) => objectId === memberId))
      return { status: 403, body: { error: { code: 'ForbiddenOperationException', message: 'not installed' } } };
    return { status: 201, body: { id: chatOf(memberId) } };
  });
}
