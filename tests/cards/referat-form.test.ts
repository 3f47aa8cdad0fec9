import { describe, expect, test } from 'vitest';
import type { Input } from '../../cards/elements.ts';
import { chooseCommitteeCard, referatFormCard } from '../../cards/referat.ts';
import { referatProblemText } from '../../cards/text/problems.ts';
import type { CommitteeSettings } from '../../store/committee/record.ts';
import type { TypedReferat } from '../../store/referat/view.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, linesOf } from '../support/cards.ts';
import { aCommittee, aSeat } from '../support/records.ts';

type Shown = Parameters<typeof referatFormCard>[0];
const form = (shown: Partial<Shown> = {}) => {
  const card = referatFormCard({ referatId: 'referat-1', committee: aCommittee(), typed: {}, problems: [], ...shown });
  expectValidCard(card);
  return card;
};
const withSettings = (settings: Partial<CommitteeSettings>, seats = aCommittee().seats) =>
  aCommittee({ seats, settings: { roundDays: 7, ...settings } });
const fresh = withSettings({});
const ids = (card: ReturnType<typeof form>) => inputsOf(card).map(({ id }) => id);
const main = ['meetingOn', 'title', 'summary', 'text', 'deadlineOn', 'deadlineTime'];
const inputOf = (card: ReturnType<typeof form>, id: string) =>
  inputsOf(card).find((input) => input.id === id) as Extract<Input, { type: 'Input.ChoiceSet' }>;

describe('the form of a committee that has chosen', () => {
  test('asks for meeting day, title, text and deadline, and says the choices in plain words', () => {
    const card = form();
    expect(ids(card)).toEqual(main);
    expect(linesOf(card)).toEqual([
      'Referat til e-postrunde: SSU',
      'Regel: Referatet er godkjent når alle som er spurt, har godkjent innen fristen. Manglende svar regnes ikke som godkjenning.',
      'Spørres: Alle stemmeberettigede medlemmer',
    ]);
    expect(inputsOf(card).at(-1)?.value).toBe('15:00');
    expect(buttonOf(card, 'Forhåndsvis').data).toEqual({
      shown: 'meetingOn,title,summary,text,deadlineOn,deadlineTime',
      verb: 'referat.preview',
      referatId: 'referat-1',
      committeeId: 'committee-1',
    });
  });

  test.each([
    [{ kind: 'majority' }, 'mer enn halvparten av dem som er spurt'],
    [{ kind: 'consensus' }, 'minst halvparten av dem som er spurt'],
    [{ kind: 'consensus', atLeast: 5 }, 'minst 5 av dem som er spurt'],
    [{ kind: 'silent-consent' }, 'minst én har godkjent'],
  ] as const)('the rule %o is said', (approvalRule, words) => {
    expect(linesOf(form({ committee: withSettings({ approvalRule, askedGroup: 'all' }) })).join()).toContain(words);
  });

  test('keeps all that was typed and says every problem', () => {
    const typed: TypedReferat = {
      meetingOn: '2026-02-26',
      title: 'T',
      summary: 'S',
      text: 'Sak 1',
      deadlineOn: '2026-03-09',
      deadlineTime: '12:00',
    };
    const card = form({ typed, problems: ['text-missing', 'deadline-passed'] });
    expect(Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]))).toEqual(typed);
    expect(linesOf(card)).toContain(
      'Rett dette først: Lim inn referatet. Svarfristen er passert. Velg en frist fram i tid.',
    );
  });

  test.each(Object.entries(referatProblemText))('the problem «%s» is a whole sentence', (problem, text) => {
    expect(text).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect(linesOf(form({ problems: [problem] }))).toContain(`Rett dette først: ${text}`);
  });
});

describe('the first form of a committee', () => {
  test('also asks by which rule and whom, until both are chosen', () => {
    const all = [...main, 'present', 'rule', 'atLeast', 'askedGroup'];
    expect(ids(form({ committee: fresh }))).toEqual(all);
    expect(linesOf(form({ committee: fresh })).join()).toContain('Valget gjøres her');
  });

  test('asks for what was not chosen in the set-up, and says what was', () => {
    const ruled = form({ committee: withSettings({ approvalRule: { kind: 'majority' } }) });
    expect(ids(ruled)).toEqual([...main, 'present', 'askedGroup']);
    expect(linesOf(ruled).join()).toContain('Regel: Referatet er godkjent når mer enn halvparten');
    const grouped = form({ committee: withSettings({ askedGroup: 'all' }) });
    expect(ids(grouped)).toEqual([...main, 'present', 'rule', 'atLeast']);
    expect(linesOf(grouped)).toContain('Spørres: Alle medlemmer, også de med bare møte- og talerett');
  });

  test('offers all four rules and all three groups, in plain words', () => {
    const card = form({ committee: fresh });
    expect(inputOf(card, 'rule').choices.map(({ value }) => value)).toEqual([
      'everyone',
      'majority',
      'consensus',
      'silent-consent',
    ]);
    expect(inputOf(card, 'askedGroup').choices.map(({ value }) => value)).toEqual(['voting', 'all', 'present']);
  });

  test('keeps what was chosen', () => {
    const typed = { rule: 'consensus', atLeast: '5', askedGroup: 'present', present: 'seat-kari,seat-per' };
    const values = Object.fromEntries(inputsOf(form({ committee: fresh, typed })).map(({ id, value }) => [id, value]));
    expect(values).toMatchObject(typed);
  });
});

