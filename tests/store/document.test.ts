import { describe, expect, test } from 'vitest';
import { documentSchema } from '../../store/document/record.ts';
import { followRoundOf, openAbout, reviseDocument } from '../../store/document/rules.ts';
import { readDocument } from '../../store/document/rules-form.ts';
import type { TypedDocument } from '../../store/document/view.ts';
import { keepForRound } from '../../store/round/rules-keep.ts';
import { committee, majority, three } from '../support/clauses.ts';
import { aDocument } from '../support/documents.ts';
import { aVote, clocks } from '../support/matter-rounds.ts';
import { aCommittee, accepted, aFile, DEADLINE, hashOf, NOW } from '../support/records.ts';

const home = committee(majority);
const writer = { committees: [home], personId: 'siv', now: NOW, hash: hashOf };
const typed = {
  committeeId: 'committee-1',
  title: ' Møteplan\n for 2027 ',
  text: 'Planen følger vedlagt.',
  proposal: '1. SSU vedtar ny møteplan.\n2. SSU ber om\nat den sendes ut.',
  deadlineOn: '2026-03-09',
  deadlineTime: '15:00',
};
const read = (purpose: 'vedtak' | 'innspill', overrides: TypedDocument = {}, by: Partial<typeof writer> = {}) =>
  readDocument(purpose, { ...typed, ...overrides }, { ...writer, ...by });
const inputOf = (result: ReturnType<typeof read>) => {
  if ('problems' in result) throw new Error(result.problems.join());
  return result.input;
};

describe('the form for what is asked about', () => {
  test('gives a vote its title on one line and its numbered points', () => {
    expect(read('vedtak')).toEqual({
      input: {
        committeeId: 'committee-1',
        purpose: 'vedtak',
        title: 'Møteplan for 2027',
        text: 'Planen følger vedlagt.',
        proposal: ['SSU vedtar ny møteplan.', 'SSU ber om\nat den sendes ut.'],
        askedGroup: 'voting',
        deadline: DEADLINE,
      },
    });
  });

  test('one point a line, when they are not numbered', () => {
    expect(inputOf(read('vedtak', { proposal: 'SSU vedtar planen.\n\nSSU ber om den.\u0007' })).proposal).toEqual([
      'SSU vedtar planen.',
      'SSU ber om den.',
    ]);
  });

  test('asks those with a vote to vote, whatever was chosen; innspill of all, or of those with a vote', () => {
    expect(inputOf(read('vedtak', { askedGroup: 'all' })).askedGroup).toBe('voting');
    expect(inputOf(read('innspill', { askedGroup: 'all' }))).toMatchObject({ askedGroup: 'all', proposal: [] });
    expect(inputOf(read('innspill')).askedGroup).toBe('all');
    expect(inputOf(read('innspill', { askedGroup: 'voting' })).askedGroup).toBe('voting');
  });

  test('a vote needs no text, and a text may come from a file', () => {
    expect(inputOf(read('vedtak', { text: '' })).text).toBe('');
    const file = aFile({ text: 'Fra fil' });
    const { text, file: kept } = inputOf(readDocument('innspill', { ...typed, fileId: 'file-1' }, { ...writer, file }));
    expect([text, kept?.id]).toEqual(['Fra fil', 'file-1']);
  });

  test.each([
    ['title-missing', { title: ' \n' }],
    ['title-too-long', { title: 'x'.repeat(301) }],
    ['title-too-long', { title: 'x'.repeat(30_000) }],
    ['text-too-long', { text: 'x'.repeat(60_001) }],
    ['text-only-link', { text: 'https://eksempel.no/x' }],
    ['no-proposal', { proposal: ' ' }],
    ['point-too-long', { proposal: `Kort\n${'x'.repeat(4001)}` }],
    ['too-many-points', { proposal: 'Punkt\n'.repeat(31) }],
    ['deadline', { deadlineOn: '31.02.24' }],
    ['deadline', { deadlineOn: '2026-02-31' }],
    ['deadline-passed', { deadlineOn: '2026-02-27' }],
    ['deadline-too-far', { deadlineOn: '2026-12-01' }],
    ['committee', { committeeId: 'committee-9' }],
  ] as const)('a vote is refused: %s', (problem, overrides) => {
    expect(read('vedtak', overrides)).toEqual({ problems: [problem] });
  });

  test('the longest title, text, point and proposal are taken', () => {
    const points = Array.from({ length: 30 }, () => 'x'.repeat(4000)).join('\n');
    const longest = { title: 'x'.repeat(300), text: 'x'.repeat(60_000), proposal: points };
    expect(inputOf(read('vedtak', longest)).proposal).toHaveLength(30);
  });

  test('innspill needs a text, and neither proposal nor rule', () => {
    expect(read('innspill', { text: '  ', proposal: '' })).toEqual({ problems: ['text-missing'] });
    const unchosen = { committees: [aCommittee({ settings: { roundDays: 7 } })] };
    expect(inputOf(read('innspill', { proposal: '' }, unchosen)).proposal).toEqual([]);
    expect(read('vedtak', {}, unchosen)).toEqual({ problems: ['no-rule'] });
  });

  test('a rule that can never be met is refused', () => {
    const two = committee({ kind: 'consensus', atLeast: 5 });
    expect(read('vedtak', {}, { committees: [two] })).toEqual({ problems: ['consensus-beyond'] });
    expect('input' in read('vedtak', {}, { committees: [committee(three)] })).toBe(true);
  });

  test('every problem is named at once, and only those who run rounds may send', () => {
    expect(read('vedtak', { title: '', proposal: '', deadlineOn: '' })).toEqual({
      problems: ['title-missing', 'no-proposal', 'deadline'],
    });
    expect(read('vedtak', {}, { personId: 'kari' })).toEqual({ problems: ['committee'] });
  });
});

