import { describe, expect, test } from 'vitest';
import { helpCard } from '../../cards/help.ts';
import { noticeCard } from '../../cards/notice.ts';
import { type Overview, overviewCard } from '../../cards/overview.ts';
import { firstSteps, type HelpRole } from '../../cards/text/help.ts';
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
        'Du kan også slippe referatet som .docx-fil i chatten med meg.',
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
        'Møteplan',
        'Saksliste',
        'Forfall',
        'Referat',
        'Tiltak',
        'Vara',
        'Oppsett',
        'Hjelp',
        'Nytt referat',
      ],
    ],
    [
      'vice-chair',
      ['Meld sak', 'Saker', 'Saksliste', 'Forfall', 'Møteplan', 'Referat', 'Tiltak', 'Vara', 'Oppsett', 'Hjelp'],
    ],
    [
      'member',
      ['Meld sak', 'Saker', 'Saksliste', 'Forfall', 'Møteplan', 'Referat', 'Tiltak', 'Vara', 'Oppsett', 'Hjelp'],
    ],
    ['vara', ['Forfall', 'Saksliste', 'Referat', 'Vara', 'Tiltak', 'Meld sak', 'Saker', 'Hjelp']],
    ['owner', ['Tiltak', 'Meld sak', 'Saker', 'Hjelp']],
    ['nowhere', ['Meld sak', 'Saker', 'Sett opp utvalg', 'Hjelp']],
  ] as const)('has what there is to do as buttons (%s)', (role, buttons) => {
    expect(buttonsOf(help(role)).map(({ title }) => title)).toEqual(buttons);
  });

  test('a vice chair is not told to write referater', () => {
    expect(linesOf(help('vice-chair')).join(' ')).not.toContain('Skriv og send referater');
  });

  test('has the first steps with the link to the app, only for whoever is new', () => {
    const card = helpCard({ role: 'secretariat', unknown: false, appLink: 'https://teams.eksempel.no/a_b' });
    expectValidCard(card);
    expect(linesOf(card).join(' ')).toContain('send dem lenken til appen: https://teams.eksempel.no/a_b');
    expect(linesOf(help('secretariat'))).not.toContain(firstSteps.title);
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
