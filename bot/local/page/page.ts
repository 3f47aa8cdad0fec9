import type { RoomEvent, Snapshot, WirePerson } from '../wire.ts';
import { Around } from './around.ts';
import { Banner } from './banner.ts';
import { ClockBar } from './clock-bar.ts';
import { firstDeadline } from './deadline.ts';
import { el } from './dom.ts';
import { keepPageFromDrops } from './drop.ts';
import { FaultPanel } from './fault-panel.ts';
import { LogPanel } from './log-panel.ts';
import { PeopleList } from './people.ts';
import { settingsButton } from './settings.ts';
import { Stage } from './stage.ts';
import { Stream } from './stream.ts';
import { followTheme } from './theme.ts';
import { Tools } from './tools.ts';

followTheme();
keepPageFromDrops();

const around = new Around();
const stage = new Stage(around, {
  onChange: () => people.update(around.persons, stage.shown),
  onPersons: (ids) => stream.show(ids),
});
const people = new PeopleList((id, side) => {
  if (narrow.matches) chooser.open = false;
  stage.pick(id, side);
});
const clock = new ClockBar(() => firstDeadline(stage.messages, clock.now()));
const log = new LogPanel((id) => around.person(id)?.name ?? id);
const faults = new FaultPanel();
const tools = new Tools(
  [
    {
      id: 'faults',
      title: 'Feil',
      about: 'Planlegg hva som skal gå galt, og se hvordan Utvalgsbot klarer seg.',
      content: faults.element,
    },
    {
      id: 'log',
      title: 'Logg',
      about: 'Alt som går mellom Teams og Utvalgsbot. Størrelsen er slik Teams regner den.',
      content: log.element,
    },
  ],
  () => log.shown(),
);
const banner = new Banner();
const takers: { readonly [T in RoomEvent['type']]: (event: Extract<RoomEvent, { readonly type: T }>) => void } = {
  message: ({ person, chat, message }) => stage.upsert(person, chat, message),
  unread: noteUnread,
  typing: ({ person, chat }) => stage.botTypes(person, chat),
  chats: ({ persons }) => {
    const gained = stage.asked.some((id) => around.gains(id, persons));
    around.setPersons(persons);
    stage.draw();
    // whoever comes into a chat sees what was written there before, and the stream tells of what is new alone
    if (gained) stream.show(stage.asked);
  },
  faults: ({ faults: waiting }) => showFaults(waiting),
  clock: ({ clock: moved }) => clock.set(moved),
  bot: ({ answers }) => banner.set({ botAnswers: answers }),
  log: ({ line }) => log.add(line),
};
const stream = new Stream({ onSnapshot, onEvent, onState: (connected) => banner.set({ lost: !connected }) });

const chooser = el('details', { class: 'chooser', open: true }, el('summary', {}, 'Velg person'), people.element);
const waiting = el('p', { class: 'waiting', role: 'status' }, 'Henter prøverommet …');
document.body.append(
  el(
    'header',
    { class: 'top' },
    el('h1', {}, 'Prøverommet'),
    el('p', { class: 'tagline' }, 'Utvalgsbot med oppdiktede personer. Ingenting forlater maskinen.'),
    clock.element,
    tools.buttons,
    settingsButton(() => stage.redraw()),
  ),
  banner.element,
  el('main', {}, chooser, stage.switcher, waiting, stage.element),
  tools.element,
);
const narrow = window.matchMedia('(max-width: 60rem)');
const fold = () => {
  chooser.open = !narrow.matches;
};
narrow.addEventListener('change', fold);
fold();
stream.show(stage.asked);

function onSnapshot(snapshot: Snapshot): void {
  waiting.remove();
  around.setPersons(snapshot.persons);
  around.setApp(snapshot.app);
  clock.set(snapshot.clock);
  log.set(snapshot.log);
  showFaults(snapshot.faults);
  banner.set({ botAnswers: snapshot.botAnswers });
  stage.set(snapshot.chats);
}

function onEvent(event: RoomEvent): void {
  const take = takers[event.type] as (event: RoomEvent) => void;
  take(event);
}

function showFaults(waiting: Snapshot['faults']): void {
  faults.set(waiting);
  tools.count('faults', waiting.length);
}

function noteUnread({ person: id, chat, unread }: Extract<RoomEvent, { readonly type: 'unread' }>): void {
  const person = around.person(id);
  if (person === undefined) return;
  const chats = person.chats.map((known) => (known.id === chat ? { ...known, unread } : known));
  const updated: WirePerson = { ...person, chats, unread: chats.reduce((sum, known) => sum + known.unread, 0) };
  around.setPerson(updated);
  stage.update(updated);
}
