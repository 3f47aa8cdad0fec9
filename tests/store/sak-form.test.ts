import { describe, expect, test } from 'vitest';
import type { Sak } from '../../store/sak/record.ts';
import { typedOf } from '../../store/sak/rules-draft.ts';
import { type FormContext, keepContent, readSak } from '../../store/sak/rules-form.ts';
import { linksIn } from '../../store/sak/rules-links.ts';
import type { TypedSak } from '../../store/sak/typed.ts';
import { pointsIn } from '../../store/typed-text.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, accepted, aFile, hashOf, NOW, TENANT } from '../support/records.ts';
import { aDraft, aSak } from '../support/saker.ts';

const committee = aCommittee();
const context: FormContext = {
  committee,
  tenantId: TENANT,
  meetings: [aMeeting({ id: 'meeting-0' }), aMeeting()],
  files: [],
};
const by = { personId: 'ola', now: NOW };
const filled: TypedSak = { committeeId: 'committee-1', title: 'Ventetid', from: 'Ola Nes' };
const read = (typed: TypedSak, sak: Partial<Sak> = {}, changes: Partial<FormContext> = {}) =>
  readSak(aDraft({ typed: { ...filled, ...typed }, ...sak }), { ...context, ...changes }, by);
const input = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  if ('problems' in result) throw new Error(result.problems.join(' '));
  return result.input;
};
const problems = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  return 'problems' in result ? result.problems : [];
};

describe('the form for a sak', () => {
  test('wants a title and whom it is from, and nothing more', () => {
    expect(input({})).toEqual({ title: 'Ventetid', from: 'Ola Nes', background: '', proposal: [], attachments: [] });
  });

  test('registers for somebody outside, when those who run the agenda say so', () => {
    const registered = (personId: string) =>
      readSak(aDraft({ typed: { ...filled, outsider: 'ja' } }), context, { personId, now: NOW });
    for (const who of ['lise', 'nina', 'siv'])
      expect(registered(who), who).toMatchObject({ input: { outsider: true } });
    for (const who of ['ola', 'eva']) expect(registered(who), who).not.toHaveProperty('input.outsider');
  });

  test('is read whole', () => {
    const all = input({
      title: '  Ventetid \n i mottak ',
      to: ' SSU ',
      background: 'Først.\r\n\r\nSiden.\u0007',
      proposal: '1. Ta til orientering\n2. Følg opp',
      wishedMeetingId: ' meeting-1 ',
      type: 'drøfting',
      links: 'Rapport https://eksempel.no/r.pdf',
    });
    expect(all).toEqual({
      title: 'Ventetid i mottak',
      from: 'Ola Nes',
      to: 'SSU',
      background: 'Først.\n\nSiden.',
      proposal: ['Ta til orientering', 'Følg opp'],
      wishedMeetingId: 'meeting-1',
      type: 'drøfting',
      attachments: [{ kind: 'link', name: 'Rapport', url: 'https://eksempel.no/r.pdf' }],
    });
  });

  test.each<[string, TypedSak, readonly string[]]>([
    ['no title', { title: '' }, ['sak-title']],
    ['a title of nothing that shows', { title: ' \u200b\n\u0000' }, ['sak-title']],
    ['a title of 301 characters', { title: 'x'.repeat(301) }, ['sak-title-long']],
    ['a title of 30 000 characters', { title: 'x'.repeat(30_000) }, ['sak-title-long']],
    ['nobody it is from', { from: ' ' }, ['sak-from']],
    ['a name that is too long', { from: 'x'.repeat(201) }, ['sak-from-long']],
    ['a formula for a name', { from: '=HYPERLINK("https://ond.example")' }, ['sak-from-formula']],
    ['a formula it is to', { to: '@SUM(A1)' }, ['sak-from-formula']],
    ['a receiver that is too long', { to: 'x'.repeat(201) }, ['sak-to-long']],
    ['a text of 60 001 characters', { background: 'x'.repeat(60_001) }, ['background-too-long']],
    ['a point of 4001 characters', { proposal: 'x'.repeat(4001) }, ['point-too-long']],
    ['31 points', { proposal: 'x\n'.repeat(31) }, ['too-many-points']],
    ['a link that runs something', { links: 'javascript:alert(1)' }, ['link-not-https']],
    ['a link without https', { links: 'http://eksempel.no' }, ['link-not-https']],
    ['what is no link', { links: 'i permen' }, ['link-odd']],
    ['21 links', { links: 'https://eksempel.no\n'.repeat(21) }, ['too-many-attachments']],
    ['a meeting that is not to come', { wishedMeetingId: 'meeting-9' }, ['wished-meeting']],
    ['a type that is none', { type: 'annet' }, ['sak-type']],
    ['an answer that is too long', { answer: 'x'.repeat(10_001) }, ['answer-too-long']],
    ['no committee chosen', { committeeId: 'committee-2' }, ['sak-committee']],
    ['all at once', { title: '', from: '', links: 'x' }, ['sak-title', 'sak-from', 'link-odd']],
  ])('%s is named', (_what, typed, expected) => {
    expect(problems(typed)).toEqual(expected);
  });

  test('takes as much as there is room for', () => {
    const longest: TypedSak = {
      title: 'x'.repeat(300),
      from: 'x'.repeat(200),
      to: 'x'.repeat(200),
      background: 'x'.repeat(60_000),
      proposal: Array.from({ length: 30 }, (_, n) => `${n + 1}. ${'x'.repeat(n === 0 ? 4000 : 1)}`).join('\n'),
      links: 'https://eksempel.no\n'.repeat(20),
      answer: ` ${'x'.repeat(10_000)} `,
    };
    expect(problems(longest)).toEqual([]);
  });

  test('is not for a committee that its proposer may not propose to', () => {
    expect(problems({}, { proposedBy: 'eva' }, { tenantId: 'another' })).toEqual([]);
    const outside = readSak(
      aDraft({ typed: filled }),
      { ...context, tenantId: 'another' },
      { personId: 'eva', now: NOW },
    );
    expect(outside).toEqual({ problems: ['sak-committee'] });
  });

  test('what people write is kept as they write it: HTML, Markdown and all', () => {
    const odd = '<script>alert(1)</script> **fet** [lenke](javascript:alert(1)) 31.02.24';
    expect(input({ title: odd, background: odd }).title).toBe(odd);
    expect(input({ background: odd }).background).toBe(odd);
    expect(input({ from: 'Ola + Kari' }).from).toBe('Ola + Kari');
    expect(input({ background: 'a\rb\u2028c\td' }).background).toBe('a\nb\nc\td');
    expect(input({ title: 'a\u2028\u2029b' }).title).toBe('a b');
  });
});

