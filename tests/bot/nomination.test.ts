import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoPeople, demoVaras } from '../../bot/local/demo.ts';
import { inputsOf, wordsOf } from '../support/cards.ts';
import { filledIn, type Seen, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const PATIENCE = { timeout: 30_000 };
const FSU = { committeeId: 'committee_fsu-bu' };
const objectIdOf = (key: string) => [...demoPeople, ...demoVaras].find((person) => person.key === key)?.objectId ?? '';
const picked = (key: string) => ({ picked: objectIdOf(key) });
/** The choice in a card whose title says this. */
const choice = ({ card }: Seen, id: string, title: string) => {
  const input = inputsOf(card).find((one) => one.id === id);
  const found = input && 'choices' in input ? input.choices.find((one) => one.title.includes(title)) : undefined;
  if (found === undefined) throw new Error(`no «${title}» to choose`);
  return { [id]: found.value };
};

/** Aud asks for a vara for each seat of FSU BU. Gives the card that shows where it stands. */
const askForVaras = async (changes: Readonly<Record<string, string>> = {}) => {
  const form = await village.press(await village.say('aud', 'vara'), 'Be om vararepresentanter', FSU);
  return village.press(form, 'Send', { ...filledIn(form), ...changes });
};
const propose = async (person: string, inputs: Readonly<Record<string, string>>) =>
  village.press(await village.sees(person, 'Meld inn din vararepresentant'), 'Meld inn', inputs);
const renewed = (status: Seen) => village.press(status, 'Vis på nytt');
const confirm = async (status: Seen, name: string, button = 'Bekreft') => {
  const shown = await renewed(status);
  return village.press(shown, button, choice(shown, 'candidateId', name));
};

test('«vara» names somebody’s own varas, numbered where there are several', PATIENCE, async () => {
  expect(wordsOf((await village.say('odd', 'vara')).card)).toContain(
    'SSU, Sandøy kommune: Varaen din er Amund Skarvik.',
  );
  const several = 'Varaene dine, i den rekkefølgen de spørres: 1. Vigdis Nøkling, 2. Eirik Solheimdal';
  expect(wordsOf((await village.say('guro', 'vara')).card)).toContain(several);
});

test('a committee without a vacant seat has none to fill: no form is shown', PATIENCE, async () => {
  const { card } = await village.press(await village.say('terje', 'vara'), 'Fyll ledig plass');
  expect(wordsOf(card)).toContain('Utvalget har ingen ledige plasser å fylle.');
  expect(inputsOf(card)).toEqual([]);
});

describe('a nomination of varas', PATIENCE, () => {
  test('goes to the members without one, and from proposal over confirmation to a vara who acts for the seat', async () => {
    const status = await askForVaras();
    expect(wordsOf(status.card)).toContain('0 av');
    const card = await village.sees('berit', 'Meld inn din vararepresentant innen 18.03.26');
    expect(wordsOf(card.card)).toContain('Havnes kommune');
    const receipt = await propose('berit', picked('torunn'));
    expect(wordsOf(receipt.card)).toContain('1. Torunn Breidvik: foreslått');
    expect(wordsOf((await confirm(status, 'Torunn')).card)).toContain('Bekreftet.');
    const question = await village.sees('torunn', 'Vil du være vararepresentant for Berit Nygjerde');
    expect(wordsOf(question.card)).toContain('har du plassen i det møtet');
    expect(wordsOf((await village.press(question, 'Ja')).card)).toContain('Du har sagt ja.');
    await village.sees('berit', 'har sagt ja');
    await village.sees('aud', 'har sagt ja');
    expect(wordsOf((await village.say('berit', 'vara')).card)).toContain('Varaen din er Torunn Breidvik.');
    expect(wordsOf((await village.say('torunn', 'vara')).card)).toContain('Du er vara for Berit Nygjerde');
    // those who have one are not asked
    expect(village.chat('guro').some(({ card: sent }) => JSON.stringify(sent ?? {}).includes('Meld inn'))).toBe(false);
  });

  test('asks nobody twice who has not answered yet', async () => {
    await askForVaras();
    await village.press(await village.sees('sverre', 'Meld inn din'), 'Har ingen å foreslå');
    // whoever has answered may be asked anew
    await askForVaras();
    const form = await askForVaras();
    expect(wordsOf(form.card)).toContain('Alle det gjelder, er spurt i en innmelding som pågår');
    const asked = (person: string) =>
      village.chat(person).filter(({ card: sent }) => JSON.stringify(sent ?? {}).includes('Meld inn din')).length;
    await village.sees('sverre', 'Meld inn din');
    expect(asked('berit')).toBe(1);
  });

  test('takes somebody outside Teams by name and address, whose yes the secretariat registers', async () => {
    const status = await askForVaras();
    const bare = await propose('berit', { name: 'Vera Lund' });
    expect(wordsOf(bare.card)).toContain('Skriv e-postadressen også');
    expect(filledIn(bare).name).toBe('Vera Lund');
    await propose('berit', { name: 'Vera Lund', email: 'vera@havnes.example', workplace: 'Havnes legekontor' });
    await confirm(status, 'Vera Lund');
    const unreached = await village.sees('aud', 'ikke nådd');
    const registered = await confirm(unreached, 'Vera Lund', 'Registrer ja');
    expect(wordsOf(registered.card)).toContain('registrert av sekretariatet');
    await village.sees('berit', 'har sagt ja');
    expect(wordsOf((await village.say('berit', 'vara')).card)).toContain('Vera Lund');
  });

  test('goes on with the next candidate when one says no', async () => {
    const status = await askForVaras();
    await propose('berit', picked('torunn'));
    await village.press(await village.sees('berit', '1. Torunn'), 'Meld inn én til', picked('mikkel'));
    await confirm(status, 'Torunn');
    await village.press(await village.sees('torunn', 'Vil du være vararepresentant'), 'Nei');
    await village.sees('berit', 'har sagt nei');
    await confirm(status, 'Mikkel');
    await village.press(await village.sees('mikkel', 'Vil du være vararepresentant for Berit'), 'Ja');
    expect(wordsOf((await village.say('mikkel', 'vara')).card)).toContain('Du er vara for Berit Nygjerde');
  });

  test('reminds those who are silent, tells the secretary of the deadline, and keeps what comes late', async () => {
    await askForVaras();
    const old = await village.sees('berit', 'Meld inn din vararepresentant');
    await village.sees('sverre', 'Meld inn din vararepresentant');
    await village.press(await village.sees('sverre', 'Meld inn din'), 'Har ingen å foreslå');
    await village.moveTo('2026-03-16T09:00:00Z');
    await village.sees('berit', 'Påminnelse');
    expect(village.chat('sverre').some(({ card }) => JSON.stringify(card ?? {}).includes('Påminnelse'))).toBe(false);
    await village.moveTo('2026-03-18T14:00:01Z');
    await village.sees('aud', 'Fristen er ute');
    const late = await village.press(old, 'Meld inn', picked('torunn'));
    expect(wordsOf(late.card)).toContain('Forslaget er tatt vare på');
    await village.sees('aud', 'foreslått etter fristen');
  });

  test('that is closed keeps nothing more, and says so on an old card', async () => {
    const status = await askForVaras();
    const card = await village.sees('berit', 'Meld inn din vararepresentant');
    expect(wordsOf((await village.press(status, 'Avslutt')).card)).toContain('Innmeldingen er avsluttet.');
    expect(wordsOf((await village.press(card, 'Meld inn', picked('torunn'))).card)).toContain('avsluttet');
    expect(wordsOf((await renewed(status)).card)).toContain('0 av');
  });
});

describe('«vara»', PATIENCE, () => {
  test('a member proposes a vara unasked, and the secretary handles it as any other', async () => {
    const form = await village.press(await village.say('berit', 'vara'), 'Foreslå vara');
    const told = await village.press(form, 'Meld inn', picked('torunn'));
    expect(wordsOf(told.card)).toContain('Forslaget er sendt sekretariatet.');
    await confirm(await village.sees('aud', 'Torunn Breidvik: foreslått'), 'Torunn');
    await village.sees('torunn', 'Vil du være vararepresentant for Berit');
  });

  test('the secretary changes the order and takes a vara out', async () => {
    const seats = await village.press(await village.say('aud', 'vara'), 'Vara per plass', FSU);
    expect(wordsOf(seats.card)).toContain('1. Vigdis Nøkling, 2. Eirik Solheimdal');
    const raised = await village.press(seats, 'Flytt opp', choice(seats, 'vara', 'Eirik'));
    expect(wordsOf(raised.card)).toContain('1. Eirik Solheimdal, 2. Vigdis Nøkling');
    const out = await village.press(raised, 'Ta ut', choice(raised, 'vara', 'Vigdis'));
    expect(wordsOf(out.card)).not.toContain('Vigdis');
  });
});

describe('the same for other places', PATIENCE, () => {
  test('a vacant seat is filled by whom the secretary registers, once they say yes', async () => {
    const form = await village.press(await village.say('aud', 'vara'), 'Fyll ledig plass', FSU);
    const status = await village.press(form, 'Send', filledIn(form));
    expect(wordsOf(status.card)).toContain('Ingen kontakt i Teams');
    const register = await village.press(status, 'Registrer svar');
    const answered = await village.press(register, 'Meld inn', { ...filledIn(register), ...picked('nils') });
    await confirm(answered, 'Nils');
    await village.press(await village.sees('nils', 'Vil du være medlem i FSU BU'), 'Ja');
    await village.sees('aud', 'har sagt ja');
    expect(wordsOf((await village.say('nils', 'vara')).card)).toContain('FSU BU, Indre Vik kommune');
  });

  test('names for a working group are gathered in a list', async () => {
    const form = await village.press(await village.say('aud', 'vara'), 'Be om medlemmer til arbeidsgruppe', FSU);
    const bare = await village.press(form, 'Send', { ...filledIn(form), wanted: '4' });
    expect(wordsOf(bare.card)).toContain('Skriv hva arbeidsgruppen heter');
    const status = await village.press(bare, 'Send', { ...filledIn(bare), title: 'Felles opplæring' });
    const card = await village.sees('guro', 'Meld inn aktuelle medlemmer til arbeidsgruppen «Felles opplæring»');
    await village.press(card, 'Meld inn', picked('tone'));
    const listed = await confirm(status, 'Tone');
    expect(wordsOf(listed.card)).toContain('Bekreftede navn, til å kopiere');
  });
});
