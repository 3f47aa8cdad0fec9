import { describe, expect, test } from 'vitest';
import { attachCard, chooseSetupCard, committeeCard, greetingCard, saidToCard } from '../../cards/setup.ts';
import { setupFormCard } from '../../cards/setup-form.ts';
import { settingsCard } from '../../cards/setup-forms.ts';
import { memberPages, namesText } from '../../cards/setup-members.ts';
import { setupPreviewCard } from '../../cards/setup-preview.ts';
import { noticeText } from '../../cards/text/notices.ts';
import { setupProblemText, setupProblemTexts } from '../../cards/text/setup-problems.ts';
import { buttonOf, buttonsOf, inputsOf, linesOf, wordsOf } from '../support/cards.ts';
import { aCommittee, aSeat, aSetup, NOW } from '../support/records.ts';

describe('what is wrong with a set-up', () => {
  test.each([...Object.entries(setupProblemText), ...Object.entries(noticeText)])(
    '«%s» is said in whole sentences',
    (_problem, text) => {
      expect(text).toMatch(/^[A-ZÆØÅ].*\.$/);
    },
  );

  test('is said with its line, and with the one it collides with', () => {
    expect(
      setupProblemTexts([
        { problem: 'short-name' },
        { problem: 'role-unknown', line: 3 },
        { problem: 'two-chairs', line: 4, other: 2 },
      ]),
    ).toEqual([
      setupProblemText['short-name'],
      `Linje 3: ${setupProblemText['role-unknown']}`,
      `Linje 4: ${setupProblemText['two-chairs']} Se linje 2.`,
    ]);
  });

  test('of which there is more than can be read at once is counted', () => {
    const many = (count: number) =>
      setupProblemTexts(Array.from({ length: count }, (_, n) => ({ problem: 'email-odd', line: n + 1 })));
    expect(many(10)).toHaveLength(10);
    expect(many(12).at(-1)).toBe('Det er 2 feil til. Rett disse først.');
  });

  test('that only a newer program knows is said in general terms', () => {
    expect(setupProblemTexts([{ problem: 'not-for-you' }, { problem: 'new' }])).toEqual([
      noticeText['not-for-you'],
      noticeText.unreadable,
    ]);
  });
});

describe('the form', () => {
  test('leaves rule and group to the first form that starts a round, unless they are chosen', () => {
    const values = (typed = {}) =>
      Object.fromEntries(inputsOf(setupFormCard(aSetup({ typed }))).map(({ id, value }) => [id, value]));
    expect(values()).toMatchObject({ rule: 'later', askedGroup: 'later', roundDays: '7' });
    expect(values({ rule: 'majority', askedGroup: 'all', roundDays: '10' })).toMatchObject({
      rule: 'majority',
      askedGroup: 'all',
      roundDays: '10',
    });
  });

  test('for members alone asks for nothing else, and can be left', () => {
    const form = setupFormCard(aSetup({ committeeId: 'committee-1' }));
    expect(inputsOf(form).map(({ id }) => id)).toEqual(['members']);
    expect(buttonOf(form, 'Avbryt').data).toEqual({ verb: 'setup.show', committeeId: 'committee-1' });
  });

  test('for settings does not offer to leave open what was chosen', () => {
    const choices = (committee = aCommittee()) =>
      inputsOf(settingsCard(committee, { typed: {}, problems: [] })).flatMap((input) =>
        input.type === 'Input.ChoiceSet' ? [input.choices.map(({ value }) => value)] : [],
      );
    expect(choices().flat()).not.toContain('later');
    expect(choices(aCommittee({ settings: { roundDays: 7 } })).map((values) => values.at(-1))).toEqual([
      'later',
      'later',
    ]);
  });
});

test('a preview without a choice says that it is made later', () => {
  const line = { line: 1, name: 'Siv', roles: ['secretariat' as const], keys: [], found: 'connected' as const };
  const settled = { name: 'Utvalg', shortName: 'U', roundDays: 1 };
  const shown = setupPreviewCard(aSetup({ plan: { settled, lines: [line] } }), { page: 0 });
  expect(linesOf(shown)).toEqual(
    expect.arrayContaining([
      'E-postrunde: 1 dag',
      'Plasser: 0 plasser, 0 stemmeberettigede',
      'Dette kan velges nå, eller i det første skjemaet som sender et referat.',
    ]),
  );
});

