import type { Committee } from '../store/committee/record.ts';
import { isClosed, mayRunRounds } from '../store/committee/rules.ts';
import type { Person } from '../store/person/record.ts';
import type { Tiltak } from '../store/tiltak/record.ts';
import type { Contacts } from '../store/tiltak/rules-ask.ts';
import { answerersOf, askedOf, ownerCommitteeId } from '../store/tiltak/rules-contacts.ts';
import { dayOf } from '../store/time.ts';
import type { Deps } from './turn.ts';

/** Reads committees and people, each once: what one pass or one card needs of many tiltak. */
export type Reader = {
  readonly committee: (id: string) => Promise<Committee | undefined>;
  readonly person: (id: string) => Promise<Person | undefined>;
};

export function readerOf({ committees, persons }: Pick<Deps, 'committees' | 'persons'>): Reader {
  return {
    committee: once((id) => committees.collection.get(id)),
    person: once((id) => persons.collection.get(id)),
  };
}

function once<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    return reading;
  };
}

const ownerOf = async (tiltak: Tiltak, read: Reader) => {
  const id = ownerCommitteeId(tiltak);
  return id === undefined ? undefined : read.committee(id);
};

/** Whom to ask about a tiltak today, and whom to tell of it: only people who exist. */
export async function contactsOf(
  deps: Pick<Deps, 'committees' | 'persons'>,
  tiltak: Tiltak,
  read: Reader = readerOf(deps),
): Promise<Contacts> {
  const [committee, owner] = await Promise.all([read.committee(tiltak.committeeId), ownerOf(tiltak, read)]);
  const candidates = answerersOf(tiltak, owner);
  const people = await Promise.all(candidates.map(read.person));
  const present = new Set(people.flatMap((person) => (person ? [person.id] : [])));
  return {
    askIds: askedOf(tiltak, owner, (id) => present.has(id)),
    secretariatIds: committee?.roles.secretariatIds ?? [],
    chairId: committee?.roles.chairId,
    isClosed: committee === undefined || isClosed(committee),
  };
}

/** In what way somebody may say how it goes with a tiltak: as its owner, on its owner's behalf, or not at all. */
export async function mayAnswer(
  deps: Pick<Deps, 'committees' | 'persons'>,
  tiltak: Tiltak,
  personId: string,
  read: Reader = readerOf(deps),
): Promise<'answer' | 'registered' | undefined> {
  const owner = await ownerOf(tiltak, read);
  if (answerersOf(tiltak, owner).includes(personId)) return 'answer';
  const committee = await read.committee(tiltak.committeeId);
  return committee && mayRunRounds(committee, personId) ? 'registered' : undefined;
}

/** The day of a committee's next meeting, if one is planned. */
export async function nextMeetingOn(
  deps: Pick<Deps, 'meetings' | 'now'>,
  committeeId: string,
): Promise<string | undefined> {
  const now = deps.now();
  const next = (await deps.meetings.coming([committeeId])).find(({ startsAt }) => startsAt > now);
  return next && dayOf(next.startsAt);
}
