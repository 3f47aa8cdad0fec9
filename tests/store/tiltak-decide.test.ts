import { describe, expect, test } from 'vitest';
import { isProposed, type Tiltak } from '../../store/tiltak/record.ts';
import { decideProposal, layBefore } from '../../store/tiltak/rules-decide.ts';
import { answerStatus } from '../../store/tiltak/rules-status.ts';
import { aTiltak } from '../support/minutes-room.ts';
import { accepted, NOW } from '../support/records.ts';

const by = { personId: 'siv', now: NOW, meetingId: 'meeting-1', sakId: 'oppfolging' };
const owned = aTiltak({ text: 'Se på rutinene', contactIds: ['ola'], ownerKeys: ['person:ola'], dueOn: '2026-06-01' });
const said = (of: 'unclear' | 'delete-proposed' | 'in-progress', tiltak: Tiltak = owned) =>
  accepted(answerStatus(tiltak, { class: of }, { personId: 'ola', from: 'answer' }, NOW));
const unclear = () => said('unclear');
const decide = (tiltak: Tiltak, what: 'keep' | 'clarify' | 'delete', text = '', who: object = {}) =>
  decideProposal(tiltak, { what, text }, { ...by, ...who });

describe('a tiltak that is unclear or proposed deleted', () => {
  test('waits for its committee to decide, and no other one does', () => {
    expect(isProposed(unclear())).toBe(true);
    expect(isProposed(said('delete-proposed'))).toBe(true);
    expect(isProposed(said('in-progress'))).toBe(false);
    expect(isProposed({ ...unclear(), state: 'closed' })).toBe(false);
    expect(isProposed(accepted(decide(unclear(), 'keep')))).toBe(false);
  });

  test('is kept as it reads', () => {
    const kept = accepted(decide(unclear(), 'keep', 'Noe annet'));
    expect(kept).toMatchObject({ state: 'open', text: 'Se på rutinene', openIn: 'committee-1' });
    expect(kept.proposal?.decided).toEqual({
      what: 'keep',
      at: NOW,
      by: 'siv',
      meetingId: 'meeting-1',
      sakId: 'oppfolging',
    });
    expect(kept.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'proposal:keep' });
    expect(kept.askDueAt).toBeDefined();
  });

  test('is decided elsewhere too', () => {
    const elsewhere = { meetingId: undefined, sakId: undefined };
    const { proposal } = accepted(decide(unclear(), 'keep', '', elsewhere));
    expect(proposal?.decided).toEqual({ what: 'keep', at: NOW, by: 'siv' });
  });

  test('that a meeting has decided of is decided anew there alone', () => {
    const kept = accepted(decide(unclear(), 'keep'));
    for (const meetingId of [undefined, 'meeting-2'])
      expect(decide(kept, 'delete', '', { meetingId })).toEqual({ ok: false, refusal: 'decided-in-meeting' });
    expect(accepted(decide(kept, 'delete')).state).toBe('closed');
    const elsewhere = accepted(decide(unclear(), 'keep', '', { meetingId: undefined, sakId: undefined }));
    expect(accepted(decide(elsewhere, 'delete')).proposal?.decided?.meetingId).toBe('meeting-1');
  });

  test('gets a clearer text, and how it read before is kept', () => {
    const clearer = accepted(decide(unclear(), 'clarify', 'Gå gjennom rutinene for utskriving'));
    expect(clearer).toMatchObject({ text: 'Gå gjennom rutinene for utskriving', state: 'open' });
    expect(clearer.proposal?.decided).toMatchObject({ what: 'clarify', before: 'Se på rutinene' });
    expect(clearer.history.at(-1)).toMatchObject({ what: 'proposal:clarify', was: 'Se på rutinene' });
  });

  test.each(['', 'Se på rutinene'])('is not clarified by the text «%s»', (text) => {
    expect(decide(unclear(), 'clarify', text)).toEqual({ ok: false, refusal: 'clearer-text' });
  });

  test('is deleted by its committee: nobody is asked about it, and it stays readable', () => {
    const gone = accepted(
      decide({ ...said('delete-proposed'), asks: [{ at: NOW, personId: 'ola', digest: 1 }] }, 'delete'),
    );
    expect(gone).toMatchObject({ state: 'closed', text: 'Se på rutinene', asks: [] });
    expect(gone.openIn).toBeUndefined();
    expect(gone.askDueAt).toBeUndefined();
  });

  test('is registered once, however often it is pressed', () => {
    const kept = accepted(decide(unclear(), 'keep'));
    expect(accepted(decide(kept, 'keep', '', { now: new Date(NOW.getTime() + 1) }))).toBe(kept);
    const clearer = accepted(decide(unclear(), 'clarify', 'Klart'));
    expect(accepted(decide(clearer, 'clarify', 'Klart'))).toBe(clearer);
    expect(accepted(decide(clearer, 'clarify', 'Klarere')).text).toBe('Klarere');
  });

  test('that was registered wrongly is registered anew, with the text that it had', () => {
    const clearer = accepted(decide(unclear(), 'clarify', 'Klart'));
    expect(accepted(decide(clearer, 'keep')).text).toBe('Se på rutinene');
    expect(accepted(decide(clearer, 'clarify', 'Klarere')).proposal?.decided?.before).toBe('Se på rutinene');
    const gone = accepted(decide(unclear(), 'delete'));
    const back = accepted(decide(gone, 'keep'));
    expect(back).toMatchObject({ state: 'open', openIn: 'committee-1' });
    expect(back.askDueAt).toBeDefined();
  });

  test('that is done meanwhile is open no more', () => {
    const done = accepted(answerStatus(unclear(), { class: 'done' }, { personId: 'ola', from: 'answer' }, NOW));
    const kept = accepted(decide({ ...done, proposal: { kind: 'clarify', at: NOW, by: 'ola' } }, 'keep'));
    expect(kept.openIn).toBeUndefined();
  });

  test.each([
    ['there is no proposal', () => owned, 'no-proposal'],
    ['it left its plan', () => ({ ...unclear(), state: 'closed' as const }), 'tiltak-closed'],
    [
      'it left its plan after it was kept',
      () => ({ ...accepted(decide(unclear(), 'keep')), state: 'closed' as const }),
      'tiltak-closed',
    ],
  ])('is not decided where %s', (_what, tiltak, refusal) => {
    expect(decide(tiltak(), 'delete')).toEqual({ ok: false, refusal });
  });
});

describe('a proposal on an agenda', () => {
  test('knows the meeting it is laid before, the newest one', () => {
    const laid = accepted(layBefore(unclear(), 'meeting-1'));
    expect(laid.proposal?.meetingId).toBe('meeting-1');
    expect(accepted(layBefore(laid, 'meeting-1'))).toBe(laid);
    expect(accepted(layBefore(laid, 'meeting-2')).proposal?.meetingId).toBe('meeting-2');
  });

  test('is none where nothing is proposed, or it is decided', () => {
    expect(accepted(layBefore(owned, 'meeting-1'))).toBe(owned);
    const kept = accepted(decide(unclear(), 'keep'));
    expect(accepted(layBefore(kept, 'meeting-2'))).toBe(kept);
  });
});
