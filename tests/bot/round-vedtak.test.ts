import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoCommittees } from '../../bot/local/demo-committees.ts';
import { buttonsOf, expectValidCard, wordsOf } from '../support/cards.ts';
import { aDocx, strictText } from '../support/docx.ts';
import { filledIn, type Seen, startVillage, type Village } from '../support/village.ts';

let village: Village;
beforeEach(async () => {
  village = await startVillage();
});
afterEach(() => village.close());

const PATIENCE = { timeout: 30_000 };
const VOTING = (demoCommittees[0]?.seats ?? []).flatMap(([person, , , rights]) =>
  person && !rights?.speaking ? [person] : [],
);
const titles = ({ card }: Seen) => buttonsOf(card).map(({ title }) => title);

/** The form for a vote in the SSU: Aud runs rounds in two committees, and is asked which. */
const newForm = async () =>
  village.press(await village.press(await village.say('aud', 'referat'), 'Ny vedtaksrunde'), 'SSU');
const TYPED = {
  title: 'Møteplan for 2027',
  proposal: '1. SSU vedtar ny møteplan.\n2. SSU ber sekretariatet sende den ut.',
  text: 'Planen følger vedlagt.',
};
const send = async (typed: Readonly<Record<string, string>> = TYPED) => {
  const form = await newForm();
  const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), ...typed });
  return village.press(preview, 'Send til vedtak');
};

