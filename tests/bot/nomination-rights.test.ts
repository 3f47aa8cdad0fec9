import { afterEach, beforeEach, expect, test } from 'vitest';
import { nominationFormCard, varaFormCard } from '../../cards/nomination.ts';
import { proposeCard, willCard } from '../../cards/nomination-ask.ts';
import { nominationStatusCard, registerNominationCard, varaSeatsCard } from '../../cards/nomination-status.ts';
import { change } from '../../store/change.ts';
import type { Committee } from '../../store/committee/record.ts';
import { mailKey } from '../../store/person/record.ts';
import { done, type Result } from '../../store/result.ts';
import { withVaras } from '../support/called-in.ts';
import { inChat } from '../support/circulation.ts';
import { aNomination, candidateOf, confirmed, proposedBy } from '../support/nominations.ts';
import { aProposing, fsu, type Proposing, ssu, textOf } from '../support/proposing.ts';
import { aSeat, NOW } from '../support/records.ts';

const committee = withVaras(ssu);
const nomination = confirmed(proposedBy(aNomination({}, undefined, ssu), 'kari', 'per', 'ida'), 'per');
const { id: candidateId } = candidateOf(nomination, 'seat-kari', 'per');
const [request = { seatId: '', seatName: '' }] = nomination.requests;
const filled = { typed: {}, problems: [] };
const seatId = 'seat-kari';

let bot: Proposing;
beforeEach(async () => {
  bot = await aProposing([], [committee, fsu]);
  await bot.deps.nominations.collection.insert(nomination);
});
afterEach(() => bot.end());

const stored = () => bot.deps.nominations.collection.get(nomination.id);
const status = () => nominationStatusCard(nomination, { now: NOW });

test.each(['Bekreft', 'Be om en annen', 'Registrer ja', 'Registrer nei', 'Avslutt', 'Utsett fristen', 'Vis på nytt'])(
  '«%s» is only the chair’s and the secretariat’s',
  async (button) => {
    const answer = await bot.press('kari', status(), button, { candidateId });
    expect(textOf(answer.card)).toContain('bare for sekretariatet og lederen');
    expect(await stored()).toEqual(nomination);
  },
);

test.each(['Meld inn', 'Har ingen å foreslå'])('so is «%s» on behalf of somebody', async (button) => {
  const register = registerNominationCard(nomination, filled);
  const answer = await bot.press('kari', register, button, { seatId, name: 'Vera', email: 'vera@eksempel.no' });
  expect(textOf(answer.card)).toContain('bare for sekretariatet og lederen');
  expect(await stored()).toEqual(nomination);
});

test.each(['Flytt opp', 'Ta ut'])('so is «%s»', async (button) => {
  const seats = varaSeatsCard(committee, { nameOf: (id) => id });
  const vara = 'seat-kari vidar';
  expect(textOf((await bot.press('kari', seats, button, { vara })).card)).toContain('bare for sekretariatet');
  expect((await bot.deps.committees.collection.get(committee.id))?.seats).toEqual(committee.seats);
  const changed = await bot.press('siv', seats, button, { vara });
  expect(textOf(changed.card)).toContain(button === 'Ta ut' ? 'Varaen er tatt ut.' : '1. Vidar Moe');
});

test('so is the form that asks for varas', async () => {
  const form = nominationFormCard(committee, 'vara', { ...filled, typed: { deadlineOn: '2026-03-20' } });
  expect(textOf((await bot.press('kari', form, 'Send')).card)).toContain('bare for sekretariatet og lederen');
});

test('somebody who is not asked proposes nobody', async () => {
  const card = proposeCard(nomination, request, { ...filled, now: NOW });
  const answer = await bot.press('ute', card, 'Meld inn én til', { name: 'Vera', email: 'vera@eksempel.no' });
  expect(textOf(answer.card)).toContain('Du er ikke spurt om å melde inn noen her.');
  expect(await stored()).toEqual(nomination);
});

test('nobody says yes for somebody else, and whoever is asked says it once', async () => {
  const card = willCard(nomination, request, candidateOf(nomination, seatId, 'per'));
  expect(textOf((await bot.press('ola', card, 'Ja')).card)).toContain('stilt til en annen');
  expect(await stored()).toEqual(nomination);
  expect(textOf((await bot.press('per', card, 'Ja')).card)).toContain('Du har sagt ja.');
  const once = await stored();
  expect(textOf((await bot.press('per', card, 'Ja')).card)).toContain('Du har sagt ja.');
  expect(textOf((await bot.press('per', card, 'Nei')).card)).toContain('Det er svart på dette før.');
  expect(await stored()).toEqual(once);
});

test('what cannot be used comes back as it was typed', async () => {
  const card = proposeCard(nomination, request, { ...filled, now: NOW });
  const answer = await bot.press('kari', card, 'Meld inn én til', { name: 'Vera Lund', email: 'vera' });
  expect(textOf(answer.card)).toContain('E-postadressen er ikke gyldig.');
  expect(JSON.stringify(answer.card)).toContain('"value":"Vera Lund"');
});

test('the registered answer of somebody shows that the secretary gave it', async () => {
  const register = registerNominationCard(nomination, filled);
  const inputs = { seatId: 'seat-ola', name: 'Vera Lund', email: 'vera@eksempel.no', workplace: 'Havnes' };
  const answer = await bot.press('siv', register, 'Meld inn', inputs);
  expect(textOf(answer.card)).toContain('Vera Lund, Havnes: foreslått, registrert av sekretariatet');
  const nobody = await bot.press('siv', register, 'Har ingen å foreslå', { seatId: 'seat-per' });
  expect(textOf(nobody.card)).toContain('Har ingen å foreslå (registrert av sekretariatet)');
  const refused = await bot.press('siv', register, 'Har ingen å foreslå', { seatId: 'seat-ola' });
  expect(textOf(refused.card)).toContain('De må trekkes eller legges til side først.');
});

test('nobody with a seat of their own is proposed as vara: they could not act for another', async () => {
  const email = { name: 'Ola', email: 'ola@eksempel.no' };
  await bot.deps.persons.collection.insert({ ...inChat('ola-post'), keys: [mailKey(email.email)] });
  await change(
    bot.deps.committees.collection,
    committee.id,
    (current): Result<Committee, never> => done({ ...current, seats: [...current.seats, aSeat('ola-post')] }),
  );
  const said = 'Vedkommende har en egen plass i utvalget';
  const card = proposeCard(nomination, request, { ...filled, now: NOW });
  expect(textOf((await bot.press('kari', card, 'Meld inn én til', email)).card)).toContain(said);
  const register = registerNominationCard(nomination, filled);
  expect(textOf((await bot.press('siv', register, 'Meld inn', { ...email, seatId })).card)).toContain(said);
  const unasked = varaFormCard(committee, filled);
  expect(textOf((await bot.press('kari', unasked, 'Meld inn', email)).card)).toContain(said);
  expect(await stored()).toEqual(nomination);
});
