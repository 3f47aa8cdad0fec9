import type { WireMessage, WirePage } from '../wire.ts';

/** What is known of a chat: an unbroken run of messages up to the newest, and whether there are any before them. */
export type History = WirePage;

/** The newest page anew, as after the line was broken; older messages are kept when they still join on to it. */
export function withNewest(known: History, page: WirePage): History {
  const first = page.messages[0]?.id;
  const joint = known.messages.findIndex(({ id }) => id === first);
  if (joint <= 0) return page;
  return { messages: [...known.messages.slice(0, joint), ...page.messages], earlier: known.earlier };
}

/** A page of what came before the oldest known, or of older ones that may have changed since. */
export function withOlder(known: History, page: WirePage): History {
  const news = new Map(page.messages.map((message) => [message.id, message]));
  const oldest = Number(known.messages[0]?.id ?? Number.POSITIVE_INFINITY);
  const before = page.messages.filter(({ id }) => Number(id) < oldest);
  return {
    messages: [...before, ...known.messages.map((message) => news.get(message.id) ?? message)],
    earlier: before.length > 0 || page.messages.length === 0 ? page.earlier : known.earlier,
  };
}

/** A message that is new, or that takes the place of the one with its id. */
export function withMessage({ messages, earlier }: History, message: WireMessage): History {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at < 0) return { messages: [...messages, message], earlier };
  return { messages: messages.with(at, message), earlier };
}

/** A part of the history, by index. */
export type Range = { readonly from: number; readonly to: number };
/** How many messages are on the screen at most, and how many come at a time. */
const MOST = 150;
const STEP = 50;

/** The last few. */
export function atEnd(count: number): Range {
  return { from: Math.max(0, count - STEP), to: count };
}

/** Further back, by one step; what is then too far ahead goes. */
export function further({ from, to }: Range): Range {
  const start = Math.max(0, from - STEP);
  return { from: start, to: Math.min(to, start + MOST) };
}

/** Ahead again, by one step. */
export function ahead({ from, to }: Range, count: number): Range {
  const end = Math.min(count, to + STEP);
  return { from: Math.max(from, end - MOST), to: end };
}

/** The same messages, after the history has changed before or among them; the last few when they are gone. */
export function sameAs(first: string | undefined, last: string | undefined, messages: readonly WireMessage[]): Range {
  const from = messages.findIndex(({ id }) => id === first);
  const to = messages.findIndex(({ id }) => id === last) + 1;
  return from < 0 || to === 0 ? atEnd(messages.length) : { from, to };
}
