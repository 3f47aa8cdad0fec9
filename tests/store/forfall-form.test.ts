import { describe, expect, test } from 'vitest';
import { readForfall } from '../../store/meeting/rules-forfall-form.ts';
import { aMeeting } from '../support/meetings.ts';

/** 12.00 to 14.00 in Oslo. */
const meeting = aMeeting();
const at = (clock: string) => new Date(`2026-04-14T${clock}:00Z`);
const read = (fields: Parameters<typeof readForfall>[0]) => readForfall(fields, meeting, ['a', 'b']);

describe('forfall as it was typed', () => {
  test.each([
    ['the whole meeting', { what: 'whole', from: '12:30', saker: 'a' }, [{ what: 'whole' }]],
    ['from a time', { what: 'part', from: '12:30' }, [{ what: 'part', sakIds: [], from: at('10:30') }]],
    ['until a time', { what: 'part', to: '13:00' }, [{ what: 'part', sakIds: [], to: at('11:00') }]],
    [
      'between two times',
      { what: 'part', from: '12:30', to: '13:00' },
      [{ what: 'part', sakIds: [], from: at('10:30'), to: at('11:00') }],
    ],
    [
      'from its beginning',
      { what: 'part', from: '12:00', to: '13:00' },
      [{ what: 'part', sakIds: [], to: at('11:00') }],
    ],
    ['all of its hours', { what: 'part', from: '12:00', to: '14:00' }, [{ what: 'whole' }]],
    ['some of its saker', { what: 'part', saker: 'a, b,a' }, [{ what: 'part', sakIds: ['a', 'b'] }]],
    [
      'saker somebody is inhabil in',
      { what: 'sak', saker: 'a,b' },
      [
        { what: 'sak', sakId: 'a' },
        { what: 'sak', sakId: 'b' },
      ],
    ],
  ] as const)('is about %s', (_what, fields, scopes) => {
    expect(read(fields)).toEqual({ scopes });
  });

  test.each([
    ['nothing chosen', {}, 'forfall-what'],
    ['a part of nothing', { what: 'part', from: ' ', to: '' }, 'forfall-part'],
    ['hours and saker', { what: 'part', to: '13:00', saker: 'a' }, 'forfall-either'],
    ['a time that is none', { what: 'part', from: '25:00' }, 'forfall-time'],
    ['an end that is no time', { what: 'part', to: 'ett' }, 'forfall-time'],
    ['a beginning before the meeting', { what: 'part', from: '11:00', to: '13:00' }, 'part-outside'],
    ['an end after the meeting', { what: 'part', from: '13:00', to: '15:00' }, 'part-outside'],
    ['an end before its beginning', { what: 'part', from: '13:30', to: '13:00' }, 'part-outside'],
    ['no time between', { what: 'part', from: '13:00', to: '13:00' }, 'part-outside'],
    ['hours after the meeting', { what: 'part', from: '14:00' }, 'part-outside'],
    ['no sak', { what: 'sak', saker: ' , ' }, 'forfall-sak'],
    ['a sak of another meeting', { what: 'sak', saker: 'a,x' }, 'sak-not-on-agenda'],
    ['a part with a sak of another meeting', { what: 'part', saker: 'x' }, 'sak-not-on-agenda'],
  ] as const)('with %s is asked again', (_what, fields, problem) => {
    expect(read(fields)).toEqual({ problem });
  });

  test('has a reason only when one of those that are counted was chosen', () => {
    expect(read({ what: 'whole', reason: 'sykdom' })).toMatchObject({ reason: 'sykdom' });
    expect(read({ what: 'whole', reason: 'ingen' })).not.toHaveProperty('reason');
    expect(read({ what: 'whole', reason: 'brukket ben' })).not.toHaveProperty('reason');
  });
});
