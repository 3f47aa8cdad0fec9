import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ballot } from '../../store/ballot/record.ts';
import { ballotIdFor } from '../../store/ballot/rules-open.ts';
import { aVaraCase, sayings } from '../support/called-in.ts';
import { buttons, type MinutesCase, words } from '../support/minutes-case.ts';
import { filledIn, type Held } from '../support/minutes-room.ts';
import { NOW } from '../support/records.ts';

const BALLOT = ballotIdFor('meeting-1', 'moteplan', 1);
const inSak = { what: 'sak', sakId: 'moteplan' } as const;

let room: MinutesCase;
beforeEach(async () => {
  room = await aVaraCase();
});
afterEach(() => room.end());

const say = () => sayings(room.deps);
const ballot = async () => (await room.deps.ballots.collection.get(BALLOT)) as Ballot;
const openBallot = async (sakId = 'moteplan') => {
  const shown = await room.click(await room.openSak(sakId), 'Avstemning');
  await room.click(shown, 'Åpne avstemningen', filledIn(shown));
  await room.deliver();
};
const acted = async () =>
  (await room.meeting()).forfall?.flatMap(({ calls }) => calls.flatMap((one) => one.actedAt ?? []));
const vote = (person: string, title = 'For', held?: Held) => room.click(held ?? room.newest(person), title);

