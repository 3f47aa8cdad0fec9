import type { RoomEvent, Snapshot, WireMessage, WirePerson } from '../wire.ts';
import { ClockBar } from './clock-bar.ts';
import { firstDeadline } from './deadline.ts';
import { el } from './dom.ts';
import { keepPageFromDrops } from './drop.ts';
import { LogPanel } from './log-panel.ts';
import { PeopleList, type Side } from './people.ts';
import { PersonView } from './person.ts';
import { Stream } from './stream.ts';

/** Who is shown where, in which channel; kept in the address, so that a page can be opened again as it was. */
const asked = new URLSearchParams(location.hash.slice(1));
const shown: Record<Side, string> = { left: asked.get('v') ?? '', right: asked.get('h') ?? '' };
const channels: Readonly<Record<Side, string>> = { left: asked.get('vk') ?? '', right: asked.get('hk') ?? '' };
const persons = new Map<string, WirePerson>();
const views = new Map<string, PersonView>();
/** By person, and then by chat. */
const messages = new Map<string, Readonly<Record<string, readonly WireMessage[]>>>();

const people = new PeopleList(pick);
const clock = new ClockBar(() => firstDeadline([...messages.values()].flatMap(Object.values).flat(), clock.now()));
const log = new LogPanel((id) => persons.get(id)?.name ?? id);
const panes: Readonly<Record<Side, HTMLElement>> = {
  left: el('div', { class: 'pane', id: 'pane-left' }),
  right: el('div', { class: 'pane', id: 'pane-right' }),
};
const tabs: Readonly<Record<Side, HTMLButtonElement>> = { left: tab('left'), right: tab('right') };
const banner = el('p', { class: 'banner', role: 'status' });
const stage = el('div', { class: 'stage', 'data-front': 'left' }, panes.left, panes.right);
const switcher = el(
  'div',
  { class: 'switcher', role: 'group', 'aria-label': 'Hvilken chat som vises' },
  tabs.left,
  tabs.right,
);
const chooser = el('details', { class: 'chooser', open: true }, el('summary', {}, 'Velg person'), people.element);
let lost = false;
let botAnswers = true;

const stream = new Stream({
  onSnapshot,
  onEvent,
  onState: (connected) => {
    lost = !connected;
    showBanner();
  },
});

document.body.append(
  el(
    'header',
    { class: 'top' },
    el('h1', {}, 'Prøverommet'),
    el('p', { class: 'tagline' }, 'Utvalgsbot med oppdiktede personer. Ingenting forlater maskinen.'),
    clock.element,
    log.toggle,
  ),
  banner,
  el('main', {}, chooser, switcher, stage, log.element),
);
const narrow = window.matchMedia('(max-width: 60rem)');
const fold = () => {
  chooser.open = !narrow.matches;
};
narrow.addEventListener('change', fold);
fold();
keepPageFromDrops();
stream.show([shown.left, shown.right].filter(Boolean));

function onSnapshot(snapshot: Snapshot): void {
  persons.clear();
  for (const person of snapshot.persons) persons.set(person.id, person);
  for (const [id, chats] of Object.entries(snapshot.chats)) {
    const newest = Object.fromEntries(Object.entries(chats).map(([chat, page]) => [chat, page.messages]));
    messages.set(id, newest);
    views.get(id)?.set(newest);
  }
  clock.set(snapshot.clock);
  log.set(snapshot.log);
  botAnswers = snapshot.botAnswers;
  showBanner();
  const [first = '', second = ''] = snapshot.persons.map(({ id }) => id);
  if (!persons.has(shown.left)) shown.left = shown.right === first ? second : first;
  if (!persons.has(shown.right) || shown.right === shown.left) shown.right = memberFor(snapshot.persons, shown.left);
  const missing = [shown.left, shown.right].some((id) => persons.has(id) && !(id in snapshot.chats));
  if (missing) stream.show([shown.left, shown.right]);
  else draw();
}

/** Somebody else than the one on the left: the third in the list, who is a member in the demo. */
function memberFor(list: readonly WirePerson[], left: string): string {
  const others = list.filter(({ id }) => id !== left);
  return (others[1] ?? others[0])?.id ?? left;
}

type EventOf<T extends RoomEvent['type']> = Extract<RoomEvent, { readonly type: T }>;

function onEvent(event: RoomEvent): void {
  switch (event.type) {
    case 'message':
      take(event);
      return;
    case 'unread':
      noteUnread(event);
      return;
    case 'clock':
      clock.set(event.clock);
      return;
    case 'bot':
      botAnswers = event.answers;
      showBanner();
      return;
    case 'log':
      log.add(event.line);
  }
}

function take({ person, chat, message }: EventOf<'message'>): void {
  const chats = messages.get(person) ?? {};
  const old = chats[chat] ?? [];
  const known = old.some(({ id }) => id === message.id);
  const list = known ? old.map((other) => (other.id === message.id ? message : other)) : [...old, message];
  messages.set(person, { ...chats, [chat]: list });
  views.get(person)?.upsert(chat, message);
}

function noteUnread({ person: id, chat, unread }: EventOf<'unread'>): void {
  const person = persons.get(id);
  if (person === undefined) return;
  const chats = person.chats.map((known) => (known.id === chat ? { ...known, unread } : known));
  const all = chats.reduce((sum, known) => sum + known.unread, 0);
  persons.set(id, { ...person, chats, unread: all });
  views.get(id)?.update({ ...person, chats });
  people.update([...persons.values()], shown);
  drawTabs();
}

function pick(id: string, side: Side): void {
  const other = side === 'left' ? 'right' : 'left';
  // one chat is on the screen once: whoever was on the other side changes places
  if (shown[other] === id) shown[other] = shown[side];
  shown[side] = id;
  stage.dataset.front = side;
  if (narrow.matches) chooser.open = false;
  draw();
  stream.show([shown.left, shown.right]);
}

function draw(): void {
  for (const side of ['left', 'right'] as const) {
    const person = persons.get(shown[side]);
    if (person === undefined) continue;
    const view = views.get(person.id) ?? new PersonView(person, channels[side], writeAddress);
    views.set(person.id, view);
    if (panes[side].firstElementChild !== view.element) panes[side].replaceChildren(view.element);
    view.update(person);
    view.set(messages.get(person.id) ?? {});
    view.shown();
  }
  people.update([...persons.values()], shown);
  drawTabs();
  writeAddress();
}

function writeAddress(): void {
  const [vk, hk] = [shown.left, shown.right].map((id) => views.get(id)?.channel ?? '');
  const where = { v: shown.left, h: shown.right, ...(vk && { vk }), ...(hk && { hk }) };
  history.replaceState(undefined, '', `#${new URLSearchParams(where)}`);
}

function tab(side: Side): HTMLButtonElement {
  const onclick = () => {
    stage.dataset.front = side;
    drawTabs();
  };
  return el('button', { type: 'button', onclick });
}

function drawTabs(): void {
  for (const side of ['left', 'right'] as const) {
    const person = persons.get(shown[side]);
    const unread = person && person.unread > 0 ? ` (${person.unread})` : '';
    tabs[side].textContent = `${person?.name ?? ''}${unread}`;
    tabs[side].setAttribute('aria-pressed', String(stage.dataset.front === side));
  }
}

function showBanner(): void {
  const text = lost
    ? 'Prøverommet svarer ikke. Siden prøver igjen av seg selv.'
    : 'Utvalgsbot svarer ikke akkurat nå. Meldinger blir liggende, og kan sendes på nytt.';
  banner.textContent = lost || !botAnswers ? text : '';
}
