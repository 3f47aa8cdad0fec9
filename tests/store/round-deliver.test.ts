import { describe, expect, test } from 'vitest';
import { type Delivery, type Round, roundSchema } from '../../store/round/record.ts';
import {
  loseHolder,
  missReminder,
  noteDelivery,
  noteReminder,
  noteShared,
  reachHolder,
  shareAgain,
} from '../../store/round/rules-deliver.ts';
import {
  accepted,
  answered,
  aRound,
  DEADLINE,
  delivered,
  hashOf,
  missed,
  NOW,
  REAL_NOW,
  typo,
} from '../support/records.ts';

const clocks = { now: NOW, realNow: REAL_NOW };
const arrived = delivered('kari');
const failed = missed('kari', 'not-installed');
const { holderId: _kari, state: _delivered, ...lying } = delivered('kari') as Extract<Delivery, { state: 'delivered' }>;
/** The card had reached Kari, who removed the app then. */
const lost: Delivery = { holderId: 'kari', state: 'not-reached', at: NOW, why: 'not-installed', card: lying };
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

  test('a failure does not forget the card that lies there, nor the reminder that was missed', () => {
    const before = { ...lost, missedReminder: true } as const;
    expect(noted(aRound({ deliveries: [before] }), missed('kari', 'failed')).deliveries).toEqual([
      { ...before, why: 'failed' },
    ]);
  });

  test('a card that lay there counts from when it came, but not for whoever is back at the deadline or later', () => {
    const back = (now: Date, before: Delivery = lost) =>
      noteDelivery(aRound({ deliveries: [before] }), arrived, { now, realNow: REAL_NOW }).deliveries;
    expect(back(new Date(DEADLINE.getTime() - 1))).toEqual([arrived]);
    expect(back(DEADLINE)).toEqual([{ ...arrived, at: DEADLINE }]);
    // whoever could be reached all the while has the card
    expect(back(DEADLINE, arrived)).toEqual([arrived]);
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

describe('when the bot is back in the conversation', () => {
  const place = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
  const again = (round: Round, conversationId = place.conversationId) => shareAgain(round, conversationId, clocks);

  test('the shared card of an open round is posted there anew, once', () => {
    const round = accepted(again(aRound({ shared: { ...place, activityId: 'card-1' } })));
    expect(round.outbox).toMatchObject([{ kind: 'shared-card', dueAt: REAL_NOW }]);
    expect(round.outbox[0]).not.toHaveProperty('contactAt');
    expect(accepted(again(round))).toBe(round);
  });

  test.each([
    ['that is over', () => aRound({ shared: place, status: 'undecided' })],
    ['that has none', () => aRound()],
    ['that talks elsewhere', () => aRound({ shared: { ...place, conversationId: '19:other' } })],
  ])('no card of a round %s is', (_what, round) => {
    expect(again(round())).toEqual({ ok: false, refusal: 'nothing-to-share' });
  });
});

describe('somebody who has no chat with the bot any more', () => {
  const lose = (round: Round) => loseHolder(round, { holderId: 'kari', why: 'not-installed' }, clocks);
  const shared = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu', activityId: 'card-1' };

  test('is not reached from then on, and the shared card says so', () => {
    const round = lose(aRound({ shared, deliveries: [delivered('ola'), arrived] }));
    expect(round.deliveries).toEqual([delivered('ola'), lost]);
    expect(round.outbox).toMatchObject([{ kind: 'shared-card-update' }]);
    expect(roundSchema.parse(round)).toEqual(round);
  });

  test.each([
    ['has answered', () => answered(aRound({ deliveries: [arrived] }), ['kari'])],
    ['was not reached before', () => aRound({ deliveries: [missed('kari', 'blocked')] })],
    ['was not written to yet', () => aRound()],
    ['was asked in a round that is over', () => aRound({ deliveries: [arrived], status: 'approved' })],
  ])('is left as they are when they %s', (_what, make) => {
    const round = make();
    expect(lose(round)).toBe(round);
  });
});

describe('a reminder that could not be sent', () => {
  const miss = (round: Round) => missReminder(round, { holderId: 'kari', why: 'blocked' }, clocks);

  test('loses whoever had the card, and is theirs to get', () => {
    const why = 'blocked';
    const [delivery] = miss(aRound({ deliveries: [arrived] })).deliveries;
    expect(delivery).toEqual({ ...lost, why, missedReminder: true });
    expect(miss(aRound({ deliveries: [lost] })).deliveries).toEqual([{ ...lost, missedReminder: true }]);
  });

  test.each([
    ['has answered', () => answered(aRound({ deliveries: [arrived] }), ['kari'])],
    ['never had the card', () => aRound({ deliveries: [failed] })],
  ])('is nothing to somebody who %s', (_what, make) => {
    const round = make();
    expect(miss(round)).toBe(round);
  });
});

describe('a reminder that arrives', () => {
  const kinds = (round: Round) => noteReminder(round, 'kari', clocks).outbox.map(({ kind }) => kind);

  test('at somebody who was lost has the card renewed that lies in their chat', () => {
    expect(noteReminder(aRound({ deliveries: [lost] }), 'kari', clocks)).toMatchObject({
      reminders: [{ holderId: 'kari', at: NOW }],
      outbox: [{ kind: 'seat-card', holderId: 'kari', dueAt: REAL_NOW }],
    });
  });

  test('is the one that was missed: no other comes when the app is added again', () => {
    const round = aRound({ deliveries: [{ ...lost, missedReminder: true }] });
    expect(noteReminder(round, 'kari', clocks).deliveries).toEqual([lost]);
  });

  test('at anybody else leaves the card as it is', () => {
    expect(kinds(aRound({ deliveries: [arrived] }))).toEqual([]);
    expect(kinds(aRound({ deliveries: [failed] }))).toEqual([]);
  });
});

describe('somebody who can be reached now', () => {
  const reach = (round: Round, now = NOW) => reachHolder(round, 'kari', { now, realNow: REAL_NOW });

  test.each([
    ['did not reach them', () => aRound({ deliveries: [failed] })],
    ['was not sent yet', () => aRound()],
  ])('gets the card that %s at once, also in the evening', (_what, make) => {
    const { outbox } = accepted(reach(make(), new Date('2026-03-02T21:00:00Z')));
    expect(outbox).toMatchObject([{ kind: 'seat-card', holderId: 'kari', dueAt: REAL_NOW }]);
    expect(outbox[0]).not.toHaveProperty('contactAt');
  });

  test('gets one card, however often they come, and none beside one that is on its way', () => {
    const once = accepted(reach(aRound({ deliveries: [failed] })));
    expect(accepted(reach(once)).outbox).toHaveLength(1);
    const onItsWay = { ...once, outbox: once.outbox.map((effect) => ({ ...effect, attempts: 1 })) };
    expect(accepted(reach(onItsWay))).toBe(onItsWay);
    const others = {
      ...once,
      outbox: onItsWay.outbox.map((effect) => ({ ...effect, holderId: 'ola' }) as typeof effect),
    };
    expect(accepted(reach(others)).outbox).toHaveLength(2);
  });

  test('whom a card had reached gets no second one: what lies there is seen to, and still not reached meanwhile', () => {
    const round = accepted(reach(aRound({ deliveries: [lost] })));
    expect(round.outbox).toMatchObject([{ kind: 'seat-card', dueAt: REAL_NOW }]);
    expect(round.deliveries).toEqual([lost]);
  });

  test('gets the reminder that they missed, at once, and once', () => {
    const round = accepted(reach(aRound({ deliveries: [{ ...lost, missedReminder: true }] })));
    expect(round.outbox).toMatchObject([{ kind: 'seat-card' }, { kind: 'seat-reminder', dueAt: REAL_NOW }]);
    expect(round.deliveries).toEqual([lost]);
    const sending = { ...round, outbox: round.outbox.map((effect) => ({ ...effect, attempts: 1 })) };
    expect(accepted(reach(sending))).toBe(sending);
  });

  test.each([
    ['it has reached', () => aRound({ deliveries: [arrived] })],
    ['they have answered', () => answered(aRound({ deliveries: [arrived] }), ['kari'])],
    ['they have answered elsewhere meanwhile', () => answered(aRound({ deliveries: [lost] }), ['kari'])],
  ])('has the card renewed where it lies, and nothing sent, when %s', (_what, make) => {
    const { deliveries, outbox } = accepted(reach(make()));
    expect(outbox).toMatchObject([{ kind: 'seat-card-update', holderId: 'kari' }]);
    expect(deliveries).toEqual([arrived]);
  });

  test.each([
    ['has answered', () => answered(aRound({ deliveries: [failed] }), ['kari'])],
    ['is not asked', () => ({ ...aRound(), seats: aRound().seats.filter(({ holderId }) => holderId !== 'kari') })],
    ['was asked in a round that is over', () => aRound({ status: 'withdrawn' })],
  ])('gets no card that %s', (_what, make) => {
    expect(reach(make())).toEqual({ ok: false, refusal: 'nothing-to-ask' });
  });

  test('gets none after the deadline', () => {
    expect(reach(aRound({ deliveries: [failed] }), DEADLINE)).toEqual({ ok: false, refusal: 'nothing-to-ask' });
  });
});
