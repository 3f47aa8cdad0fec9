import fc from 'fast-check';
import { expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { ApprovalRule, Committee } from '../../store/committee/record.ts';
import type { Collection, Engine } from '../../store/engine/engine.ts';
import { sqliteEngine } from '../../store/engine/sqlite.ts';
import type { Referat } from '../../store/referat/record.ts';
import { done, type Result, refuse } from '../../store/result.ts';
import type { Round } from '../../store/round/record.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import { tally } from '../../store/round/rules-count.ts';
import { openNextRound } from '../../store/round/rules-open.ts';
import { play, type Step } from '../support/play.ts';
import { anyRule, closesIfDue, MEMBERS, type Moment, moments } from '../support/play-steps.ts';
import { aCommittee, aReferat, aSeat, REAL_NOW } from '../support/records.ts';
import { recount } from '../support/recount.ts';
import { aFolder } from '../support/store-sqlite.ts';

type Process = { readonly engine: Engine; readonly rounds: Collection<Round> };

/** A step as the rule of one write: it decides on the record as it is stored, at the time of the press. */
const asTransition =
  (one: Step, now: Date) =>
  (round: Round): Result<Round, string> => {
    const played = one({ round, now });
    return played.refused === undefined ? done(played.round) : refuse(played.refused);
  };

/**
 * Rounds about one referat in a file on disk, used by two bots at once: each has its own connection, and nothing in
 * memory in common. (A second operating system process is refused by the file's lock.)
 */
class Table {
  #processes: readonly Process[] = [];
  readonly #folder = aFolder();
  readonly #told: { readonly committee: Committee; readonly referat: Referat };
  #now: Date;
  round: Round;
  /** Rounds whose content was changed, as they stood then. */
  readonly earlier: Round[] = [];

  constructor(approvalRule: ApprovalRule, knowsPresence: boolean) {
    this.#told = {
      committee: aCommittee({
        seats: MEMBERS.map((id) => aSeat(id)),
        settings: { roundDays: 7, approvalRule, askedGroup: 'voting' },
      }),
      referat: aReferat(knowsPresence ? { presentSeatIds: ['seat-kari', 'seat-ola', 'seat-ida'] } : {}),
    };
    const { round, now } = play(this.#told);
    this.round = round;
    this.#now = now;
  }

  async start(): Promise<void> {
    const open = () => sqliteEngine(`${this.#folder.path}/store.db`, { onUnreadable: () => {} });
    const engines = [await open(), await open()];
    this.#processes = await Promise.all(
      engines.map(async (engine) => ({ engine, rounds: await engine.collection(roundDefinition) })),
    );
    await this.#rounds(0).insert(this.round);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#processes.map(({ engine }) => engine.close()));
  }

  async remove(): Promise<void> {
    await this.stop();
    this.#folder.remove();
  }

  async play(moment: Moment): Promise<void> {
    if (moment === 'restart') {
      await this.stop();
      await this.start();
    } else if ('late' in moment) await this.#pressOnEarlier(moment.late);
    else await this.#playAtOnce(moment.steps);
  }

  /** Some time after the deadline the timers of both run. */
  async end(): Promise<void> {
    this.#now = new Date(Math.max(this.#now.getTime(), this.round.deadline.getTime()) + 5000);
    await this.#playAtOnce([closesIfDue, closesIfDue]);
  }

  #rounds(n: number): Collection<Round> {
    const process = this.#processes[n];
    if (process === undefined) throw new Error('not started');
    return process.rounds;
  }

  async #playAtOnce(steps: readonly Step[]): Promise<void> {
    // where the clock stands afterwards; what is stored is decided by the store alone
    const times = steps.map((one) => one({ round: this.round, now: this.#now }).now.getTime());
    await Promise.all(steps.map((one, n) => change(this.#rounds(n), this.round.id, asTransition(one, this.#now))));
    this.#now = new Date(Math.max(this.#now.getTime(), ...times));
    this.round = (await this.#rounds(1).get(this.round.id)) ?? this.round;
    const next = this.round.outbox.find((effect) => effect.kind === 'next-round');
    if (this.round.status === 'replaced' && next) await this.#openNext(next);
  }

  /** As it is delivered: at least once, by either of them. */
  async #openNext(next: Extract<Round['outbox'][number], { kind: 'next-round' }>): Promise<void> {
    const opening = { ...this.#told, nameOf: (id: string) => id.toUpperCase(), openedBy: next.by };
    const clocks = { now: this.#now, realNow: REAL_NOW };
    const opened = openNextRound(opening, { before: this.round, ...next }, clocks);
    if (!opened.ok) return;
    const inserted = await Promise.all([0, 1].map((n) => this.#rounds(n).insert(opened.value)));
    expect(inserted.toSorted()).toEqual(['duplicate', 'inserted']);
    this.earlier.push(this.round);
    this.round = opened.value;
  }

  async #pressOnEarlier(late: Step): Promise<void> {
    for (const before of this.earlier) {
      const said = await change(this.#rounds(0), before.id, asTransition(late, this.#now));
      expect(said).toMatchObject({ ok: false });
      expect(await this.#rounds(1).get(before.id)).toEqual(before);
    }
  }
}

/** What holds at every moment. */
function expectWhole(round: Round): void {
  const answered = round.answers.map(({ seatId }) => seatId);
  expect(new Set(answered).size).toBe(answered.length);
  expect(round.history.at(0)?.what).toBe('opened');
  expect(round.status === 'open').toBe(round.closeDueAt !== undefined);
  const keys = round.outbox.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const { yes, objections, silent, absent, notReached } = tally(round);
  expect(yes.length + objections.length + silent.length + absent.length + notReached.length).toBe(round.seats.length);
}

/** The count by hand says the same. */
function expectRecounted(round: Round): void {
  const counted = recount(round);
  const { yes, objections } = tally(round);
  expect([yes.length, objections.length]).toEqual([counted.yes, counted.no]);
  if (round.status === 'approved' || round.status === 'undecided') expect(round.status).toBe(counted.outcome);
  else expect(['withdrawn', 'replaced']).toContain(round.status);
}

test('an independent recount of the history gives the outcome, whatever happened, in two processes, with restarts', async () => {
  const ends = new Set<string>();
  let later = 0;
  await fc.assert(
    fc.asyncProperty(anyRule, fc.boolean(), moments, async (approvalRule, knowsPresence, all) => {
      const table = new Table(approvalRule, knowsPresence);
      try {
        await table.start();
        for (const moment of all) {
          await table.play(moment);
          expectWhole(table.round);
        }
        await table.end();
        for (const round of [...table.earlier, table.round]) {
          expectWhole(round);
          expectRecounted(round);
          ends.add(round.status);
        }
        later += table.earlier.length;
      } finally {
        await table.remove();
      }
    }),
    { numRuns: 80 },
  );
  // the plays met every end there is, and rounds that came after another
  expect([...ends].toSorted()).toEqual(['approved', 'replaced', 'undecided', 'withdrawn']);
  expect(later).toBeGreaterThan(0);
}, 120_000);
