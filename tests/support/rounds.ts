import { join } from 'node:path';
import { personIdFor } from '../../bot/identity.ts';
import { sha256Of } from '../../bot/ids.ts';
import { demoReferat } from '../../bot/local/demo-committees.ts';
import { type Committee, newCommittee } from '../../store/committee/record.ts';
import { committeeDefinition } from '../../store/committee/repository.ts';
import { withOutbox } from '../../store/effect.ts';
import type { Engine } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import { entraKey, newPerson } from '../../store/person/record.ts';
import { personDefinition } from '../../store/person/repository.ts';
import { newReferat, type Referat } from '../../store/referat/record.ts';
import { referatDefinition } from '../../store/referat/repository.ts';
import type { Round } from '../../store/round/record.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import { openRound } from '../../store/round/rules-open.ts';

const WEEK = 7 * 24 * 3600 * 1000;

export type Seeded = {
  readonly roundIds: readonly string[];
  readonly objectIds: readonly string[];
  readonly textHash: string;
};

/** The Entra ids of the seats' holders, in order. */
export function objectIdsOf(seats: number): string[] {
  return Array.from({ length: seats }, (_, i) => `5eed0000-0000-4000-8000-${String(i).padStart(12, '0')}`);
}

/** The store's file in a data folder, as the bot opens it. */
export const storeFile = (dataDir: string) => join(dataDir, 'utvalgsbot.db');

/** Opens a store, does something with it and lets go of it again. */
export async function withStore<T>(dataDir: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await sqliteEngine(storeFile(dataDir), { onUnreadable: () => {} });
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

/** Puts a committee with its people into a store, its first member the secretary. */
export async function seedCommittee(
  engine: Engine,
  {
    tenantId,
    serviceUrl,
    seats,
    prefix,
    hasChats = true,
    channelId,
  }: {
    readonly tenantId: string;
    readonly serviceUrl: string;
    readonly seats: number;
    readonly prefix: string;
    /** Whether the bot knows everybody's 1:1 chat already, and not only the secretary's. */
    readonly hasChats?: boolean;
    readonly channelId?: string;
  },
): Promise<{ readonly committee: Committee; readonly objectIds: readonly string[]; readonly secretary: string }> {
  const objectIds = objectIdsOf(seats);
  const personIds = objectIds.map((objectId) => personIdFor(entraKey(tenantId, objectId)));
  const [secretary = ''] = personIds;
  const persons = await engine.collection(personDefinition);
  await Promise.all(
    objectIds.map((objectId, i) =>
      persons.insert({
        ...newPerson({
          id: personIds[i] ?? '',
          tenantId,
          keys: [entraKey(tenantId, objectId)],
          name: objectId,
          homeTenantId: tenantId,
        }),
        serviceUrl,
        ...((hasChats || i === 0) && {
          reference: { serviceUrl, conversationId: `a:${objectId}`, teamsId: `29:${objectId}` },
        }),
      }),
    ),
  );
  const committee = newCommittee({
    id: `committee_${prefix}`,
    tenantId,
    name: 'Utvalg',
    shortName: 'UTV',
    seats: personIds.map((memberId, i) => ({
      id: `seat_${i}`,
      name: `Kommune ${i}`,
      represents: 'kommune',
      voting: true,
      memberId,
    })),
    roles: { secretariatIds: [secretary] },
    settings: { roundDays: 7, approvalRule: { kind: 'everyone' }, askedGroup: 'voting' },
    ...(channelId !== undefined && { conversation: { conversationId: channelId, serviceUrl } }),
  });
  await (await engine.collection(committeeDefinition)).insert(committee);
  return { committee, objectIds, secretary };
}

/** Puts a draft by the committee's secretary into a store, to be answered within a week. */
export async function seedDraft(engine: Engine, id: string, committee: Committee, now: Date): Promise<Referat> {
  const input = {
    committeeId: committee.id,
    meetingOn: '2026-01-14',
    title: demoReferat.title,
    summary: demoReferat.summary,
    text: { text: demoReferat.text, hash: sha256Of(demoReferat.text) },
    deadline: new Date(now.getTime() + WEEK),
  };
  const referat = newReferat(id, committee.tenantId, input, committee.roles.secretariatIds[0] ?? '', now);
  await (await engine.collection(referatDefinition)).insert(referat);
  return referat;
}

/** Puts open rounds over the same seats into a store, their cards delivered, as they stand when people answer. */
export async function seedRounds(
  engine: Engine,
  options: Omit<Parameters<typeof seedCommittee>[1], 'hasChats' | 'channelId'> & { readonly rounds: number },
): Promise<Seeded> {
  const { serviceUrl, prefix } = options;
  const now = new Date();
  const { committee, objectIds, secretary } = await seedCommittee(engine, options);
  const collection = await engine.collection(roundDefinition);
  const made = Array.from({ length: options.rounds }, async (_, n) => {
    const referat = await seedDraft(engine, `referat_${prefix}_${n}`, committee, now);
    const opened = openRound(
      { committee, referat, revision: 1, nameOf: (id) => `Medlem ${id.slice(-6)}`, openedBy: secretary },
      { now, realNow: now },
    );
    if (!opened.ok) throw new Error(opened.refusal);
    const round = withOutbox(opened.value, []);
    const delivered: Round = {
      ...round,
      deliveries: round.seats.map(({ holderId }, i) => ({
        holderId,
        state: 'delivered',
        at: now,
        conversationId: `a:${objectIds[i]}`,
        serviceUrl,
        activityId: `card-${n}-${i}`,
      })),
    };
    await collection.insert(delivered);
    return delivered.id;
  });
  return { roundIds: await Promise.all(made), objectIds, textHash: sha256Of(demoReferat.text) };
}

/** How many answers the rounds hold, whose they are, and whether any seat has two, or answered twice in its history. */
export async function countAnswers(engine: Engine, roundIds: readonly string[]) {
  const collection = await engine.collection(roundDefinition);
  const rounds = (await Promise.all(roundIds.map((id) => collection.get(id)))).filter((round) => round !== undefined);
  const hasTwice = (seatIds: readonly (string | undefined)[]) => new Set(seatIds).size !== seatIds.length;
  const twice = rounds.some(
    ({ answers, history }) =>
      hasTwice(answers.map(({ seatId }) => seatId)) ||
      hasTwice(history.filter(({ what }) => what === 'approved').map(({ seatId }) => seatId)),
  );
  const answers = rounds.flatMap((round) => round.answers);
  const seats = Math.max(0, ...rounds.map((round) => round.seats.length));
  const objectIdOf = new Map(objectIdsOf(seats).map((objectId, i) => [`seat_${i}`, objectId]));
  return { answers: answers.length, twice, objectIds: answers.map(({ seatId }) => objectIdOf.get(seatId) ?? '') };
}
