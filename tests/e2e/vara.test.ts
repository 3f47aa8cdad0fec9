import { expect, test } from 'vitest';
import {
  chatOf,
  complaintsInThemes,
  keepScreenshot,
  newestIn,
  press,
  says,
  showRight,
  tabOf,
  write,
} from '../support/browser.ts';
import { buildFirst, planMeeting } from '../support/browser-meeting.ts';
import { startOnScreen } from '../support/browser-program.ts';

test('a seat moves to its vara for a meeting, back to its member, and stays with the vara who has voted', {
  timeout: 150_000,
}, async () => {
  const program = await startOnScreen();
  try {
    const { page, complaints } = await program.open(['terje', 'odd']);
    const terje = chatOf(page, 'Terje Myrvang');
    const right = async (who: string) => {
      const name = await showRight(page, who);
      await tabOf(page, name, 'Utvalgsbot').click();
      return chatOf(page, name);
    };

    // an older meeting's referat is on its round, and the next meeting is called
    await write(terje, 'referat');
    await press(terje, 'Fortsett på utkastet');
    await press(terje, 'Forhåndsvis');
    await press(terje, 'Send på e-postrunde');
    await says(terje, 'E-postrunden pågår.');
    await planMeeting(terje, '2026-03-02');
    await buildFirst(terje);
    await press(terje, 'Forhåndsvis');
    await press(terje, 'Send sakslisten');
    await says(terje, 'Sakslisten er sendt.');

    // an hour later it has begun, and everybody is asked to vote
    await page.getByRole('button', { name: '+1 time' }).click();
    await write(terje, 'referat');
    await press(terje, 'Åpne møtet');
    await newestIn(terje).getByRole('button', { name: 'Før vedtak' }).first().click();
    await press(terje, 'Avstemning');
    await press(terje, 'Åpne avstemningen');
    await says(terje, /^0 av \d+ plasser har stemt\.$/);
    let odd = await right('Odd');
    await odd
      .getByText(/^Avstemning/)
      .first()
      .waitFor();

    // the member has to leave, and the vara comes
    await write(odd, 'saksliste');
    await press(odd, 'Åpne sakslisten');
    await press(odd, 'Forfall');
    await odd.getByText('Du har meldt forfall.').last().waitFor();
    let amund = await right('Amund');
    await press(amund, 'Ja, jeg kommer');
    await amund
      .getByText(/^Du møter for Odd/)
      .last()
      .waitFor();
    await keepScreenshot(page, 'call-in', { shown: true });

    // the old card says whose the seat is, and gives it back
    odd = await right('Odd');
    await press(odd, 'For');
    await odd
      .getByText(/^Plassen er flyttet\. Amund/)
      .last()
      .waitFor();
    await keepScreenshot(page, 'seat-moved', { shown: true });
    expect(await complaintsInThemes(page, 'html')).toEqual([]);
    await press(odd, 'Jeg kan likevel');
    await odd
      .getByText(/^Du har plassen din i dette møtet/)
      .last()
      .waitFor();

    // away after all: now the vara votes before the member presses
    await press(odd, 'Forfall');
    amund = await right('Amund');
    await press(amund, 'Ja, jeg kommer');
    odd = await right('Odd');
    await write(odd, 'saksliste');
    await press(odd, 'Åpne sakslisten');
    await says(odd, /møter for deg\.$/);
    amund = await right('Amund');
    await press(amund, 'For');
    await amund
      .getByText(/^Du har stemt: for\./)
      .last()
      .waitFor();
    odd = await right('Odd');
    await press(odd, 'Jeg kan likevel');
    await odd
      .getByText(/^Varaen har allerede stemt/)
      .last()
      .waitFor();

    // the referat says who sat there, and the vara approves it
    await press(terje, 'Avslutt avstemningen');
    // the card before it has the next button too
    await newestIn(terje).getByRole('button', { name: 'Avslutt avstemningen' }).waitFor({ state: 'detached' });
    await press(terje, 'Tilbake til saken');
    await press(terje, 'Vedta forslaget');
    await says(terje, 'Lagret.');
    await press(terje, 'Tilbake til møtet');
    await press(terje, 'Til stede');
    expect(
      await newestIn(terje)
        .getByRole('checkbox', { name: /vara: Amund/ })
        .isChecked(),
    ).toBe(true);
    await press(terje, 'Lagre');
    await press(terje, 'Lag referat');
    await says(terje, /vara for Odd/);
    await press(terje, 'Send på e-postrunde');
    await says(terje, 'E-postrunden pågår.');
    amund = await right('Amund');
    await press(amund, 'Godkjenn');
    await amund
      .getByText(/^Du godkjente/)
      .last()
      .waitFor();

    // the older meeting's referat is the member's
    odd = await right('Odd');
    await press(odd, 'Godkjenn');
    await odd
      .getByText(/^Du godkjente/)
      .last()
      .waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await program.close();
  }
});
