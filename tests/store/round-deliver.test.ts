import { describe, expect, test } from 'vitest';
import { type Round, roundSchema } from '../../store/round/record.ts';
import { noteDelivery, noteShared } from '../../store/round/rules-deliver.ts';
import { answered, aRound, delivered, hashOf, missed, NOW, REAL_NOW, typo } from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const arrived = delivered('kari');
const failed = missed('kari', 'not-installed');
const noted = (round: Round, delivery = arrived) => noteDelivery(round, delivery, clocks);
const renewed = ({ outbox }: Round) =>
  outbox.flatMap((effect) => (effect.kind === 'seat-card-update' ? effect.holderId : []));

describe('noteDelivery', () => {
  test('keeps where the card is, and leaves it as it is while it still asks', () => {
    const round = noted(aRound());
    expect(round.deliveries).toEqual([arrived]);
    expect(round.outbox).toEqual([]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test('a later success replaces a failure, and leaves the others alone', () => {
    expect(noted(aRound({ deliveries: [missed('ola'), failed] })).deliveries).toEqual([missed('ola'), arrived]);
  });

  test('a failure replaces a failure, and never a success', () => {
    expect(noted(aRound({ deliveries: [failed] }), missed('kari', 'failed')).deliveries).toEqual([
      missed('kari', 'failed'),
    ]);
    const reached = aRound({ deliveries: [arrived] });
    expect(noted(reached, failed)).toBe(reached);
  });

  test('a card that is sent anew is the one that is renewed from then on', () => {
    const again = { ...arrived, activityId: 'b' } as const;
    expect(noted(aRound({ deliveries: [arrived] }), again).deliveries).toEqual([again]);
  });

  test.each([
    ['the round closed', () => aRound({ status: 'approved' })],
    ['the seat moved', () => aRound({ seats: aRound().seats.filter(({ holderId }) => holderId !== 'kari') })],
    ['its holder answered in the conversation, or by telephone', () => answered(aRound(), ['kari', typo])],
  ])('a card that arrives after %s is renewed', (_what, round) => {
    expect(renewed(noted(round()))).toEqual(['kari']);
  });

  describe('that shows an older state of the round', () => {
    const corrected = () => aRound({ textHashes: [...aRound().textHashes, hashOf('rettet')] });
    const with_ = (older: (round: Round) => Partial<Round>) => {
      const round = corrected();
      return renewed(noteDelivery(round, arrived, clocks, { ...round, ...older(round) }));
    };

    test('is renewed: typos were corrected, or the deadline moved, while it was on the way', () => {
      expect(with_(({ textHashes }) => ({ textHashes: textHashes.slice(0, 1) }))).toEqual(['kari']);
      expect(with_(({ deadline }) => ({ deadline: new Date(deadline.getTime() - 1) }))).toEqual(['kari']);
    });

    test('that shows the newest one is left as it is', () => {
      expect(with_(({ deadline }) => ({ deadline: new Date(deadline) }))).toEqual([]);
    });
  });

  describe('the shared card, which names those who were not reached', () => {
    const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: '1' };
    const kinds = (round: Round, delivery = failed as typeof arrived | typeof failed) =>
      noteDelivery(round, delivery, clocks).outbox.map(({ kind }) => kind);

    test('is renewed when somebody is not reached, and when they are at last', () => {
      expect(kinds(aRound({ shared }))).toEqual(['shared-card-update']);
      expect(kinds(aRound({ shared, deliveries: [failed] }), arrived)).toEqual(['shared-card-update']);
    });

    test('is left as it is when nothing is new, and after the round', () => {
      expect(kinds(aRound({ shared }), arrived)).toEqual([]);
      expect(kinds(aRound({ shared, deliveries: [failed] }))).toEqual([]);
      expect(kinds(aRound({ shared, status: 'approved' }))).toEqual([]);
    });
  });

  test('a card that fails after the round closed is noted, and there is nothing to renew', () => {
    const round = noted(aRound({ status: 'approved' }), failed);
    expect(round.deliveries).toEqual([failed]);
    expect(round.outbox).toEqual([]);
  });
});

describe('noteShared', () => {
  const place = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
  const shared = () => aRound({ shared: place });

  test('keeps where the shared card is', () => {
    const round = noteShared(shared(), 'card-1', clocks);
    expect(round.shared).toEqual({ ...place, activityId: 'card-1' });
    expect(round.outbox).toEqual([]);
    expect(noteShared(round, 'card-2', clocks).shared).toEqual({ ...place, activityId: 'card-2' });
  });

  test('cards that arrived meanwhile are nothing to show', () => {
    const round = { ...shared(), deliveries: [delivered('kari'), delivered('ola')] };
    expect(noteShared(round, 'card-1', clocks).outbox).toEqual([]);
  });

  test('a card whose id Teams did not say cannot be renewed, and no older one is taken for it', () => {
    const { shared: unknown } = noteShared(noteShared(shared(), 'card-1', clocks), undefined, clocks);
    expect(unknown).toEqual(place);
    expect(unknown).not.toHaveProperty('activityId');
  });

  test('a round without a shared card stays without one', () => {
    const round = aRound();
    expect(noteShared(round, 'card-1', clocks)).toBe(round);
  });

  test.each([
    ['somebody answered', () => answered(shared(), ['kari'])],
    ['a typo was corrected', () => ({ ...shared(), textHashes: [...shared().textHashes, hashOf('rettet')] })],
    ['the round ended', () => ({ ...shared(), status: 'undecided' as const })],
    ['somebody was not reached', () => ({ ...shared(), deliveries: [delivered('ola'), failed] })],
  ])('what happened while it was on the way is shown: %s', (_what, round) => {
    const kinds = noteShared({ ...round(), outbox: [] }, 'card-1', clocks).outbox.map(({ kind }) => kind);
    expect(kinds).toEqual(['shared-card-update']);
  });
});
