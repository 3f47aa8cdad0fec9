import { expect, test } from 'vitest';
import {
  chatOf,
  complaintsOfAxe,
  keepScreenshot,
  newestIn,
  press,
  says,
  showRight,
  write,
} from '../support/browser.ts';
import { rightChat } from '../support/browser-meeting.ts';
import { startOnScreen } from '../support/browser-program.ts';

const ODD = 'Odd Kvitnes';

test('forfall by one, a yes by the vara in another window, and the seat taken back before anything is voted', {
  timeout: 90_000,
}, async () => {
  const program = await startOnScreen();
  try {
    const { page, complaints } = await program.open(['odd', 'amund']);
    const odd = chatOf(page, ODD);
    const amund = await rightChat(page, 'Amund');

    // Odd cannot come, from a time on first, and then not at all
    await write(odd, 'forfall');
    await says(odd, 'Du har ikke svart på om du kommer.');
    await press(odd, 'Meld forfall');
    await newestIn(odd).getByRole('radio', { name: 'En del av møtet' }).check();
    await press(odd, 'Meld forfall');
    await says(odd, /^Rett dette først: Skriv når du er borte/);
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);
    await keepScreenshot(page, 'forfall-form');
    await newestIn(odd).getByRole('radio', { name: 'Hele møtet' }).check();
    await press(odd, 'Meld forfall');
    await says(odd, /^Amund Skarvik er spurt\. Svarfrist: /);

    // the vara answers, and the member sees who acts
    await says(amund, /^Kan du møte som vara\?/);
    await says(amund, 'Odd Kvitnes, Sandøy kommune');
    await keepScreenshot(page, 'forfall-asked');
    await press(amund, 'Ja, jeg kommer');
    await says(amund, /^Du møter for Odd Kvitnes/);
    await write(odd, 'forfall');
    await press(odd, 'Se forfallet');
    await says(odd, 'Amund Skarvik møter for deg.');
    await keepScreenshot(page, 'forfall-covered');
    expect(await complaintsOfAxe(page, 'html')).toEqual([]);

    // those who run the committee see it too
    const terje = chatOf(page, await showRight(page, 'Terje'));
    await write(terje, 'forfall');
    await press(terje, 'Forfall og vara i møtet');
    await says(terje, 'Amund Skarvik møter som vara.');
    await keepScreenshot(page, 'forfall-status');
    await rightChat(page, 'Amund');

    // Odd can come after all: the vara hears of it, and an old «Ja» changes nothing
    await press(odd, 'Jeg kan likevel');
    await says(odd, 'Du har plassen din i dette møtet. Det er ikke meldt forfall for den.');
    await says(amund, /^Medlemmet møter likevel/);
    await keepScreenshot(page, 'forfall-back');
    expect(complaints).toEqual([]);
  } finally {
    await program.close();
  }
});