describe('a voting', () => {
  test('is opened with the vara who was called in, and not with the member', async () => {
    await say().veraComes();
    await room.deliver();
    await openBallot();
    expect((await ballot()).voters.map(({ holderId }) => holderId)).toEqual(['vera', 'ola', 'per']);
    expect(words(room.newest('vera'))).toContain('Du stemmer for kari kommune (vara for kari).');
    expect(room.wordsTo('kari')).not.toContain('Avstemning');
  });

  test('follows the seat: an old card is refused kindly, and the vara has one', async () => {
    await openBallot();
    const old = room.newest('kari');
    await say().veraComes();
    await room.deliver();
    const refused = await vote('kari', 'For', old);
    expect(words(refused)).toContain('Plassen er flyttet. Vera Lund stemmer for den nå');
    expect(buttons(refused)).toEqual(['Jeg kan likevel']);
    expect((await ballot()).votes).toEqual([]);
    await vote('vera', 'Mot');
    expect((await ballot()).votes).toMatchObject([{ seatId: 'seat-kari', vote: 'against' }]);
    expect(await acted()).toEqual([NOW]);
  });

  test('refuses the member’s old card also before the seat’s move was carried out', async () => {
    await openBallot();
    const old = room.newest('kari');
    await say().veraComes();
    expect(words(await vote('kari', 'For', old))).toContain('Plassen er flyttet. Vera Lund stemmer for den nå');
    expect((await ballot()).votes).toEqual([]);
  });

  test('keeps the vote that was given for the seat until the vara changes it', async () => {
    await openBallot();
    await vote('kari', 'For');
    await say().veraComes();
    await room.deliver();
    expect((await ballot()).votes).toMatchObject([{ seatId: 'seat-kari', vote: 'for' }]);
    expect(words(room.newest('vera'))).toContain('For plassen er det stemt: for. Stemmen står til du endrer den.');
    await vote('vera', 'Mot');
    expect((await ballot()).votes).toMatchObject([{ seatId: 'seat-kari', vote: 'against' }]);
  });

  test('gives the seat back to a member who comes after all, until the vara has voted', async () => {
    await say().veraComes();
    await openBallot();
    const veras = room.newest('vera');
    expect(await say().back()).toMatchObject({ ok: true });
    await room.deliver();
    expect(words(await vote('vera', 'For', veras))).toContain('Plassen er flyttet. kari stemmer for den nå');
    await vote('kari', 'For');
    expect((await ballot()).votes).toMatchObject([{ seatId: 'seat-kari' }]);
  });

  test('keeps the seat with a vara who has voted', async () => {
    await say().veraComes();
    await openBallot();
    await vote('vera', 'For');
    expect(await say().back()).toEqual({ ok: false, refusal: 'vara-has-acted' });
    expect(await say().back('siv')).toMatchObject({ ok: true });
    await room.deliver();
    expect((await ballot()).voters.map(({ holderId }) => holderId)).toEqual(['kari', 'ola', 'per']);
    expect((await ballot()).votes).toMatchObject([{ seatId: 'seat-kari', vote: 'for' }]);
  });

  test('and «Jeg kan likevel» at the same moment: one of them succeeds, never both', async () => {
    await say().veraComes();
    await openBallot();
    const [voted, back] = await Promise.all([vote('vera'), say().back()]);
    await room.deliver();
    const hasVoted = (await ballot()).votes.length === 1;
    expect(back.ok).toBe(!hasVoted);
    expect(words(voted)).toContain(hasVoted ? 'Du har stemt: for.' : 'Plassen er flyttet.');
  });

  test('notes no act of a vara who only sees that the voting is over', async () => {
    await say().veraComes();
    await openBallot();
    await room.click(await room.show('siv', { verb: 'ballot.status', ballotId: BALLOT }), 'Avslutt avstemningen');
    await vote('vera');
    expect(await acted()).toEqual([]);
  });

  test('of another sak is the member’s where a vara has only this one', async () => {
    await say().veraComes({ what: 'part', sakIds: ['arsrapport'] });
    await openBallot();
    expect((await ballot()).voters.map(({ holderId }) => holderId)).toEqual(['kari', 'ola', 'per']);
  });

  test('of a part by the clock is the vara’s from then on', async () => {
    await say().veraComes({ what: 'part', from: new Date(NOW.getTime() + 30 * 60_000), sakIds: [] });
    await openBallot();
    expect((await ballot()).voters[0]?.holderId).toBe('kari');
    room.clock.now = new Date(NOW.getTime() + 31 * 60_000);
    await openBallot('arsrapport');
    const later = await room.deps.ballots.collection.get(ballotIdFor('meeting-1', 'arsrapport', 1));
    expect(later?.voters[0]?.holderId).toBe('vera');
  });

  test('leaves an inhabil seat out until its vara says yes, and then asks the vara', async () => {
    await say().forfall(inSak);
    await openBallot();
    expect((await ballot()).voters.map(({ holderId }) => holderId)).toEqual(['ola', 'per']);
    expect((await ballot()).recused).toMatchObject([{ seatId: 'seat-kari' }]);
    await say().yes(inSak);
    await room.deliver();
    expect((await ballot()).recused).toEqual([]);
    await vote('vera', 'Avstår');
    expect((await ballot()).votes).toMatchObject([{ seatId: 'seat-kari', vote: 'abstain' }]);
  });

  test('counts no vote of a member who is inhabil by its end, also before that was carried out', async () => {
    await openBallot();
    await vote('kari', 'For');
    await say().forfall(inSak);
    await room.click(await room.show('siv', { verb: 'ballot.status', ballotId: BALLOT }), 'Avslutt avstemningen');
    expect(await ballot()).toMatchObject({ status: 'closed', votes: [], recused: [{ seatId: 'seat-kari' }] });
  });

  test('asks the vara who said yes while it was opened', async () => {
    const { insert } = room.deps.ballots.collection;
    vi.spyOn(room.deps.ballots.collection, 'insert').mockImplementationOnce(async (opened) => {
      await say().veraComes();
      await room.deliver();
      return insert(opened);
    });
    await openBallot();
    expect((await ballot()).voters.map(({ holderId }) => holderId)).toEqual(['vera', 'ola', 'per']);
    expect(words(room.newest('vera'))).toContain('Du stemmer for kari kommune (vara for kari).');
  });

  test('in secret stays voted for a seat that has voted, whoever has it', async () => {
    const sak = await room.sak('moteplan');
    if (sak) await room.deps.saker.collection.replace({ ...sak, closed: true, version: sak.version + 1 }, sak.version);
    const shown = await room.click(await room.openSak('moteplan'), 'Avstemning');
    await room.click(shown, 'Åpne avstemningen', { ...filledIn(shown), way: 'secret' });
    await room.deliver();
    await vote('kari');
    await say().veraComes();
    await room.deliver();
    expect(words(room.newest('vera'))).toContain('Det er allerede stemt for plassen');
    await room.press('vera', { verb: 'ballot.vote', ballotId: BALLOT, vote: 'against' });
    expect((await ballot()).counted).toEqual({ for: 1, against: 0, abstain: 0 });
    expect(await acted()).toEqual([]);
  });
});
