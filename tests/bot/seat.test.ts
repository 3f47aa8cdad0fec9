import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newest } from '../../store/referat/record.ts';
import type { Round } from '../../store/round/record.ts';
import { aVaraCase, sayings } from '../support/called-in.ts';
import { buttons, type MinutesCase, words } from '../support/minutes-case.ts';
import { filledIn, type Held } from '../support/minutes-room.ts';
import { NOW } from '../support/records.ts';

const ROUND = 'round_moteplan_1';
const whole = { what: 'whole' } as const;
const inSak = { what: 'sak', sakId: 'moteplan' } as const;

let room: MinutesCase;
beforeEach(async () => {
  room = await aVaraCase();
});
afterEach(() => room.end());

const say = () => sayings(room.deps);
const round = async (id = ROUND) => (await room.deps.rounds.collection.get(id)) as Round;
const holders = async (id = ROUND) => (await round(id)).seats.map(({ holderId }) => holderId);
const openRound = async (saker = 'moteplan') => {
  const shown = await room.click(await room.open(), 'Behandle sakene på e-postrunde');
  await room.click(shown, 'Send på e-postrunde', { ...filledIn(shown), saker });
};
const acted = async () =>
  (await room.meeting()).forfall?.flatMap(({ calls }) => calls.flatMap((one) => one.actedAt ?? []));
const vote = (person: string, title = 'For', held?: Held) => room.click(held ?? room.newest(person), title);

describe('a round that a meeting’s sak is decided in', () => {
  test('asks the vara of the whole meeting, and the receipt says for whom', async () => {
    await say().veraComes();
    await openRound();
    await room.deliver();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
    expect(words(room.newest('vera'))).toContain('Vara for');
    await vote('vera');
    expect(await acted()).toEqual([NOW]);
    expect(await say().back()).toEqual({ ok: false, refusal: 'vara-has-acted' });
  });

  test('follows a seat that moves while it is open: the vara has the card, and the member’s says who acts', async () => {
    await openRound();
    await room.deliver();
    const old = room.newest('kari');
    await say().veraComes();
    await room.deliver();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
    expect(words(room.newest('vera'))).toContain('Møteplan');
    const renewed = room.teams.requests.findLast(({ kind, chat }) => kind === 'update' && chat === 'chat-kari');
    expect(renewed?.post && words({ card: renewed.post.card })).toContain('Vera Lund');
    const refused = await vote('kari', 'For', old);
    expect(words(refused)).toContain('svaret ditt ble ikke registrert');
    expect(words(refused)).toContain('Vera Lund svarer nå for plassen.');
    expect((await round()).answers).toEqual([]);
    expect(await acted()).toEqual([]);
  });

  test('is the member’s again with «Jeg kan likevel» on the old card, which is not there once the vara has answered', async () => {
    await openRound();
    await room.deliver();
    const old = room.newest('kari');
    await say().veraComes();
    await room.deliver();
    await room.click(await vote('kari', 'For', old), 'Jeg kan likevel');
    await room.deliver();
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
    await say().veraComes();
    await room.deliver();
    await vote('vera', 'For', await room.show('vera', { verb: 'round.show', roundId: ROUND }));
    expect(buttons(await vote('kari', 'For', old))).toEqual([]);
  });

  test('refuses the member also before the seat’s move was carried out, and the vara after it was taken back', async () => {
    await openRound();
    await room.deliver();
    const old = room.newest('kari');
    await say().veraComes();
    await vote('kari', 'For', old);
    expect((await round()).answers).toEqual([]);
    await room.deliver();
    const veras = room.newest('vera');
    await say().back();
    await vote('vera', 'For', veras);
    expect((await round()).answers).toEqual([]);
    expect(await acted()).toEqual([]);
    await vote('kari', 'Mot', old);
    expect((await round()).answers).toMatchObject([{ seatId: 'seat-kari', personId: 'kari', choice: 'against' }]);
  });

  test('and «Jeg kan likevel» at the same moment as the vara’s answer: one of them succeeds, never both', async () => {
    await say().veraComes();
    await openRound();
    await room.deliver();
    const [, back] = await Promise.all([vote('vera'), say().back()]);
    await room.deliver();
    expect(back.ok).toBe((await round()).answers.length === 0);
  });

  test('catches up when it was opened while the seat moved', async () => {
    await openRound();
    await say().veraComes();
    // the move was carried out while the round was not stored yet
    const meeting = await room.meeting();
    const { outboxDueAt: _due, ...rest } = meeting;
    const carriedOut = { ...rest, outbox: [], version: meeting.version + 1 };
    await room.deps.meetings.collection.replace(carriedOut, meeting.version);
    await room.deliver();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
  });

  test('follows who is registered to have sat there, though somebody else was called in', async () => {
    await say().veraComes();
    await openRound();
    await room.deliver();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
    await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari' });
    await room.click(await room.click(await room.open(), 'Vara'), 'Lagre', { seatId: 'seat-kari', name: 'Eva Dal' });
    await room.deliver();
    // the bot knows nobody of that name: the member answers
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
    await vote('kari');
    expect((await round()).answers).toMatchObject([{ personId: 'kari' }]);
  });

  test('of another meeting stays the member’s', async () => {
    await openRound();
    await sayings(room.deps, 'meeting-2').veraComes();
    await room.deliver();
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
  });

  test('of another sak stays the member’s where a vara has only one', async () => {
    await openRound('moteplan,arsrapport');
    await say().veraComes({ what: 'part', sakIds: ['moteplan'] });
    await room.deliver();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
    expect(await holders('round_arsrapport_1')).toEqual(['kari', 'ola', 'per']);
  });

  test('asks the vara of a member who is inhabil, and nobody before one has said yes', async () => {
    await say().forfall(inSak);
    await openRound('moteplan,arsrapport');
    await room.deliver();
    expect(await holders()).toEqual(['ola', 'per']);
    expect((await round()).recused).toMatchObject([{ seatId: 'seat-kari' }]);
    expect(await holders('round_arsrapport_1')).toEqual(['kari', 'ola', 'per']);
    await say().yes(inSak);
    await room.deliver();
    expect(await holders()).toEqual(['ola', 'per', 'vera']);
    expect((await round()).recused).toBeUndefined();
    expect(words(room.newest('vera'))).toContain('Møteplan');
  });

  test('loses a seat whose vara says no after all where the member is inhabil, until the next one says yes', async () => {
    await say().forfall(inSak);
    await say().yes(inSak);
    await openRound();
    await room.deliver();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
    await say().answer(inSak, 'vera', false);
    await room.deliver();
    expect(await holders()).toEqual(['ola', 'per']);
    await say().answer(inSak, 'vidar', true);
    await room.deliver();
    expect(await holders()).toEqual(['ola', 'per', 'vidar']);
  });

  test('notes no act of a vara who answers too late', async () => {
    await say().veraComes();
    await openRound();
    await room.deliver();
    room.clock.now = (await round()).deadline;
    await vote('vera');
    expect((await round()).answers).toEqual([]);
    expect(await acted()).toEqual([]);
  });

  test('takes an answer that the secretariat registers for the seat, which is no act of the vara’s', async () => {
    await say().veraComes();
    await openRound();
    const registered = { seatId: 'seat-kari', choice: 'for', way: 'e-post' };
    await room.press('siv', { verb: 'round.register', roundId: ROUND, ...registered });
    expect((await round()).answers).toMatchObject([{ personId: 'vera', registered: { by: 'siv' } }]);
    expect(await acted()).toEqual([]);
    expect(await say().back()).toMatchObject({ ok: true });
  });
});

