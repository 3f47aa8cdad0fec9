import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { referatDocx } from '../../bot/documents/referat-docx.ts';
import { change } from '../../store/change.ts';
import { newest, type Referat } from '../../store/referat/record.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import { done } from '../../store/result.ts';
import { strictText } from '../support/docx.ts';
import { aMinutesCase, buttons, later, type MinutesCase, words } from '../support/minutes-case.ts';
import { aNumberedSak, filledIn, VERA } from '../support/minutes-room.ts';
import { aCommittee } from '../support/records.ts';

let room: MinutesCase;
beforeEach(async () => {
  room = await aMinutesCase();
});
afterEach(() => room.end());

describe('the end of the meeting', () => {
  test('waits for an outcome of every sak that somebody proposed', async () => {
    await room.click(await room.openSak('moteplan'), 'Vedta forslaget');
    const again = await room.click(await room.open(), 'Avslutt møtet');
    expect(words(again)).toContain('Noen saker mangler utfall.');
    expect((await room.meeting()).state).toBe('called');
  });

  test('tells the saker what became of them, once', async () => {
    await room.write();
    const ended = await room.click(await room.open(), 'Avslutt møtet');
    expect(words(ended)).toContain('Møtet er avsluttet.');
    expect(buttons(ended)).not.toContain('Avslutt møtet');
    await room.show('siv', { verb: 'minutes.end', meetingId: 'meeting-1' });
    await room.deliver();
    expect(await room.meeting()).toMatchObject({ state: 'held', heldIn: 'committee-1' });
    expect((await room.meeting()).comingIn).toBeUndefined();
    expect(await room.sak('moteplan')).toMatchObject({
      status: 'decided',
      vedtak: ['SSU vedtar planen.', 'SSU ber sekretariatet sende innkallinger.'],
      decidedOn: '2026-03-02',
    });
    expect(await room.sak('arsrapport')).toMatchObject({ status: 'accepted', openIn: 'committee-1', postponed: 1 });
    expect((await room.sak('arsrapport'))?.meetingId).toBeUndefined();
    expect(await room.sak('evaluering')).toMatchObject({ status: 'decided', vedtak: [], outcome: 'ingen' });
  });

  test('does not end the writing: a vedtak that is changed afterwards reaches its sak', async () => {
    await room.write();
    await room.click(await room.open(), 'Avslutt møtet');
    const form = await room.openSak('moteplan');
    await room.click(form, 'Lagre', { ...filledIn(form), vedtak: 'SSU vedtar en annen plan.' });
    await room.deliver();
    expect(await room.sak('moteplan')).toMatchObject({ vedtak: ['SSU vedtar en annen plan.'] });
  });
});

