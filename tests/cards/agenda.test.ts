import { expect, test } from 'vitest';
import { agendaCard } from '../../cards/agenda.ts';
import { buildCard } from '../../cards/agenda-build.ts';
import type { Card } from '../../cards/elements.ts';
import { agendaSettingsCard } from '../../cards/meeting-settings.ts';
import { fixedTitle } from '../../cards/text/agenda-fixed.ts';
import { fixedSakSchema } from '../../store/committee/record.ts';
import { anAcceptedSak, aSentMeeting, numbersOf } from '../support/agendas.ts';
import { buttonOf, inputsOf, linesOf } from '../support/cards.ts';
import { agendaGallery } from '../support/gallery-agenda.ts';
import { meetingGallery } from '../support/gallery-meeting.ts';
import { aCommittee } from '../support/records.ts';

const SMALL = '(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)';
const LARGE = '(?:Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag)';
/** Of a line by itself, or of what stands beside a label. */
const begins = (weekday: string) => new RegExp(`^(?:[^:]+: )?${weekday} \\d`);
const stands = (weekday: string) => new RegExp(`[a-zæøåA-ZÆØÅ] ${weekday} \\d`);
const saker = [anAcceptedSak('a')];
const sent = { meeting: aSentMeeting(saker), committee: aCommittee(), saker, numberOf: numbersOf(saker) };
const named = (comes: readonly string[]) => {
  const state = { answers: { comes, forfall: [], silent: 0 }, isOver: false, maySee: () => true };
  return linesOf(agendaCard(sent, state, true)).find((line) => line.startsWith('Kommer: '));
};

test('a time begins with a capital letter where it stands alone, and with a small one within a sentence', () => {
  const cards: readonly Card[] = Object.values({ ...agendaGallery, ...meetingGallery });
  const lines = cards.flatMap(linesOf);
  expect(lines.filter((line) => begins(SMALL).test(line))).toEqual([]);
  expect(lines.filter((line) => stands(LARGE).test(line))).toEqual([]);
  expect(lines.some((line) => begins(LARGE).test(line)) && lines.some((line) => stands(SMALL).test(line))).toBe(true);
});

test('who comes is counted, and named beside the number', () => {
  expect(named([])).toBe('Kommer: ingen');
  expect(named(['Marit Åsnes'])).toBe('Kommer: 1 (Marit Åsnes)');
  expect(named(['Marit Åsnes', 'Per Nes'])).toBe('Kommer: 2 (Marit Åsnes, Per Nes)');
  const many = Array.from({ length: 170 }, (_, n) => `Person ${n}`);
  expect(named(many)).toMatch(/^Kommer: 170 \(Person 0, .*Person 159 og 10 til\)$/);
});

test('a fixed sak is chosen by the title that it has on the agenda', () => {
  const card = agendaSettingsCard(aCommittee(), { others: [], typed: {}, problems: [] });
  const [first] = inputsOf(card);
  const choices = first?.type === 'Input.ChoiceSet' ? first.choices : [];
  expect(choices.slice(0, -1)).toEqual(fixedSakSchema.options.map((value) => ({ value, title: fixedTitle[value] })));
});

test('whoever builds an agenda finds the way back to the other meetings', () => {
  expect(buttonOf(buildCard(sent, { addable: [] }), 'Til møtene').data).toEqual({ verb: 'agenda.show' });
});
