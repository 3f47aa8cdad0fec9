import { describe, expect, test } from 'vitest';
import { scopeText } from '../../cards/text/forfall.ts';
import { forfallStatusText } from '../../cards/text/forfall-status.ts';
import { buttonsOf, linesOf } from '../support/cards.ts';
import { forfallGallery } from '../support/gallery-forfall.ts';

const of = (name: string) => {
  const card = forfallGallery[name];
  if (card === undefined) throw new Error(`no card «${name}»`);
  return { lines: linesOf(card), titles: buttonsOf(card).map(({ title }) => title) };
};

describe('a call-in', () => {
  test('says for whom, how much and until when, what it means, and has both answers', () => {
    const { lines, titles } = of('a vara is asked');
    expect(lines.join('\n')).toContain('Vara for: Kari Nes, kari kommune');
    expect(lines).toContain('Gjelder: Hele møtet');
    expect(lines).toContain('Svarfrist: Tirsdag 7. april 2026 kl. 08.00');
    expect(lines.join('\n')).toContain('12/26 Sak om a');
    expect(titles).toEqual(['Ja, jeg kommer', 'Nei, jeg kan ikke', 'Saksliste', 'Send meg sakspapirene']);
  });

  test('about a part, before the agenda is sent, has neither agenda nor papers', () => {
    const { lines, titles } = of('a vara is asked about a part, before the agenda');
    expect(lines).toContain('Gjelder: Fra kl. 12.30');
    expect(lines).toContain('Sakslisten er ikke sendt ennå.');
    expect(titles).toEqual(['Ja, jeg kommer', 'Nei, jeg kan ikke']);
  });

  test('about one sak says that the member is inhabil in it', () => {
    const { lines } = of('a vara is asked about one sak');
    expect(lines).toContain('Gjelder: Sak 13/26 (medlemmet er inhabilt)');
    expect(lines.join('\n')).toContain('Medlemmet er inhabilt i en sak i møtet');
  });

  test.each([
    ['a call that somebody else took', 'En annen møter for plassen nå'],
    ['a call that the member took back', 'Medlemmet møter likevel'],
    ['a call about a meeting that was moved', 'Møtet er flyttet'],
    ['a call about a meeting that was cancelled', 'Blir sakene behandlet på e-postrunde, er det du som svarer'],
    ['a call about a meeting that is over', 'Møtet er over'],
  ])('that is over asks nothing: %s', (name, words) => {
    const { lines, titles } = of(name);
    expect(lines.join('\n')).toContain(words);
    expect(lines.join('\n')).not.toContain('Svarfrist');
    expect(titles).toEqual([]);
  });

  test('that is late can still be a yes, and one that was a no can become one', () => {
    expect(of('a vara who is late').titles).toEqual(['Ja, jeg kommer', 'Saksliste', 'Send meg sakspapirene']);
    expect(of('a vara who said no').titles).toEqual(['Ja, jeg kommer']);
  });

  test('that was said yes to can be taken back until something was voted', () => {
    expect(of('a vara who acts').titles).toContain('Jeg kan ikke likevel');
    const { lines, titles } = of('a vara who acts in a sak and has voted');
    expect(titles).not.toContain('Jeg kan ikke likevel');
    expect(lines.join('\n')).toContain('må du ta kontakt med sekretariatet');
  });
});

describe('what a member and the secretariat see', () => {
  test('is who acts, how far it has come, and the way back', () => {
    const { lines, titles } = of('own forfall');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Forfall fra kl. 12.30',
        'Vidar Berg møter for deg.',
        'Inhabil i sak 13/26',
        'Vera Dal er spurt. Svarfrist: tirsdag 7. april 2026 kl. 08.00.',
      ]),
    );
    expect(titles.slice(0, 2)).toEqual(['Jeg kan likevel', 'Jeg er ikke inhabil likevel']);
  });

  test('is everybody’s forfall, with what can be done where nobody is left to ask', () => {
    const { lines, titles } = of('the forfall of a meeting');
    expect(lines).toEqual(
      expect.arrayContaining([
        '3 forfall er meldt. 1 er dekket av vara.',
        'Forfall til hele møtet. Meldt av Siv Lie.',
        'Plassen har ingen vara.',
        forfallStatusText.dryHelp,
        'Vera Dal svarte ikke innen fristen.',
        'Vidar Berg møter som vara.',
        'Har ikke chat med Utvalgsbot, så send sakspapirene selv.',
      ]),
    );
    expect(titles.filter((title) => title === 'Registrer vara')).toHaveLength(2);
    expect(titles.filter((title) => title === 'Registrer en annen vara')).toHaveLength(1);
  });

  test('is counted in words', () => {
    expect(forfallStatusText.summary(1, 0)).toBe('1 forfall er meldt. Det er ikke dekket av vara.');
    expect(forfallStatusText.summary(1, 1)).toBe('1 forfall er meldt. Det er dekket av vara.');
    expect(forfallStatusText.summary(4, 0)).toBe('4 forfall er meldt. Ingen er dekket av vara.');
    expect(forfallStatusText.summary(4, 4)).toBe('4 forfall er meldt. Alle er dekket av vara.');
  });

  test('names a part by its saker, or by its hours', () => {
    const sakName = (id: string) => `sak ${id}`;
    const to = new Date('2026-04-14T11:00:00Z');
    expect(scopeText({ what: 'part', sakIds: ['1', '2', '3'] }, sakName)).toBe('sak 1, sak 2 og sak 3');
    expect(scopeText({ what: 'part', sakIds: [], to }, sakName)).toBe('til kl. 13.00');
  });
});