describe('the referat that writes itself', () => {
  test('has the form of the committees’ own: who was there, sak by sak, and what comes next', async () => {
    const preview = await room.make();
    expect(words(preview)).toContain('Referat fra møte i SSU 02.03.26');
    const referat = await room.referat();
    expect(newest(referat).text).toBe(
      [
        'Utvalg | Strategisk samarbeidsutvalg\nTid | Mandag 2. mars 2026 kl. 09.00–10.00\nSted | Rådhuset\nMøteform | digitalt\nMøteleder | Lise\nReferent | Siv',
        'Til stede',
        'kari | kari kommune\nVera Vik | ola kommune, vara for ola\nper | per kommune',
        'Forfall',
        'ola | ola kommune (vara møtte)',
        'Deltakere på sak',
        'Eva Dal | sak 13/26',
        'Andre til stede',
        'Aud, sekretariatet',
        'Sak 12/26 Innkalling og dagsorden',
        'Vedtak:',
        'Innkalling og dagsorden er godkjent.',
        'Sak 13/26 Møteplan',
        'Vedtak:',
        '1. SSU vedtar planen.',
        '2. SSU ber sekretariatet sende innkallinger.',
        'Sak 14/26 Årsrapport',
        'Saken er utsatt.',
        'Sak 15/26 Evaluering av møtet',
        'Neste møte',
        'Tirsdag 14. april 2026 kl. 12.00–14.00, digitalt.',
        'Kommende saker',
        '– Journalinnkjøp',
      ].join('\n\n'),
    );
    expect(referat.presentSeatIds).toEqual(['seat-kari', 'seat-per', 'seat-ola']);
    const word = await strictText(await referatDocx(referat, newest(referat)));
    expect(word).toContain('Vera Vik');
    expect(word).not.toContain(' | ');
  });

  test('says of a closed sak that it was closed, and nothing else', async () => {
    await change(room.deps.saker.collection, 'moteplan', (sak) => done({ ...sak, closed: true as const }));
    await room.make();
    const { text } = newest(await room.referat());
    expect(text).toContain('Sak 13/26 Lukket sak\n\nSaken ble behandlet i lukket møte');
    expect(text).not.toContain('Møteplan');
    expect(text).not.toContain('SSU vedtar planen.');
  });

  test('is one draft however often it is made, and follows the protocol while nobody has changed it', async () => {
    await room.make();
    const form = await room.openSak('moteplan');
    await room.click(form, 'Lagre', { ...filledIn(form), vedtak: 'SSU vedtar en annen plan.' });
    await room.click(await room.open(), 'Lag referatet på nytt');
    expect(newest(await room.referat()).text).toContain('SSU vedtar en annen plan.');
    expect((await room.referat()).versions).toHaveLength(1);
  });

  test('that was changed by hand is not overwritten unasked', async () => {
    const preview = await room.make();
    const form = await room.click(preview, 'Endre');
    await room.click(form, 'Forhåndsvis', { ...filledIn(form), text: 'Skrevet for hånd.' });
    const asked = await room.click(await room.open(), 'Lag referatet på nytt');
    expect(words(asked)).toContain('Referatet er endret for hånd');
    expect(newest(await room.referat()).text).toBe('Skrevet for hånd.');
    await room.click(asked, 'Behold referatet');
    expect(newest(await room.referat()).text).toBe('Skrevet for hånd.');
    await room.click(asked, 'Lag ny versjon fra møtet');
    expect(newest(await room.referat()).text).toContain('SSU vedtar planen.');
  });

  test('starts its round in one click, and asks those who were there where the committee says so', async () => {
    const committee = aCommittee({
      settings: { roundDays: 7, approvalRule: { kind: 'everyone' }, askedGroup: 'present' },
    });
    await room.end();
    room = await aMinutesCase(committee);
    await room.make();
    await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', { seatId: 'seat-ola', picked: VERA });
    const preview = await room.click(await room.open(), 'Lag referatet på nytt');
    await room.click(preview, 'Send på e-postrunde');
    await room.deliver();
    expect(await room.deps.rounds.collection.get(`round_${referatIdFor('meeting-1')}_1`)).toMatchObject({
      status: 'open',
      seats: [{ holderId: 'kari' }, { seatId: 'seat-ola', holderId: VERA, holderName: 'Vera Vik', actsFor: 'ola' }],
    });
    const status = await room.open();
    expect(buttons(status)).not.toContain('Lag referatet på nytt');
  });

  const approving = aNumberedSak('godkjenning', {
    fixed: 'godkjenning-av-referat',
    title: 'Godkjenning av referat',
    number: '16/26',
    meetingId: 'meeting-2',
    proposal: ['Referat fra møtet 02.03.26 bekreftes godkjent.'],
  });
  /** The referat is made, and the next meeting's vedtak about it is written. */
  const decidedNext = async () => {
    await room.make();
    await room.deps.saker.collection.insert(approving);
    await room.deps.meetings.collection.replace({ ...later, items: [{ sakId: approving.id }], version: 1 }, 0);
    room.clock.now = new Date('2026-04-14T11:00:00Z');
    const form = await openApproving();
    await room.click(form, 'Lagre', filledIn(form));
    return openApproving();
  };
  const openApproving = () => room.show('siv', { verb: 'minutes.sak', meetingId: 'meeting-2', sakId: approving.id });
  const endNext = async () => {
    await room.show('siv', { verb: 'minutes.end', meetingId: 'meeting-2' });
    await room.deliver();
  };
  const set = (changes: Partial<Referat>) =>
    change(room.deps.referater.collection, referatIdFor('meeting-1'), (referat) => done({ ...referat, ...changes }));

  test('that is on a round by then is not approved by the vedtak, and whoever recorded it is told once', async () => {
    await decidedNext();
    await set({ state: 'circulating' });
    await endNext();
    expect(await room.referat()).toMatchObject({ state: 'circulating' });
    expect(words(room.newest('siv'))).toContain(
      '«Referat fra møte i SSU 02.03.26» er på e-postrunde, og ble ikke godkjent med vedtaket i sak 16/26.',
    );
    expect(buttons(room.newest('siv'))).toEqual(['Til referatet']);
    await room.deliver();
    expect(room.wordsTo('siv').match(/ble ikke godkjent/g)).toHaveLength(1);
  });

  test('is not approved any more when the vedtak is corrected, and follows its words while it is', async () => {
    await decidedNext();
    await endNext();
    await room.click(await openApproving(), 'Lagre', {
      ...filledIn(await openApproving()),
      vedtak: 'Referatet bekreftes godkjent.',
    });
    await room.deliver();
    expect(await room.referat()).toMatchObject({
      state: 'approved',
      approval: { vedtak: 'Referatet bekreftes godkjent.' },
    });
    await room.click(await openApproving(), 'Lagre', { ...filledIn(await openApproving()), outcome: 'ingen' });
    await room.deliver();
    expect(await room.referat()).toMatchObject({ state: 'draft' });
    expect((await room.referat()).approval).toBeUndefined();
    expect(room.wordsTo('siv')).not.toContain('publisert');
  });

  test('that was published stays approved when the vedtak is corrected, and that is said', async () => {
    await decidedNext();
    await endNext();
    const at = room.clock.now;
    const { activeIn: _active, ...approved } = await room.referat();
    await room.deps.referater.collection.replace(
      { ...approved, state: 'published', published: { at, by: 'siv' }, version: approved.version + 1 },
      approved.version,
    );
    const form = await openApproving();
    await room.click(form, 'Lagre', { ...filledIn(form), text: 'Uten merknader.' });
    expect((await room.deps.meetings.collection.get('meeting-2'))?.protocol).toMatchObject([
      { text: 'Uten merknader.', approves: [referatIdFor('meeting-1')] },
    ]);
    await room.click(await openApproving(), 'Utgikk', { text: '' });
    await room.deliver();
    expect(await room.referat()).toMatchObject({ state: 'published', approval: { sak: '16/26' } });
    expect(words(room.newest('siv'))).toContain('er publisert, og står som godkjent slik det var før vedtaket');
  });

  test('waits to be approved in the next meeting, and one vedtak there approves it', async () => {
    const preview = await room.make();
    const about = await room.click(preview, 'Godkjenn i neste møte');
    expect(words(about)).toContain('Referatet tas opp til godkjenning i neste møte.');
    expect(await room.referat()).toMatchObject({ approvalWanted: { meetingId: 'meeting-2' } });
    const sak = aNumberedSak('godkjenning', {
      fixed: 'godkjenning-av-referat',
      title: 'Godkjenning av referat',
      number: '16/26',
      meetingId: 'meeting-2',
      proposal: ['Referat fra møtet 02.03.26 bekreftes godkjent.'],
    });
    await room.deps.saker.collection.insert(sak);
    await room.deps.meetings.collection.replace({ ...later, items: [{ sakId: sak.id }], version: 1 }, 0);
    room.clock.now = new Date('2026-04-14T11:00:00Z');
    const form = await room.show('siv', { verb: 'minutes.sak', meetingId: 'meeting-2', sakId: sak.id });
    expect(filledIn(form)).toMatchObject({ approves: referatIdFor('meeting-1') });
    await room.click(form, 'Lagre', filledIn(form));
    await room.show('siv', { verb: 'minutes.end', meetingId: 'meeting-2' });
    await room.deliver();
    expect(await room.referat()).toMatchObject({
      state: 'approved',
      approval: {
        how: 'meeting',
        on: '2026-04-14',
        sak: '16/26',
        vedtak: 'Referat fra møtet 02.03.26 bekreftes godkjent.',
      },
    });
  });
});
