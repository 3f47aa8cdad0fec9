import { describe, expect, test } from 'vitest';
import {
  MAX_VERSIONS,
  newest,
  newReferat,
  type Referat,
  referatSchema,
  versionOf,
} from '../../store/referat/record.ts';
import { addVersion, followRound, reviseReferat } from '../../store/referat/rules.ts';
import { keepForRound } from '../../store/round/rules-keep.ts';
import { aCommittee, accepted, aReferat, aRound, hashOf, NOW, TENANT } from '../support/records.ts';

const committees = [aCommittee()];
const writer = { committees, personId: 'siv', now: NOW };
const by = { personId: 'siv', now: NOW };
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const aText = (text: string) => ({ text, hash: hashOf(text) });

const { committeeId, meetingOn, title, summary, deadline } = aReferat();
const { text, hash } = newest(aReferat());
const input = { committeeId, meetingOn, title, summary, deadline, text: { text, hash } };
const file = { id: 'file-1', name: 'Referat.docx', sha256: hashOf('docx'), bytes: 9 };
const choices = { approvalRule: { kind: 'everyone' }, askedGroup: 'voting' } as const;

/** A draft again, after a round about its first text was withdrawn. */
const withdrawn = (referat = aReferat()): Referat => {
  const sent = accepted(followRound(referat, aRound({ version: 1 }), NOW));
  return accepted(followRound(sent, aRound({ version: 2, status: 'withdrawn' }), later(1)));
};
const versions = (count: number) => Array.from({ length: count }, (_, n) => ({ ...aText(`${n}`), at: NOW, by: 'siv' }));
const texts = ({ versions }: Referat) => versions.map((version) => version.text);

describe('a new referat', () => {
  test('is a draft of its committee, with its first version', () => {
    const referat = newReferat('referat-9', TENANT, { ...input, presentSeatIds: ['seat-kari'], choices }, 'siv', NOW);
    expect(referatSchema.parse(referat)).toEqual(referat);
    expect(referat).toMatchObject({
      id: 'referat-9',
      state: 'draft',
      revision: 1,
      activeIn: 'committee-1',
      writtenBy: 'siv',
      versions: [{ text, hash, at: NOW, by: 'siv' }],
      presentSeatIds: ['seat-kari'],
      choices,
      history: [{ at: NOW, by: 'siv', what: 'written' }],
    });
  });
});

describe('reviseReferat', () => {
  test('gives the draft its new text and the next revision, and keeps no text that nobody was asked about', () => {
    const revised = accepted(reviseReferat(aReferat(), { ...input, text: aText('Nytt') }, writer));
    expect(revised).toMatchObject({ revision: 2, state: 'draft', activeIn: 'committee-1' });
    expect(revised.versions).toEqual([{ ...aText('Nytt'), at: NOW, by: 'siv' }]);
    expect(revised.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'rewritten' });
    expect(referatSchema.parse(revised)).toEqual(revised);
  });

  test('the same input again changes nothing', () => {
    const full = { ...input, presentSeatIds: ['seat-kari'], choices };
    const referat = aReferat({ presentSeatIds: ['seat-kari'], choices });
    expect(accepted(reviseReferat(referat, { ...full, deadline: new Date(deadline) }, writer))).toBe(referat);
  });

  test.each([
    ['another deadline', { deadline: new Date(deadline.getTime() + 1) }],
    ['another title', { title: 'Referat' }],
    ['another summary', { summary: '' }],
    ['another meeting day', { meetingOn: '2026-02-25' }],
    ['who was present', { presentSeatIds: ['seat-kari'] }],
    ['the committee’s choices', { choices }],
    ['the same text from a file', { text: { text, hash, file } }],
  ])('%s alone is a new revision', (_what, change) => {
    const revised = accepted(reviseReferat(aReferat(), { ...input, ...change }, writer));
    const { text: written = { text, hash }, ...fields } = change as Partial<typeof input>;
    expect(revised).toMatchObject({ ...fields, revision: 2, versions: [written] });
  });

  test('a text that comes back from the same file, or without it, is the same and keeps the file', () => {
    const read = aReferat({ versions: [{ text, hash, file, at: NOW, by: 'siv' }] });
    expect(accepted(reviseReferat(read, input, writer))).toBe(read);
    expect(accepted(reviseReferat(read, { ...input, text: { text, hash, file } }, writer))).toBe(read);
    const titled = accepted(reviseReferat(read, { ...input, title: 'Ny' }, writer));
    expect(newest(titled).file).toEqual(file);
  });

  test('what is left out is gone: presence and choices are those of the newest form', () => {
    const before = aReferat({ presentSeatIds: ['seat-kari'], choices });
    const revised = accepted(reviseReferat(before, input, writer));
    expect(revised).not.toHaveProperty('presentSeatIds');
    expect(revised).not.toHaveProperty('choices');
  });

  test('after a withdrawn round, the text that people were asked about stays among the versions', () => {
    const revised = accepted(reviseReferat(withdrawn(), { ...input, text: aText('To') }, { ...writer, now: later(2) }));
    expect(texts(revised)).toEqual([text, 'To']);
    const again = accepted(reviseReferat(revised, { ...input, text: aText('Tre') }, { ...writer, now: later(3) }));
    expect(texts(again)).toEqual([text, 'Tre']);
  });

  test('also when something else was rewritten in between', () => {
    const other = accepted(reviseReferat(withdrawn(), { ...input, title: 'Ny' }, { ...writer, now: later(2) }));
    expect(texts(other)).toEqual([text]);
    const revised = accepted(reviseReferat(other, { ...input, text: aText('To') }, { ...writer, now: later(3) }));
    expect(texts(revised)).toEqual([text, 'To']);
  });

  test('with as many versions as it can have, all but its text can still be rewritten', () => {
    const full = { ...withdrawn(), versions: versions(MAX_VERSIONS) };
    const same = { ...input, title: 'Ny', text: newest(full) };
    expect(accepted(reviseReferat(full, same, writer)).versions).toBe(full.versions);
  });

  test.each([
    ['a text that was sent', () => aReferat({ state: 'circulating' }), 'siv', 'already-sent'],
    ['a member', aReferat, 'kari', 'not-for-you'],
    ['a draft of a committee that is not theirs', () => aReferat({ committeeId: 'committee-2' }), 'siv', 'not-for-you'],
    [
      'more versions than a referat can have',
      () => ({ ...withdrawn(), versions: versions(MAX_VERSIONS) }),
      'siv',
      'too-many-versions',
    ],
  ] as const)('refuses %s', (_what, referat, personId, refusal) => {
    expect(reviseReferat(referat(), { ...input, text: aText('Nytt') }, { ...writer, personId })).toEqual({
      ok: false,
      refusal,
    });
  });
});

