import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Round } from '../../store/round/record.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { sayings, withVaras } from '../support/called-in.ts';
import { inChat } from '../support/circulation.ts';
import { buttons, words } from '../support/minutes-case.ts';
import { aMinutesRoom, aNumberedSak, filledIn, type MinutesRoom } from '../support/minutes-room.ts';
import { aCommittee, aSeat } from '../support/records.ts';

const saker = [
  aNumberedSak('moteplan', { title: 'Møteplan', number: '13/26' }),
  aNumberedSak('arsrapport', { title: 'Årsrapport', number: '14/26' }),
];
const roundId = 'round_moteplan_1';

let room: MinutesRoom;
beforeEach(async () => {
  const committee = withVaras(aCommittee({ seats: [aSeat('kari'), aSeat('ola'), aSeat('per')] }));
  room = await aMinutesRoom({ meetings: [aSentMeeting(saker)], saker, committee });
  for (const id of ['vera', 'vidar']) await room.deps.persons.collection.insert(inChat(id));
});
afterEach(() => room.end());

const say = () => sayings(room.deps);
const meeting = () => room.show('siv', { verb: 'meeting.show', meetingId: 'meeting-1' });
const round = async (id = roundId) => (await room.deps.rounds.collection.get(id)) as Round;
const holders = async (id?: string) => (await round(id)).seats.map(({ holderId }) => holderId);
const mine = (person: string) => room.show(person, { verb: 'round.show', roundId });
const cancel = async () => {
  const form = await room.click(await meeting(), 'Avlys møtet');
  await room.click(form, 'Avlys møtet', { reason: 'Mye forfall' });
  await room.deliver();
};
const toRounds = async (chosen = 'moteplan,arsrapport') => {
  const shown = await room.show('siv', { verb: 'minutes.show', meetingId: 'meeting-1' });
  const form = await room.click(shown, 'Behandle sakene på e-postrunde');
  await room.click(form, 'Send på e-postrunde', { ...filledIn(form), saker: chosen });
  await room.deliver();
};

describe('the saker of a meeting that was cancelled', () => {
  test('are answered by the vara who said yes, and the member is refused kindly', async () => {
    await say().veraComes();
    await cancel();
    expect(room.wordsTo('vera')).toContain('Blir sakene behandlet på e-postrunde, er det du som svarer for plassen.');
    await toRounds();
    expect(await holders()).toEqual(['vera', 'ola', 'per']);
    expect(await holders('round_arsrapport_1')).toEqual(['vera', 'ola', 'per']);
    const [textHash] = (await round()).textHashes;
    await room.press('kari', { verb: 'round.vote', roundId, textHash, choice: 'for', text: '' });
    expect((await round()).answers).toEqual([]);
    await room.click(await mine('vera'), 'For');
    expect((await round()).answers).toMatchObject([{ seatId: 'seat-kari', personId: 'vera' }]);
    expect(await say().back()).toEqual({ ok: false, refusal: 'vara-has-acted' });
  });

  test('are the member’s again in one click, in every round, until the vara has answered', async () => {
    await say().veraComes();
    await cancel();
    await toRounds();
    const own = await room.show('kari', { verb: 'forfall.own', meetingId: 'meeting-1' });
    expect(buttons(own)).toContain('Jeg kan likevel');
    await room.click(own, 'Jeg kan likevel');
    await room.deliver();
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
    expect(await holders('round_arsrapport_1')).toEqual(['kari', 'ola', 'per']);
    expect(words(await mine('vera'))).toContain('kari svarer nå for plassen.');
    await room.click(await mine('kari'), 'For');
    expect((await round()).answers).toMatchObject([{ seatId: 'seat-kari', personId: 'kari' }]);
  });

  test('are the member’s where the vara had only been asked', async () => {
    await say().forfall();
    await cancel();
    await toRounds();
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
    await say().answer({ what: 'whole' }, 'vera', true);
    await room.deliver();
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
  });

  test('leave the seat of a member who is inhabil out, and no other sak', async () => {
    await say().forfall({ what: 'sak', sakId: 'moteplan' });
    await cancel();
    await toRounds();
    expect(await holders()).toEqual(['ola', 'per']);
    expect(await holders('round_arsrapport_1')).toEqual(['kari', 'ola', 'per']);
    await say().back('kari', ['seat-kari:sak:moteplan']);
    await room.deliver();
    expect((await holders()).toSorted()).toEqual(['kari', 'ola', 'per']);
  });

  test('stay with the vara who cannot after all until the secretariat moves the seat', async () => {
    await say().veraComes();
    await cancel();
    await toRounds();
    expect(await say().answer({ what: 'whole' }, 'vera', false)).toEqual({ ok: false, refusal: 'meeting-cancelled' });
    const status = await room.show('siv', { verb: 'forfall.status', meetingId: 'meeting-1' });
    await room.click(status, 'Ta plassen tilbake til medlemmet');
    await room.deliver();
    expect(await holders()).toEqual(['kari', 'ola', 'per']);
  });
});
