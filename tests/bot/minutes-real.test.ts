import { afterEach, describe, expect, test } from 'vitest';
import { referatDocx } from '../../bot/documents/referat-docx.ts';
import { newest, type Referat } from '../../store/referat/record.ts';
import { referatIdFor } from '../../store/referat/rules-meeting.ts';
import { osloTime } from '../../store/time.ts';
import { realData } from '../support/data.ts';
import { strictText } from '../support/docx.ts';
import { aBegunMeeting, aMinutesRoom, aNumberedSak, filledIn, type MinutesRoom } from '../support/minutes-room.ts';
import { aCommittee, aSeat } from '../support/records.ts';

const data = realData();
const meetings = (data?.meetings ?? []).filter(({ saker }) => saker.length > 0);
const sakerOf = (utvalg: string) => (data?.saker ?? []).filter((sak) => sak.utvalg === utvalg);

let room: MinutesRoom | undefined;
afterEach(async () => {
  await room?.end();
  room = undefined;
});

/** Records every sak of a real meeting as its referat has it, and has the referat made. */
async function referatOf(utvalg: string, dato: string): Promise<Referat> {
  const real = sakerOf(utvalg);
  const saker = real.map(({ saksnr, tittel, forslag_til_vedtak }, n) =>
    aNumberedSak(`sak-${n}`, {
      title: tittel,
      proposal: forslag_til_vedtak,
      ...(saksnr !== null && { number: saksnr }),
    }),
  );
  const startsAt = osloTime(dato, '12:00') as Date;
  const endsAt = osloTime(dato, '14:00') as Date;
  const committee = aCommittee({ shortName: utvalg, name: utvalg, seats: [aSeat('kari'), aSeat('ola')] });
  room = await aMinutesRoom({ committee, meetings: [aBegunMeeting(saker, { startsAt, endsAt })], saker });
  let card = await room.show('siv', { verb: 'minutes.sak', meetingId: 'meeting-1', sakId: 'sak-0' });
  for (const [n, { vedtak }] of real.entries()) {
    const typed =
      vedtak.length > 0
        ? { outcome: 'vedtak', vedtak: vedtak.map((point, i) => `${i + 1}. ${point}`).join('\n') }
        : { outcome: 'ingen' };
    card = await room.click(card, 'Lagre', { ...filledIn(card), ...typed });
    if (n < real.length - 1) card = await room.click(card, 'Neste sak');
  }
  await room.click(await room.click(card, 'Tilbake til møtet'), 'Lag referat');
  return (await room.deps.referater.collection.get(referatIdFor('meeting-1'))) as Referat;
}

describe.skipIf(data === undefined)('the vedtak of the public documents', () => {
  test('are 26, and no sak of the SSU has one', () => {
    const decided = (data?.saker ?? []).filter(({ vedtak }) => vedtak.length > 0);
    expect(decided).toHaveLength(26);
    expect(decided.filter(({ utvalg }) => utvalg === 'SSU')).toEqual([]);
  });

  test.each(meetings.map(({ utvalg, dato }) => [utvalg, dato] as const))(
    'of %s on %s stand word for word in the referat that the meeting gives, and in its Word file',
    { timeout: 20_000 },
    async (utvalg, dato) => {
      const referat = await referatOf(utvalg, dato);
      const { text } = newest(referat);
      const word = await strictText(await referatDocx(referat, newest(referat)));
      for (const { saksnr, tittel, vedtak } of sakerOf(utvalg)) {
        expect(text).toContain(`Sak ${saksnr} ${tittel}`);
        expect(word).toContain(`Sak ${saksnr} ${tittel}`);
        for (const point of vedtak) {
          expect(text).toContain(point);
          expect(word).toContain(point);
        }
      }
    },
  );
});
