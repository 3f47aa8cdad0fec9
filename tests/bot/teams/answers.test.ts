import { describe, expect, test, vi } from 'vitest';
import { faultAnswer, inTime, invokeBody } from '../../../bot/teams/answers.ts';
import type { InvokeAnswer } from '../../../bot/turn.ts';
import { notRegisteredText } from '../../../cards/text/teams.ts';
import { BusyRecordError } from '../../../store/change.ts';

const said: InvokeAnswer = { kind: 'message', text: 'Registrert.' };
const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));

describe('an answer', () => {
  test('that is there in time is given as it is', async () => {
    const onLateFailure = vi.fn();
    expect(await inTime(Promise.resolve(said), 1000, onLateFailure)).toEqual({ answer: said, isLate: false });
    expect(onLateFailure).not.toHaveBeenCalled();
  });

  test('that is late is not waited for: nothing is promised, and what was begun goes on', async () => {
    let isDone = false;
    const slow = later(50, said).then((answer) => {
      isDone = true;
      return answer;
    });
    const { answer, isLate } = await inTime(slow, 5, () => {});
    expect({ answer, isLate, isDone }).toEqual({
      answer: { kind: 'message', text: notRegisteredText },
      isLate: true,
      isDone: false,
    });
    await vi.waitFor(() => expect(isDone).toBe(true));
  });

  test('that fails in time fails, and is told by whoever waits', async () => {
    const onLateFailure = vi.fn();
    await expect(inTime(Promise.reject(new Error('broken')), 1000, onLateFailure)).rejects.toThrow('broken');
    expect(onLateFailure).not.toHaveBeenCalled();
  });

  test('that fails when nobody waits any more is told all the same', async () => {
    const onLateFailure = vi.fn();
    const failing = later(20, undefined).then(() => Promise.reject(new Error('broken')));
    expect((await inTime(failing, 1, onLateFailure)).isLate).toBe(true);
    await vi.waitFor(() => expect(onLateFailure).toHaveBeenCalledExactlyOnceWith(new Error('broken')));
  });

  test('leaves no timer behind', async () => {
    vi.useFakeTimers();
    try {
      await inTime(Promise.resolve(said), 4500, () => {});
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the body of an answer', () => {
  test('is a card that takes the place of the old one', () => {
    const card = { type: 'AdaptiveCard' } as never;
    const type = 'application/vnd.microsoft.card.adaptive';
    expect(invokeBody('adaptiveCard/action', { kind: 'card', card })).toEqual({ statusCode: 200, type, value: card });
  });

  test('is a sentence beside the card', () => {
    const type = 'application/vnd.microsoft.activity.message';
    expect(invokeBody('adaptiveCard/action', said)).toEqual({ statusCode: 200, type, value: 'Registrert.' });
  });
});

describe('a fault', () => {
  test('is told with a reference of its own, and nothing of what went wrong', () => {
    const { text, reference } = faultAnswer(new Error('hemmelig'));
    expect(reference).toMatch(/^[\da-f]{4}$/);
    expect(text).toContain(`(ref. ${reference})`);
    expect(text).not.toContain('hemmelig');
  });

  test('that only means that others were faster asks to try again', () => {
    expect(faultAnswer(new BusyRecordError('round_1')).text).toBe(notRegisteredText);
  });
});
