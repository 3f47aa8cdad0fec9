import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appLinkText } from '../../cards/text/app-link.ts';
import { notice } from '../../cards/text/notices.ts';
import { buttonsOf, linesOf } from '../support/cards.ts';
import { type Seen, sendDraft, startVillage, type Village } from '../support/village.ts';

const asked = (village: Village, person: string) =>
  village
    .chat(person)
    .filter(({ card }) => JSON.stringify(card ?? '').includes('Til godkjenning: Referat fra møte i SSU'));

describe('somebody who lacks the app', { timeout: 60_000 }, () => {
  let village: Village;
  let status: Seen;
  beforeAll(async () => {
    village = await startVillage();
    await village.say('odd', 'hjelp');
    await village.room.api.install('odd', false);
    await village.room.api.install('marit', false);
    await sendDraft(village);
    // everybody else has got theirs
    await village.sees('ingrid', 'Til godkjenning');
    for (;;) {
      status = await village.press(await village.say('aud', 'referat'), 'Vis status');
      if (linesOf(status.card).includes('Ikke nådd: 2')) break;
    }
  }, 60_000);
  afterAll(() => village.close());

  test('is named in the status of the round, with the link to the app', async () => {
    const lines = linesOf(status.card).join('\n');
    expect(lines).toContain('Odd Kvitnes (Sandøy kommune): mangler appen');
    expect(lines).toContain('Marit Åsnes (Havnes kommune): mangler appen');
    const pressed = await village.press(status, appLinkText.button);
    expect(pressed.said).toBe(notice('app-link-sent'));
    const { card } = await village.sees('aud', 'Kopier teksten under');
    const text = linesOf(card).join('\n');
    expect(text).toContain('Strategisk samarbeidsutvalg (SSU) bruker Utvalgsbot i Teams');
    // in local mode that is where the demo's people add it
    expect(text).toContain(`http://127.0.0.1:${village.room.port}`);
  });

  test('gets the card that waits for them when they add it, once, and then nobody needs the link', async () => {
    expect(asked(village, 'odd')).toEqual([]);
    for (const person of ['odd', 'marit']) {
      await village.room.api.install(person, true);
      await village.press(await village.sees(person, 'Til godkjenning'), 'Godkjenn');
    }
    await village.room.api.install('odd', false);
    await village.room.api.install('odd', true);
    await village.say('odd', 'hjelp');
    expect(asked(village, 'odd')).toHaveLength(0);
    const now = await village.press(await village.say('aud', 'referat'), 'Vis status');
    expect(buttonsOf(now.card).map(({ title }) => title)).not.toContain(appLinkText.button);
  });
});
