import { note } from '../../store/effect.ts';
import { hasPoint } from '../../store/meeting/rules-protocol.ts';
import { newTiltak } from '../../store/tiltak/record.ts';
import { readTiltak } from '../../store/tiltak/rules.ts';
import { planned } from '../../store/tiltak/rules-ask.ts';
import { idFrom } from '../ids.ts';
import { pickedPerson } from '../picked.ts';
import type { Handlers } from '../turn.ts';
import { ownMeetingSak } from '../views/minutes.ts';
import { notice, show, typedFrom } from './answers.ts';

export const tiltakHandlers = {
  'tiltak.new-form': async (_deps, _turn, { meetingId, sakId, point }) =>
    show({ view: 'tiltak-form', meetingId, sakId, ...(point !== undefined && { point }) }),

  // one for each vedtakspunkt and one for a sak's follow-up, however often it is pressed
  'tiltak.new': async (deps, { person, receivedAt }, { verb: _verb, meetingId, sakId, point, ...fields }) => {
    const own = await ownMeetingSak(deps, person.id, meetingId, sakId);
    if ('refused' in own) return notice(own.refused);
    const again = (problems: readonly string[]) =>
      show({
        view: 'tiltak-form',
        meetingId,
        sakId,
        ...(point !== undefined && { point }),
        typed: typedFrom(fields),
        problems: [...problems],
      });
    // the vedtak may have been changed since the button was shown
    if (!hasPoint(own.meeting, sakId, point)) return again(['point-gone']);
    const read = readTiltak(fields);
    if ('problems' in read) return again(read.problems);
    const picked = await pickedPerson(deps, own.committee, { picked: fields.picked, name: fields.owner });
    if (picked === 'unknown') return again(['person-unknown']);
    const { committee, sak } = own;
    const tiltak = newTiltak({
      id: idFrom('tiltak', meetingId, sakId, String(point ?? '')),
      tenantId: committee.tenantId,
      committeeId: committee.id,
      ...read.input,
      ...(picked && { contactIds: [picked.personId], owner: read.input.owner ?? picked.name }),
      source: { sakId, meetingId, ...(sak.number && { number: sak.number }), ...(point !== undefined && { point }) },
    });
    const noted = note(tiltak, { at: receivedAt, by: person.id, what: 'decided' });
    const inserted = await deps.tiltak.collection.insert(planned(noted, receivedAt));
    const problem = inserted === 'inserted' ? 'tiltak-saved' : 'tiltak-before';
    return show({ view: 'minutes', meetingId, problem });
  },
} satisfies Partial<Handlers>;