describe('a draft of what is asked about', () => {
  const by = { committees: [home], personId: 'siv', now: NOW };
  const input = () => inputOf(read('vedtak'));

  test('is a record as the store keeps it', () => {
    expect(documentSchema.parse(aDocument())).toEqual(aDocument());
  });

  test('is rewritten, and the same again changes nothing', () => {
    const revised = accepted(reviseDocument(aDocument(), input(), by));
    expect(revised).toMatchObject({ revision: 2, proposal: input().proposal, draftIn: 'committee-1' });
    expect(revised.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'rewritten' });
    expect(accepted(reviseDocument(revised, input(), by))).toBe(revised);
    const later = { ...input(), deadline: new Date(DEADLINE.getTime() + 1) };
    expect(accepted(reviseDocument(revised, later, by)).revision).toBe(3);
  });

  test('a text that is typed now does not come from the file of before', () => {
    const file = { id: 'file-1', name: 'x.docx', sha256: hashOf('x'), bytes: 3 };
    expect(accepted(reviseDocument(aDocument({ file }), input(), by))).not.toHaveProperty('file');
    // the same words from another file are another revision
    const same = accepted(reviseDocument(aDocument({ file }), { ...aDocument(), file }, by));
    expect(same.revision).toBe(1);
    const other = { ...aDocument(), file: { ...file, id: 'file-2' } };
    expect(accepted(reviseDocument(aDocument({ file }), other, by)).revision).toBe(2);
  });

  test('what was sent stays, and others do not touch it', () => {
    expect(reviseDocument(aDocument({ state: 'sent' }), input(), by)).toEqual({ ok: false, refusal: 'sent-before' });
    expect(reviseDocument(aDocument(), input(), { ...by, personId: 'kari' })).toEqual({
      ok: false,
      refusal: 'not-for-you',
    });
    expect(reviseDocument(aDocument({ committeeId: 'other' }), input(), by)).toEqual({
      ok: false,
      refusal: 'not-for-you',
    });
  });

  test('is rewritten by nobody for ten minutes while a round about it is being opened', () => {
    const keeping = { revision: 1, roundId: 'round-1', sentBefore: 'sent-before' } as const;
    const kept = accepted(keepForRound(aDocument(), keeping, NOW));
    expect(documentSchema.parse(kept)).toEqual(kept);
    const minutesLater = (minutes: number) => ({ ...by, now: new Date(NOW.getTime() + minutes * 60_000) });
    expect(reviseDocument(kept, input(), minutesLater(9.99))).toEqual({ ok: false, refusal: 'sent-before' });
    expect(accepted(reviseDocument(kept, aDocument(), by))).toBe(kept);
    expect(accepted(reviseDocument(kept, input(), minutesLater(10)))).toMatchObject({ revision: 2 });
    expect(accepted(followRoundOf(kept, aVote(majority), NOW))).not.toHaveProperty('sending');
  });

  const leaderNames = { chair: 'Leder', viceChair: 'Nestleder' };
  const opening = { committee: home, openedBy: 'siv', nameOf: (id: string) => id, hash: hashOf, leaderNames };

  test('is sent as it was previewed, for what it is meant for', () => {
    expect(accepted(openAbout(aDocument(), 1, opening, clocks))).toMatchObject({
      id: 'round_document-1_1',
      subject: { kind: 'document', id: 'document-1' },
      kind: 'vedtak',
      title: 'Møteplan for 2027',
      matter: { text: 'Planen følger vedlagt.', proposal: ['SSU vedtar ny møteplan for 2027.'] },
    });
    const hearing = aDocument({ purpose: 'innspill', proposal: [], askedGroup: 'all' });
    expect(accepted(openAbout(hearing, 1, opening, clocks))).toMatchObject({ kind: 'innspill', askedGroup: 'all' });
    const toVoting = aDocument({ purpose: 'innspill', proposal: [], askedGroup: 'voting' });
    expect(accepted(openAbout(toVoting, 1, opening, clocks)).askedGroup).toBe('voting');
    const toSign = aDocument({ purpose: 'signering', proposal: [], askedGroup: 'leaders' });
    expect(accepted(openAbout(toSign, 1, opening, clocks))).toMatchObject({ kind: 'signering', askedGroup: 'leaders' });
    const again = aDocument({ round: { id: 'round_document-1_1', number: 1, version: 4 } });
    expect(accepted(openAbout(again, 1, opening, clocks)).id).toBe('round_document-1_2');
  });

  test('is not sent twice, nor in another revision than was seen', () => {
    expect(openAbout(aDocument({ state: 'sent' }), 1, opening, clocks)).toEqual({ ok: false, refusal: 'sent-before' });
    expect(openAbout(aDocument({ revision: 2 }), 1, opening, clocks)).toEqual({
      ok: false,
      refusal: 'changed-since-preview',
    });
  });
});

