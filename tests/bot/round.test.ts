import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoCommittees } from '../../bot/local/demo-committees.ts';
import { buttonsOf, expectValidCard, inputsOf, wordsOf } from '../support/cards.ts';
import { sendDraft, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const PATIENCE = { timeout: 20_000 };
const VOTING = (demoCommittees[0]?.seats ?? []).flatMap(([person, , , rights]) =>
  person && !rights?.speaking ? [person] : [],
);

describe('a referat on e-postrunde', PATIENCE, () => {
  test('goes to every voting seat and to nobody else, each card valid and whole', async () => {
    const status = await sendDraft(village);
    expectValidCard(status.card);
    expect(wordsOf(status.card)).toContain('0 av 16');
    for (const person of VOTING) {
      const { card } = await village.sees(person, 'Til godkjenning');
      expectValidCard(card);
      expect(wordsOf(card)).toContain('Saker meldes fortløpende til sekretariatet.');
    }
    expect(village.chat('samira')).toEqual([]);
  });

  test('is approved when everybody has approved: the secretariat is told once, and the draft is no draft any more', async () => {
    await sendDraft(village);
    for (const person of VOTING) {
      const receipt = await village.press(await village.sees(person, 'Til godkjenning'), 'Godkjenn');
      expect(wordsOf(receipt.card)).toContain('Du godkjente 02.03.26 kl. 09.');
    }
    const outcome = await village.sees('terje', 'Referatet er godkjent.');
    expect(wordsOf(outcome.card)).toContain('16 av 16');
    await village.sees('aud', 'Referatet er godkjent.');
    expect(village.chat('terje')).toHaveLength(1);
    expect(buttonsOf((await village.say('aud', 'referat')).card).map(({ title }) => title)).not.toContain(
      'Fortsett på utkastet',
    );
  });

  test('at the deadline the outcome tells yes, remarks, silent and not reached apart, and a late press is told so', async () => {
    village.room.world.record({ t: 'reach', personId: 'odd', installed: false });
    await sendDraft(village);
    // a card that is on its way when the clock is moved has reached nobody in time
    for (const person of VOTING) if (person !== 'odd') await village.sees(person, 'Til godkjenning');
    await village.press(await village.sees('ingrid', 'Til godkjenning'), 'Godkjenn');
    await village.press(await village.sees('marit', 'Til godkjenning'), 'Send merknad', {
      kind: 'skrivefeil',
      text: 'Navnet til Odd er feil.',
    });
    await village.press(await village.sees('jonas', 'Til godkjenning'), 'Send merknad', {
      kind: 'realitet',
      text: 'Punkt 2 mangler.',
    });
    const unanswered = await village.sees('siri', 'Til godkjenning');

    await village.moveTo('2026-03-09T14:00:06Z');
    const words = wordsOf((await village.sees('aud', 'ikke avgjort')).card);
    expect(words).toContain('{"title":"Godkjent aktivt","value":"2 av 16 (alle trengs)"}');
    expect(words).toContain('{"title":"Merknader","value":"2"}');
    expect(words).toContain('{"title":"Ikke nådd","value":"1"}');
    expect(words).toContain('{"title":"Ikke svart","value":"12"}');
    expect(words).toContain('Odd Kvitnes (Sandøy kommune): mangler appen.');
    expect(words).toContain('Jonas Brekkmo (Fjelldal kommune), merknad til innholdet: Punkt 2 mangler.');
    await village.sees('siri', 'Du svarte ikke på denne e-postrunden.');
    const late = await village.press(unanswered, 'Godkjenn');
    expect(wordsOf(late.card)).toContain('Svarfristen er ute, så svaret ble ikke registrert.');
  });

  test('closes by its deadline though the bot was down then: an answer from before counts, one from after is late', async () => {
    await sendDraft(village);
    await village.press(await village.sees('ingrid', 'Til godkjenning'), 'Godkjenn');
    const unanswered = await village.sees('siri', 'Til godkjenning');
    await village.stopBot();
    await village.moveTo('2026-03-10T09:00:00Z');
    await village.startBot();
    const late = await village.press(unanswered, 'Godkjenn');
    expect(wordsOf(late.card)).toContain('Svarfristen er ute');
    expect(wordsOf((await village.sees('aud', 'ikke avgjort')).card)).toContain('1 av 16');
  });

  test('outside working hours nobody is written to until the next working morning', async () => {
    await village.moveTo('2026-03-06T20:00:00Z');
    await sendDraft(village, '2026-03-13');
    // an answer to one's own message is sent at any hour, in a pass after the round was stored
    await village.say('ingrid', 'hjelp');
    expect(village.chat('ingrid')).toHaveLength(2);
    await village.moveTo('2026-03-09T07:00:01Z');
    await village.sees('ingrid', 'Til godkjenning');
  });
});

describe('an answer', PATIENCE, () => {
  test('can be changed until the deadline, and the last one counts', async () => {
    await sendDraft(village);
    const asked = await village.sees('ingrid', 'Til godkjenning');
    const remark = await village.press(asked, 'Send merknad', { kind: 'realitet', text: 'Punkt 2 mangler.' });
    expect(wordsOf(remark.card)).toContain('Punkt 2 mangler.');
    const again = await village.press(remark, 'Endre svar');
    const receipt = await village.press(again, 'Godkjenn');
    expect(wordsOf(receipt.card)).toContain('Du godkjente');
    const status = await village.press(await village.say('aud', 'referat'), 'Vis status');
    expect(wordsOf(status.card)).toContain('{"title":"Merknader","value":"0"}');
  });

  test('pressed twice counts once and gives the same receipt', async () => {
    await sendDraft(village);
    const asked = await village.sees('ingrid', 'Til godkjenning');
    const [first, second] = await Promise.all([village.press(asked, 'Godkjenn'), village.press(asked, 'Godkjenn')]);
    expect(first.card).toEqual(second.card);
    expect(wordsOf((await village.press(await village.say('aud', 'referat'), 'Vis status')).card)).toContain('1 av 16');
  });

  test.each([
    ['samira', 'with the right to speak but no vote'],
    ['guro', 'of another committee'],
    ['terje', 'of the secretariat, who has no vote'],
  ])('from %s, %s, is kindly refused and not counted', async (person) => {
    await sendDraft(village);
    const asked = await village.sees('ingrid', 'Til godkjenning');
    const own = await village.say(person, 'hjelp');
    const { card } = await village.press({ ...own, card: asked.card }, 'Godkjenn');
    expect(wordsOf(card)).toContain('Du er ikke blant dem som er bedt om å svare');
    expect(wordsOf(card)).not.toContain('Sak 32');
    expect(wordsOf((await village.press(await village.say('aud', 'referat'), 'Vis status')).card)).toContain('0 av 16');
  });

  test.each([
    [{ text: 'Noe er feil' }, 'Velg om merknaden gjelder en skrivefeil eller innholdet.'],
    [{ kind: 'skrivefeil', text: '  ' }, 'Skriv hva merknaden gjelder.'],
    [{ kind: 'skrivefeil', text: 'x'.repeat(2001) }, 'Merknaden er for lang.'],
  ])('a remark that cannot be used is answered with the reason, and what was typed is kept', async (typed, problem) => {
    await sendDraft(village);
    const again = await village.press(
      await village.sees('ingrid', 'Til godkjenning'),
      'Send merknad',
      typed as Record<string, string>,
    );
    expect(wordsOf(again.card)).toContain(problem);
    expect(inputsOf(again.card).find(({ id }) => id === 'text')?.value ?? '').toBe(typed.text);
  });
});

describe('the connector', PATIENCE, () => {
  test('that is overloaded is asked again when it said so, and the card comes once', async () => {
    village.room.faults.add({ status: 429, retryAfter: '1', times: 3, strikes: ({ method }) => method === 'POST' });
    await village.say('marit', 'hjelp');
    expect(village.chat('marit').filter(({ from }) => from === 'bot')).toHaveLength(1);
  });

  test('that refuses one person keeps nobody else waiting', async () => {
    village.room.world.record({ t: 'reach', personId: 'ingrid', blocked: true });
    await sendDraft(village);
    await village.sees('egil', 'Til godkjenning');
    const status = await village.press(await village.sees('aud', 'E-postrunde'), 'Oppdater');
    expect(wordsOf(status.card)).toContain('Ingrid Holtevik (Storvik kommune): har blokkert appen.');
  });
});

describe('a message', PATIENCE, () => {
  test('in any case, with spaces, is understood; what is not is answered with help', async () => {
    expect(wordsOf((await village.say('marit', '  HJELP ')).card)).not.toContain('Det forsto jeg ikke');
    const { card } = await village.say('marit', 'Hva er klokka?');
    expect(wordsOf(card)).toContain('Det forsto jeg ikke. Her er det jeg kan hjelpe med:');
  });

  test('an old client without Action.Execute gets the answer as a card of its own', async () => {
    await sendDraft(village);
    const asked = await village.sees('ingrid', 'Til godkjenning');
    const submit = buttonsOf(asked.card).find(({ title }) => title === 'Godkjenn');
    await village.room.api.press('ingrid', asked.messageId, {
      type: 'Action.Submit',
      data: { ...submit?.fallback.data },
    });
    const receipt = await village.sees('ingrid', 'Du godkjente');
    expect(receipt.messageId).not.toBe(asked.messageId);
  });
});
