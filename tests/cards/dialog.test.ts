import { expect, test } from 'vitest';
import { dialogCard } from '../../cards/dialog.ts';
import { button, buttons, card, heading, paragraph } from '../../cards/elements.ts';

const rest = [paragraph('Fyll ut.'), heading('Meld sak'), buttons(button('Hjelp', { verb: 'help.show' }))];
const texts = (body: ReturnType<typeof dialogCard>['body']) =>
  body.flatMap((element) => (element.type === 'TextBlock' ? [element.text] : []));

test('a dialog says its title once, above its card', () => {
  expect(texts(dialogCard(card(heading('Meld sak'), ...rest), 'Meld sak').body)).toEqual(['Fyll ut.', 'Meld sak']);
  expect(texts(dialogCard(card(heading('[Sak] *1*'), ...rest), '[Sak] *1*').body)).not.toContain('\\[Sak\\] \\*1\\*');
});

test('what stands first and says something else stays', () => {
  const first = (title: string) => texts(dialogCard(card(heading('Meld sak'), ...rest), title).body)[0];
  expect(first('Meld sak til SSU')).toBe('Meld sak');
  expect(texts(dialogCard(card(paragraph('Meld sak'), ...rest), 'Meld sak').body)[0]).toBe('Meld sak');
  expect(dialogCard(card(), 'Meld sak').body).toEqual([]);
});

test('the buttons of a dialog are those that dialogs know, with the same data', () => {
  const { body } = dialogCard(card({ type: 'Container', items: rest }), 'Meld sak');
  const data = { verb: 'help.show' };
  expect(JSON.stringify(body)).not.toContain('Action.Execute');
  expect(body).toMatchObject([{ items: [{}, {}, { actions: [{ type: 'Action.Submit', title: 'Hjelp', data }] }] }]);
});
