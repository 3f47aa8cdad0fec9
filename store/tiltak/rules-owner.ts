import type { OwnerRef } from './owner.ts';
import { isCollective, isErrand, keyOf, partsOf, roleIn } from './owner-words.ts';
import { committeesCalled, namesakesIn, peopleCalled } from './rules-owner-names.ts';

/** Who can own a tiltak, as the committee's organisation knows them. */
export type Directory = {
  readonly committees: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly chairId?: string;
    readonly viceChairId?: string;
    readonly secretariatIds: readonly string[];
  }[];
  /** The plan's own committee. */
  readonly homeId: string;
  /** Of the committees that may be named. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
};
export type OwnerRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly ref: OwnerRef }
  /** Several, or «Felles»: each part with what it may mean. */
  | {
      readonly kind: 'collective';
      readonly parts: readonly { readonly written: string; readonly ref?: OwnerRef }[];
      /** Persons, most likely first; so below. */
      readonly suggestions: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Who is meant by an owner as it is written (domain a9 and its last section): one committee, one role or one person,
 * and only where nobody else can be meant. Everything else is asked about, with suggestions.
 */
export function resolveOwner(written: string, directory: Directory): OwnerRead {
  if (!/[\p{L}\p{N}?]/u.test(written)) return { kind: 'none' };
  const whole = fitting(written, directory);
  const [ref] = whole;
  if (ref && whole.length === 1) return { kind: 'known', ref };
  const spans = partsOf(written);
  const isUnknown = isErrand(
    written,
    spans.map(({ at, end }) => written.slice(at, end)),
  );
  const parts = isUnknown ? [] : readParts(written, spans, directory);
  const refs = [...whole, ...parts.flatMap((part) => part.ref ?? [])];
  const unread = parts.length === 0 ? [written] : parts.flatMap((part) => (part.ref ? [] : [part.written]));
  const suggestions = suggestionsFor(keyOf(unread.join(' ')), refs, directory);
  const isSeveral = parts.length > 1 || parts.some((part) => isCollective(keyOf(part.written)));
  return isSeveral && whole.length === 0
    ? { kind: 'collective', parts, suggestions }
    : { kind: 'unknown', suggestions };
}

/** The person to ask for a ref today: of a committee its chair, else its vice chair, else its secretariat; nobody where nobody is. */
export function contactOf(ref: OwnerRef, { committees, people }: Directory): string | undefined {
  if (ref.kind === 'person') return people.find(({ id }) => id === ref.personId)?.id;
  const committee = committees.find(({ id }) => id === ref.committeeId);
  if (committee === undefined) return undefined;
  const { chairId, viceChairId, secretariatIds } = committee;
  const holders = { chair: chairId, viceChair: viceChairId, secretariat: secretariatIds[0] };
  return ref.kind === 'role' ? holders[ref.role] : (chairId ?? viceChairId ?? secretariatIds[0]);
}

type Span = { readonly at: number; readonly end: number };

/** No name has more marks within it. */
const MOST_JOINED = 4;

/** The parts of an owner. What belongs together by name stays together: «FSU barn og unge og SSU» are two. */
function readParts(written: string, spans: readonly Span[], directory: Directory) {
  const parts: { written: string; ref?: OwnerRef }[] = [];
  for (let from = 0; from < spans.length; ) {
    let to = Math.min(from + MOST_JOINED, spans.length);
    let read = readPart(written, spans, from, to, directory);
    while (read.ref === undefined && to > from + 1) read = readPart(written, spans, from, --to, directory);
    parts.push(read);
    from = to;
  }
  return parts;
}

function readPart(written: string, spans: readonly Span[], from: number, to: number, directory: Directory) {
  const text = written.slice(spans[from]?.at, spans[to - 1]?.end).trim();
  const [ref, other] = fitting(text, directory);
  return { written: text, ...(ref && !other && { ref }) };
}

/** All that a text may mean, none of which it says more clearly than another. */
function fitting(text: string, directory: Directory): readonly OwnerRef[] {
  const own = fittingExactly(text, directory);
  // «Kari Nordmann (UNN)»
  return own.length > 0 || !text.includes('(') ? own : fittingExactly(text.replace(/\([^)]*\)/g, ' '), directory);
}

function fittingExactly(text: string, directory: Directory): readonly OwnerRef[] {
  const key = keyOf(text);
  const roles = rolesCalled(key, directory);
  if (roles.length > 0) return roles;
  const committees = committeesCalled(key, directory.committees);
  if (committees.length > 0) return committees.map((committeeId) => ({ kind: 'committee', committeeId }));
  return peopleAt(text, directory).map((personId) => ({ kind: 'person', personId }));
}

function rolesCalled(key: string, { committees, homeId }: Directory): readonly OwnerRef[] {
  const found = roleIn(key);
  if (found === undefined) return [];
  const { role, of } = found;
  const whose = of === undefined ? [homeId] : committeesCalled(of, committees);
  return whose.map((committeeId) => ({ kind: 'role', committeeId, role }));
}

/** «FSU BU v/Kari Nordmann» is she, whatever her committee is called. */
function peopleAt(text: string, { committees, people }: Directory): readonly string[] {
  const [, of = '', who = ''] = /^(.+?)(?<!\p{L})(?:v\/|v\.|ved )(.+)$/iu.exec(text) ?? [];
  const isNamed = committeesCalled(keyOf(of), committees).length > 0;
  return peopleCalled(isNamed ? who : text, people);
}

const MOST_SUGGESTIONS = 5;

/**
 * Whom to ask, most likely first: who may be meant, who shares a name with what is not understood, whose committee it
 * speaks of («FSU» of each of them), and the plan's own.
 */
function suggestionsFor(unread: string, refs: readonly OwnerRef[], directory: Directory): readonly string[] {
  const { committees, people, homeId } = directory;
  const words = new Set(unread.split(' '));
  const meant = refs.map((ref) => contactOf(ref, directory));
  const speaksOf = committees.filter(({ shortName }) => words.has(keyOf(shortName).split(' ')[0] ?? ''));
  const contacts = speaksOf.map(({ id }) => contactOf({ kind: 'committee', committeeId: id }, directory));
  const home = committees.find(({ id }) => id === homeId);
  const own = [home?.chairId, home?.viceChairId, ...(home?.secretariatIds ?? [])];
  return [...new Set([...meant, ...namesakesIn(words, people), ...contacts, ...own])]
    .filter((id) => id !== undefined)
    .slice(0, MOST_SUGGESTIONS);
}
