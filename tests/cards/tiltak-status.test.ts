import { expect, test } from 'vitest';
import { statusLine } from '../../cards/text/tiltak-status.ts';
import { said } from '../support/plans.ts';
import { NOW } from '../support/records.ts';

const line = (changes: Parameters<typeof said>[0]) =>
  statusLine(said({ at: NOW, ...changes }), (id) => id.toUpperCase());

test('a status is told with its class, and with who said it', () => {
  expect(line({ text: 'Vi er i gang.' })).toBe('I gang (02.03.26, KARI): Vi er i gang.');
  expect(line({ class: 'by-others', byOthers: 'FSU BU', text: undefined })).toBe(
    'Følges opp av FSU BU (02.03.26, KARI)',
  );
  expect(line({ from: 'registered', text: undefined })).toBe('I gang (02.03.26, KARI, på vegne av den ansvarlige)');
});

test('what only stood in the file of the plan is told so, and gets no class', () => {
  expect(line({ class: undefined, from: 'plan', text: 'Utsatt' })).toBe('Fra planen (02.03.26): Utsatt');
});
