import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../store/change.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { done } from '../../store/result.ts';
import type { Round } from '../../store/round/record.ts';
import { liftToMeeting, withdrawRound } from '../../store/round/rules-run.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { aMeeting } from '../support/meetings.ts';
import { buttons, words } from '../support/minutes-case.ts';
import { aMinutesRoom, aNumberedSak, filledIn, type Held, type MinutesRoom } from '../support/minutes-room.ts';
import { NOW, REAL_NOW } from '../support/records.ts';

const saker = [
  aNumberedSak('moteplan', { title: 'Møteplan', number: '13/26' }),
  aNumberedSak('arsrapport', { title: 'Årsrapport', number: '14/26' }),
];
const ROUND = 'round_moteplan_1';
const clocks = { now: NOW, realNow: REAL_NOW };

let room: MinutesRoom;
const start = async (changes: Partial<Meeting> = {}) => {
  room = await aMinutesRoom({ meetings: [aSentMeeting(saker, changes)], saker });
};
beforeEach(() => start());
afterEach(() => room.end());

const open = (person = 'siv') => room.show(person, { verb: 'meeting.show', meetingId: 'meeting-1' });
const toRounds = async (from: Held, chosen = 'moteplan') => {
  const form = await room.click(from, 'Behandle sakene på e-postrunde');
  return room.click(form, 'Send på e-postrunde', { ...filledIn(form), saker: chosen });
};
const sak = (id: string) => room.deps.saker.collection.get(id);
const cancel = async () => {
  const form = await room.click(await open(), 'Avlys møtet');
  await room.click(form, 'Avlys møtet', { reason: 'Mye forfall' });
  await room.deliver();
};
const carry = (changes: Partial<Round> = {}) =>
  change(room.deps.rounds.collection, ROUND, (round) =>
    done({
      ...round,
      status: 'approved' as const,
      closedAt: NOW,
      ...changes,
      outbox: [{ kind: 'round-told' as const, key: 'told', attempts: 0, dueAt: REAL_NOW }],
      outboxDueAt: REAL_NOW,
    }),
  );

describe('before a meeting that was called', () => {
  test('its saker can be decided on rounds, and «Møtet» says which', async () => {
    const after = await toRounds(await open());
    expect(words(after)).toContain('Sak 13/26 Møteplan: På e-postrunde');
    expect(words(after)).not.toContain('14/26');
    expect(await room.deps.rounds.collection.get(ROUND)).toMatchObject({ status: 'open', meetingId: 'meeting-1' });
    const next = await room.click(after, 'Behandle sakene på e-postrunde');
    expect(words(next)).not.toContain('Møteplan');
    expect(words(next)).toContain('Årsrapport');
  });

  test('what a round has decided is told its sak, and shown', async () => {
    await toRounds(await open());
    await carry();
    await room.deliver();
    expect(await sak('moteplan')).toMatchObject({ status: 'decided', decidedByRound: ROUND });
    expect(words(await room.show('siv', { verb: 'minutes.show', meetingId: 'meeting-1' }))).toContain(
      'Sak 13/26 Møteplan: Vedtatt på e-postrunde',
    );
  });

  test('the meeting is held with what is left, and its referat says that the sak was decided on a round', async () => {
    await toRounds(await open());
    await carry();
    await room.deliver();
    room.clock.now = new Date('2026-04-14T11:00:00Z');
    await room.click(
      await room.show('siv', { verb: 'minutes.sak', meetingId: 'meeting-1', sakId: 'arsrapport' }),
      'Vedta forslaget',
    );
    const minutes = await room.show('siv', { verb: 'minutes.show', meetingId: 'meeting-1' });
    const referat = await room.click(await room.click(minutes, 'Lag referat'), 'Endre');
    expect(words(referat)).toContain('Vedtatt på e-postrunde 02.03.26.');
  });

  test('is not for members', async () => {
    expect(buttons(await open('kari'))).not.toContain('Behandle sakene på e-postrunde');
    const data = { verb: 'minutes.rounds', meetingId: 'meeting-1', saker: 'moteplan', deadlineOn: '2026-03-09' };
    expect(words(await room.show('kari', data))).toContain('Dette er bare for sekretariatet');
  });
});

test('saker of a meeting that nobody was called to yet are not sent on rounds', async () => {
  await room.end();
  await start({ state: 'planned', sent: undefined });
  const form = await room.show('siv', { verb: 'minutes.rounds-form', meetingId: 'meeting-1' });
  const again = await room.click(form, 'Send på e-postrunde', { ...filledIn(form), saker: 'moteplan' });
  expect(words(again)).toContain('Sakslisten er ikke sendt ennå.');
  expect(await room.deps.rounds.collection.get(ROUND)).toBeUndefined();
});

