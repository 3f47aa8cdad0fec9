import { describe, expect, test } from 'vitest';
import { dueMeant } from '../support/due.ts';

describe('a due time that may mean more than one day, or none', () => {
  test.each([
    ['2024-25', '2025-12-31'],
    ['2024/25', '2025-12-31'],
    ['2024 og 2025', '2025-12-31'],
    ['2024 | 2025', '2025-12-31'],
    ['fra 2024 til 2025', '2025-12-31'],
    ['12.12.23 | 20.03.24', '2024-03-20'],
    ['20.03.24, tidligere 12.12.23', '2024-03-20'],
    ['01.02.-15.03.2025', '2025-03-15'],
    ['01.02.-15.03.25', '2025-03-15'],
    ['1.-15. mars 2025', '2025-03-15'],
    ['1. februar–15. mars 2025', '2025-03-15'],
    ['1. februar, 1. mars og 1. april 2025', '2025-04-01'],
    ['15. desember til 15. januar 2025', '2025-01-15'],
    ['1. mars og 1. mars 2025', '2025-03-01'],
    ['15.12.-15.01.2025', '2025-01-15'],
    ['15. desember – 15. januar 2025', '2025-01-15'],
    ['april - 30. mai 2025', '2025-05-30'],
    ['november 2024-januar 2025', '2025-01-31'],
    ['høst 2024 / vår 2025', '2025-05-31'],
    ['vår/høst 2025', '2025-11-30'],
    ['årsrapport 2024 innen 01.03.2025', '2025-03-01'],
  ])('«%s», several of which the last is meant: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test.each([
    ['1. desember og 1. mars 2025', 'no-year'],
    ['1. desember, til og med uke 2, og 1. mars 2025', 'no-year'],
    ['1. mars 2025 og 1. desember', 'no-year'],
    ['desember/januar 2025', 'no-year'],
    ['31. februar og 1. mars 2025', 'no-year'],
    ['innen april, fra 2025', 'no-year'],
    ['20.03.', 'no-year'],
    ['innen 20/3', 'no-year'],
    ['våren', 'no-year'],
    ['innen jul', 'no-year'],
    ['mai', 'no-year'],
    ['uke 12', 'no-year'],
    ['1. kvartal', 'no-year'],
    ['i år', 'no-year'],
    ['ut året', 'no-year'],
    ['2025 tertial 1', 'no-year'],
    ['innen utgangen av året', 'no-year'],
    ['ved årsskiftet', 'no-year'],
    ['årsskiftet 2024', 'not-understood'],
    ['fra 2025', 'not-understood'],
    ['fra og med 2025', 'not-understood'],
    ['oppstart høsten 2024', 'not-understood'],
    ['etter påske 2025', 'not-understood'],
    ['tidligst i løpet av 2025', 'not-understood'],
    ['oppstart i løpet av høsten 2024', 'not-understood'],
    ['etter utgangen av mai 2025', 'not-understood'],
    ['neste møte etter mai 2025', 'not-understood'],
    ['tidligst 2025', 'not-understood'],
    ['ikke før 2025', 'not-understood'],
    ['2025 og framover', 'not-understood'],
    ['2025 –', 'not-understood'],
    ['2025?', 'not-understood'],
    ['?', 'not-understood'],
    ['midten av 2025', 'not-understood'],
    ['tidlig høst 2025', 'not-understood'],
    ['innen sommerferien 2025', 'not-understood'],
    ['Handlingsplan 2025', 'not-understood'],
    ['to uker før 01.03.2025', 'not-understood'],
    ['innen to måneder', 'not-understood'],
    ['2024-05', 'not-understood'],
    ['sak 25/23', 'not-understood'],
    ['sak 5/12', 'not-understood'],
    ['kl. 10.11', 'not-understood'],
    ['sak 12.04.241', 'not-understood'],
    ['112.04.24', 'not-understood'],
    ['1.12.04.24', 'not-understood'],
    ['12024-04-12', 'not-understood'],
    ['2024-04-123', 'not-understood'],
  ])('«%s» is not guessed at: %s', (written, why) => {
    expect(dueMeant(written)).toBe(why);
  });

  test.each([
    ['til neste utvalgsmøte', 'next-meeting'],
    ['Neste ordinære møte', 'next-meeting'],
    ['legges fram i førstkommende møte', 'next-meeting'],
    ['neste møte i utvalget', 'next-meeting'],
    ['neste møte i SSU', 'not-understood'],
    ['neste SSU-møte', 'not-understood'],
    ['etter neste møte', 'not-understood'],
    ['neste møte i mars', 'no-year'],
    ['neste møteplan', 'not-understood'],
  ])('«%s», of meetings: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });

  test.each([
    ['', 'none'],
    [' \n\u00a0', 'none'],
    ['–', 'none'],
    ['fortløpende', 'none'],
    ['Løpende.', 'none'],
    ['løpende og kontinuerlig', 'none'],
    ['årlig', 'none'],
    ['hvert møte', 'none'],
    ['halvårlig', 'none'],
    ['tertialvis', 'none'],
    ['annethvert år', 'none'],
    ['ved behov', 'none'],
    ['løpende i 2024', '2024-12-31'],
    ['løpende vurdering', 'not-understood'],
  ])('«%s», of work without a last day: %s', (written, meant) => {
    expect(dueMeant(written)).toBe(meant);
  });
});
