import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, wordsOf } from '../support/cards.ts';
import { filledIn, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

/** The form for a new referat of the SSU: Aud runs rounds in two committees, and is asked which. */
const newForm = async () =>
  village.press(await village.press(await village.say('aud', 'hjelp'), 'Nytt referat'), 'SSU');

describe('the form', { timeout: 20_000 }, () => {
  test('is for the secretariat and the chair', async () => {
    const member = await village.say('marit', 'referat');
    expect(buttonsOf(member.card)).toEqual([]);
    const help = await village.say('aud', 'hjelp');
    const own = await village.say('marit', 'hjelp');
    const refused = await village.press({ ...own, card: help.card }, 'Nytt referat');
    expect(wordsOf(refused.card)).toContain('Dette er bare for sekretariatet og lederen i utvalget.');
    expect(buttonsOf((await village.say('ingrid', 'hjelp')).card).map(({ title }) => title)).toContain('Nytt referat');
  });

  test('proposes a week, 15:00, a working day, and moves a deadline off a day off', async () => {
    const form = await newForm();
    expect(filledIn(form)).toMatchObject({ deadlineOn: '2026-03-09', deadlineTime: '15:00' });
    const typed = {
      ...filledIn(form),
      meetingOn: '2026-02-26',
      title: 'Møte',
      text: 'Sak 1',
      deadlineOn: '2026-04-03',
    };
    const preview = await village.press(form, 'Forhåndsvis', typed);
    expect(wordsOf(preview.card)).toContain('tirsdag 7. april 2026 kl. 15.00');
    expect(wordsOf(preview.card)).toContain('Den er flyttet til neste arbeidsdag.');
  });

  test('gives back all that was typed with every problem at once, and creates nothing', async () => {
    const form = await newForm();
    const typed = { ...filledIn(form), meetingOn: '2026-05-01', title: '', text: 'Sak 1' };
    const again = await village.press(form, 'Forhåndsvis', typed);
    expect(wordsOf(again.card)).toContain('Møtedatoen er fram i tid.');
    expect(wordsOf(again.card)).toContain('Skriv en tittel');
    expect(filledIn(again)).toMatchObject({ meetingOn: '2026-05-01', text: 'Sak 1' });
    const drafts = buttonsOf((await village.say('aud', 'referat')).card).filter(
      ({ title }) => title === 'Fortsett på utkastet',
    );
    expect(drafts).toHaveLength(1);
  });

  test('a text longer than a card is previewed page by page, nothing left out', async () => {
    const form = await newForm();
    const text = Array.from({ length: 1500 }, (_, n) => `Sak ${n}: ${'ord '.repeat(20)}`).join('\n\n');
    const typed = { ...filledIn(form), meetingOn: '2026-02-26', title: 'Langt', text };
    const first = await village.press(form, 'Forhåndsvis', typed);
    expect(wordsOf(first.card)).toContain('Side 1 av');
    const second = await village.press(first, 'Neste side');
    expect(wordsOf(second.card)).toContain('Side 2 av');
  });

  test('a form too large to be given back says what is wrong, and stays on the screen', async () => {
    const form = await newForm();
    const typed = { ...filledIn(form), meetingOn: '2026-05-01', title: 'Langt', text: 'x'.repeat(30_000) };
    const answer = await village.press(form, 'Forhåndsvis', typed);
    expect(answer.said).toContain('Møtedatoen er fram i tid.');
    expect(answer.card).toEqual(form.card);
  });

  test('sent twice at the same time it makes one draft and one round', async () => {
    const form = await newForm();
    const typed = { ...filledIn(form), meetingOn: '2026-02-26', title: 'En gang', text: 'Sak 1' };
    const [preview] = await Promise.all([
      village.press(form, 'Forhåndsvis', typed),
      village.press(form, 'Forhåndsvis', typed),
    ]);
    await Promise.all([village.press(preview, 'Send på e-postrunde'), village.press(preview, 'Send på e-postrunde')]);
    await village.sees('ingrid', 'Til godkjenning: En gang');
    // an answer to one's own message is sent in a later pass than a second card would be
    await village.say('ingrid', 'hjelp');
    expect(village.chat('ingrid')).toHaveLength(3);
  });

  test('an old preview cannot send a text that was rewritten since', async () => {
    const overview = await village.say('aud', 'referat');
    const form = await village.press(overview, 'Fortsett på utkastet');
    const old = await village.press(form, 'Forhåndsvis', filledIn(form));
    const newer = await village.press(old, 'Endre');
    await village.press(newer, 'Forhåndsvis', { ...filledIn(newer), title: 'Ny tittel' });
    const answer = await village.press(old, 'Send på e-postrunde');
    expect(wordsOf(answer.card)).toContain('Utkastet er endret etter denne forhåndsvisningen.');
    expect(wordsOf(answer.card)).toContain('Ny tittel');
    await village.say('ingrid', 'hjelp');
    expect(village.chat('ingrid')).toHaveLength(2);
  });
});
