import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { plain } from '../../cards/elements.ts';
import { pagesOf } from '../../cards/pages.ts';
import { referatPreviewCard } from '../../cards/referat-status.ts';
import { askCard } from '../../cards/round.ts';
import { newest } from '../../store/referat/record.ts';
import { isWorkingDay } from '../../store/time.ts';
import { expectValidCard } from '../support/cards.ts';
import { realData } from '../support/data.ts';
import { aCommittee, aReferat, aRound, hashOf } from '../support/records.ts';

const data = realData();

/** What a reader sees of a Markdown text: its words, without the tags. */
function read(markdown: string): string {
  const html = new MarkdownIt({ html: false }).render(markdown);
  const words = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return words.replace(/\s+/g, ' ').trim();
}

if (data !== undefined) {
  const { saker, meetings } = data;
  const textOf = (utvalg: string, numbers: readonly string[]) =>
    saker
      .filter((sak) => sak.utvalg === utvalg && numbers.includes(sak.saksnr ?? ''))
      .map(({ saksnr, tittel, vedtak, forslag_til_vedtak: proposed }) =>
        [
          `Sak ${saksnr}: ${tittel}`,
          ...(vedtak.length > 0 ? vedtak : proposed).map((point, i) => `${i + 1}. ${point}`),
        ].join('\n'),
      )
      .join('\n\n');
  const withSaker = meetings.map(({ utvalg, dato, saker: numbers }) => ({
    utvalg,
    dato,
    text: textOf(utvalg, numbers),
  }));

  describe('real meetings', () => {
    test('there are several to test with, each of several saker', () => {
      expect(withSaker.filter(({ text }) => text.split('\n\n').length >= 6).length).toBeGreaterThanOrEqual(3);
    });

    test.each(withSaker.filter(({ text }) => text !== ''))(
      'the vedtak of $utvalg $dato fit a card, word for word',
      ({ text, dato }) => {
        const version = { ...newest(aReferat()), text, hash: hashOf(text) };
        const referat = aReferat({ versions: [version], meetingOn: dato });
        const choices = { approvalRule: { kind: 'everyone' }, askedGroup: 'voting' } as const;
        expectValidCard(askCard(aRound(), { referat, text: version, personId: 'kari' }));
        expectValidCard(referatPreviewCard(referat, { committee: aCommittee(), choices, asked: 2 }));
        expect(pagesOf(text)).toHaveLength(1);
        expect(read(plain(text))).toBe(text.replace(/\s+/g, ' ').trim());
      },
    );

    test('were held on working days', () => {
      const days = meetings.map(({ dato }) => dato);
      expect(days.filter((day) => !isWorkingDay(day))).toEqual([]);
    });
  });
} else {
  test('what people wrote is read word for word', () => {
    expect(read(plain('1. SSU *støtter* forslaget.'))).toBe('1. SSU *støtter* forslaget.');
  });
}
