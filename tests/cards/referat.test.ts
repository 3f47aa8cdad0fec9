import { describe, expect, test } from 'vitest';
import { helpCard } from '../../cards/help.ts';
import { noticeCard } from '../../cards/notice.ts';
import { overviewCard } from '../../cards/overview.ts';
import { referatFormCard, referatPreviewCard } from '../../cards/referat.ts';
import { notice, noticeText } from '../../cards/text/notices.ts';
import { buttonOf, buttonsOf, expectValidCard, inputsOf, wordsOf } from '../support/cards.ts';
import { aCommittee, aReferat, aRound } from '../support/records.ts';

const committee = aCommittee();

describe('the form for a referat', () => {
  const form = (typed = {}, problems: readonly string[] = []) =>
    referatFormCard({ referatId: 'referat-1', committees: [committee], typed, problems });

  test('asks for committee, meeting day, title, text and deadline, and says the rule', () => {
    const card = form();
    expectValidCard(card);
    expect(inputsOf(card).map(({ id }) => id)).toEqual([
      'committeeId',
      'meetingOn',
      'title',
      'summary',
      'text',
      'deadlineOn',
      'deadlineTime',
    ]);
    expect(wordsOf(card)).toContain('Regel: Referatet er godkjent når alle som er spurt, har godkjent innen fristen.');
    expect(inputsOf(card).at(-1)?.value).toBe('15:00');
  });

  test('keeps all that was typed and says every problem', () => {
    const typed = {
      committeeId: 'committee-1',
      meetingOn: '2026-02-26',
      title: 'T',
      summary: 'S',
      text: '',
      deadlineOn: '2026-03-09',
      deadlineTime: '12:00',
    };
    const card = form(typed, ['text-missing', 'deadline-passed']);
    expectValidCard(card);
    expect(Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']))).toEqual(typed);
    expect(wordsOf(card)).toContain('Rett dette først: Lim inn referatet. Svarfristen er passert.');
  });

  test('two committees with different rules are each said', () => {
    const other = aCommittee({ id: 'committee-2', shortName: 'FSU', settings: { roundDays: 7 } });
    const card = referatFormCard({ referatId: 'r', committees: [committee, other], typed: {}, problems: [] });
    expect(wordsOf(card)).toContain('Regel i SSU: Referatet er godkjent');
    expect(wordsOf(card)).toContain('Regel i FSU: Utvalget har ikke valgt');
  });
});

describe('the preview', () => {
  test('says to how many, until when and by which rule, and sends just the revision it shows', () => {
    const card = referatPreviewCard(aReferat({ revision: 3 }), { committee, moved: false });
    expectValidCard(card);
    expect(wordsOf(card)).toContain('2 stemmeberettigede medlemmer');
    expect(buttonOf(card, 'Send på e-postrunde').data).toEqual({
      verb: 'round.open',
      referatId: 'referat-1',
      revision: 3,
    });
    expect(wordsOf(card)).not.toContain('fridag');
  });

  test('says so when the deadline was moved off a day off, and when something is wrong', () => {
    const card = referatPreviewCard(aReferat(), { committee, moved: true, problem: 'deadline-passed' });
    expect(wordsOf(card)).toContain('Den er flyttet til neste arbeidsdag.');
    expect(wordsOf(card)).toContain('Svarfristen er passert.');
  });
});

describe('the overview', () => {
  const nothing = { waiting: [], answered: [], drafts: [], running: [], runsRounds: false };

  test('a member sees what waits for them, and nothing about writing', () => {
    const card = overviewCard({ ...nothing, waiting: [aRound()] });
    expectValidCard(card);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Les og svar']);
    expect(wordsOf(overviewCard(nothing))).toContain('Ingen referater venter på svar fra deg.');
  });

  test('the secretariat also sees drafts and open rounds', () => {
    const card = overviewCard({
      ...nothing,
      answered: [aRound()],
      drafts: [aReferat()],
      running: [aRound()],
      runsRounds: true,
    });
    expectValidCard(card);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Vis svaret',
      'Vis status',
      'Fortsett på utkastet',
      'Skriv nytt referat',
    ]);
  });
});

test.each([true, false])('help is a valid card with what exists as buttons (runs rounds: %s)', (runsRounds) => {
  const card = helpCard({ runsRounds, unknown: true });
  expectValidCard(card);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(
    runsRounds ? ['Referat', 'Nytt referat', 'Hjelp'] : ['Referat', 'Hjelp'],
  );
});

test.each(Object.keys(noticeText))('the notice «%s» is a whole sentence on a valid card', (code) => {
  expectValidCard(noticeCard(code));
  expect(notice(code)).toMatch(/^[A-ZÆØÅ].*\.$/);
});

test('a notice from an older program is said in general terms', () => {
  expect(notice('constructor')).toBe(noticeText.unreadable);
});
