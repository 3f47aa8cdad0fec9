import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { day, id, instant, unreachedSchema } from '../fields.ts';
import { ownerRefSchema } from './owner.ts';
import { type StatusClass, statusClassSchema } from './status-class.ts';

export const TILTAK_VERSION = 3;
export const MAX_TILTAK = 4000;
export const MAX_OWNER = 1000;
export const MAX_DUE = 200;
/** Longer than any status that stands in a real plan (1,228 characters, domain a9). */
export const MAX_STATUS = 4000;
export const MAX_CONTACTS = 5;

const statusSchema = z.object({
  // absent: prose alone, as plans have it; nothing makes a class of it but a person
  class: statusClassSchema.optional(),
  text: z.string().max(MAX_STATUS).optional(),
  // who follows it up, where that is somebody else
  byOthers: z.string().max(MAX_OWNER).optional(),
  at: instant,
  by: id,
  // plan: as it stood in the imported file; answer: its owner's; registered: the secretariat's or chair's, on behalf
  from: z.enum(['plan', 'answer', 'registered']),
});
export type Status = z.infer<typeof statusSchema>;

/** «Uklart» and «foreslås slettet» are laid before the committee, which keeps, clarifies or deletes the tiltak. */
const proposalSchema = z.object({
  kind: z.enum(['clarify', 'delete']),
  at: instant,
  by: id,
  // the agenda it stands on, once it does
  meetingId: id.optional(),
  decided: z
    .object({
      what: z.enum(['keep', 'clarify', 'delete']),
      at: instant,
      by: id,
      // where the committee decided it
      meetingId: id.optional(),
      sakId: id.optional(),
      // how it read until it was clarified
      before: z.string().max(MAX_TILTAK).optional(),
    })
    .optional(),
});

/** Where it stands in its plan: the headings above it, as written. */
const placeSchema = z.object({
  focusArea: z.string().max(2000).optional(),
  goal: z.string().max(2000).optional(),
  how: z.string().max(4000).optional(),
  // «a)»
  point: z.string().max(40).optional(),
});

/** What a plan's file says of a tiltak, cell by cell as it was read. */
export const writtenSchema = placeSchema.extend({
  text: z.string().max(MAX_TILTAK),
  owner: z.string().max(MAX_OWNER),
  due: z.string().max(MAX_DUE),
  status: z.string().max(MAX_STATUS),
});
export type Written = z.infer<typeof writtenSchema>;

export const tiltakSchema = z.object({
  ...storedFields,
  committeeId: id,
  // absent: decided in a sak, and in no plan
  planId: id.optional(),
  // its place among the others of the plan
  order: z.int().nonnegative(),
  place: placeSchema,
  text: z.string().min(1).max(MAX_TILTAK),
  // the row of the file, cell by cell, in the plan's own columns
  cells: z.array(z.string().max(20_000)).max(60).optional(),
  // what the file said when it was last read: what it says again leaves alone what was changed since
  imported: writtenSchema.optional(),
  // several tiltak were made of one row: which of them this is, 1 first
  part: z.int().positive().max(50).optional(),
  // as it was written, and who that is when it is known
  owner: z.string().max(MAX_OWNER).optional(),
  ownerRef: ownerRefSchema.optional(),
  // whom the secretariat, or an owner who handed it over, has named: they are asked, instead of the owner
  contactIds: z.array(id).max(MAX_CONTACTS).optional(),
  // who may answer for it: an index, `ownerKeysOf`
  ownerKeys: z.array(id),
  // as it was written, and the last day that it means when that is known
  due: z.string().max(MAX_DUE).optional(),
  dueOn: day.optional(),
  // a sak's vedtakspunkt or follow-up
  source: z
    .object({
      sakId: id,
      meetingId: id.optional(),
      number: z.string().max(20).optional(),
      point: z.int().positive().optional(),
    })
    .optional(),
  // closed: deleted by the committee, or no longer in its plan
  state: z.enum(['open', 'closed']),
  // the committee, while it is open and not done: an index
  openIn: id.optional(),
  statuses: z.array(statusSchema),
  proposal: proposalSchema.optional(),
  // when it was asked about, and whom, since it was last answered
  asks: z.array(z.object({ at: instant, personId: id, digest: z.int().positive() })),
  // a question about it could not be delivered
  unreached: z.object({ personId: id, at: instant, why: unreachedSchema }).optional(),
  // the secretariat was told that it was asked about three times in vain
  silentToldAt: instant.optional(),
  // what the secretariat decided then: the leader hears of it, or it is left
  silentDecided: z.object({ what: z.enum(['leader', 'leave']), at: instant, by: id }).optional(),
  // «Ikke mitt ansvar»: who said so, and who is asked instead; nobody, and the secretariat is asked whose it is
  handedOver: z.object({ by: id, to: id.optional(), at: instant }).optional(),
  // «Spør meg om en måned»
  snoozedUntil: day.optional(),
  // when it wants to be asked about, on the committee's clock: an index
  askDueAt: instant.optional(),
  // where it stands among the others, `placeInList`: an index, written with every change
  listed: z.string().max(60).optional(),
  emitted: z.int().nonnegative(),
});