describe('who was present', () => {
  const presence = (settings: Partial<CommitteeSettings>) =>
    ids(form({ committee: withSettings(settings) })).includes('present');

  test('is asked where it matters, and may come to', () => {
    expect(presence({ approvalRule: { kind: 'majority' }, askedGroup: 'present' })).toBe(true);
    expect(presence({ approvalRule: { kind: 'silent-consent' }, askedGroup: 'voting' })).toBe(true);
    expect(presence({ approvalRule: { kind: 'majority' }, askedGroup: 'all' })).toBe(false);
    expect(presence({})).toBe(true);
  });

  test('of the seats that somebody has', () => {
    expect(inputOf(form({ committee: fresh }), 'present').choices.map(({ value }) => value)).toEqual([
      'seat-kari',
      'seat-ola',
      'seat-per',
    ]);
    expect(ids(form({ committee: withSettings({}, []) }))).not.toContain('present');
  });

  describe('in a committee of 160', () => {
    const long = (n: number) => `Universitetssykehuset ${n} ${'med et langt navn '.repeat(10)}`.slice(0, 200);
    const seats = Array.from({ length: 160 }, (_, n) => aSeat(`${n}`, { id: `seat_ssu_${n + 1}`, name: long(n) }));
    const big = withSettings({}, seats);

    test('everybody can be ticked, and a name that is too long is visibly cut', () => {
      const { choices } = inputOf(form({ committee: big }), 'present');
      expect(choices.map(({ value }) => value)).toEqual(seats.map(({ id }) => id));
      for (const [n, { title }] of choices.entries())
        expect(title).toMatch(new RegExp(`^Universitetssykehuset ${n} .*…$`));
    });

    test('short names are whole', () => {
      const short = withSettings(
        {},
        seats.map((seat, n) => ({ ...seat, name: `Kommune ${n}` })),
      );
      expect(inputOf(form({ committee: short }), 'present').choices[159]?.title).toBe('Kommune 159');
    });

    test('beside everybody ticked and every problem said there is room for a file', () => {
      form({
        committee: big,
        typed: {
          title: 'x'.repeat(200),
          summary: 'y'.repeat(1000),
          present: seats.map(({ id }) => id).join(','),
          fileId: 'file-1',
        },
        problems: ['title', 'summary', 'rule', 'asked', 'deadline'],
        source: { name: 'Referat.docx', length: 200_000 },
      });
    });
  });
});

describe('a text that does not stand in the form', () => {
  test('from a file is told with its name and length, and the file is sent along', () => {
    const card = form({ typed: { fileId: 'file-1' }, source: { name: 'Referat_SSU.docx', length: 123_456 } });
    expect(ids(card)).not.toContain('text');
    expect(linesOf(card).join()).toContain('Teksten er lest fra «Referat_SSU.docx» (123 456 tegn).');
    expect(buttonOf(card, 'Forhåndsvis').data).toMatchObject({ fileId: 'file-1' });
  });

  test('too long to edit in a card is kept as it is', () => {
    const card = form({ source: { length: 7000 } });
    expect(ids(card)).not.toContain('text');
    expect(linesOf(card).join()).toContain('Teksten i utkastet (7 000 tegn) er for lang til å redigeres i kortet.');
  });
});

test('whoever runs rounds in many committees chooses one, and none is left out', () => {
  const committees = Array.from({ length: 14 }, (_, n) => aCommittee({ id: `committee-${n}`, shortName: `FSU ${n}` }));
  const card = chooseCommitteeCard(committees);
  expectValidCard(card);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(committees.map(({ shortName }) => shortName));
  expect(buttonOf(card, 'FSU 13').data).toEqual({ verb: 'referat.new', committeeId: 'committee-13' });
});
