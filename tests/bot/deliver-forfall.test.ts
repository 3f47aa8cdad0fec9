import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliveries } from '../../bot/deliver.ts';
import { UndeliveredError } from '../../bot/turn.ts';
import type { Effect } from '../../store/effect.ts';
import type { AgendaRoom } from '../support/agenda-room.ts';
import { aForfallRoom } from '../support/forfall-room.ts';

const meetingId = 'meeting-1';
const forfallId = 'seat-kari:whole';
const HOUR = 3_600_000;

let room: AgendaRoom;
beforeEach(async () => {
  room = await aForfallRoom();
});
afterEach(() => room.end());

const report = (fields: object = {}) =>
  room.card('kari', { verb: 'forfall.report', meetingId, what: 'whole', ...fields });
const back = (id: string) => room.card('kari', { verb: 'forfall.back', meetingId, forfallId: id });
const answer = (person: string, yes: boolean) => room.card(person, { verb: 'forfall.call', meetingId, forfallId, yes });
const waiting = async (kind: Effect['kind']) => {
  const effect = (await room.meeting(meetingId)).outbox.find((one) => one.kind === kind);
  if (effect === undefined) throw new Error(`no «${kind}» waits`);
  return effect;
};
const send = async (effect: Effect) =>
  deliveries(room.deps, room.teams).meetings.send(effect, await room.meeting(meetingId));

describe('who is inhabil', () => {
  const recused = async () => (await room.deps.saker.collection.get('b'))?.recusedSeatIds;

  test('is told as the meeting says now, however late the telling is', async () => {
    await report({ what: 'sak', saker: 'b' });
    const [effect, before] = [await waiting('sak-told'), await room.meeting(meetingId)];
    await back('seat-kari:sak:b');
    await deliveries(room.deps, room.teams).meetings.send(effect, before);
    expect(await recused()).toBeUndefined();
  });

  test('is told to a sak that stays as it is when it is told again', async () => {
    await report({ what: 'sak', saker: 'b' });
    const effect = await waiting('sak-told');
    await send(effect);
    await send(effect);
    expect(await recused()).toEqual(['seat-kari']);
  });
});

describe('the card with a call-in', () => {
  const card = () => waiting('personal-card');

  test('is not sent to whoever has said no meanwhile', async () => {
    await report();
    const effect = await card();
    await answer('vera', false);
    await send(effect);
    expect(room.wordsTo('chat-vera')).toBe('');
  });

  test('is not sent to whoever was silent so long that another acts', async () => {
    await report();
    const effect = await card();
    room.wait(25 * HOUR);
    await room.tick();
    await send(effect);
    expect(room.wordsTo('chat-vera')).toContain('Svarfristen er ute');
    await answer('vidar', true);
    const before = room.wordsTo('chat-vera');
    await send(effect);
    expect(room.wordsTo('chat-vera')).toBe(before);
  });

  test('is not sent once the meeting is over, and is once it is cancelled', async () => {
    await report();
    const effect = await card();
    room.clock.now = new Date('2026-04-14T12:00:00Z');
    await send(effect);
    expect(room.wordsTo('chat-vera')).toBe('');
    room.clock.now = new Date('2026-03-02T09:00:00Z');
    await room.card('siv', { verb: 'meeting.cancel', meetingId });
    room.clock.now = new Date('2026-04-14T12:00:00Z');
    await send(effect);
    expect(room.wordsTo('chat-vera')).toContain('Møtet er avlyst');
  });

  test('that did not reach a vara who has said yes meanwhile changes nothing', async () => {
    await report();
    const effect = await card();
    await answer('vera', true);
    const settle = deliveries(room.deps, room.teams).meetings.giveUp(effect, new UndeliveredError('blocked', 'no'));
    const told = settle?.(await room.meeting(meetingId));
    const unreached = told?.outbox.find(({ kind }) => kind === 'call-unreached');
    expect(unreached).toMatchObject({ forfallId, varaId: 'vera' });
    const after = unreached && (await send(unreached));
    expect(after?.(await room.meeting(meetingId)).forfall?.[0]?.calls).toMatchObject([{ state: 'accepted' }]);
  });
});

test('another card that does not arrive calls nobody in', async () => {
  await report();
  const view = { view: 'own-forfall', meetingId } as const;
  const card = { ...(await waiting('personal-card')), personId: 'kari', view } as Effect;
  const { giveUp } = deliveries(room.deps, room.teams).meetings;
  const settled = giveUp(card, new UndeliveredError('blocked', 'no'));
  expect(settled).toBeUndefined();
});
