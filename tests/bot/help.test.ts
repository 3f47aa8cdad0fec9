import { afterEach, beforeEach, expect, test } from 'vitest';
import { helpFor, helpText } from '../../cards/text/help.ts';
import { wordsOf } from '../support/cards.ts';
import { startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

test('help says what one can do in the committees that one is in', { timeout: 30_000 }, async () => {
  const seen = async (person: string) => wordsOf((await village.say(person, 'hjelp')).card);
  expect(await seen('aud')).toContain(helpFor.secretariat);
  expect(await seen('ingrid')).toContain(helpFor.secretariat);
  expect(await seen('bente')).toContain(helpFor['vice-chair']);
  expect(await seen('marit')).toContain(helpFor.member);
  expect(await seen('amund')).toContain(helpFor.vara);
  const shared = wordsOf((await village.sayIn('ssu', 'marit', 'hjelp')).card);
  expect(shared).toContain(helpText.shared);
  expect(shared).not.toContain(helpText.setUpHere);
});