describe('the short form', () => {
  const short = (typed: TypedSak) => ({ title: undefined, ...typed }) as TypedSak;
  const form = { form: 'short' } as const;

  test('becomes the same sak: the first line its title, the reason more of its text, the wish its proposal', () => {
    expect(
      input(short({ what: 'Lang ventetid\nVi venter tre timer.', why: 'Barn.', wish: 'Se på det' }), form),
    ).toMatchObject({
      title: 'Lang ventetid',
      background: 'Vi venter tre timer.\n\nBarn.',
      proposal: ['Se på det'],
    });
  });

  test('a first line that is no title is cut, and stands whole in the text', () => {
    const what = `${'ord '.repeat(60)}slutt`;
    const { title, background } = input(short({ what }), form);
    expect(title).toBe(`${'ord '.repeat(37).trim()} …`);
    expect(background).toBe(what);
    const solid = input(short({ what: 'x'.repeat(200) }), form);
    expect(solid.title).toBe(`${'x'.repeat(75)} …`);
    expect(input(short({ what: 'x'.repeat(150) }), form)).toMatchObject({ title: 'x'.repeat(150), background: '' });
  });

  test('wants to know what it is about', () => {
    expect(problems(short({ what: '\n ' }), form)).toEqual(['sak-what']);
  });

  test('a file is more of its text', () => {
    const files = [aFile({ by: 'ola', text: 'Fra filen' })];
    expect(input(short({ what: 'Tittel', why: 'Fordi', fileId: 'file-1' }), form, { files })).toMatchObject({
      background: 'Fordi\n\nFra filen',
      backgroundFileId: 'file-1',
    });
  });
});

describe('files', () => {
  test('the text is taken from the file that is named, tables and all', () => {
    const files = [
      aFile({ id: 'file-0', by: 'ola', text: 'Et annet' }),
      aFile({ by: 'ola', text: 'Uke | Antall\n9 | 12' }),
    ];
    expect(input({ background: 'annet', fileId: 'file-1' }, {}, { files })).toMatchObject({
      background: 'Uke | Antall\n9 | 12',
      backgroundFileId: 'file-1',
    });
  });

  test('a file that is not there is not named, and the typed text stands', () => {
    const read = input({ background: 'annet', fileId: 'file-9', fileIds: 'file-9' });
    expect(read).not.toHaveProperty('backgroundFileId');
    expect(read).toMatchObject({ background: 'annet', attachments: [] });
  });

  test('are the ticked ones, each once, those from before as they were, and before the links', () => {
    const before = { kind: 'file', fileId: 'old', name: 'Gammel.pdf', sha256: hashOf('old'), bytes: 5 } as const;
    const files = [aFile({ id: 'unticked' }), aFile({ id: 'new', name: 'Ny.pdf' })];
    const { attachments } = input(
      { fileIds: 'old, new,new', links: 'https://eksempel.no' },
      { attachments: [before, { ...before, fileId: 'removed' }] },
      { files },
    );
    expect(attachments).toEqual([
      before,
      { kind: 'file', fileId: 'new', name: 'Ny.pdf', sha256: hashOf('docx'), bytes: 9 },
      { kind: 'link', url: 'https://eksempel.no/', name: 'https://eksempel.no/' },
    ]);
  });
});

