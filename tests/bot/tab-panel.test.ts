import { describe, expect, test } from 'vitest';
import { CHANNEL } from '../support/agenda-room.ts';
import { aSentMeeting } from '../support/agendas.ts';
import { SERVICE } from '../support/circulation.ts';
import { aMeeting } from '../support/meetings.ts';
import { aBallot } from '../support/minutes-room.ts';
import { NOW } from '../support/records.ts';
import { at, HOUR, meetingsTabs, said, twoSaker, withVaras } from '../support/tab-meetings.ts';

const on = meetingsTabs();

describe('the side panel', () => {
  test('shows the meeting that is on, with the sak that it is at and who has said that they come', async () => {
    const protocol = [{ sakId: 'sak-1', outcome: 'ingen' as const, vedtak: [], at: NOW, by: 'siv' }];
    const later = aMeeting({ id: 'meeting-2', ...at(24) });
    await on.reopen(aSentMeeting(twoSaker, { ...at(-1), protocol, answers: [said('kari', true)] }), [], [later]);
    const page = await on.tab.panel('kari');
    expect(page).toMatchObject({
      id: 'meeting-1',
      isOn: true,
      state: { text: 'Pågår nå' },
      path: 'meetings/meeting-1',
    });
    expect(page?.agenda.map(({ isNow }) => isNow)).toEqual([undefined, true]);
    expect(page?.present).toEqual({ title: 'Har svart at de kommer', names: ['kari'] });
    expect(page?.actions.map(({ action }) => action.verb)).not.toContain('minutes.show');
    expect((await on.tab.panel('siv'))?.actions).toContainEqual({
      text: 'Før protokoll',
      action: { verb: 'minutes.show', meetingId: 'meeting-1' },
    });
  });

  test('goes on with a meeting after its time for a while, then shows the next one', async () => {
    const later = aMeeting({ id: 'meeting-2', ...at(24) });
    await on.reopen(aSentMeeting(twoSaker, at(-3)), [], [later]);
    expect((await on.tab.panel('kari'))?.id).toBe('meeting-1');
    on.tab.room.wait(HOUR + 1);
    expect(await on.tab.panel('kari')).toMatchObject({ id: 'meeting-2', isOn: false });
  });

  test('the chat that is named chooses among the viewer’s own committees, and gives no right', async () => {
    const conversation = { serviceUrl: SERVICE, conversationId: '19:own' };
    const own = aMeeting({ id: 'meeting-9', committeeId: 'committee-2', comingIn: 'committee-2', ...at(48) });
    await on.reopen(aSentMeeting(twoSaker), [], [own]);
    await on.tab.changeCommittee({ conversation, people: [...withVaras.people, 'ute'] });
    expect((await on.tab.panel('ute'))?.id).toBe('meeting-9');
    expect((await on.tab.panel('ute', '?chat=19:own'))?.id).toBe('meeting-1');
    expect((await on.tab.panel('kari', `?chat=${CHANNEL}`))?.id).toBe('meeting-1');
  });

  test('an open voting is there for those who vote, with the buttons of its card', async () => {
    await on.reopen(aSentMeeting(twoSaker, at(-1)));
    await on.tab.room.deps.ballots.collection.insert(aBallot({ sakId: 'sak-2' }));
    const voting = (await on.tab.panel('kari'))?.votings[0];
    expect(voting?.heading).toContain('Sak om sak-2');
    expect(voting?.buttons.map(({ text, action }) => [text, action.verb])).toEqual([
      ['For', 'ballot.vote'],
      ['Mot', 'ballot.vote'],
      ['Avstår', 'ballot.vote'],
    ]);
    expect((await on.tab.panel('kari'))?.agenda.map(({ isNow }) => isNow)).toEqual([undefined, true]);
    expect((await on.tab.panel('ola'))?.votings).toEqual([]);
  });
});