describe('a vote on e-postrunde', PATIENCE, () => {
  test('is carried when everybody has voted for: each has a receipt, and the secretariat is told', async () => {
    const status = await send();
    expectValidCard(status.card);
    expect(wordsOf(status.card)).toContain('0 av 16 (alle trengs)');
    for (const person of VOTING) {
      const asked = await village.sees(person, 'Til vedtak: Møteplan for 2027');
      expectValidCard(asked.card);
      expect(wordsOf(asked.card)).toContain('2. SSU ber sekretariatet sende den ut.');
      const receipt = await village.press(asked, 'For', person === 'marit' ? { text: 'Fin plan.' } : {});
      expect(wordsOf(receipt.card)).toContain('Du stemte for 02.03.26 kl. 09.');
    }
    const outcome = await village.sees('terje', 'Forslaget er vedtatt: 16 stemte for, 0 stemte mot, 0 avsto.');
    expect(wordsOf(outcome.card)).toContain('Fin plan.');
    const overview = await village.say('aud', 'referat');
    expect(wordsOf(overview.card)).not.toContain('Møteplan for 2027');
  });

  test('counts mot and avstår as answers, and says that it was not carried', async () => {
    await send();
    // a card that is on its way when the clock is moved has reached nobody in time
    for (const person of VOTING) await village.sees(person, 'Til vedtak');
    await village.press(await village.sees('ingrid', 'Til vedtak'), 'For');
    await village.press(await village.sees('marit', 'Til vedtak'), 'Mot', { text: 'For mange møter.' });
    const receipt = await village.press(await village.sees('jonas', 'Til vedtak'), 'Avstår');
    expect(wordsOf(receipt.card)).toContain('Du avsto fra å stemme');
    await village.moveTo('2026-03-09T14:00:06Z');
    const outcome = await village.sees('aud', 'Forslaget er ikke vedtatt: 1 stemte for, 1 stemte mot, 1 avsto.');
    expect(wordsOf(outcome.card)).toContain('{"title":"Mot","value":"1"}');
    expect(wordsOf(outcome.card)).toContain('{"title":"Ikke svart","value":"13"}');
    expect(wordsOf(outcome.card)).toContain('For mange møter.');
    expect(titles(outcome)).toEqual(
      expect.arrayContaining(['Forleng fristen', 'Tas opp i neste møte', 'Trekk runden']),
    );
    expect(titles(outcome)).not.toContain('Send ny versjon');
    const lifted = await village.press(outcome, 'Tas opp i neste møte');
    expect(wordsOf(lifted.card)).toContain('Saken tas opp i neste møte.');
  });

  test('a wish for the meeting stops it, reaches the secretariat, and can be changed to a vote', async () => {
    await send();
    const receipt = await village.press(await village.sees('marit', 'Til vedtak'), 'Ta opp i møtet', {
      text: 'Må drøftes.',
    });
    expect(wordsOf(receipt.card)).toContain('om at saken tas opp i møtet.');
    const again = await village.press(receipt, 'Endre svar');
    expect(wordsOf((await village.press(again, 'For')).card)).toContain('Du stemte for');
  });

  test('is answered in the committee’s own conversation too', async () => {
    await send();
    const shared = await village.seesIn('ssu', 'marit', 'En sak er sendt til vedtak på e-postrunde.');
    const read = await village.press(shared, 'Les saken');
    expect(wordsOf(read.card)).toContain('Planen følger vedlagt.');
    const answered = await village.press(shared, 'Mot', { text: 'Nei takk' });
    expect(wordsOf(answered.card)).toContain('Svaret ditt er registrert.');
    expect(wordsOf(answered.card)).not.toContain('Nei takk');
    await village.sees('marit', 'Du stemte mot');
  });

  test('the secretariat registers a vote that came by telephone, takes it back, and withdraws the round', async () => {
    const status = await send();
    const form = await village.press(status, 'Registrer svar mottatt på annen måte');
    const seatId = buttonSeat(form, 'Marit');
    const after = await village.press(form, 'Registrer svaret', {
      seatId,
      choice: 'against',
      way: 'telefon',
      text: 'Ring meg.',
    });
    expect(wordsOf(after.card)).toContain('Ring meg.');
    await village.sees('marit', 'at du stemmer mot');
    const undo = await village.press(after, 'Angre registrert svar');
    const undone = await village.press(undo, 'Ta svaret tilbake', { seatId });
    expect(wordsOf(undone.card)).toContain('{"title":"Mot","value":"0"}');
    const withdraw = await village.press(undone, 'Trekk runden');
    expect(wordsOf(withdraw.card)).toContain('Stemmene teller ikke lenger.');
    await village.press(withdraw, 'Trekk runden', { reason: 'Feil forslag' });
    await village.sees('jonas', 'E-postrunden er trukket. Begrunnelse: Feil forslag');
    const overview = await village.say('aud', 'referat');
    expect(wordsOf(overview.card)).toContain('Utkast til e-postrunder');
    expect(wordsOf(overview.card)).toContain('Møteplan for 2027');
  });

  test('what does not fit a vote is refused, and changes nothing', async () => {
    const status = await send();
    const asked = await village.sees('marit', 'Til vedtak');
    const { data } = buttonsOf(asked.card).find(({ title }) => title === 'For') ?? {};
    const press = (more: object) =>
      village.room.api.press('marit', asked.messageId, {
        type: 'Action.Execute',
        verb: 'round.vote',
        data: { ...data, ...more },
      } as never);
    await press({ choice: 'approve' });
    expect(JSON.stringify(village.chat('marit'))).toContain('hører ikke til denne e-postrunden');
    await press({ choice: 'for', text: 'x'.repeat(4001) });
    expect(JSON.stringify(village.chat('marit'))).toContain('Den kan ha høyst 4000 tegn.');
    const revised = await village.room.api.press('aud', status.messageId, {
      type: 'Action.Execute',
      verb: 'round.revise',
      data: { verb: 'round.revise', roundId: idIn(status), scale: 'skrivefeil', text: 'Noe annet' },
    } as never);
    expect(JSON.stringify(revised)).not.toContain('failed');
    await village.sees('aud', 'kan ikke endres mens runden pågår');
    expect(wordsOf((await village.press(status, 'Oppdater')).card)).toContain('0 av 16');
  });

  test('has a receipt to archive, for people and for systems, read back strictly', async () => {
    await send();
    await village.press(await village.sees('marit', 'Til vedtak'), 'Mot', { text: 'For dyrt <&>.' });
    await village.moveTo('2026-03-09T14:00:06Z');
    const outcome = await village.sees('aud', 'Forslaget er ikke vedtatt');
    await village.press(outcome, 'Send meg kvitteringen');
    const docx = await strictText(await village.accept('aud', await village.offered('aud')));
    expect(docx).toContain('Kvittering for e-postrunde: Møteplan for 2027');
    expect(docx).toContain('Forslag til vedtak');
    expect(docx).toContain('2. SSU ber sekretariatet sende den ut.');
    expect(docx).toContain('Forslaget ble ikke vedtatt.');
    expect(docx).toContain('Stemte mot: 1.');
    expect(docx).toContain('For dyrt <&>.');
    await village.press(outcome, 'Kvittering for systemer (JSON)');
    const json = JSON.parse((await village.accept('aud', await village.offered('aud'))).toString('utf8'));
    expect(json).toMatchObject({
      matter: {
        title: 'Møteplan for 2027',
        proposal: ['SSU vedtar ny møteplan.', 'SSU ber sekretariatet sende den ut.'],
      },
      round: { kind: 'vedtak', status: 'undecided', isVotedDown: true },
      counts: { asked: 16, yes: 0, against: 1, abstained: 0 },
      recused: [],
    });
    expect(json).not.toHaveProperty('referat');
  });
});

