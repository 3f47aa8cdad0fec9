import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { idFrom } from '../../bot/ids.ts';
import { demoCommittees } from '../../bot/local/demo-committees.ts';
import { demoSaker } from '../../bot/local/demo-saker.ts';
import { type Budgets, TEAMS_BUDGETS } from '../../bot/local/invoker.ts';
import { type Room, startRoom } from '../../bot/local/room.ts';
import type { WireMessage } from '../../bot/local/wire.ts';
import { type Bot, startBot } from '../../bot/main.ts';
import { openRecords } from '../../bot/records.ts';
import type { Card } from '../../cards/elements.ts';
import type { Engine } from '../../store/engine/engine.ts';
import { buttonOf, inputsOf } from './cards.ts';
import { freePort } from './process.ts';
import { wholeChat } from './room.ts';
import { withStore } from './rounds.ts';

const PATIENCE_MS = 8000;
/** A Monday at 09.00 in Oslo. */
const MONDAY = new Date('2026-03-02T08:00:00Z');

export type Village = {
  readonly room: Room;
  /** The bot is gone; the room stays. */
  readonly stopBot: () => Promise<void>;
  readonly startBot: () => Promise<void>;
  /** Writes to the bot and waits for the card that answers. */
  readonly say: (person: string, text: string) => Promise<Seen>;
  /** Presses a button on this card, wherever it is, and gives what the person sees then. */
  readonly press: (seen: Seen, title: string, inputs?: Readonly<Record<string, string>>) => Promise<Seen>;
  /** The newest card of a person that says this, once there is one. */
  readonly sees: (person: string, words: string) => Promise<Seen>;
  /** All that this person has been sent, now. */
  readonly chat: (person: string) => readonly WireMessage[];
  /** All messages in a committee's channel (`ssu`, `fsu-bu`): as the bot sent them, or as this member sees them. */
  readonly channel: (committee: string, person?: string) => readonly WireMessage[];
  /** The newest card in a committee's channel that says this, as this member sees it, once there is one. */
  readonly seesIn: (committee: string, person: string, words: string) => Promise<Seen>;
  /** Writes to the bot in a committee's channel and waits for the card that answers there. */
  readonly sayIn: (committee: string, person: string, text: string) => Promise<Seen>;
  /** Drops a file into the 1:1 chat and waits for the card that answers. */
  readonly drop: (person: string, name: string, bytes: Uint8Array) => Promise<Seen>;
  /** The newest file that the bot offers a person and that waits for an answer, once there is one. */
  readonly offered: (person: string) => Promise<Offered>;
  /** Takes an offered file, and gives its bytes once it lies in the chat. */
  readonly accept: (person: string, offered: Pick<Offered, 'messageId'>) => Promise<Buffer>;
  readonly decline: (person: string, offered: Pick<Offered, 'messageId'>) => Promise<void>;
  readonly moveTo: (time: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
/** A card as somebody sees it; or, when a press was answered with a sentence, that. */
export type Seen = { readonly person: string; readonly messageId: string; readonly card: Card; readonly said?: string };

/** A file that the bot offers somebody. */
export type Offered = {
  readonly person: string;
  readonly messageId: string;
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
};

/** Takes the demo's meeting and saker out of the plan: what a test plans is all there is. */
async function emptyPlan(engine: Engine): Promise<void> {
  const { meetings, saker } = await openRecords(engine);
  for (const { comingIn: _in, ...meeting } of await meetings.coming(['committee_ssu']))
    await meetings.collection.replace(
      { ...meeting, keys: [], state: 'cancelled', version: meeting.version + 1 },
      meeting.version,
    );
  for (const { key } of demoSaker) {
    const sak = await saker.collection.get(idFrom('sak', 'demo', key));
    if (sak === undefined) continue;
    const { openIn: _open, likeness: _words, ...rest } = sak;
    await saker.collection.replace({ ...rest, status: 'withdrawn', version: sak.version + 1 }, sak.version);
  }
}

/**
 * The room and the bot of local mode, as `npm start` runs them, in one process and with data of their own. `budgets`: how
 * long the room waits for the bot; as long as Teams does when nothing is said.
 */
export async function startVillage(now = MONDAY, budgets: Budgets = TEAMS_BUDGETS): Promise<Village> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-village-'));
  const port = await freePort();
  const room = await startRoom({ port: 0, botUrl: `http://127.0.0.1:${port}`, now, budgets });
  const start = () =>
    startBot(
      readConfig({ PORT: String(port), ROOM_PORT: String(room.port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }, []),
    );
  let bot: Bot | undefined = await start();
  await withStore(dataDir, emptyPlan);

  const chatIdOf = (committee: string) => {
    const found = demoCommittees.find(({ key }) => key === committee);
    if (found === undefined) throw new Error(`no committee ${committee}`);
    return found.chatId;
  };
  const chat = (person: string, chatId?: string) => wholeChat(room, room.api.person(person), chatId);
  const fromBot = (person: string, chatId?: string) =>
    chat(person, chatId).filter(({ from, card }) => from === 'bot' && card !== undefined);
  const seen = (person: string, message: WireMessage): Seen => ({
    person,
    messageId: message.id,
    card: message.card as Card,
  });
  const message = (person: string, messageId: string): WireMessage => {
    const found = room.world.message(messageId);
    if (found === undefined) throw new Error('the message is gone');
    return room.world.seenBy(found, person);
  };
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; ) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`still waiting for ${what}`);
  };

  /** The card that the bot answers with, in a chat, to what somebody does there. */
  const answerTo = async (what: string, person: string, act: () => Promise<unknown>, chatId?: string) => {
    const before = fromBot(person, chatId).length;
    await act();
    return until(`an answer to ${what}`, () => {
      const answer = fromBot(person, chatId)[before];
      return answer && seen(person, answer);
    });
  };
  const sees = (person: string, words: string, chatId?: string) =>
    until(`${person} to see «${words}»`, () => {
      const found = fromBot(person, chatId).findLast(({ card }) =>
        JSON.stringify(card).replaceAll('\\\\', '').includes(words),
      );
      return found && seen(person, found);
    });
  const answerOffer = async (person: string, messageId: string, accepts: boolean) => {
    const answer = await room.api.answerOffer(person, messageId, accepts);
    if (answer.kind === 'failed') throw new Error(answer.text);
  };

  return {
    room,
    chat: (person) => chat(person),
    stopBot: async () => {
      await bot?.stop();
      bot = undefined;
    },
    startBot: async () => {
      bot = await start();
    },
    say: (person, text) => answerTo(`«${text}»`, person, () => room.api.say(person, text)),
    press: async ({ person, messageId, card }, title, inputs = {}) => {
      const { verb, data } = buttonOf(card, title);
      const answer = await room.api.press(person, messageId, {
        type: 'Action.Execute',
        verb,
        data: { ...data, ...inputs },
      });
      if (answer.kind === 'failed') throw new Error(answer.text);
      return { ...seen(person, message(person, messageId)), ...(answer.kind === 'message' && { said: answer.text }) };
    },
    sees: (person, words) => sees(person, words),
    channel: (committee, person) => {
      const { memberIds = [] } = room.world.roster.conversation(chatIdOf(committee)) ?? {};
      const shown = chat(person ?? memberIds[0] ?? '', chatIdOf(committee));
      return person === undefined ? shown.map(({ id }) => message('', id)) : shown;
    },
    seesIn: (committee, person, words) => sees(person, words, chatIdOf(committee)),
    sayIn: (committee, person, text) => {
      const chatId = chatIdOf(committee);
      return answerTo(`«${text}»`, person, () => room.api.say(person, text, chatId), chatId);
    },
    drop: (person, name, bytes) => answerTo(`«${name}»`, person, () => room.api.drop(person, name, bytes)),
    offered: (person) =>
      until(`a file for ${person}`, () => {
        const found = chat(person).findLast(({ offer }) => offer !== undefined && offer.answer === undefined);
        if (found?.offer === undefined) return undefined;
        const { name, description, bytes } = found.offer;
        return { person, messageId: found.id, name, description, bytes };
      }),
    accept: async (person, { messageId }) => {
      await answerOffer(person, messageId, true);
      const { id } = await until('the file to lie in the chat', () => room.world.message(messageId)?.file);
      return Buffer.from(room.files.find(id)?.bytes ?? []);
    },
    decline: (person, { messageId }) => answerOffer(person, messageId, false),
    moveTo: async (time) => {
      if (!room.clock.moveTo(new Date(time))) throw new Error(`${time} is past`);
      // a bot that is away hears it when it is back
      if (bot === undefined) return;
      const { botFollows } = await room.clock.settled();
      if (!botFollows) throw new Error('the bot does not follow the clock');
    },
    close: async () => {
      await bot?.stop();
      await room.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What a form has in it, as somebody who changes nothing would send it. */
export function filledIn({ card }: Seen): Record<string, string> {
  return Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));
}

/** The secretary sends the demo's draft, with this deadline at 15.00. Gives the card that shows where it stands. */
export async function sendDraft(village: Village, deadlineOn = '2026-03-09'): Promise<Seen> {
  const overview = await village.say('aud', 'referat');
  const form = await village.press(overview, 'Fortsett på utkastet');
  const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), deadlineOn });
  return village.press(preview, 'Send på e-postrunde');
}
