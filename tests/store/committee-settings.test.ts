import { describe, expect, test } from 'vitest';
import { committeeSchema } from '../../store/committee/record.ts';
import { askedAtMost, groupIn, ruleIn, wantsMoreThanAsked } from '../../store/committee/rules-choices.ts';
import { readSettings, reviseSettings } from '../../store/committee/rules-settings.ts';
import type { TypedSetup } from '../../store/setup/record.ts';
import { aCommittee, accepted, aSeat, NOW } from '../support/records.ts';

const committee = aCommittee();
const typed: TypedSetup = { name: ' Strategisk   utvalg ', shortName: ' SSU ' };
const read = (fields: TypedSetup = {}) => readSettings({ ...typed, ...fields }, committee.seats);
const settled = (fields: TypedSetup = {}) => {
  const said = read(fields);
  if ('problems' in said) throw new Error(said.problems.join());
  return said.settled;
};

describe('typed settings', () => {
  test('are read with what was chosen, and without what may wait', () => {
    expect(settled()).toEqual({ name: 'Strategisk utvalg', shortName: 'SSU', roundDays: 7 });
    expect(
      settled({
        roundDays: ' 10 ',
        rule: 'consensus',
        atLeast: ' 2 ',
        askedGroup: 'voting',
        publishedAt: ' www.x.no ',
      }),
    ).toEqual({
      name: 'Strategisk utvalg',
      shortName: 'SSU',
      roundDays: 10,
      approvalRule: { kind: 'consensus', atLeast: 2 },
      askedGroup: 'voting',
      publishedAt: 'www.x.no',
    });
    expect(settled({ rule: 'later', askedGroup: 'later', publishedAt: ' ' })).toEqual(settled());
  });

  test('may be as long as they may be', () => {
    const long = { name: 'N'.repeat(200), shortName: 'S'.repeat(40), publishedAt: 'p'.repeat(200), roundDays: '90' };
    expect(settled(long)).toEqual({ ...long, roundDays: 90 });
  });

  test.each([
    ['committee-name', { name: ' ' }],
    ['committee-name', { name: 'N'.repeat(201) }],
    ['short-name', { shortName: ' ' }],
    ['short-name', { shortName: 'S'.repeat(41) }],
    ['round-days', { roundDays: '0' }],
    ['round-days', { roundDays: '91' }],
    ['round-days', { roundDays: 'x7' }],
    ['round-days', { roundDays: '7x' }],
    ['round-days', { roundDays: '100' }],
    ['published-too-long', { publishedAt: 'p'.repeat(201) }],
    ['mandate-link', { mandateUrl: 'www.x.no/mandat.pdf' }],
    ['mandate-link', { mandateUrl: 'http://x.no/mandat.pdf' }],
    ['mandate-link', { mandateUrl: 'javascript:alert(1)' }],
    ['mandate-link', { mandateUrl: 'https://siv:hemmelig@x.no/' }],
    ['mandate-link', { mandateUrl: 'https://x.no\\@y.no/' }],
    ['mandate-link', { mandateUrl: 'https://x.no/et mandat' }],
    ['vedtekter-link', { vedtekterUrl: 'https://' }],
    ['vedtekter-link', { vedtekterUrl: `https://x.no/${'v'.repeat(300)}` }],
    ['consensus-number', { rule: 'consensus', atLeast: 'to' }],
    ['consensus-number', { rule: 'consensus', atLeast: '3', askedGroup: 'voting' }],
    ['consensus-number', { rule: 'consensus', atLeast: '4', askedGroup: 'all' }],
    ['consensus-number', { rule: 'consensus', atLeast: '4' }],
  ])('that cannot be used are named: %s of %j', (problem, fields) => {
    expect(read(fields)).toEqual({ problems: [problem] });
  });

  test('may say where mandate and vedtekter are, and leave either out', () => {
    const links = { mandateUrl: 'https://x.no/mandat?id=1', vedtekterUrl: 'https://blåskjell.no/vedtekter' };
    expect(settled({ mandateUrl: ` ${links.mandateUrl} `, vedtekterUrl: links.vedtekterUrl })).toMatchObject(links);
    expect(settled({ mandateUrl: ' ', vedtekterUrl: '' })).toEqual(settled());
  });

  test('are all named at once, also where nothing was typed', () => {
    expect(readSettings({ roundDays: 'x' }, [])).toEqual({ problems: ['committee-name', 'short-name', 'round-days'] });
  });
});

