import { describe, expect, test } from 'vitest';
import { type FileUses, fileReceivedCard } from '../../cards/file.ts';
import { buttonOf, buttonsOf, expectValidCard, linesOf } from '../support/cards.ts';
import { aCommittee, aFile, aReferat } from '../support/records.ts';
import { aDraft } from '../support/saker.ts';

const nothing: FileUses = { committees: [aCommittee()], drafts: [], running: [], saker: [], setups: [] };
const shown = (uses: Partial<FileUses> = {}, file = aFile()) => {
  const card = fileReceivedCard(file, { ...nothing, ...uses });
  expectValidCard(card);
  return card;
};
const onRound = (n: number, meetingOn = '2026-02-26', title = `Referat ${n}`) =>
  aReferat({
    id: `referat-${n}`,
    title,
    meetingOn,
    state: 'circulating',
    round: { id: `round-${n}`, number: 1, version: 1 },
  });

describe('a file that was dropped into the chat', () => {
  test('is named, with how much was read and how it begins', () => {
    const card = shown({}, aFile({ name: 'Referat_SSU *endelig*.docx', text: 'Sak 1: Åpning' }));
    expect(linesOf(card)).toEqual([
      'Jeg har lest «Referat_SSU *endelig*.docx»',
      'Filen er lagret uendret. Teksten har 13 tegn, og begynner slik:',
      'Sak 1: Åpning',
      'Hva skal den brukes til?',
      'Bruk i en sak',
    ]);
  });

  test('of a long one only the beginning is shown, whole characters of it, and that it goes on', () => {
    const begins = linesOf(shown({}, aFile({ text: '😀'.repeat(400) })))[2];
    expect(begins).toBe(`${'😀'.repeat(300)} …`);
  });

  test('can become a new referat of any committee, however many', () => {
    const committees = Array.from({ length: 14 }, (_, n) =>
      aCommittee({ id: `committee-${n}`, shortName: `FSU ${n}` }),
    );
    const card = shown({ committees });
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      ...committees.map(({ shortName }) => `Nytt referat for ${shortName}`),
      'Ny vedtaksrunde',
      'Be om innspill',
      'Send til signering',
      'Ny sak med denne teksten',
      'Ny sak med denne filen som vedlegg',
    ]);
    expect(buttonOf(card, 'Be om innspill').data).toEqual({
      verb: 'document.new',
      purpose: 'innspill',
      fileId: 'file-1',
    });
    expect(buttonOf(card, 'Nytt referat for FSU 13').data).toEqual({
      verb: 'referat.new',
      committeeId: 'committee-13',
      fileId: 'file-1',
    });
  });

  test('can replace the text of a draft, or become a new version in a round', () => {
    const card = shown({ drafts: [aReferat({ id: 'referat-9' })], running: [onRound(1)] });
    expect(buttonOf(card, 'Bytt ut teksten i utkastet').data).toEqual({
      verb: 'referat.edit',
      referatId: 'referat-9',
      fileId: 'file-1',
    });
    expect(buttonOf(card, 'Ny versjon i e-postrunden').data).toEqual({
      verb: 'round.revise-form',
      roundId: 'round-1',
      fileId: 'file-1',
    });
  });

  test('the newest meetings come first, whichever list they are from', () => {
    const lines = linesOf(
      shown({
        drafts: [aReferat({ title: 'Utkast', meetingOn: '2026-02-10' })],
        running: [onRound(1, '2026-01-14', 'Gammel'), onRound(2, '2026-02-26', 'Ny')],
      }),
    );
    expect(lines.slice(4, -1)).toEqual(['Ny, møte 26.02.26', 'Utkast, møte 10.02.26', 'Gammel, møte 14.01.26']);
  });

  test('when there are more than fit a card, the older ones are counted', () => {
    const many = Array.from({ length: 50 }, (_, n) => onRound(n, '2026-02-26', '*'.repeat(200)));
    const card = shown({ drafts: many, running: many }, aFile({ name: '<'.repeat(200), text: '['.repeat(300) }));
    expect(linesOf(card).at(-2)).toMatch(/^\d+ eldre referater er ikke vist her\.$/);
  });

  test('can become the text of a sak that is being written, or one of its vedlegg', () => {
    const card = shown({ saker: [aDraft({ id: 'sak-7', typed: { title: 'Ventetid' } })] });
    expect(linesOf(card).slice(-2)).toEqual(['Bruk i en sak', 'Ventetid']);
    expect(buttonOf(card, 'Bruk som saksframstilling').data).toEqual({
      verb: 'sak.file',
      sakId: 'sak-7',
      fileId: 'file-1',
      as: 'background',
    });
    expect(buttonOf(card, 'Legg ved').data).toMatchObject({ sakId: 'sak-7', as: 'attachment' });
  });

  test('that nothing could be read in is a vedlegg and nothing else', () => {
    const { text: _none, ...file } = aFile({ name: 'Kart.png' });
    const card = shown({ drafts: [aReferat()], saker: [aDraft()] }, file);
    expect(linesOf(card)).toEqual([
      'Jeg har tatt imot «Kart.png»',
      'Filen er lagret uendret.',
      'Hva skal den brukes til?',
      'Bruk i en sak',
      'Ny sak',
    ]);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Legg ved', 'Ny sak med denne filen som vedlegg']);
  });
});