describe('a proposal', () => {
  test.each([
    [
      'is one point a line',
      'SSU tar saken til orientering.\n\n SSU ber om mer. ',
      ['SSU tar saken til orientering.', 'SSU ber om mer.'],
    ],
    ['may be numbered', '1. Første\n2) Andre', ['Første', 'Andre']],
    ['numbered, a point goes on over lines', '1. Første\nog mer\n2. Andre', ['Første\nog mer', 'Andre']],
    ['a date is no number', 'Frist:\n12. april 2024 er siste dag', ['Frist:', '12. april 2024 er siste dag']],
    [
      'a number out of turn is text',
      '1. Første\n3. april er fristen\n2. Andre',
      ['Første\n3. april er fristen', 'Andre'],
    ],
    ['a number without a space is text', '1.500 kroner\nMer', ['1.500 kroner', 'Mer']],
    [
      'two digits count',
      Array.from({ length: 11 }, (_, n) => `${n + 1}.  p${n}`).join('\n'),
      Array.from({ length: 11 }, (_, n) => `p${n}`),
    ],
    ['a number within a line is text', 'Frist 1. mai\nog 1. juni', ['Frist 1. mai', 'og 1. juni']],
    ['indented numbers count', '  1. Første\n  2. Andre', ['Første', 'Andre']],
    ['may be nothing', ' \n ', []],
  ])('%s', (_what, text, expected) => {
    expect(pointsIn(text)).toEqual(expected);
  });

  test('that is written back and read again is the same', () => {
    const sak = aSak({ proposal: ['Første\nog mer', 'Andre', '12. april'] });
    expect(pointsIn(typedOf(sak).proposal)).toEqual(sak.proposal);
    expect(pointsIn(undefined)).toEqual([]);
  });
});

describe('links', () => {
  test('are taken one a line, with the name before them when they have one', () => {
    const { links } = linksIn('https://eksempel.no/a\r\n\n Årsrapport 2023\u0007 https://eksempel.no/b ');
    expect(links).toEqual([
      { kind: 'link', url: 'https://eksempel.no/a', name: 'https://eksempel.no/a' },
      { kind: 'link', url: 'https://eksempel.no/b', name: 'Årsrapport 2023' },
    ]);
    expect(linksIn()).toEqual({ links: [], problems: [] });
  });

  test.each([
    ['file:///etc/passwd', 'link-not-https'],
    ['data:text/html,x', 'link-not-https'],
    ['https://bank.no@ond.example/', 'link-odd'],
    ['https://', 'link-odd'],
    ['www.eksempel.no', 'link-odd'],
    [`https://eksempel.no/${'x'.repeat(2000)}`, 'link-too-long'],
    [`${'x'.repeat(201)} https://eksempel.no`, 'link-too-long'],
  ])('%s is refused', (text, problem) => {
    expect(linksIn(text)).toEqual({ links: [], problems: [problem] });
  });

  test('a kind of trouble is named once', () => {
    expect(linksIn('x\ny\nhttp://z').problems).toEqual(['link-odd', 'link-not-https']);
  });

  test('a long address keeps its end, and is named by its beginning', () => {
    const url = `https://eksempel.no/${'x'.repeat(300)}`;
    expect(linksIn(`${'n'.repeat(200)} ${url}`).links[0]).toMatchObject({ url, name: 'n'.repeat(200) });
    expect(linksIn(url).links[0]).toEqual({ kind: 'link', url, name: url.slice(0, 200) });
    expect(linksIn(`https://eksempel.no/${'x'.repeat(1980)}`).links).toHaveLength(1);
  });
});

describe('what was read', () => {
  const content = () => input({ title: 'Ventetid', type: 'drøfting' });

  test('is kept under a new revision, and the same again under the same', () => {
    const kept = accepted(keepContent(aDraft(), content(), by));
    expect(kept).toMatchObject({ title: 'Ventetid', type: 'drøfting', revision: 1 });
    expect(kept.history).toEqual([{ at: NOW, by: 'ola', what: 'written' }]);
    expect(accepted(keepContent(kept, content(), by))).toBe(kept);
    expect(accepted(keepContent(kept, input({}), by))).toMatchObject({ revision: 2 });
  });

  test('what was left empty is gone', () => {
    const before = aDraft({
      to: 'x',
      outsider: true,
      backgroundFileId: 'x',
      wishedMeetingId: 'x',
      type: 'drøfting',
      tooLateFor: 'x',
    });
    const kept = accepted(keepContent(before, input({}), by));
    for (const field of ['to', 'outsider', 'backgroundFileId', 'wishedMeetingId', 'type', 'tooLateFor'])
      expect(kept).not.toHaveProperty(field);
  });

  test('a draft that says nothing new is a revision too, the first time', () => {
    const same = aDraft({ title: 'Ventetid', from: 'Ola Nes', type: 'drøfting' });
    expect(accepted(keepContent(same, content(), by)).revision).toBe(1);
  });

  test('is its proposer’s, until it is sent', () => {
    expect(keepContent(aDraft(), content(), { ...by, personId: 'kari' })).toMatchObject({ refusal: 'not-your-sak' });
    expect(keepContent(aSak(), content(), by)).toMatchObject({ refusal: 'sak-sent-before' });
    expect(keepContent(aSak({ status: 'returned' }), content(), by).ok).toBe(true);
  });
});