describe('when the meeting is cancelled', () => {
  test('a sak that a round decides stays with the round, and the others wait for another meeting', async () => {
    await toRounds(await open());
    await cancel();
    expect(await sak('moteplan')).toMatchObject({ status: 'scheduled', meetingId: 'meeting-1' });
    expect(await sak('arsrapport')).toMatchObject({ status: 'accepted', postponedFrom: 'meeting-1' });
    expect(room.wordsTo('kari')).toContain(
      'Sakene som er sendt på e-postrunde, avgjøres der. De andre tas opp i et senere møte.',
    );
    await carry();
    await room.deliver();
    expect(await sak('moteplan')).toMatchObject({ status: 'decided', decidedByRound: ROUND });
  });

  test('and the committee is told so when all of them are decided on rounds', async () => {
    await toRounds(await open(), 'moteplan,arsrapport');
    await cancel();
    expect(room.wordsTo('kari')).toContain('holdes ikke. Sakene avgjøres på e-postrunde.');
  });

  test('a sak that a round has decided stays decided', async () => {
    await toRounds(await open());
    await carry();
    await cancel();
    expect(await sak('moteplan')).toMatchObject({ status: 'decided', decidedByRound: ROUND });
    expect(await sak('moteplan')).not.toHaveProperty('postponed');
  });

  test.each<[string, (round: Round) => ReturnType<typeof withdrawRound | typeof liftToMeeting>]>([
    ['is withdrawn', (round) => withdrawRound(round, 'Feil', 'siv', clocks)],
    [
      'ends undecided and goes to a meeting',
      (round) => liftToMeeting({ ...round, status: 'undecided' }, 'siv', clocks),
    ],
  ])('a sak whose round %s afterwards waits for another meeting, once', async (_how, end) => {
    await toRounds(await open());
    await cancel();
    await change(room.deps.rounds.collection, ROUND, end);
    await room.deliver();
    await room.deliver();
    expect(await sak('moteplan')).toMatchObject({ status: 'accepted', postponedFrom: 'meeting-1', postponed: 1 });
  });

  test('a sak whose round was withdrawn before is given back with the others', async () => {
    await toRounds(await open());
    await change(room.deps.rounds.collection, ROUND, (round) => withdrawRound(round, 'Feil', 'siv', clocks));
    await room.deliver();
    expect(await sak('moteplan')).toMatchObject({ status: 'scheduled' });
    await cancel();
    expect(await sak('moteplan')).toMatchObject({ status: 'accepted', postponedFrom: 'meeting-1' });
  });

  test('its saker can still be decided on rounds', async () => {
    await cancel();
    const minutes = await room.show('siv', { verb: 'minutes.show', meetingId: 'meeting-1' });
    const after = await toRounds(minutes);
    expect(words(after)).toContain('Sak 13/26 Møteplan: På e-postrunde');
    await carry();
    await room.deliver();
    expect(await sak('moteplan')).toMatchObject({ status: 'decided', decidedByRound: ROUND });
  });

  test('and its card offers that to those who run it, when people were called to it', async () => {
    const rounds = 'Behandle sakene på e-postrunde';
    await cancel();
    expect(words(await toRounds(await open()))).toContain('Sak 13/26 Møteplan: På e-postrunde');
    for (const other of ['kari', 'nina']) expect(buttons(await open(other))).not.toContain(rounds);
    await change(room.deps.meetings.collection, 'meeting-1', ({ sent: _sent, ...rest }) => done(rest));
    expect(buttons(await open())).not.toContain(rounds);
  });

  test('a sak that went on a round afterwards is put on no other agenda, unless the round is withdrawn', async () => {
    const next = {
      id: 'meeting-2',
      startsAt: new Date('2026-05-12T10:00:00Z'),
      endsAt: new Date('2026-05-12T12:00:00Z'),
    };
    await room.deps.meetings.collection.insert(aMeeting(next));
    await cancel();
    const agenda = async () => words(await room.show('siv', { verb: 'agenda.build', meetingId: 'meeting-2' }));
    expect(await agenda()).toContain('Møteplan');
    await toRounds(await room.show('siv', { verb: 'minutes.show', meetingId: 'meeting-1' }));
    const preview = await room.show('siv', { verb: 'agenda.preview', meetingId: 'meeting-2' });
    expect(words(preview)).toContain('Årsrapport');
    expect(words(preview)).not.toContain('Møteplan');
    expect(await agenda()).not.toContain('Møteplan');
    const added = await room.show('siv', { verb: 'agenda.add', meetingId: 'meeting-2', addId: 'moteplan' });
    expect(words(added)).not.toContain('13/26');
    await change(room.deps.rounds.collection, ROUND, (round) => withdrawRound(round, 'Feil', 'siv', clocks));
    await room.deliver();
    expect(await agenda()).toContain('Møteplan');
  });

  test('but not those that stand on another agenda by now, or are not wanted any more', async () => {
    await cancel();
    await change(room.deps.saker.collection, 'moteplan', (one) => done({ ...one, meetingId: 'meeting-2' }));
    await change(room.deps.saker.collection, 'arsrapport', (one) => done({ ...one, status: 'withdrawn' as const }));
    const form = await room.show('siv', { verb: 'minutes.rounds-form', meetingId: 'meeting-1' });
    expect(words(form)).toContain('Det er ingen saker igjen med forslag til vedtak.');
  });
});
