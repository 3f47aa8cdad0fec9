import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ballot } from '../../store/ballot/record.ts';
import { castVote } from '../../store/ballot/rules.ts';
import { ballotIdFor } from '../../store/ballot/rules-open.ts';
import { change } from '../../store/change.ts';
import { newest } from '../../store/referat/record.ts';
import { aMinutesCase, buttons, type MinutesCase, words } from '../support/minutes-case.ts';
import { filledIn, type Held, refuses, VERA } from '../support/minutes-room.ts';
import { aCommittee, aSeat } from '../support/records.ts';

const BALLOT = ballotIdFor('meeting-1', 'moteplan', 1);

let room: MinutesCase;
beforeEach(async () => {
  room = await aMinutesCase(
    aCommittee({ seats: [aSeat('kari'), aSeat('ola'), aSeat('nina'), aSeat('per', { voting: false })] }),
  );
});
afterEach(() => room.end());

const ballot = async () => (await room.deps.ballots.collection.get(BALLOT)) as Ballot;
const close = async () => {
  const status = await room.show('siv', { verb: 'ballot.status', ballotId: BALLOT });
  return room.click(status, 'Avslutt avstemningen');
};
const form = async () => room.click(await room.openSak('moteplan'), 'Avstemning');
/** Opens the voting over the proposal, and sends the cards. */
const open = async (typed: Record<string, string> = {}) => {
  const shown = await form();
  const status = await room.click(shown, 'Åpne avstemningen', { ...filledIn(shown), ...typed });
  await room.deliver();
  return status;
};
const closeTheSak = async () => {
  const sak = await room.sak('moteplan');
  if (sak) await room.deps.saker.collection.replace({ ...sak, closed: true, version: sak.version + 1 }, sak.version);
};
const vote = (person: string, title: string, held?: Held) => room.click(held ?? room.newest(person), title);

