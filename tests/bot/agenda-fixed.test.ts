import { afterEach, describe, expect, test } from 'vitest';
import type { Committee, FixedSak } from '../../store/committee/record.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { fixedSakId } from '../../store/meeting/rules-agenda.ts';
import type { Referat } from '../../store/referat/record.ts';
import { type AgendaRoom, anAgendaRoom, inChannel } from '../support/agenda-room.ts';
import { strictText } from '../support/docx.ts';
import { aMeeting } from '../support/meetings.ts';
import { aCommittee, aReferat, aSeat, hashOf, NOW } from '../support/records.ts';

const WHERE = 'www.eksempel.no';
const { settings } = inChannel();
const withFixed = (fixed: FixedSak[], agenda: object = {}): Committee =>
  inChannel({ settings: { ...settings, publishedAt: WHERE, agenda: { fixed, ...agenda } } });
const fsu = (id: string, shortName: string) =>
  aCommittee({ id, shortName, seats: [aSeat('fremmed')], people: ['fremmed'], keys: [] });

const onRound = { how: 'round', roundId: 'round-1', hash: hashOf('x'), at: NOW } as const;
const inMeeting = { how: 'meeting', on: '2026-02-10', at: NOW, by: 'siv' } as const;
let serial = 0;
const referat = (meetingOn: string, changes: Partial<Referat> = {}) =>
  aReferat({ id: `referat-${++serial}`, meetingOn, title: `Referat ${meetingOn}`, ...changes });
const heldOn = (id: string, committeeId: string, on: string): Meeting => {
  const { comingIn: _over, ...meeting } = aMeeting({ id, committeeId, state: 'held', heldIn: committeeId });
  return { ...meeting, startsAt: new Date(`${on}T10:00:00Z`), endsAt: new Date(`${on}T12:00:00Z`) };
};
const MAY = { startsAt: new Date('2026-05-12T10:00:00Z'), endsAt: new Date('2026-05-12T12:00:00Z') };

let room: AgendaRoom;
afterEach(() => room.end());

async function open(committees: Committee[], meetings: Meeting[], referater: Referat[]): Promise<void> {
  room = await anAgendaRoom(committees, meetings);
  for (const one of referater) await room.deps.referater.collection.insert(one);
}
const built = async (kind: FixedSak, meetingId = 'meeting-1') => {
  await room.card('siv', { verb: 'agenda.build', meetingId });
  const sak = await room.deps.saker.collection.get(fixedSakId(meetingId, kind));
  if (sak === undefined) throw new Error(`no sak ${kind}`);
  return sak;
};
const send = async (meetingId = 'meeting-1') => {
  await room.card('siv', { verb: 'agenda.build', meetingId });
  await room.click('siv', await room.card('siv', { verb: 'agenda.preview', meetingId }), 'Send sakslisten');
  await room.deliver();
};
/** Siv or a round approves a referat. */
const approve = async (id: string) => {
  const before = await room.deps.referater.collection.get(id);
  if (before) await room.deps.referater.collection.replace({ ...before, version: 1, approval: onRound }, 0);
};

describe('the first sak', () => {
  test('reports how each referat was approved, where it is published, and which are not approved', async () => {
    await open(
      [withFixed(['innkalling'])],
      [aMeeting()],
      [
        referat('2025-11-27', { approval: onRound, state: 'published', published: { at: NOW, by: 'siv' } }),
        referat('2026-01-13', { approval: inMeeting, state: 'approved' }),
        referat('2026-02-10', { state: 'circulating' }),
        // of a meeting after this one
        referat('2026-05-12', { approval: onRound, state: 'approved' }),
      ],
    );
    const { background, proposal } = await built('innkalling');
    expect(background.split('\n\n')).toEqual([
      `Referatet fra møtet 27.11.25 er godkjent via e-postrunde, og publisert på ${WHERE}.`,
      'Referatet fra møtet 13.01.26 er godkjent i møtet 10.02.26.',
      'Referatet fra møtet 10.02.26 er ikke godkjent ennå.',
    ]);
    expect(proposal).toEqual(['Innkalling og dagsorden er godkjent.']);
  });

  test('reports a referat in one agenda alone, and one that is approved later in the next', async () => {
    const late = referat('2026-02-10', { state: 'circulating' });
    await open(
      [withFixed(['innkalling'])],
      [aMeeting(), aMeeting({ id: 'meeting-2', ...MAY })],
      [referat('2026-01-13', { approval: onRound, state: 'approved' }), late],
    );
    await send();
    expect((await built('innkalling', 'meeting-2')).background).toBe(
      'Referatet fra møtet 10.02.26 er ikke godkjent ennå.',
    );
    await approve(late.id);
    expect((await built('innkalling', 'meeting-2')).background).toBe(
      'Referatet fra møtet 10.02.26 er godkjent via e-postrunde.',
    );
    expect((await built('innkalling')).background).toContain('10.02.26 er ikke godkjent ennå');
  });
});

