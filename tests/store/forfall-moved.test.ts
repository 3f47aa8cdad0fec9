import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import { markActed } from '../../store/meeting/rules-call-answer.ts';
import { holderOf } from '../../store/meeting/rules-holder.ts';
import { cancelMeeting, moveMeeting } from '../../store/meeting/rules-plan.ts';
import {
  aCalledMeeting,
  aCommitteeWithVaras,
  away,
  back,
  callsOf,
  cardsTo,
  clocksAt,
  delivered,
  forfallIn,
  hoursBefore,
  inhabilIn,
  kariAway,
  says,
  seatsMoved,
  veraActs,
  WHOLE,
} from '../support/forfall.ts';
import { accepted, NOW } from '../support/records.ts';

const of = aCommitteeWithVaras();
const week = 7 * 24 * 3600 * 1000;
const sak = inhabilIn('sak-1');

function moved(meeting: Meeting, now = NOW): Meeting {
  const { startsAt, endsAt } = meeting;
  const times = { startsAt: new Date(startsAt.getTime() + week), endsAt: new Date(endsAt.getTime() + week) };
  return accepted(moveMeeting(meeting, { ...times, mode: 'digitalt' }, of, { personId: 'siv' }, clocksAt(now)));
}
const elsewhere = (meeting: Meeting) =>
  accepted(moveMeeting(meeting, { ...meeting, mode: 'fysisk', place: 'UNN' }, of, { personId: 'siv' }, clocksAt()));
const cancelled = (meeting: Meeting, now = NOW) =>
  accepted(cancelMeeting(meeting, undefined, of, 'siv', clocksAt(now)));
const idOf = (meeting: Meeting, person: string) =>
  cardsTo(meeting, person).map((card) => 'view' in card && 'forfallId' in card.view && card.view.forfallId);

describe('a meeting that is held another day', () => {
  test('has no forfall yet, and whoever was called in is told once', () => {
    const meeting = moved(veraActs());
    expect(forfallIn(meeting)).toMatchObject({ takenBack: true, moved: true });
    expect(callsOf(meeting)).toEqual([['vera', 'withdrawn']]);
    expect(holderOf(meeting, 'seat-kari')).toEqual({ by: 'member' });
    expect(idOf(meeting, 'vera')).toEqual(['seat-kari:whole']);
    expect(seatsMoved(meeting)).toEqual(['seat-kari']);
    const asked = moved(kariAway());
    expect(cardsTo(asked, 'vera')).toHaveLength(1);
    expect(asked).not.toHaveProperty('callDueAt');
    expect(seatsMoved(asked)).toEqual([]);
  });

  test('tells nothing to a vara whose call was not sent', () => {
    const meeting = moved(accepted(away(aCalledMeeting(), 'kari')));
    expect(cardsTo(meeting, 'vera')).toEqual([]);
    expect(callsOf(meeting)).toEqual([['vera', 'withdrawn']]);
  });

  test('is answered anew: a yes to the other day is none, and who could not come then may now', () => {
    const no = accepted(says(accepted(away(aCalledMeeting(), 'kari')), 'vera', false));
    const again = accepted(away(moved(no), 'kari'));
    expect(callsOf(again, 'seat-kari:whole#2')).toEqual([['vera', 'asked']]);
    expect(says(again, 'vera', true)).toEqual({ ok: false, refusal: 'call-withdrawn' });
    expect(again.forfall).toMatchObject([{ id: 'seat-kari:whole', takenBack: true }, { id: 'seat-kari:whole#2' }]);
    expect(accepted(away(again, 'kari'))).toBe(again);
  });

  test('has still the members who are inhabil, and their varas are asked anew in one message', () => {
    const inhabil = accepted(away(aCalledMeeting(), 'kari', sak, { by: 'siv' }));
    const yes = delivered(accepted(says(inhabil, 'vera', true, 'seat-kari:sak:sak-1')));
    const meeting = moved(yes);
    expect(holderOf(meeting, 'seat-kari', { sakId: 'sak-1' })).toEqual({ by: 'nobody' });
    expect(forfallIn(meeting, 'seat-kari:sak:sak-1#2')).toMatchObject({ scope: sak, by: 'siv', at: NOW });
    expect(callsOf(meeting, 'seat-kari:sak:sak-1#2')).toEqual([['vera', 'asked']]);
    expect(idOf(meeting, 'vera')).toEqual(['seat-kari:sak:sak-1#2']);
    expect(meeting.callDueAt).toBeDefined();
    // not those who were not inhabil after all
    const none = moved(accepted(back(yes, 'kari', { forfallIds: ['seat-kari:sak:sak-1'] })));
    expect(none.forfall).toMatchObject([{ takenBack: true, moved: true }]);
    const twice = moved(meeting);
    expect(forfallIn(twice, 'seat-kari:sak:sak-1#3')).not.toHaveProperty('takenBack');
  });

  test('counts reasons anew', () => {
    const ill = accepted(away(aCalledMeeting(), 'kari', WHOLE, { reason: 'sykdom' }));
    const meeting = moved(ill);
    expect(meeting).not.toHaveProperty('reasons');
    const again = accepted(away(meeting, 'kari', WHOLE, { reason: 'annet' }));
    expect(again.reasons).toEqual({ sykdom: 0, kollisjon: 0, annet: 1 });
  });

  test('tells the secretariat again that nobody is left, for that is another day', () => {
    const dry = moved(accepted(away(aCalledMeeting(), 'per')));
    expect(forfallIn(dry, 'seat-per:whole')).not.toHaveProperty('dryAt');
    expect(forfallIn(accepted(away(dry, 'per')), 'seat-per:whole#2')).toHaveProperty('dryAt', NOW);
  });

  test('without forfall has none', () => {
    expect(moved(aCalledMeeting())).not.toHaveProperty('forfall');
  });
});

