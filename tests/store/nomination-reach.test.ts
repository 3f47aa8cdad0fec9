import { describe, expect, test } from 'vitest';
import type { Nomination } from '../../store/nomination/record.ts';
import { noteUnasked } from '../../store/nomination/rules-decide.ts';
import { reachAgain } from '../../store/nomination/rules-reach.ts';
import { closeNomination, noteAsked, noteSilent } from '../../store/nomination/rules-run.ts';
import {
  aNomination,
  at,
  candidateOf,
  clocks,
  confirmed,
  delivered,
  proposedBy,
  replied,
} from '../support/nominations.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

const evening = at(new Date('2026-03-02T20:00:00Z'));
const NOTHING = { ok: false, refusal: 'nothing-to-ask' };
const reach = (nomination: Nomination, personId: string) => reachAgain(nomination, personId, evening);
const missed = (nomination = aNomination()) => delivered(noteSilent(nomination, 'kari', 'not-installed', clocks));

describe('whoever a nomination did not reach, and who has come', () => {
  test('is asked at once to propose somebody, once', () => {
    const reached = accepted(reach(missed(), 'kari'));
    expect(reached.outbox).toMatchObject([{ kind: 'seat-card', holderId: 'kari', dueAt: REAL_NOW }]);
    expect(reached.outbox[0]).not.toHaveProperty('contactAt');
    expect(accepted(reach(reached, 'kari')).outbox).toHaveLength(1);
    const onItsWay = { ...reached, outbox: reached.outbox.map((effect) => ({ ...effect, attempts: 1 })) };
    expect(reach(onItsWay, 'kari')).toEqual(NOTHING);
    const others = {
      ...onItsWay,
      outbox: onItsWay.outbox.map((effect) => ({ ...effect, holderId: 'ola' }) as typeof effect),
    };
    expect(accepted(reach(others, 'kari')).outbox).toHaveLength(2);
  });

  test('is asked at once whether they will, once', () => {
    const asked = delivered(confirmed(proposedBy(aNomination(), 'kari', 'vera', 'vidar'), 'vera'));
    const { id } = candidateOf(asked, 'seat-kari', 'vera');
    const lost = delivered(noteUnasked(asked, id, 'blocked', clocks));
    const reached = accepted(reach(lost, 'vera'));
    expect(candidateOf(reached, 'seat-kari', 'vera')).not.toHaveProperty('unreached');
    expect(reached.outbox).toMatchObject([
      { kind: 'personal-card', personId: 'vera', view: { view: 'nomination-ask', candidateId: id } },
    ]);
    expect(reached.outbox[0]).not.toHaveProperty('contactAt');
    expect(reach(reached, 'vera')).toEqual(NOTHING);
    expect(reach(lost, 'vidar')).toEqual(NOTHING);
    expect(reach(replied(lost, 'vera'), 'vera')).toEqual(NOTHING);
  });

  test('is not asked again what has reached them, what they have answered, or what is closed', () => {
    expect(reach(aNomination(), 'kari')).toEqual(NOTHING);
    expect(reach(noteAsked(missed(), 'kari', NOW), 'kari')).toEqual(NOTHING);
    expect(reach(missed(), 'ola')).toEqual(NOTHING);
    expect(reach(proposedBy(missed(), 'kari', 'vera'), 'kari')).toEqual(NOTHING);
    expect(reach(closeNomination(missed(), 'siv', clocks), 'kari')).toEqual(NOTHING);
  });
});
