import { describe, expect, test } from 'vitest';
import { isProposed, type Tiltak } from '../../store/tiltak/record.ts';
import { planned } from '../../store/tiltak/rules-ask.ts';
import { closeTiltak, editTiltak, reopenTiltak, type TiltakEdit } from '../../store/tiltak/rules-edit.ts';
import { aPlanned, said } from '../support/plans.ts';
import { accepted, NOW } from '../support/records.ts';

const by = { by: 'siv', at: NOW };
const tiltak = planned(aPlanned(0, { owner: 'FSU BU', due: '2027', dueOn: '2027-12-31' }), NOW);
const same: TiltakEdit = { text: tiltak.text, owner: 'FSU BU', due: '2027', dueOn: '2027-12-31', contactIds: [] };
const edited = (edit: Partial<TiltakEdit>, of = tiltak) => accepted(editTiltak(of, { ...same, ...edit }, by));
const news = ({ history }: Tiltak) => history.slice(tiltak.history.length);
const proposal = { kind: 'delete', at: NOW, by: 'kari' } as const;

describe('a tiltak that is changed', () => {
  test('stays as it was when nothing is', () => {
    expect(edited({})).toBe(tiltak);
  });

  test('has a line for each change, which says what it was', () => {
    const after = edited({ text: 'Ny', owner: 'SEKR', due: '2028', dueOn: '2028-12-31', contactIds: ['kari'] });
    expect(after).toMatchObject({ text: 'Ny', owner: 'SEKR', due: '2028', dueOn: '2028-12-31', contactIds: ['kari'] });
    expect(news(after)).toEqual([
      { at: NOW, by: 'siv', what: 'text', was: 'Tiltak nummer 0' },
      { at: NOW, by: 'siv', what: 'owner', was: 'FSU BU' },
      { at: NOW, by: 'siv', what: 'contacts-named' },
      { at: NOW, by: 'siv', what: 'due', was: '2027' },
    ]);
  });

  test('loses what is emptied', () => {
    const after = edited({ owner: undefined, due: undefined, dueOn: undefined });
    for (const field of ['owner', 'due', 'dueOn']) expect(after).not.toHaveProperty(field);
    expect(news(after).map(({ was }) => was)).toEqual(['FSU BU', '2027']);
  });

  test('keeps the day that its due time was said to mean, as long as the words stand', () => {
    const meant = planned(aPlanned(1, { due: 'neste møte', dueOn: '2026-04-14' }), NOW);
    const kept = accepted(
      editTiltak(meant, { ...same, text: 'Ny', owner: undefined, due: 'neste møte', dueOn: '2026-06-09' }, by),
    );
    expect(kept).toMatchObject({ text: 'Ny', dueOn: '2026-04-14' });
    const asked = planned(aPlanned(2, { due: '12. april', dueOn: '2026-04-12' }), NOW);
    expect(accepted(editTiltak(asked, { ...same, due: '12. april', dueOn: undefined }, by)).dueOn).toBe('2026-04-12');
    expect(accepted(editTiltak(asked, { ...same, due: '13. april', dueOn: undefined }, by)).dueOn).toBeUndefined();
  });

  test('is found under whoever is asked now, and asked about', () => {
    const known = edited({ owner: 'Kari', ownerRef: { kind: 'person', personId: 'kari' } });
    expect(known.ownerKeys).toEqual(['person:kari']);
    expect(known.askDueAt).toBeInstanceOf(Date);
    const named = edited({ owner: 'Kari', contactIds: ['ola'] }, known);
    expect(named.ownerKeys).toEqual(['person:ola']);
    expect(edited({ owner: 'Kari' }, named).ownerKeys).toEqual(['person:kari']);
    expect(edited({ owner: 'Ingen' }, known)).toMatchObject({ ownerKeys: [] });
    expect(edited({ owner: 'Ingen' }, known)).not.toHaveProperty('ownerRef');
    expect(edited({ owner: 'Ingen' }, known)).not.toHaveProperty('askDueAt');
  });

  test('asks somebody new from the beginning', () => {
    const asks = [{ at: NOW, personId: 'kari', digest: 1 }];
    const before: Tiltak = { ...tiltak, contactIds: ['kari'], ownerKeys: ['person:kari'], asks };
    expect(edited({ contactIds: ['ola'] }, before).asks).toEqual([]);
    expect(edited({ contactIds: ['kari'], text: 'Ny' }, before).asks).toEqual(asks);
    expect(edited({}, before)).not.toHaveProperty('contactIds');
  });

  test('is not changed once it was taken out', () => {
    expect(editTiltak({ ...tiltak, state: 'closed' }, same, by)).toEqual({ ok: false, refusal: 'tiltak-closed' });
  });
});

describe('a tiltak that is taken out', () => {
  const asks = [{ at: NOW, personId: 'kari', digest: 1 }];
  const owned = planned({ ...tiltak, ownerKeys: ['person:kari'], snoozedUntil: '2026-04-01', asks }, NOW);

  test('is asked about no more, and stays with what was said of it', () => {
    const out = accepted(closeTiltak({ ...owned, statuses: [said()] }, 'siv', NOW));
    expect(out).toMatchObject({ state: 'closed', asks: [], statuses: [said()] });
    for (const field of ['openIn', 'askDueAt', 'snoozedUntil']) expect(out).not.toHaveProperty(field);
    expect(news(out)).toEqual([{ at: NOW, by: 'siv', what: 'closed' }]);
    expect(accepted(closeTiltak(out, 'lise', NOW))).toBe(out);
  });

  test('is not, while the committee has still to decide of it', () => {
    expect(closeTiltak({ ...owned, proposal }, 'siv', NOW)).toEqual({ ok: false, refusal: 'tiltak-proposed' });
    const decided = { ...proposal, decided: { what: 'keep', at: NOW, by: 'siv' } } as const;
    expect(isProposed({ state: 'open', proposal: decided })).toBe(false);
    expect(accepted(closeTiltak({ ...owned, proposal: decided }, 'siv', NOW)).state).toBe('closed');
  });

  test('is taken in again, and asked about again unless it is done', () => {
    const back = (of: Tiltak) => accepted(reopenTiltak(accepted(closeTiltak(of, 'siv', NOW)), 'lise', NOW));
    expect(back(owned)).toMatchObject({ state: 'open', openIn: 'committee-1' });
    expect(back(owned).askDueAt).toBeInstanceOf(Date);
    expect(news(back(owned)).map(({ what }) => what)).toEqual(['closed', 'reopened']);
    const done = back({ ...owned, statuses: [said({ class: 'done' })] });
    expect(done.state).toBe('open');
    expect(done).not.toHaveProperty('openIn');
    expect(done).not.toHaveProperty('askDueAt');
    expect(accepted(reopenTiltak(owned, 'siv', NOW))).toBe(owned);
  });

  test('is not taken in again by hand when its committee has deleted it', () => {
    const decided = { ...proposal, decided: { what: 'delete', at: NOW, by: 'siv' } } as const;
    const deleted: Tiltak = { ...owned, state: 'closed', proposal: decided };
    expect(reopenTiltak(deleted, 'siv', NOW)).toEqual({ ok: false, refusal: 'tiltak-deleted' });
    const kept: Tiltak = { ...deleted, proposal: { ...decided, decided: { ...decided.decided, what: 'keep' } } };
    expect(accepted(reopenTiltak(kept, 'siv', NOW)).state).toBe('open');
  });
});
