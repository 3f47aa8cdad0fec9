import type { WireApp, WireChat, WireCommand, WireExtension, WirePerson } from '../wire.ts';
import { findPeople } from './api.ts';
import type { CardSurroundings } from './card-input.ts';

/** What all chats share: who is there, and what the app offers. */
export class Around {
  private readonly byId = new Map<string, WirePerson>();
  private offered: WireApp = { name: 'Utvalgsbot', commands: [], extensions: [] };

  get persons(): readonly WirePerson[] {
    return [...this.byId.values()];
  }

  person(id: string): WirePerson | undefined {
    return this.byId.get(id);
  }

  /** Whether this person is in more chats by this list than by what was known. */
  gains(id: string, persons: readonly WirePerson[]): boolean {
    const known = new Set(this.person(id)?.chats.map((chat) => chat.id));
    return persons.find((person) => person.id === id)?.chats.some((chat) => !known.has(chat.id)) === true;
  }

  setPersons(persons: readonly WirePerson[]): void {
    this.byId.clear();
    for (const person of persons) this.byId.set(person.id, person);
  }

  setPerson(person: WirePerson): void {
    this.byId.set(person.id, person);
  }

  /** What can be written to the bot in a chat of this kind. */
  commandsIn(kind: WireChat['kind']): readonly WireCommand[] {
    return this.offered.commands.filter(({ kinds }) => kinds.includes(kind));
  }

  /** The app's commands that can be chosen on a message, or beside the field that one writes in. */
  extensionsOn(where: 'message' | 'field'): readonly WireExtension[] {
    const fits = (context: string) => (context === 'message') === (where === 'message');
    return this.offered.extensions.filter(({ contexts }) => contexts.some(fits));
  }

  /** The app's tab as this person sees it. A guest has none: they sign in at home, where the app is not. */
  tabOf({ id, organisation }: WirePerson): string | undefined {
    const { tab } = this.offered;
    return tab && organisation === 'own' ? asPerson(tab, tab, id) : undefined;
  }

  setApp(app: WireApp): void {
    this.offered = app;
  }

  /** What cards in one of this person's chats need to know. */
  forCards({ id, addresses }: WirePerson, chat: string): CardSurroundings {
    return {
      isMe: (address) => isAmong(addresses, address),
      findPeople: (dataset, words) => findPeople(id, chat, dataset, words),
      nameOf: (objectId) => this.persons.find((person) => isAmong(person.addresses, objectId))?.name,
      leadsTo: (url) => asPerson(url, this.offered.tab, id),
    };
  }
}

function asPerson(url: string, tab: string | undefined, person: string): string {
  if (tab === undefined || !url.startsWith(tab)) return url;
  const address = new URL(url);
  address.searchParams.set('person', person);
  return address.href;
}

function isAmong(addresses: readonly string[], address: string): boolean {
  return addresses.some((own) => own.toLowerCase() === address.toLowerCase());
}
