import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tally, yesesWanted } from '../../store/round/rules-count.ts';
import { aVote } from '../support/matter-rounds.ts';
import {
  extendsBy,
  gives,
  moves,
  notReached,
  playOn,
  reached,
  registers,
  reminded,
  type Step,
  takesToMeeting,
  undoes,
  withdraws,
} from '../support/play.ts';
import { anybody, anyRule, closesIfDue, comesNearDeadline, MEMBERS, seat, waits } from '../support/play-steps.ts';
import { aCommittee, aSeat } from '../support/records.ts';
import { recount } from '../support/recount.ts';

const choice = fc.constantFrom('for', 'for', 'for', 'against', 'abstain', 'lift-to-meeting');
/** A press on a card of another kind of round, or of another text. */
const strayChoice = fc.constantFrom('approve', 'comment', 'no-comment');

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(anybody, choice).map(([id, said]) => gives(said)(id)) },
  { weight: 1, arbitrary: fc.tuple(anybody, strayChoice).map(([id, said]) => gives(said)(id)) },
  { weight: 1, arbitrary: anybody.map((id) => gives('for')(id, 'en annen tekst')) },
  { weight: 2, arbitrary: fc.tuple(seat, choice).map(([id, said]) => registers(id, said)) },
  { weight: 2, arbitrary: seat.map((id) => undoes(id)) },
  { weight: 1, arbitrary: fc.tuple(seat, anybody).map(([id, to]) => moves(id, to, 'KARI')) },
  { weight: 2, arbitrary: anybody.map((id) => reached(id)) },
  { weight: 2, arbitrary: anybody.map((id) => reminded(id)) },
  { weight: 1, arbitrary: anybody.map((id) => notReached(id)) },
  { weight: 2, arbitrary: waits },
  { weight: 1, arbitrary: comesNearDeadline },
  { weight: 1, arbitrary: fc.constant(closesIfDue) },
  { weight: 1, arbitrary: fc.constantFrom(extendsBy(1), withdraws, takesToMeeting) },
);
/** Each thing that happens may be delivered twice. */
const steps = fc
  .array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 60, size: 'max' })
  .map((all) => all.flatMap(([one, isTwice]) => (isTwice ? [one, one] : [one])));

test('votes are counted once, as a recount of the history counts them, and silence decides nothing', () => {
  const ends = new Set<string>();
  fc.assert(
    fc.property(anyRule, fc.boolean(), steps, (approvalRule, hasRecused, all) => {
      const committee = aCommittee({
        seats: MEMBERS.map((id) => aSeat(id)),
        settings: { roundDays: 7, approvalRule, askedGroup: 'voting' },
      });
      const opened = aVote(approvalRule, { committee, recusedSeatIds: hasRecused ? ['seat-siri'] : [] });
      const late: Step = (played) => ({ ...played, now: new Date(played.round.deadline.getTime() + 5000) });
      const { round } = playOn(opened, ...all, late, closesIfDue);
      const { yes, against, abstained, objections, silent, absent, notReached: missed } = tally(round);
      const counted = recount(round);
      expect([yes.length, against.length, abstained.length, objections.length]).toEqual([
        counted.yes,
        counted.against,
        counted.abstained,
        counted.no,
      ]);
      const parts = [yes, against, abstained, objections, silent, absent, missed];
      expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(hasRecused ? 4 : 5);
      expect(new Set(round.answers.map(({ seatId }) => seatId)).size).toBe(round.answers.length);
      if (round.status !== 'withdrawn') expect(round.status).toBe(counted.outcome);
      if (round.status === 'approved') {
        expect(objections).toEqual([]);
        expect(yes.length).toBeGreaterThanOrEqual(Math.max(1, yesesWanted(round.rule, round.seats.length)));
      }
      expect(round.rule.kind).not.toBe('silent-consent');
      ends.add(round.status);
    }),
    { numRuns: 400 },
  );
  expect([...ends].toSorted()).toEqual(['approved', 'undecided', 'withdrawn']);
}, 60_000);