describe('«Godkjenning av referat»', () => {
  test('lays before the meeting what is neither approved nor on a round', async () => {
    await open(
      [withFixed(['innkalling', 'godkjenning-av-referat'])],
      [aMeeting()],
      [referat('2026-01-13', { state: 'undecided' }), referat('2026-02-10', { state: 'circulating' })],
    );
    expect(await built('godkjenning-av-referat')).toMatchObject({
      background: 'Referatet fra møtet 13.01.26 legges fram til godkjenning.',
      proposal: ['Referat fra 13.01.26 bekreftes godkjent.'],
    });
  });
});

describe('«Referatsaker»', () => {
  const laid = referat('2026-03-05', { committeeId: 'fsu-bu', approval: onRound, state: 'approved' });
  const waiting = referat('2026-03-12', { committeeId: 'fsu-phr' });
  const meetings = [
    heldOn('before', 'committee-1', '2026-02-24'),
    aMeeting(),
    aMeeting({ id: 'meeting-2', ...MAY }),
    heldOn('bu', 'fsu-bu', '2026-03-05'),
    heldOn('dig', 'fsu-dig', '2026-03-10'),
    // before the last meeting of the SSU, and of a committee whose referater are not laid before it
    heldOn('early', 'fsu-bu', '2026-02-03'),
    heldOn('other', 'fsu-rest', '2026-03-10'),
  ];
  const committees = [
    withFixed(['innkalling', 'referatsaker'], { referaterFrom: ['fsu-bu', 'fsu-dig', 'fsu-phr'] }),
    fsu('fsu-bu', 'FSU BU'),
    fsu('fsu-dig', 'FSU DIG'),
    fsu('fsu-phr', 'FSU PHR'),
    fsu('fsu-rest', 'FSU REST'),
  ];

  test('names the meetings since last, attaches the referater that are approved, and names those that are not', async () => {
    await open(committees, meetings, [laid, waiting]);
    const sak = await built('referatsaker');
    expect(sak.background.split('\n\n')).toEqual([
      'Møter holdt siden sist: FSU BU 05.03.26, FSU DIG 10.03.26, FSU PHR 12.03.26.',
      'Godkjente referat som ikke er lagt fram før, er vedlagt: FSU BU 05.03.26.',
      `Møtereferatet for FSU PHR (møtet 12.03.26) er ikke godkjent av utvalget og publiseres på ${WHERE} etter hvert.`,
    ]);
    expect(sak.proposal).toEqual(['SSU tar vedlagte referat til orientering.']);
    expect(sak.attachments).toMatchObject([{ kind: 'file', name: 'Referat 2026-03-05.docx' }]);
    const [attachment] = sak.attachments;
    const stored = attachment?.kind === 'file' ? await room.deps.files.collection.get(attachment.fileId) : undefined;
    expect(await strictText(Buffer.from(stored?.base64 ?? '', 'base64'))).toContain(
      'Sak 1: Innkalling og dagsorden er godkjent.',
    );
  });

  test('lays a referat before one meeting, and one that was approved later before the next', async () => {
    await open(committees, meetings, [laid, waiting]);
    await send();
    expect((await room.meeting('meeting-1')).reported).toEqual([laid.id]);
    await approve(waiting.id);
    const sak = await built('referatsaker', 'meeting-2');
    expect(sak.background).toContain('er vedlagt: FSU PHR 12.03.26.');
    expect(sak.background).not.toContain('FSU BU');
    expect(sak.attachments).toHaveLength(1);
  });

  test('says so where no meeting was held', async () => {
    await open(committees, [aMeeting()], []);
    expect(await built('referatsaker')).toMatchObject({
      background: 'Det er ikke registrert møter siden sist.',
      proposal: ['SSU tar informasjonen til orientering.'],
      attachments: [],
    });
  });
});

test('«Neste møte og kommende saker» names the next meeting within its sentence, and what is named for later', async () => {
  const next = aMeeting({ id: 'meeting-2', ...MAY, mode: 'fysisk', place: 'Rådhuset' });
  await open([withFixed(['neste-mote'])], [aMeeting({ coming: [{ title: 'Rekruttering' }] }), next], []);
  expect((await built('neste-mote')).background.split('\n\n')).toEqual([
    'Neste møte i SSU er tirsdag 12. mai 2026 kl. 12.00–14.00, fysisk, Rådhuset.',
    'Kommende saker:\n- Rekruttering',
    'Saker kan meldes fortløpende til sekretariatet.',
  ]);
});

test('a text that was written by hand stays as it was written, whatever is approved later', async () => {
  const late = referat('2026-02-10', { state: 'circulating' });
  await open([withFixed(['innkalling'])], [aMeeting()], [late]);
  const { id } = await built('innkalling');
  await room.card('siv', { verb: 'agenda.edit', meetingId: 'meeting-1', sakId: id, background: 'Velkommen.' });
  await approve(late.id);
  expect((await built('innkalling')).background).toBe('Velkommen.');
});
