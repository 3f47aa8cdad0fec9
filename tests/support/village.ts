import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { type Room, startRoom } from '../../bot/local/room.ts';
import type { WireMessage } from '../../bot/local/wire.ts';
import { type Bot, startBot } from '../../bot/main.ts';
import type { Card } from '../../cards/elements.ts';
import { buttonOf, inputsOf } from './cards.ts';
import { freePort } from './process.ts';

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
  /** Presses a button on this card and gives what the person sees then. */
  readonly press: (seen: Seen, title: string, inputs?: Readonly<Record<string, string>>) => Promise<Seen>;
  /** The newest card of a person that says this, once there is one. */
  readonly sees: (person: string, words: string) => Promise<Seen>;
  /** All that this person has been sent, now. */
  readonly chat: (person: string) => readonly WireMessage[];
  readonly moveTo: (time: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
/** A card as somebody sees it; or, when a press was answered with a sentence, that. */
export type Seen = { readonly person: string; readonly messageId: string; readonly card: Card; readonly said?: string };

/** The room and the bot of local mode, as `npm start` runs them, in one process and with data of their own. */
export async function startVillage(now = MONDAY): Promise<Village> {
  const dataDir = await mkdtemp(join(tmpdir(), 'utvalgsbot-village-'));
  const port = await freePort();
  const room = await startRoom({ port: 0, botUrl: `http://127.0.0.1:${port}`, now });
  const start = () =>
    startBot(
      readConfig({ PORT: String(port), ROOM_PORT: String(room.port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }, []),
    );
  let bot: Bot | undefined = await start();

  const chat = (person: string) => room.world.chatOf(room.api.person(person));
  const fromBot = (person: string) => chat(person).filter(({ from, card }) => from === 'bot' && card !== undefined);
  const seen = (person: string, message: WireMessage): Seen => ({
    person,
    messageId: message.id,
    card: message.card as Card,
  });
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; ) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`still waiting for ${what}`);
  };

  return {
    room,
    chat,
    stopBot: async () => {
      await bot?.stop();
      bot = undefined;
    },
    startBot: async () => {
      bot = await start();
    },
    say: async (person, text) => {
      const before = fromBot(person).length;
      await room.api.say(person, text);
      return until(`an answer to «${text}»`, () => {
        const answer = fromBot(person)[before];
        return answer && seen(person, answer);
      });
    },
    press: async ({ person, messageId, card }, title, inputs = {}) => {
      const { verb, data } = buttonOf(card, title);
      const answer = await room.api.press(person, messageId, {
        type: 'Action.Execute',
        verb,
        data: { ...data, ...inputs },
      });
      if (answer.kind === 'failed') throw new Error(answer.text);
      const message = chat(person).find(({ id }) => id === messageId) as WireMessage;
      return { ...seen(person, message), ...(answer.kind === 'message' && { said: answer.text }) };
    },
    sees: (person, words) =>
      until(`${person} to see «${words}»`, () => {
        const message = fromBot(person).findLast(({ card }) =>
          JSON.stringify(card).replaceAll('\\\\', '').includes(words),
        );
        return message && seen(person, message);
      }),
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
