import { describe, expect, test } from 'vitest';
import { helpCard } from '../../cards/help.ts';
import { noticeCard } from '../../cards/notice.ts';
import { type Overview, overviewCard } from '../../cards/overview.ts';
import type { HelpRole } from '../../cards/text/help.ts';
import { notice, noticeText } from '../../cards/text/notices.ts';
import { buttonOf, buttonsOf, expectValidCard, linesOf } from '../support/cards.ts';
import { answered, aReferat, aRound } from '../support/records.ts';

const nothing: Overview = { waiting: [], answered: [], running: [], referater: [], drafts: [], runsRounds: false };
const shown = (overview: Partial<Overview>) => {
  const card = overviewCard({ ...nothing, ...overview });
  expectValidCard(card);
  return card;
};
const titles = (overview: Partial<Overview>) => buttonsOf(shown(overview)).map(({ title }) => title);

describe('the overview', () => {
  test('a member sees what waits for them and what they have answered, and nothing about writing', () => {
    const card = shown({ waiting: [aRound()], answered: [aRound({ id: 'round-2' })] });
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Les og svar', 'Vis svaret']);
    expect(buttonOf(card, 'Les og svar').data).toEqual({ verb: 'round.show', roundId: 'round_referat-1_1' });
    expect(linesOf(card)).toContain(
      'Til godkjenning: Referat fra møte i SSU (SSU). Svarfrist mandag 9. mars 2026 kl. 15.00.',
    );
  });

  test('with nothing to answer it says so', () => {
    expect(linesOf(shown({}))).toEqual(['Venter på deg', 'Ingenting venter på svar fra deg.']);
  });

  test('the secretariat also sees drafts, running rounds, and what is decided but not published', () => {
    const overview = {
      running: [answered(aRound(), ['kari']), aRound({ id: 'round-2', status: 'undecided' as const })],
      referater: [aReferat(), aReferat({ id: 'referat-2', state: 'approved' })],
      runsRounds: true,
    };
    expect(titles(overview)).toEqual([
      'Vis status',
      'Vis status',
      'Fortsett på utkastet',
      'Om referatet',
      'Om referatet',
      'Skriv nytt referat',
      'Ny vedtaksrunde',
      'Be om innspill',
      'Send til signering',
    ]);
    expect(linesOf(shown(overview))).toEqual(
      expect.arrayContaining([
        'Referat fra møte i SSU (SSU): 1 av 2 har godkjent. Svarfrist mandag 9. mars 2026 kl. 15.00.',
        'Referat fra møte i SSU (SSU): Ikke avgjort. Velg hva som skal skje videre.',
        'Referat fra møte i SSU, møte 26.02.26: Utkast',
        'Referat fra møte i SSU, møte 26.02.26: Godkjent',
        'Du kan også slippe referatet som .docx-fil her i chatten.',
      ]),
    );
  });

  test('of many only the first are shown, and the others are counted', () => {
    const many = Array.from({ length: 20 }, (_, n) => aRound({ id: `round-${n}` }));
    expect(titles({ waiting: many })).toHaveLength(8);
    expect(linesOf(shown({ waiting: many })).join()).toContain('12 til vises når noen av disse er ferdige.');
  });

  test('with the longest titles fewer are shown, and the others are counted', () => {
    const title = '*'.repeat(200);
    const rounds = Array.from({ length: 20 }, (_, n) => aRound({ id: `round-${n}`, title }));
    const referater = Array.from({ length: 20 }, (_, n) => aReferat({ id: `referat-${n}`, title }));
    const full = { waiting: rounds, answered: rounds, running: rounds, referater, runsRounds: true };
    expect(linesOf(shown(full)).filter((line) => line.includes('til vises når'))).toHaveLength(4);
  });
});

describe('help', () => {
  const help = (role: HelpRole, unknown = false) => {
    const card = helpCard({ role, unknown });
    expectValidCard(card);
    return card;
  };

  test.each([
    [
      'secretariat',
      [
        'Meld sak',
        'Saker',
        'Referat',
        'Saksliste',
        'Forfall',
        'Nytt referat',
        'Møteplan',
        'Tiltak',
        'Vara',
        'Oppsett',
        'Hjelp',
      ],
    ],
    [
      'vice-chair',
      ['Meld sak', 'Saker', 'Referat', 'Saksliste', 'Forfall', 'Møteplan', 'Tiltak', 'Vara', 'Oppsett', 'Hjelp'],
    ],
    [
      'member',
      ['Meld sak', 'Saker', 'Referat', 'Saksliste', 'Forfall', 'Møteplan', 'Tiltak', 'Vara', 'Oppsett', 'Hjelp'],
    ],
    ['nowhere', ['Meld sak', 'Saker', 'Referat', 'Saksliste', 'Forfall', 'Tiltak', 'Sett opp utvalg', 'Hjelp']],
    ['vara', ['Meld sak', 'Saker', 'Referat', 'Saksliste', 'Forfall', 'Tiltak', 'Vara', 'Sett opp utvalg', 'Hjelp']],
  ] as const)('has what there is to do as buttons (%s)', (role, buttons) => {
    expect(buttonsOf(help(role)).map(({ title }) => title)).toEqual(buttons);
  });

  test.each([
    ['secretariat', ['saker som er meldt', 'legge inn møter', 'sende sakslisten', 'føre referatet', 'på e-postrunde']],
    ['vice-chair', ['saker som er meldt', 'legge inn møter', 'sende sakslisten', 'på e-postrunde']],
    ['member', ['melde saker', 'lese sakslisten', '«Kommer» eller «Forfall»', 'møtene i kalenderen', 'på e-postrunde']],
    ['nowhere', ['melde en sak til et utvalg', 'Er utvalget ikke satt opp, kan du gjøre det nå.']],
  ] as const)('says all that one can do in that role (%s)', (role, said) => {
    const lines = linesOf(help(role)).join(' ');
    for (const words of said) expect(lines).toContain(words);
  });

  test('a vice chair is not told to write referater', () => {
    expect(linesOf(help('vice-chair')).join(' ')).not.toContain('føre referatet');
  });

  test('says that a message was not understood, only then', () => {
    const said = 'Det forsto jeg ikke. Her er det jeg kan hjelpe med:';
    expect(linesOf(help('member', true))).toContain(said);
    expect(linesOf(help('member'))).not.toContain(said);
  });
});

test.each(Object.keys(noticeText))('the notice «%s» is a whole sentence on a valid card', (code) => {
  expectValidCard(noticeCard(code));
  expect(notice(code)).toMatch(/^[A-ZÆØÅ].*\.$/);
});

test('a notice from an older program is said in general terms', () => {
  expect(notice('constructor')).toBe(noticeText.unreadable);
});
