import { describe, expect, test } from 'vitest';
import type { Meeting } from '../../store/meeting/record.ts';
import { passToHolder } from '../../store/meeting/rules-new-holder.ts';
import { aCalledMeeting, aSeatWithVaras, away, clocksAt } from '../support/forfall.ts';
import { aCommittee, accepted, aSeat, NOW } from '../support/records.ts';

const committee = aCommittee({
  seats: [aSeatWithVaras('kari', ['vera', 'viggo'], { memberId: 'eva' }), aSeat('ola')],
});
const said = (seat: string, comes: boolean, by = seat) => ({ seatId: `seat-${seat}`, comes, at: NOW, by });
const passed = (meeting: Meeting, of = committee) => passToHolder(meeting, 'seat-kari', of, clocksAt());
const cards = ({ outbox }: Meeting) => outbox.flatMap((one) => (one.kind === 'personal-card' ? one : []));

describe('a meeting to come, of a seat that is somebody else’s', () => {
  test('does not keep what the one before said of coming, and keeps what others said', () => {
    const after = accepted(passed(aCalledMeeting({ answers: [said('kari', true), said('ola', true)] })));
    expect(after.answers).toEqual([said('ola', true)]);
    expect(after.history.at(-1)).toEqual({ at: NOW, by: 'bot', what: 'answer-passed', seatId: 'seat-kari' });
  });

  test('shows the new one the agenda that was sent, once', () => {
    const once = accepted(passed(aCalledMeeting()));
    const twice = accepted(passed(once));
    expect(cards(twice)).toEqual([
      expect.objectContaining({
        personId: 'eva',
        view: { view: 'agenda-card', meetingId: once.id },
        inWorkingHours: true,
      }),
    ]);
  });

  test('shows nothing where there is nothing to show: no agenda yet, a vacant seat, a conversation of their own', () => {
    const { sent: _none, ...unsent } = aCalledMeeting();
    expect(accepted(passed(unsent)).outbox).toEqual([]);
    const { memberId: _vacant, ...vacant } = aSeat('kari');
    expect(accepted(passed(aCalledMeeting(), aCommittee({ seats: [vacant] }))).outbox).toEqual([]);
    const conversation = { serviceUrl: 'https://teams.example/', conversationId: '19:ssu' };
    expect(accepted(passed(aCalledMeeting(), { ...committee, conversation })).outbox).toEqual([]);
  });

  test('keeps the forfall of the seat, and what its new holder has said themselves', () => {
    const gone = accepted(away(aCalledMeeting(), 'kari'));
    expect(accepted(passed(gone)).answers).toEqual(gone.answers);
    expect(accepted(passed(gone)).forfall).toEqual(gone.forfall);
    const own = aCalledMeeting({ answers: [said('kari', true, 'eva')] });
    expect(accepted(passed(own)).answers).toEqual(own.answers);
  });

  test('that is over is left as it was', () => {
    expect(passed(aCalledMeeting({ state: 'held' }))).toEqual({ ok: false, refusal: 'meeting-over' });
  });
});