describe('an open voting', () => {
  test('asks every seat with a vote about the proposal, and nobody else', async () => {
    const status = await open();
    expect(words(status)).toContain('0 av 3 plasser har stemt.');
    for (const person of ['kari', 'ola', 'nina'])
      expect(words(room.newest(person))).toContain('SSU ber sekretariatet sende innkallinger.');
    expect(room.wordsTo('per')).toBe('');
  });

  test('counts the newest vote of each seat until it is closed, and a double press once', async () => {
    await open();
    const card = room.newest('kari');
    await vote('kari', 'For');
    const after = await vote('kari', 'For', card);
    expect(words(after)).toContain('Du har stemt: for.');
    await vote('ola', 'For');
    await vote('ola', 'Mot');
    await vote('nina', 'Avstår');
    expect(words(await close())).toContain('Avstemning: For: 1, mot: 1, avstår: 1.');
  });

  test('of another question, which a colleague opened first, is shown in place of one’s own, and said to be', async () => {
    const shown = await form();
    await open();
    const second = await room.click(shown, 'Åpne avstemningen', { ...filledIn(shown), question: 'Noe annet?' });
    expect(words(second)).toContain('En avstemning om saken er allerede åpen.');
    expect((await ballot()).question).not.toBe('Noe annet?');
  });

  test('is over before anybody is marked inhabil: who votes was decided when it was opened', async () => {
    await open();
    const inhabile = { verb: 'minutes.recused', meetingId: 'meeting-1', sakId: 'moteplan', recused: 'seat-kari' };
    expect(words(await room.show('siv', inhabile))).toContain('Avslutt den før du endrer hvem som er inhabile.');
    expect((await room.sak('moteplan'))?.recusedSeatIds).toBeUndefined();
    await close();
    await room.show('siv', inhabile);
    expect((await room.sak('moteplan'))?.recusedSeatIds).toEqual(['seat-kari']);
  });

  test('that was opened by a process which died stands in the protocol once it is closed', async () => {
    await open();
    const meeting = await room.meeting();
    const forgetful = { ...meeting, protocol: [], version: meeting.version + 1 };
    await room.deps.meetings.collection.replace(forgetful, meeting.version);
    await close();
    expect((await room.meeting()).protocol).toMatchObject([{ sakId: 'moteplan', ballotId: BALLOT }]);
  });

  test('shows no sums before it is closed, and who voted what afterwards', async () => {
    await open();
    await vote('kari', 'For');
    const during = await room.show('siv', { verb: 'ballot.status', ballotId: BALLOT });
    expect(words(during)).toContain('1 av 3 plasser har stemt.');
    expect(words(during)).not.toContain('For: ');
    const after = await close();
    expect(words(after)).toContain('For: kari (kari kommune)');
    expect(words(after)).toContain('Har ikke stemt: ola (ola kommune), nina (nina kommune).');
  });

  test('tells somebody who presses too late, and shows the result', async () => {
    await open();
    await close();
    const late = await vote('kari', 'For');
    expect(words(late)).toContain('Avstemningen var avsluttet da stemmen din kom, så den er ikke telt med.');
    expect(words(late)).toContain('Resultat: For: 0, mot: 0, avstår: 0.');
    expect((await ballot()).votes).toEqual([]);
  });

  test('takes no vote from anybody who is not entitled', async () => {
    await open();
    expect(words(await vote('per', 'For', { ...room.newest('kari'), person: 'per' }))).toContain(
      'Du er ikke med i denne avstemningen.',
    );
    expect((await ballot()).votes).toEqual([]);
  });

  test('asks only those who were there once that is registered, and a vara for the seat it acts for', async () => {
    await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari,seat-per' });
    await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', { seatId: 'seat-ola', picked: VERA });
    await open();
    expect((await ballot()).voters).toMatchObject([
      { seatId: 'seat-kari' },
      { seatId: 'seat-ola', holderId: VERA, actsFor: 'ola' },
    ]);
    expect(words(room.newest(VERA))).toContain('Du stemmer for ola kommune (vara for ola).');
    expect(room.wordsTo('nina')).toBe('');
    expect(room.wordsTo('ola')).toBe('');
  });

  test('leaves a vara who is only a name out, and says so', async () => {
    await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari' });
    await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', { seatId: 'seat-ola', name: 'Vera' });
    expect(words(await form())).toContain('Kan ikke stemme med kort, fordi vara ikke er valgt i Teams: ola kommune.');
  });

  test('leaves inhabile seats out of the count, and names them apart', async () => {
    const recusing = await room.click(await room.openSak('moteplan'), 'Inhabile');
    await room.click(recusing, 'Lagre', { recused: 'seat-nina' });
    expect(words(await form())).toContain('Inhabil og ikke med: nina kommune.');
    await open();
    await vote('kari', 'For');
    await vote('ola', 'For');
    expect(words(await close())).toContain(
      'Avstemning: For: 2, mot: 0, avstår: 0. Inhabil og ikke med i avstemningen: nina kommune.',
    );
    expect(room.wordsTo('nina')).toBe('');
  });

  test('stands in the protocol and in the referat', async () => {
    await open();
    await vote('kari', 'For');
    await vote('ola', 'Mot');
    await vote('nina', 'Avstår');
    await close();
    await room.write();
    await room.click(await room.open(), 'Lag referat');
    expect(newest(await room.referat()).text).toContain(
      'Sak 13/26 Møteplan\n\nAvstemning: For: 1, mot: 1, avstår: 1.\n\nVedtak:\n\n1. SSU vedtar planen.',
    );
  });

  test('does not stand for the outcome: a sak that was only voted about is still to be written', async () => {
    await open();
    await close();
    await room.click(await room.openSak('arsrapport'), 'Utsett');
    expect(words(await room.click(await room.open(), 'Avslutt møtet'))).toContain('Noen saker mangler utfall.');
  });

  test('opened twice is opened once, and while it runs no other one begins', async () => {
    const shown = await form();
    await Promise.all([
      room.click(shown, 'Åpne avstemningen', filledIn(shown)),
      room.click({ ...shown, person: 'lise' }, 'Åpne avstemningen', filledIn(shown)),
    ]);
    expect(await room.deps.ballots.of('meeting-1')).toHaveLength(1);
    const sak = await room.openSak('moteplan');
    expect(words(sak)).toContain('En avstemning om saken er allerede åpen.');
    expect(buttons(sak)).not.toContain('Avstemning');
    const asked = await room.show('siv', { verb: 'ballot.form', meetingId: 'meeting-1', sakId: 'moteplan' });
    expect(words(asked)).toContain('En avstemning om saken er allerede åpen.');
    await room.deliver();
    expect(room.teams.requests.filter(({ chat }) => chat === 'chat-kari')).toHaveLength(1);
  });

  test('can be held again once it is closed, and the newest one counts', async () => {
    await open();
    await close();
    await open();
    expect(await room.deps.ballots.of('meeting-1')).toHaveLength(2);
    expect((await room.meeting()).protocol).toMatchObject([{ ballotId: ballotIdFor('meeting-1', 'moteplan', 2) }]);
  });

  test('names whom the card did not reach, and sends it again to those who have not voted', async () => {
    refuses(room, 'ola');
    await open();
    const status = await room.show('siv', { verb: 'ballot.status', ballotId: BALLOT });
    expect(words(status)).toContain('Kortet nådde ikke fram til: ola.');
    room.teams.answer = () => undefined;
    await vote('kari', 'For');
    await room.click(status, 'Send kortet på nytt');
    await room.deliver();
    expect(words(room.newest('ola'))).toContain('Du stemmer for ola kommune.');
    expect(room.teams.requests.filter(({ chat, post }) => chat === 'chat-kari' && post)).toHaveLength(1);
  });

  test.each(['kari', 'nina'])('is opened, closed and watched by neither %s nor another member', async (person) => {
    await open();
    for (const verb of ['ballot.status', 'ballot.close', 'ballot.again'])
      expect(words(await room.show(person, { verb, ballotId: BALLOT }))).toContain('Dette er bare for sekretariatet');
    const data = { verb: 'ballot.open', meetingId: 'meeting-1', sakId: 'arsrapport', number: 1, question: 'Ja?' };
    expect(words(await room.show(person, data))).toContain('Dette er bare for sekretariatet');
    expect((await ballot()).status).toBe('open');
  });

  test.each([
    ['nothing to vote about', { question: '  ' }, 'Skriv hva det stemmes over.'],
    ['a question without an end', { question: 'x'.repeat(3001) }, 'høyst 3000 tegn'],
    ['secrecy in an open sak', { way: 'secret' }, 'Bare en lukket sak kan avgjøres i hemmelig avstemning.'],
  ])('with %s does not begin, and what was typed stays', async (_what, typed, said) => {
    const shown = await form();
    const again = await room.click(shown, 'Åpne avstemningen', { ...filledIn(shown), ...typed });
    expect(words(again)).toContain(said);
    if ('question' in typed) expect(filledIn(again)).toMatchObject({ question: typed.question });
    expect(await room.deps.ballots.of('meeting-1')).toEqual([]);
  });
});

