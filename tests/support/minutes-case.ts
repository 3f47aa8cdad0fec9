import type { Card } from '../../cards/elements.ts';
import type { Committee } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import type { Referat } from '../../store/referat/record.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import type { Sak } from '../../store/sak/record.ts';
import { buttonsOf, wordsOf } from './cards.ts';
import { aBegunMeeting, aMinutesRoom, aNumberedSak, type Held, type MinutesRoom } from './minutes-room.ts';
import { NOW } from './records.ts';

const saker = [
  aNumberedSak('innkalling', {
    fixed: 'innkalling',
    title: 'Innkalling og dagsorden',
    number: '12/26',
    proposal: ['Innkalling og dagsorden er godkjent.'],
  }),
  aNumberedSak('moteplan', {
    title: 'Møteplan',
    number: '13/26',
    proposal: ['SSU vedtar planen.', 'SSU ber sekretariatet sende innkallinger.'],
  }),
  aNumberedSak('arsrapport', { title: 'Årsrapport', number: '14/26' }),
  aNumberedSak('evaluering', { fixed: 'evaluering', title: 'Evaluering av møtet', number: '15/26', proposal: [] }),
];

/** The next meeting of the same committee: Tuesday 14 April. */
export const later = aBegunMeeting([], {
  id: 'meeting-2',
  state: 'planned',
  startsAt: new Date('2026-04-14T10:00:00Z'),
  endsAt: new Date('2026-04-14T12:00:00Z'),
});

/** A meeting of four saker that has begun: Kari said that she comes, Ola that he does not. */
export type MinutesCase = MinutesRoom & {
  /** «Møtet», as somebody sees it, and one of its saker. */
  readonly open: (person?: string) => Promise<Held>;
  readonly openSak: (sakId: string, person?: string) => Promise<Held>;
  /** Every sak gets an outcome: two vedtak, and the annual report is put off. */
  readonly write: () => Promise<Held>;
  /** Who was there is registered, with Vera Vik in Ola's seat, and all the rest; then the referat is made. */
  readonly make: () => Promise<Held>;
  readonly meeting: () => Promise<Meeting>;
  readonly sak: (id: string) => Promise<Sak | undefined>;
  readonly referat: () => Promise<Referat>;
};

export async function aMinutesCase(committee?: Committee): Promise<MinutesCase> {
  const said = { comes: true, at: NOW, by: 'ola' };
  const begun = aBegunMeeting(saker, {
    place: 'Rådhuset',
    answers: [
      { seatId: 'seat-kari', ...said },
      { seatId: 'seat-ola', ...said, comes: false },
    ],
    coming: [{ title: 'Journalinnkjøp' }],
  });
  const room = await aMinutesRoom({ meetings: [begun, later], saker, ...(committee && { committee }) });
  const { show, click, deps } = room;
  const open = (person = 'siv') => show(person, { verb: 'minutes.show', meetingId: 'meeting-1' });
  const openSak = (sakId: string, person = 'siv') =>
    show(person, { verb: 'minutes.sak', meetingId: 'meeting-1', sakId });
  const write = async () => {
    await click(await openSak('innkalling'), 'Vedta forslaget');
    await click(await openSak('moteplan'), 'Vedta forslaget');
    return click(await openSak('arsrapport'), 'Utsett');
  };
  return {
    ...room,
    open,
    openSak,
    write,
    async make() {
      await click(await click(await open(), 'Til stede'), 'Lagre', { present: 'seat-kari,seat-per' });
      await click(await click(await open(), 'Vara'), 'Lagre', { seatId: 'seat-ola', name: 'Vera Vik' });
      const around = { ledBy: 'Lise', minuteTaker: 'Siv', guests: 'Eva Dal, sak 13/26', others: 'Aud, sekretariatet' };
      await click(await click(await open(), 'Møteleder og deltakere'), 'Lagre', around);
      await write();
      return click(await open(), 'Lag referat');
    },
    meeting: async () => (await deps.meetings.collection.get('meeting-1')) as Meeting,
    sak: (id) => deps.saker.collection.get(id),
    referat: async () => (await deps.referater.collection.get(referatIdFor('meeting-1'))) as Referat,
  };
}

export const words = ({ card }: { readonly card: Card }) => wordsOf(card);
export const buttons = ({ card }: { readonly card: Card }) => buttonsOf(card).map(({ title }) => title);