describe('a meeting that is held elsewhere', () => {
  test('keeps its forfall, and whoever was called in is told', () => {
    const meeting = elsewhere(veraActs());
    expect(forfallIn(meeting)).toEqual(forfallIn(veraActs()));
    expect(idOf(meeting, 'vera')).toEqual(['seat-kari:whole']);
    const asked = elsewhere(kariAway());
    expect(cardsTo(asked, 'vera')).toHaveLength(1);
    expect(asked.callDueAt).toEqual(kariAway().callDueAt);
    const no = elsewhere(delivered(accepted(says(kariAway(), 'vera', false))));
    expect([cardsTo(no, 'vera').length, cardsTo(no, 'viggo').length]).toEqual([0, 1]);
  });

  test('tells nobody twice: a card that waits says it, and one card says it of all', () => {
    const asked = accepted(away(aCalledMeeting(), 'kari'));
    expect(elsewhere(asked).outbox.filter((one) => asked.outbox.includes(one))).toEqual(asked.outbox);
    expect(cardsTo(elsewhere(asked), 'vera')).toHaveLength(1);
    const both = accepted(away(accepted(away(aCalledMeeting(), 'kari', sak)), 'kari'));
    const yes = accepted(says(delivered(both), 'vera', true, 'seat-kari:sak:sak-1'));
    expect(idOf(elsewhere(delivered(yes)), 'vera')).toEqual(['seat-kari:sak:sak-1']);
    const other = accepted(
      says(
        delivered(accepted(away(accepted(away(aCalledMeeting(), 'kari')), 'kari', sak))),
        'vera',
        true,
        'seat-kari:sak:sak-1',
      ),
    );
    expect(idOf(elsewhere(delivered(other)), 'vera')).toEqual(['seat-kari:sak:sak-1']);
  });
});

describe('a meeting that is cancelled', () => {
  test('keeps the varas who said yes, for the rounds it is turned into, and calls off the others', () => {
    const both = accepted(away(veraActs(), 'ola'));
    const meeting = cancelled(delivered(both));
    expect(holderOf(meeting, 'seat-kari')).toMatchObject({ by: 'vara', call: { varaId: 'vera' } });
    expect(callsOf(meeting, 'seat-ola:whole')).toEqual([['odd', 'withdrawn']]);
    expect(idOf(meeting, 'vera')).toEqual(['seat-kari:whole']);
    expect(idOf(meeting, 'odd')).toEqual(['seat-ola:whole']);
    expect(meeting).not.toHaveProperty('callDueAt');
    expect(accepted(markActed(meeting, { seatId: 'seat-kari', personId: 'vera' }, NOW))).not.toBe(meeting);
  });

  test('tells each vara once, and nothing to one whose call was not sent', () => {
    const asked = accepted(away(accepted(away(aCalledMeeting(), 'kari')), 'ola'));
    expect(cardsTo(cancelled(asked), 'vera')).toEqual([]);
    expect(idOf(cancelled(delivered(asked)), 'vera')).toEqual(['seat-kari:whole']);
  });

  test('tells at once when it was to be within a day, also in the night', () => {
    const night = hoursBefore(12);
    expect(cardsTo(cancelled(veraActs(), night), 'vera')[0]).not.toHaveProperty('contactAt');
    expect(cardsTo(cancelled(veraActs(), new Date('2026-03-07T12:00:00Z')), 'vera')).toMatchObject([
      { contactAt: new Date('2026-03-09T07:00:00Z') },
    ]);
  });

  test('lets the member take a seat back that the vara has not acted for', () => {
    expect(holderOf(accepted(back(cancelled(veraActs()), 'kari')), 'seat-kari')).toEqual({ by: 'member' });
  });
});

describe('the calendar of a vara', () => {
  const offered = ({ outbox }: Meeting) =>
    outbox.flatMap((effect) => (effect.kind === 'offer-file' ? [effect.personId] : []));
  const inCalendars = (meeting: Meeting) => ({ ...meeting, calendars: ['kari', 'vera', 'odd'] });

  test('hears that the meeting they act in is cancelled or held elsewhere, and of no other vara', () => {
    expect(offered(cancelled(inCalendars(veraActs())))).toEqual(['kari', 'vera']);
    expect(offered(elsewhere(inCalendars(veraActs())))).toEqual(['kari', 'vera']);
  });

  test('gets no other time, to which they have not said yes', () => {
    expect(offered(moved(inCalendars(veraActs())))).toEqual(['kari']);
  });
});