describe('a secret voting of a closed sak', () => {
  beforeEach(closeTheSak);

  test('is offered there, and nowhere else', async () => {
    expect(filledIn(await form())).toMatchObject({ way: 'open' });
    expect(filledIn(await room.click(await room.openSak('arsrapport'), 'Avstemning'))).not.toHaveProperty('way');
  });

  test('keeps three sums and that a seat has voted: nothing stored or sent says who voted what', async () => {
    await open({ way: 'secret' });
    const before = await ballot();
    await vote('kari', 'Mot');
    const after = await ballot();
    const { version: _a, voters, counted, ...rest } = after;
    const { version: _b, voters: _v, counted: _c, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(counted).toEqual({ for: 0, against: 1, abstain: 0 });
    expect(voters.map(({ votedAt }) => votedAt)).toEqual([before.openedAt, undefined, undefined]);
    expect(after.version).toBe(before.version + 1);
    // nor does the person who voted, nor the meeting
    expect(JSON.stringify(await room.deps.persons.collection.get('kari'))).not.toMatch(/against|mot/i);
    expect(JSON.stringify(await room.meeting())).not.toContain('against');
    expect(words(await room.show('siv', { verb: 'ballot.status', ballotId: BALLOT }))).not.toMatch(/mot: \d/);
  });

  test('cannot be changed, and counts a double press once', async () => {
    await open({ way: 'secret' });
    const card = room.newest('kari');
    const answer = await vote('kari', 'For');
    expect(words(answer)).toContain('Stemmen din er registrert.');
    expect(buttons(answer)).toEqual([]);
    expect(words(answer)).not.toContain('Du har stemt');
    const again = await vote('kari', 'Mot', card);
    expect(words(again)).toContain('I en hemmelig avstemning kan den ikke endres.');
    expect((await ballot()).counted).toEqual({ for: 1, against: 0, abstain: 0 });
  });

  test('gives its result without names', async () => {
    await open({ way: 'secret' });
    await vote('kari', 'For');
    await vote('ola', 'For');
    await vote('nina', 'Avstår');
    const after = await close();
    expect(words(after)).toContain('Hemmelig avstemning: For: 2, mot: 0, avstår: 1.');
    expect(words(after)).not.toContain('kari');
  });

  test('counts a vote that two processes get at the same moment once', async () => {
    await open({ way: 'secret' });
    const other = await room.connect();
    const results = await Promise.all(
      [room.deps, other, room.deps, other].map((deps) =>
        change(deps.ballots.collection, BALLOT, (current) => castVote(current, 'kari', 'for', room.clock.now)),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await ballot()).counted).toEqual({ for: 1, against: 0, abstain: 0 });
  });
});