describe('a document and its round', () => {
  const told = () => ({ ...aVote(majority), version: 3 });

  test('is sent while its round stands, and a draft again when it was withdrawn', () => {
    const round = told();
    const sent = accepted(followRoundOf(aDocument(), round, NOW));
    expect(sent).toMatchObject({ state: 'sent', round: { id: round.id, number: 1, version: 3 } });
    expect(sent).not.toHaveProperty('draftIn');
    expect(sent.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'sent' });
    const draft = accepted(followRoundOf(sent, { ...round, version: 4, status: 'withdrawn' }, NOW));
    expect(draft).toMatchObject({ state: 'draft', draftIn: 'committee-1' });
    expect(draft.history.at(-1)?.what).toBe('draft');
  });

  test('an older state changes nothing, and a newer one that says the same leaves no line', () => {
    const round = told();
    const sent = accepted(followRoundOf(aDocument(), round, NOW));
    expect(accepted(followRoundOf(sent, { ...round, version: 2, status: 'withdrawn' }, NOW))).toBe(sent);
    expect(accepted(followRoundOf(sent, round, NOW))).toBe(sent);
    expect(accepted(followRoundOf(sent, { ...round, number: 2, version: 1 }, NOW)).round?.number).toBe(2);
    const second = accepted(followRoundOf(sent, { ...round, number: 2, version: 1 }, NOW));
    expect(accepted(followRoundOf(second, { ...round, version: 9 }, NOW))).toBe(second);
    expect(second.history).toHaveLength(sent.history.length);
  });
});