describe('a choice', () => {
  test.each([
    [{ rule: 'everyone' }, { kind: 'everyone' }],
    [{ rule: 'majority', atLeast: '4' }, { kind: 'majority' }],
    [{ rule: 'silent-consent' }, { kind: 'silent-consent' }],
    [{ rule: 'consensus' }, { kind: 'consensus' }],
    [
      { rule: 'consensus', atLeast: ' 12 ' },
      { kind: 'consensus', atLeast: 12 },
    ],
    [{ rule: 'consensus', atLeast: '0' }, 'consensus-number'],
    [{ rule: 'consensus', atLeast: '1000' }, 'consensus-number'],
    [{ rule: 'consensus', atLeast: 'x1' }, 'consensus-number'],
    [{ rule: 'later' }, undefined],
    [{}, undefined],
  ] as const)('of a rule, %j', (choice, rule) => {
    expect(ruleIn(choice)).toEqual(rule);
  });

  test('of whom to ask', () => {
    expect(['voting', 'all', 'present', 'later', undefined].map((askedGroup) => groupIn({ askedGroup }))).toEqual([
      'voting',
      'all',
      'present',
      undefined,
      undefined,
    ]);
  });

  test('of a number wants no more than are asked', () => {
    const consensus = { kind: 'consensus', atLeast: 2 } as const;
    expect([1, 2].map((asked) => wantsMoreThanAsked(consensus, asked))).toEqual([true, false]);
    expect(wantsMoreThanAsked({ kind: 'consensus' }, 0)).toBe(false);
    expect(wantsMoreThanAsked({ kind: 'everyone' }, 0)).toBe(false);
    expect(wantsMoreThanAsked(undefined, 0)).toBe(false);
  });

  test('asks filled seats alone, those with a vote unless all are asked or nobody knows yet', () => {
    const { memberId: _vacant, ...free } = aSeat('x');
    const seats = [aSeat('kari'), aSeat('per', { voting: false }), free];
    expect((['voting', 'present', 'all', undefined] as const).map((group) => askedAtMost(seats, group))).toEqual([
      1, 1, 2, 2,
    ]);
  });
});

describe('the settings of a committee', () => {
  const { settings } = committee;
  const stand = { name: committee.name, shortName: committee.shortName, ...settings };
  const revise = (fields: Partial<typeof stand>, personId = 'siv', from = committee) =>
    reviseSettings(from, { ...stand, ...fields }, { personId, now: NOW });

  test('as they are leave the very same record', () => {
    expect(accepted(revise({}))).toBe(committee);
    const numbered = aCommittee({ settings: { ...settings, approvalRule: { kind: 'consensus', atLeast: 2 } } });
    expect(accepted(revise({ approvalRule: { kind: 'consensus', atLeast: 2 } }, 'siv', numbered))).toBe(numbered);
  });

  test.each([
    ['renamed', { name: 'Utvalg' }],
    ['renamed', { shortName: 'U' }],
    ['settings-changed', { roundDays: 10 }],
    ['settings-changed', { askedGroup: 'all' }],
    ['settings-changed', { approvalRule: { kind: 'majority' } }],
    ['settings-changed', { approvalRule: { kind: 'consensus', atLeast: 2 } }],
    ['settings-changed', { publishedAt: 'www.x.no' }],
    ['settings-changed', { mandateUrl: 'https://x.no/mandat' }],
    ['settings-changed', { vedtekterUrl: 'https://x.no/vedtekter' }],
  ] as const)('are changed and noted as %s: %j', (what, fields) => {
    for (const personId of ['siv', 'lise']) {
      const revised = accepted(revise(fields as Partial<typeof stand>, personId));
      expect({ name: revised.name, shortName: revised.shortName, ...revised.settings }).toEqual({
        ...stand,
        ...fields,
      });
      expect(revised.history).toEqual([{ at: NOW, by: personId, what }]);
      expect(committeeSchema.parse(revised)).toEqual(revised);
    }
  });

  test('are noted apart where both are changed', () => {
    const revised = accepted(revise({ name: 'Utvalg', roundDays: 10 }));
    expect(revised.history.map(({ what }) => what)).toEqual(['renamed', 'settings-changed']);
  });

  test('keep what the form does not ask for, and lose an address that was taken away', () => {
    const links = { mandateUrl: 'https://x.no/mandat', vedtekterUrl: 'https://x.no/vedtekter' };
    const from = aCommittee({ settings: { ...settings, reminderLadder: [3], publishedAt: 'www.x.no', ...links } });
    expect(accepted(revise({}, 'siv', from)).settings).toEqual({ ...settings, reminderLadder: [3] });
  });

  test('that were chosen are not left open again', () => {
    const { approvalRule: _rule, ...ruleless } = stand;
    const { askedGroup: _group, ...groupless } = stand;
    for (const open of [ruleless, groupless])
      expect(reviseSettings(committee, open, { personId: 'siv', now: NOW })).toEqual({
        ok: false,
        refusal: 'chosen-for-good',
      });
    const fresh = aCommittee({ settings: { roundDays: 7 } });
    expect(reviseSettings(fresh, ruleless, { personId: 'siv', now: NOW }).ok).toBe(true);
  });

  test('are not changed from another version of the committee, unless they are so already', () => {
    const by = { personId: 'siv', now: NOW, against: committee.version + 1 };
    expect(reviseSettings(committee, { ...stand, roundDays: 10 }, by)).toEqual({
      ok: false,
      refusal: 'changed-by-another',
    });
    expect(accepted(reviseSettings(committee, stand, by))).toBe(committee);
    const same = { ...by, against: committee.version };
    expect(reviseSettings(committee, { ...stand, roundDays: 10 }, same).ok).toBe(true);
  });

  test('are not for members', () => {
    for (const personId of ['nina', 'kari'])
      expect(revise({ roundDays: 10 }, personId)).toEqual({ ok: false, refusal: 'not-secretariat' });
  });
});