describe('a committee', () => {
  const shown = {
    reach: { reached: 0, people: 1 },
    nameOf: () => 'Kari Nes',
    conversationName: undefined,
    page: 0,
    now: NOW,
  };

  test('is shown with each seat, who has it and what must be known of them', () => {
    const rows = [
      {
        holder: 'Kari Nes',
        roles: ['chair', 'secretariat'] as const,
        seat: aSeat('k', { name: 'Storvik' }),
        remark: 'ny',
      },
      { roles: [], seat: aSeat('l', { name: 'Havnes', represents: 'bruker', voting: false }) },
      { holder: 'Siv', roles: ['vice-chair'] as const },
    ];
    const card = committeeCard(aCommittee(), { ...shown, rows, mayChange: false });
    expect(linesOf(card).slice(-3)).toEqual([
      'Storvik (kommune): Kari Nes, leder, sekretariat (ny). Stemmeberettiget.',
      'Havnes (bruker): Ledig. Møte- og talerett.',
      'Siv, nestleder',
    ]);
  });

  test('too large for one card is shown in pages that lead round', () => {
    const rows = Array.from({ length: 200 }, (_, n) => ({ holder: `Navn ${n}`, roles: [], seat: aSeat(`${n}`) }));
    const pages = new Set<string>();
    let page = 0;
    do {
      const elements = memberPages(rows, page, (next) => ({ verb: 'setup.show', committeeId: 'c', page: next }));
      for (const element of elements) if (element.type === 'TextBlock') pages.add(element.text);
      const [next] = buttonsOf({ body: elements } as never);
      expect(next?.title).toBe('Vis flere medlemmer');
      page = next?.data.verb === 'setup.show' ? (next.data.page ?? 0) : 0;
    } while (page !== 0);
    expect([...pages].filter((text) => text.includes('Navn '))).toHaveLength(200);
  });

  test('without a chair, vice chair or secretary says that there is nobody', () => {
    const card = committeeCard(aCommittee({ roles: { secretariatIds: [] } }), { ...shown, rows: [], mayChange: false });
    expect(linesOf(card)).toEqual(expect.arrayContaining(['Leder: Ingen', 'Nestleder: Ingen', 'Sekretariat: Ingen']));
  });
});

test('names in one sentence are as many as can be read, and the rest is counted', () => {
  const names = Array.from({ length: 25 }, (_, n) => `N${n}`);
  expect(namesText(names.slice(0, 20))).toBe(names.slice(0, 20).join(', '));
  expect(namesText(names)).toBe(`${names.slice(0, 20).join(', ')} og 5 til`);
  expect(namesText(['x'.repeat(900), 'y'.repeat(900), 'z'])).toBe(`${'x'.repeat(900)} og 2 til`);
  expect(namesText([])).toBe('');
});

describe('what others read as well', () => {
  test('mentions whoever it is for, or names them when Teams has no id of theirs', () => {
    const named = saidToCard({ name: 'Siv Dahl' }, 'set-up-sent');
    expect(linesOf(named)).toEqual([`Siv Dahl: ${noticeText['set-up-sent']}`]);
    expect(named.msteams.entities).toBeUndefined();
    const mentioned = greetingCard('conversation-1', undefined, { id: '29:siv', name: 'Siv Dahl' });
    expect(wordsOf(mentioned)).toContain('<at>Siv Dahl</at>, du la meg til her.');
    expect(mentioned.msteams.entities).toHaveLength(1);
  });

  test('leads to the chat it stands in', () => {
    const data = { verb: 'setup.start', conversationId: 'conversation-1' };
    expect(buttonOf(greetingCard('conversation-1', 'SSU'), 'Sett opp utvalg').data).toEqual(data);
    const attach = attachCard('conversation-1', 'SSU', [aCommittee()]);
    expect(wordsOf(attachCard('conversation-1', undefined, []))).toContain(
      'som skal bruke chatten eller kanalen du kom fra',
    );
    expect(buttonOf(attach, 'SSU').data).toEqual({ ...data, verb: 'setup.attach', committeeId: 'committee-1' });
    expect(buttonOf(attach, 'Sett opp et nytt utvalg').data).toEqual({ ...data, isNew: true });
    expect(buttonOf(chooseSetupCard([aCommittee()]), 'SSU').data).toEqual({
      verb: 'setup.show',
      committeeId: 'committee-1',
    });
  });
});

test('whoever has no chat for a committee is told how the bot is reached in one', () => {
  const { conversation: _none, ...alone } = aSetup();
  expect(wordsOf(setupFormCard(alone))).toContain('Legg meg til der, og skriv «@Utvalgsbot oppsett».');
});
