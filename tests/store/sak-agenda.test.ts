import { describe, expect, test } from 'vitest';
import type { Sak } from '../../store/sak/record.ts';
import { closeSak, editFixedSak, newFixedSak, renewFixedSak } from '../../store/sak/rules-agenda.ts';
import { anAcceptedSak } from '../support/agendas.ts';
import { accepted, NOW, TENANT } from '../support/records.ts';

const by = { personId: 'siv', now: NOW };
const text = { background: 'Før', proposal: ['Ett punkt.'], attachments: [] };
const newer = {
  background: 'Nå',
  proposal: ['Et annet punkt.'],
  attachments: [{ kind: 'link' as const, url: 'https://www.eksempel.no/', name: 'Notat' }],
};
const aFixed = (changes: Partial<Sak> = {}): Sak => ({
  ...newFixedSak(
    {
      id: 'fixed_meeting-1_innkalling',
      tenantId: TENANT,
      committeeId: 'committee-1',
      title: 'Innkalling og dagsorden',
      from: 'Sekretariatet',
      meetingId: 'meeting-1',
      fixed: 'innkalling',
    },
    text,
  ),
  ...changes,
});

describe('a fixed sak', () => {
  test('is made for its meeting, accepted, and proposed by nobody', () => {
    expect(aFixed()).toMatchObject({
      ...text,
      status: 'accepted',
      fixed: 'innkalling',
      meetingId: 'meeting-1',
      proposedBy: 'bot',
      form: 'full',
      revision: 0,
    });
    expect(aFixed().openIn).toBeUndefined();
  });

  test('is written anew when something else is known', () => {
    expect(accepted(renewFixedSak(aFixed(), newer))).toMatchObject({ ...newer, revision: 1 });
    for (const changed of [
      { ...text, background: 'x' },
      { ...text, proposal: [] },
      { ...text, attachments: newer.attachments },
    ])
      expect(accepted(renewFixedSak(aFixed(), changed)).revision).toBe(1);
    const same = aFixed();
    expect(accepted(renewFixedSak(same, text))).toBe(same);
  });

  test('keeps what somebody wrote by hand, and what was sent', () => {
    const edited = accepted(editFixedSak(aFixed(), { background: 'Mitt', proposal: [] }, by));
    expect(accepted(renewFixedSak(edited, newer))).toBe(edited);
    const sent = aFixed({ number: '12/26' });
    expect(accepted(renewFixedSak(sent, newer))).toBe(sent);
    const closed = accepted(closeSak(aFixed(), true, by));
    expect(accepted(renewFixedSak(closed, newer)).background).toBe('Nå');
  });

  test('a sak that somebody proposed is never written over', () => {
    const proposed = anAcceptedSak('a');
    expect(accepted(renewFixedSak(proposed, newer))).toBe(proposed);
  });
});

describe('the text of a fixed sak, written by hand', () => {
  test('takes the old one’s place, and says who wrote it', () => {
    const edited = accepted(editFixedSak(aFixed(), { background: 'Nytt', proposal: ['a', 'b'] }, by));
    expect(edited).toMatchObject({ background: 'Nytt', proposal: ['a', 'b'], revision: 1 });
    expect(edited.history).toEqual([{ at: NOW, by: 'siv', what: 'agenda-text-edited' }]);
  });

  test('the same text changes nothing; one that differs in its points alone does', () => {
    const before = aFixed();
    expect(accepted(editFixedSak(before, { background: 'Før', proposal: ['Ett punkt.'] }, by))).toBe(before);
    expect(accepted(editFixedSak(before, { background: 'Før', proposal: [] }, by)).proposal).toEqual([]);
  });

  const long = (length: number) => 'x'.repeat(length);
  test.each([
    ['a background that is too long', long(60_001), [], 'background-too-long'],
    ['a point that is too long', '', ['a', long(4001)], 'point-too-long'],
    ['too many points', '', Array<string>(31).fill('x'), 'too-many-points'],
  ])('%s is refused', (_what, background, proposal, refusal) => {
    expect(editFixedSak(aFixed(), { background, proposal }, by)).toEqual({ ok: false, refusal });
  });

  test('as much as fits is taken', () => {
    const most = { background: long(60_000), proposal: Array<string>(30).fill(long(4000)) };
    expect(editFixedSak(aFixed(), most, by)).toMatchObject({ ok: true });
  });

  test('the text of a sak that was proposed is its proposer’s', () => {
    expect(editFixedSak(anAcceptedSak('a'), { background: 'x', proposal: [] }, by)).toEqual({
      ok: false,
      refusal: 'not-fixed',
    });
  });
});

describe('closing a sak', () => {
  test('closes it and opens it again, and each changes what it says', () => {
    const closed = accepted(closeSak(aFixed(), true, by));
    expect(closed).toMatchObject({ closed: true, revision: 1 });
    expect(closed.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'closed-to-others' });
    const opened = accepted(closeSak(closed, false, by));
    expect(opened.closed).toBeUndefined();
    expect(opened.revision).toBe(2);
    expect(opened.history.at(-1)).toMatchObject({ what: 'opened-to-all' });
  });

  test('what is as wanted already stays as it is', () => {
    const open = aFixed();
    const closed = accepted(closeSak(open, true, by));
    expect(accepted(closeSak(open, false, by))).toBe(open);
    expect(accepted(closeSak(closed, true, by))).toBe(closed);
  });
});