/** A measure that a committee has decided, or that stands in its handlingsplan. */
export type Tiltak = z.infer<typeof tiltakSchema>;

type Wanted = Pick<
  Tiltak,
  | 'planId'
  | 'order'
  | 'place'
  | 'cells'
  | 'imported'
  | 'part'
  | 'owner'
  | 'ownerRef'
  | 'contactIds'
  | 'due'
  | 'dueOn'
  | 'source'
  | 'keys'
>;
type Given = Pick<Tiltak, 'id' | 'tenantId' | 'committeeId' | 'text'> & {
  readonly [K in keyof Wanted]?: Wanted[K] | undefined;
};

/** A tiltak that nobody has said anything of. When it is asked about is planned by `planned` (rules-ask.ts). */
export function newTiltak(given: Given): Tiltak {
  const { id, tenantId, committeeId, text, order = 0, place = {}, keys = [] } = given;
  const { version, schemaVersion, outbox, history } = newlyStored({ id, tenantId }, TILTAK_VERSION);
  // every name in one literal, and what may be absent one by one: to spread takes ten times as long, and a large plan has
  // 10,000 of them
  const made: Tiltak = {
    id,
    tenantId,
    version,
    schemaVersion,
    keys: [...keys],
    outbox,
    history,
    committeeId,
    order,
    place,
    text,
    ownerKeys: ownerKeysOf(given),
    state: 'open',
    openIn: committeeId,
    statuses: [],
    asks: [],
    emitted: 0,
  };
  const { planId, cells, imported, part, owner, ownerRef, contactIds, due, dueOn, source } = given;
  if (planId !== undefined) made.planId = planId;
  if (cells !== undefined) made.cells = cells;
  if (imported !== undefined) made.imported = imported;
  if (part !== undefined) made.part = part;
  if (owner !== undefined) made.owner = owner;
  if (ownerRef !== undefined) made.ownerRef = ownerRef;
  if (contactIds !== undefined) made.contactIds = contactIds;
  if (due !== undefined) made.due = due;
  if (dueOn !== undefined) made.dueOn = dueOn;
  if (source !== undefined) made.source = source;
  return made;
}

/**
 * Under which names a tiltak is found by those who may answer for it: `person:<id>`, `committee:<id>`,
 * `role:<committee>:<role>`. Whoever is named goes before the owner as written.
 */
export function ownerKeysOf({ ownerRef, contactIds = [] }: Pick<Given, 'ownerRef' | 'contactIds'>): string[] {
  if (contactIds.length > 0) return contactIds.map((personId) => `person:${personId}`);
  if (ownerRef === undefined) return [];
  if (ownerRef.kind === 'person') return [`person:${ownerRef.personId}`];
  if (ownerRef.kind === 'committee') return [`committee:${ownerRef.committeeId}`];
  return [`role:${ownerRef.committeeId}:${ownerRef.role}`];
}

/** What was said of it last. */
export function newestStatus({ statuses }: Pick<Tiltak, 'statuses'>): Status | undefined {
  return statuses.at(-1);
}

/** Its class: the newest one that anybody gave, unless prose alone came after it from the plan. */
export function classOf(tiltak: Pick<Tiltak, 'statuses'>): StatusClass | undefined {
  return newestStatus(tiltak)?.class;
}

/** Whether a tiltak waits for its committee to decide whether it is kept, clarified or deleted. */
export function isProposed({ state, proposal }: Pick<Tiltak, 'state' | 'proposal'>): boolean {
  return state === 'open' && proposal !== undefined && proposal.decided === undefined;
}

/** Whether somebody has still to do something about it. */
export function isOpen(tiltak: Pick<Tiltak, 'state' | 'statuses'>): boolean {
  return tiltak.state === 'open' && classOf(tiltak) !== 'done';
}

/** Whether its last day is over and it is not done. `today`: a day in Oslo. */
export function isOverdue(tiltak: Pick<Tiltak, 'state' | 'statuses' | 'dueOn'>, today: string): boolean {
  return isOpen(tiltak) && tiltak.dueOn !== undefined && tiltak.dueOn < today;
}

/**
 * Where a tiltak stands in a list, as text that sorts: what is to be done by its last day, then what has none, what is done, and what
 * was taken out. Each group begins with its `LISTED`.
 */
export function placeInList(tiltak: Pick<Tiltak, 'state' | 'statuses' | 'dueOn' | 'order'>): string {
  const { state, dueOn = '', order } = tiltak;
  const group = state === 'closed' ? 'closed' : classOf(tiltak) === 'done' ? 'done' : dueOn ? 'dated' : 'undated';
  return `${LISTED[group]}${group === 'dated' ? `${dueOn} ` : ''}${String(order).padStart(6, '0')}`;
}
export const LISTED = { dated: '1 ', undated: '2 ', done: '3 ', closed: '4 ' } as const;
