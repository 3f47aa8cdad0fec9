import { afterEach, describe, expect, test } from 'vitest';
import { osloTime } from '../../store/time.ts';
import { type AgendaRoom, anAgendaRoom, CHANNEL, inChannel } from '../support/agenda-room.ts';
import { buttonOf, inputsOf, linesOf } from '../support/cards.ts';
import { realData } from '../support/data.ts';
import { aMeeting } from '../support/meetings.ts';

const data = realData();
const meetings = (data?.meetings ?? []).filter(({ saker }) => saker.length > 0);
const sakerOf = (utvalg: string) => (data?.saker ?? []).filter((sak) => sak.utvalg === utvalg);
type RealSak = ReturnType<typeof sakerOf>[number];

const DAY = 24 * 60 * 60 * 1000;

let room: AgendaRoom | undefined;
afterEach(async () => {
  await room?.end();
  room = undefined;
});

/** A room for this committee a month before its meeting. All its real saker are entered as saker, so none is fixed. */
async function aRoomFor(utvalg: string, dato: string): Promise<AgendaRoom> {
  const startsAt = osloTime(dato, '12:00') as Date;
  const endsAt = osloTime(dato, '14:00') as Date;
  const number = Math.min(...sakerOf(utvalg).map(({ saksnr }) => Number.parseInt(saksnr ?? '', 10)));
  const year = Number(dato.slice(0, 4));
  const { settings } = inChannel();
  const agenda = { fixed: [], ...(number > 1 && { firstNumber: { year, number } }) };
  const committee = inChannel({ shortName: utvalg, name: utvalg, settings: { ...settings, agenda } });
  const opened = await anAgendaRoom([committee], [aMeeting({ startsAt, endsAt })]);
  opened.clock.now = new Date(startsAt.getTime() - 30 * DAY);
  return opened;
}

/** Kari proposes a sak with the form, and the secretary puts it on an agenda. Gives its id. */
async function enter(
  { card, click }: AgendaRoom,
  { tittel, fra, forslag_til_vedtak, merknad }: RealSak,
): Promise<string> {
  const form = await card('kari', { verb: 'sak.new', isNew: true });
  const shown = Object.fromEntries(inputsOf(form).map(({ id, value }) => [id, value ?? '']));
  const typed = { title: tittel, from: fra ?? 'Sekretariatet', background: merknad ?? '' };
  const proposal = forslag_til_vedtak.map((point, n) => `${n + 1}. ${point}`).join('\n');
  const preview = await click('kari', form, 'Forhåndsvis', { ...shown, ...typed, proposal });
  const send = buttonOf(preview, 'Send inn').data;
  if (send.verb !== 'sak.send') throw new Error('the preview sends something else');
  await click('kari', preview, 'Send inn');
  await click('siv', await card('siv', { verb: 'sak.show', sakId: send.sakId }), 'Sett på saksliste');
  return send.sakId;
}

describe.skipIf(data === undefined)('the saker of the public documents', () => {
  test('are 40, in five meetings', () => {
    expect(meetings).toHaveLength(5);
    expect(meetings.flatMap(({ utvalg }) => sakerOf(utvalg))).toHaveLength(40);
  });

  test.each(meetings.map(({ utvalg, dato }) => [utvalg, dato] as const))(
    'of %s on %s are proposed, accepted, ordered and sent, and get the numbers that the documents have',
    { timeout: 20_000 },
    async (utvalg, dato) => {
      const real = sakerOf(utvalg);
      room = await aRoomFor(utvalg, dato);
      const ids = new Map<string, string>();
      // the other way round than they are to stand
      for (const sak of real.toReversed()) ids.set(await enter(room, sak), sak.tittel);
      const built = await room.card('siv', { verb: 'agenda.build', meetingId: 'meeting-1' });
      const titles = (await room.meeting('meeting-1')).items.map(({ sakId }) => ids.get(sakId));
      expect(titles.toSorted()).toEqual(real.map(({ tittel }) => tittel).toSorted());
      const order = real.map(({ tittel }) => titles.indexOf(tittel) + 1).join(', ');
      const ordered = await room.click('siv', built, 'Lagre rekkefølgen', { order });
      await room.click('siv', await room.click('siv', ordered, 'Forhåndsvis'), 'Send sakslisten');
      await room.deliver();

      const stored = await Promise.all([...ids.keys()].map((id) => room?.deps.saker.collection.get(id)));
      const numbers = new Map(stored.map((sak) => [sak?.title, sak?.number]));
      expect(real.map(({ tittel }) => numbers.get(tittel))).toEqual(real.map(({ saksnr }) => saksnr));
      const posted = room.teams.requests.find(({ chat, kind }) => chat === CHANNEL && kind === 'post')?.post;
      const list = posted && linesOf(posted.card).find((line) => line.startsWith(real[0]?.saksnr ?? '–'));
      expect(list?.split(/\n+/)).toEqual(real.map(({ saksnr, tittel }) => `${saksnr} ${tittel}`));
    },
  );
});