describe('the referat of a meeting', () => {
  const make = async () => {
    await room.write();
    const preview = await room.click(await room.open(), 'Lag referat');
    await room.click(preview, 'Send på e-postrunde');
    await room.deliver();
    return room.referat();
  };

  test('is approved by the vara of the whole meeting, who is present as one until somebody says otherwise', async () => {
    await say().veraComes();
    const form = await room.click(await room.open(), 'Til stede');
    expect(words(form)).toContain('kari kommune (vara: Vera Lund)');
    expect(filledIn(form).present).toBe('seat-kari');
    await room.click(form, 'Lagre', filledIn(form));
    const referat = await make();
    expect(newest(referat).text).toContain('Vera Lund | kari kommune, vara for kari');
    expect(newest(referat).text).toContain('kari | kari kommune (vara møtte)');
    const id = `round_${referat.id}_1`;
    expect(await holders(id)).toEqual(['vera', 'ola', 'per']);
    await vote('vera', 'Godkjenn');
    expect((await round(id)).answers).toMatchObject([{ personId: 'vera', choice: 'approve' }]);
    expect(await acted()).toEqual([NOW]);
  });

  test('stays the member’s where a vara had a part of the meeting, and says who acted in which', async () => {
    await say().veraComes({ what: 'part', sakIds: ['moteplan'] });
    await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-kari' });
    const referat = await make();
    expect(newest(referat).text).toContain('Vera Lund | kari kommune, vara for kari i sak 13/26');
    expect(await holders(`round_${referat.id}_1`)).toEqual(['kari', 'ola', 'per']);
  });

  test('of an older meeting stays the member’s, whoever acts in this one', async () => {
    const referat = await make();
    const id = `round_${referat.id}_1`;
    const meeting = await room.deps.meetings.collection.get('meeting-2');
    expect(meeting).toBeDefined();
    await sayings(room.deps, 'meeting-2').veraComes();
    await room.deliver();
    expect(await holders(id)).toEqual(['kari', 'ola', 'per']);
    await vote('kari', 'Godkjenn', await room.show('kari', { verb: 'round.show', roundId: id }));
    expect((await round(id)).answers).toMatchObject([{ personId: 'kari' }]);
  });
});

test('a vara who was called in is named where the seat was registered empty before they said yes', async () => {
  await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-ola' });
  await say().veraComes(whole);
  await room.click(await room.click(await room.open(), 'Til stede'), 'Lagre', { present: 'seat-ola,seat-kari' });
  expect((await room.meeting()).attendance).toContainEqual({
    seatId: 'seat-kari',
    present: true,
    vara: { name: 'Vera Lund', personId: 'vera' },
  });
});