describe('a draft that a round is being opened about', () => {
  const keep = (referat: Referat, { revision = 1, roundId = 'round-1' } = {}, now = NOW) =>
    keepForRound(referat, { revision, roundId, sentBefore: 'already-sent' }, now);
  const kept = () => accepted(keep(aReferat()));
  const rewrite = (now: Date) => reviseReferat(kept(), { ...input, text: aText('Nytt') }, { ...writer, now });

  test('is still a draft, and is kept for that round', () => {
    expect(kept()).toEqual({ ...aReferat(), sending: { roundId: 'round-1', at: NOW } });
    expect(referatSchema.parse(kept())).toEqual(kept());
  });

  test('is rewritten by nobody for ten minutes; the same text again is no rewriting', () => {
    expect(rewrite(later(9.99))).toEqual({ ok: false, refusal: 'already-sent' });
    const before = kept();
    expect(accepted(reviseReferat(before, input, writer))).toBe(before);
    expect(accepted(rewrite(later(10)))).toMatchObject({ revision: 2 });
  });

  test('is kept again for the same round, and for another one only when the first was never opened', () => {
    expect(accepted(keep(kept(), {}, later(1)))).toMatchObject({ sending: { roundId: 'round-1', at: later(1) } });
    expect(keep(kept(), { roundId: 'round-2' }, later(9.99))).toEqual({ ok: false, refusal: 'already-sent' });
    expect(accepted(keep(kept(), { roundId: 'round-2' }, later(10)))).toMatchObject({
      sending: { roundId: 'round-2' },
    });
  });

  test('is kept no longer once the round has told that it is open', () => {
    expect(accepted(followRound(kept(), aRound(), NOW))).not.toHaveProperty('sending');
  });

  test.each([
    ['another text than was previewed', { revision: 2 }, 'changed-since-preview'],
    ['what was sent', { state: 'circulating' }, 'already-sent'],
    ['what was approved', { state: 'approved' }, 'already-sent'],
  ] as const)('is not %s', (_what, overrides, refusal) => {
    expect(keep(aReferat(overrides))).toEqual({ ok: false, refusal });
  });
});

describe('addVersion', () => {
  const circulating = aReferat({ state: 'circulating' });
  const add = () => accepted(addVersion(circulating, { ...aText('Rettet'), file }, by));

  test('is the newest text, with who wrote it, and the earlier ones stay', () => {
    const added = add();
    expect(added.versions).toEqual([...circulating.versions, { ...aText('Rettet'), file, at: NOW, by: 'siv' }]);
    expect(newest(added).text).toBe('Rettet');
    expect(versionOf(added, hash)?.text).toBe(text);
    expect(added.history.at(-1)).toEqual({ at: NOW, by: 'siv', what: 'new-version' });
    // a preview of the text before cannot send this one
    expect(added.revision).toBe(circulating.revision + 1);
    expect(referatSchema.parse(added)).toEqual(added);
  });

  test('the newest text again changes nothing', () => {
    const added = add();
    expect(accepted(addVersion(added, aText('Rettet'), by))).toBe(added);
  });

  test('also an undecided referat can get one', () => {
    expect(addVersion(aReferat({ state: 'undecided' }), aText('Rettet'), by).ok).toBe(true);
  });

  test.each([
    ['a draft', aReferat, 'Rettet', 'not-on-round'],
    ['an approved referat', () => aReferat({ state: 'approved' }), 'Rettet', 'not-on-round'],
    ['an earlier text', add, text, 'same-text'],
    [
      'more than a referat can have',
      () => aReferat({ state: 'circulating', versions: versions(MAX_VERSIONS) }),
      'Rettet',
      'too-many-versions',
    ],
  ] as const)('refuses %s', (_what, referat, wanted, refusal) => {
    expect(addVersion(referat(), aText(wanted), by)).toEqual({ ok: false, refusal });
  });

  test('the last one that a referat can have is taken', () => {
    const almost = aReferat({ state: 'circulating', versions: versions(MAX_VERSIONS - 1) });
    expect(referatSchema.safeParse(accepted(addVersion(almost, aText('Rettet'), by))).success).toBe(true);
  });
});
