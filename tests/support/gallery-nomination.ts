import type { Card } from '../../cards/elements.ts';
import { nominationFormCard, varaFormCard, varaOverviewCard } from '../../cards/nomination.ts';
import { nominationReminderCard, proposeCard, willCard } from '../../cards/nomination-ask.ts';
import {
  extendNominationCard,
  nominationStatusCard,
  registerNominationCard,
  varaSeatsCard,
} from '../../cards/nomination-status.ts';
import type { Nomination } from '../../store/nomination/record.ts';
import { closeNomination, noteAsked } from '../../store/nomination/rules-run.ts';
import { withVaras } from './called-in.ts';
import { aNomination, candidateOf, clocks, confirmed, proposedBy, replied } from './nominations.ts';
import { aCommittee, DEADLINE, NOW } from './records.ts';

const committee = withVaras();
const other = aCommittee({ id: 'committee-2', shortName: 'FSU BU' });
const filled = { typed: {}, problems: [] };
const empty = { own: [], actsFor: [], runs: [], running: [], asks: [], asked: [] };

const started = aNomination();
const proposed = proposedBy(noteAsked(started, 'ola', NOW, 'blocked'), 'kari', 'vera', 'vidar');
const asked = confirmed(proposed, 'vera');
const accepted = replied(asked, 'vera');
const declined = replied(asked, 'vera', false);
const group = confirmed(proposedBy(aNomination({}, { kind: 'group', wanted: 2 }), 'kari', 'vera'), 'vera');
const vacant = aNomination({}, { kind: 'seat', wanted: 1, seatId: 'seat-ledig' });

const requestIn = ({ requests }: Nomination) => {
  const [request] = requests;
  if (request === undefined) throw new Error('nobody is asked');
  return request;
};
const ask = (nomination: Nomination, now = NOW) => proposeCard(nomination, requestIn(nomination), { ...filled, now });
const will = (nomination: Nomination) =>
  willCard(nomination, requestIn(nomination), candidateOf(nomination, 'seat-kari', 'vera'));
const status = (nomination: Nomination, now = NOW) => nominationStatusCard(nomination, { now });

/** Every kind of card about varas and nominations, in each of the shapes it takes. */
export const nominationGallery: Readonly<Record<string, Card>> = {
  'varas of somebody who has none': varaOverviewCard(empty),
  'varas of a member who is vara for another, and whom something waits for': varaOverviewCard({
    ...empty,
    own: [{ committee, seatName: 'Havnes kommune', varas: ['Vera Lund', 'Vidar Moe'] }],
    actsFor: ['Du er vara for Ola, Ola kommune, i SSU.'],
    asks: [{ nomination: started, said: 'Meld inn din vararepresentant.' }],
    asked: [{ nomination: asked, request: requestIn(asked), candidate: candidateOf(asked, 'seat-kari', 'vera') }],
  }),
  'varas of a secretary of one committee': varaOverviewCard({ ...empty, runs: [committee], running: [started] }),
  'varas of a secretary and member of two': varaOverviewCard({
    ...empty,
    problem: 'choose-committee',
    own: [committee, other].map((one) => ({ committee: one, seatName: 'Havnes kommune', varas: [] })),
    runs: [committee, other],
  }),
  'the form for varas': nominationFormCard(committee, 'vara', { typed: {}, problems: ['wanted-odd', 'deadline'] }),
  'the form for a vacant seat': nominationFormCard(committee, 'seat', filled),
  'the form for a vacant seat where there is none': nominationFormCard({ ...committee, seats: [] }, 'seat', filled),
  'the form for a working group': nominationFormCard(committee, 'group', filled),
  'the form for a vara unasked': varaFormCard(committee, { typed: { name: 'Vera' }, problems: ['email-wanted'] }),
  'somebody is asked for a vara': ask(started),
  'somebody has proposed two': ask(proposed),
  'somebody is asked after the deadline': ask(started, DEADLINE),
  'somebody sees that a candidate said no': ask(declined),
  'somebody is asked for a working group': ask(group),
  'somebody is asked for a vacant seat': ask(vacant),
  'somebody is asked in a nomination that is closed': ask(closeNomination(proposed, 'siv', clocks)),
  'the reminder of a nomination': nominationReminderCard(started, requestIn(started)),
  'the question to a candidate': will(asked),
  'the receipt of a yes': will(accepted),
  'the receipt of a no': will(declined),
  'a question that is not asked any more': will(proposed),
  'a nomination that just began': status(started),
  'a nomination with answers and somebody who was not reached': status(asked),
  'a nomination after the deadline': status(accepted, DEADLINE),
  'a nomination for a working group, with its list': status(group),
  'a nomination for a vacant seat without a contact': status(vacant),
  'a nomination that is closed': status(closeNomination(asked, 'siv', clocks)),
  'the form for an answer that came another way': registerNominationCard(proposed, {
    typed: {},
    problems: ['seat-wanted'],
  }),
  'the form for a later deadline': extendNominationCard(proposed, { typed: {}, problems: ['not-later'] }),
  'the varas of a committee': varaSeatsCard(committee, { nameOf: (id) => id.toUpperCase() }),
  'the varas of a committee without any': varaSeatsCard(other, { nameOf: (id) => id, notice: 'vara-taken-out' }),
};