describe('the form for a vote', PATIENCE, () => {
  test('says whom it asks and by which rule, before anything is sent', async () => {
    const form = await newForm();
    expectValidCard(form.card);
    expect(wordsOf(form.card)).toContain('Forslaget er vedtatt når alle som er spurt, har stemt for innen fristen.');
    const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), ...TYPED });
    expect(wordsOf(preview.card)).toContain('{"title":"Sendes til","value":"16 medlemmer"}');
    expect(wordsOf(preview.card)).toContain('mandag 9. mars 2026 kl. 15.00');
  });

  test('refuses nonsense kindly and keeps what was typed', async () => {
    const form = await newForm();
    const typed = { ...filledIn(form), ...TYPED, title: ' ', deadlineOn: '31.02.24' };
    const again = await village.press(form, 'Forhåndsvis', typed);
    expectValidCard(again.card);
    expect(wordsOf(again.card)).toContain('Skriv en tittel. Fyll inn svarfristen, som dato og klokkeslett.');
    expect(filledIn(again)).toMatchObject({ proposal: TYPED.proposal, text: TYPED.text, deadlineOn: '31.02.24' });
    const past = await village.press(again, 'Forhåndsvis', { ...typed, title: 'Plan', deadlineOn: '2026-02-02' });
    expect(wordsOf(past.card)).toContain('Svarfristen er passert.');
    const long = await village.press(past, 'Forhåndsvis', { ...filledIn(past), title: 'x'.repeat(30_000) });
    expect(long.said).toContain('Tittelen er for lang. Den kan ha høyst 300 tegn.');
    expect(filledIn(long)).toMatchObject({ proposal: TYPED.proposal });
  });

  test('takes a long text, which is read page by page and stays when the draft is changed', async () => {
    const text = Array.from({ length: 400 }, (_, n) => `Avsnitt ${n} ${'ord '.repeat(15)}`).join('\n\n');
    expect(text.length).toBeGreaterThan(25_000);
    const form = await newForm();
    const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), ...TYPED, text });
    expect(wordsOf(preview.card)).toContain('Side 1 av');
    const change = await village.press(await village.press(preview, 'Neste side'), 'Endre');
    expect(wordsOf(change.card)).toContain('er for lang til å redigeres i kortet');
    const again = await village.press(change, 'Forhåndsvis', { ...filledIn(change), title: 'Ny tittel' });
    expect(wordsOf(again.card)).toContain('Ny tittel');
    await village.press(again, 'Send til vedtak');
    const asked = await village.sees('marit', 'Til vedtak: Ny tittel');
    expect(wordsOf(asked.card)).toContain('Side 1 av');
    await village.press(asked, 'Send meg saken som fil');
    const docx = await strictText(await village.accept('marit', await village.offered('marit')));
    expect(docx).toContain('Avsnitt 399');
    expect(docx).toContain('2. SSU ber sekretariatet sende den ut.');
  });

  test('takes its text from a file that was dropped', async () => {
    const dropped = await village.drop('aud', 'Utkast.docx', await aDocx('Fra filen.'));
    const form = await village.press(await village.press(dropped, 'Ny vedtaksrunde'), 'SSU');
    expect(wordsOf(form.card)).toContain('Teksten er lest fra «Utkast.docx»');
    const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), title: 'Plan', proposal: 'Vedtas.' });
    expect(wordsOf(preview.card)).toContain('Fra filen.');
  });

  test('is for the secretariat and the chair, and what was sent is not sent again', async () => {
    const form = await newForm();
    const preview = await village.press(form, 'Forhåndsvis', { ...filledIn(form), ...TYPED });
    const refused = await village.press(
      { ...(await village.say('marit', 'hjelp')), card: preview.card },
      'Send til vedtak',
    );
    expect(wordsOf(refused.card)).toContain('Dette er bare for sekretariatet og lederen i utvalget.');
    await village.press(preview, 'Send til vedtak');
    await village.sees('marit', 'Til vedtak');
    const twice = await village.press(preview, 'Send til vedtak');
    expect(wordsOf(twice.card)).toContain('0 av 16');
    expect(village.chat('marit').filter(({ card }) => JSON.stringify(card ?? '').includes('Til vedtak'))).toHaveLength(
      1,
    );
    const edit = await village.press({ ...twice, card: preview.card }, 'Endre');
    expect(wordsOf(edit.card)).toContain('Dette er allerede sendt på e-postrunde.');
  });
});

/** The seat of this person, as the form's choice offers it. */
function buttonSeat({ card }: Seen, name: string): string {
  const choices = [...JSON.stringify(card).matchAll(/"title":"([^"]*)","value":"(seat[^"]*)"/g)];
  return choices.find(([, title]) => title?.startsWith(name))?.[2] ?? '';
}

function idIn({ card }: Seen): string {
  return /"roundId":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
}
