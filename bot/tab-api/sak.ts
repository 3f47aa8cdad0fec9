import { button } from '../../cards/elements.ts';
import { sakWays } from '../../cards/sak.ts';
import { draftTitle } from '../../cards/sak-begin.ts';
import { meetingTitle } from '../../cards/text/meeting.ts';
import { deedsOf, lastDeed, meetingChoice, sakMeetingText, sakText, sakTypeText } from '../../cards/text/sak.ts';
import { tabSakText } from '../../cards/text/tab-saker.ts';
import type { Meeting } from '../../store/meeting/record.ts';
import { roundIdFor } from '../../store/round/rules-ask.ts';
import type { Attachment, Sak } from '../../store/sak/record.ts';
import { numberedPoints } from '../../store/typed-text.ts';
import { namesIn } from '../names.ts';
import { type Known, knownSak, meetingFor } from '../sak-known.ts';
import { tiltakFrom } from '../vedtak.ts';
import { sakViewer } from '../views/sak.ts';
import { buttonOf, formsIn } from './native.ts';
import { NotYoursError, type Reader, type Reading } from './reading.ts';
import { mayRead } from './rounds.ts';
import { sakState } from './saker.ts';
import type { WireSak } from './wire-saker.ts';

/** A sak in full, as its card shows it to whoever looks. */
export const readSak: Reader = async (reading, id): Promise<WireSak> => {
  const { deps, viewerId } = reading;
  const known = await knownSak(deps, viewerId, id);
  if ('refused' in known) throw new NotYoursError();
  const { sak } = known;
  if (sak.status === 'draft') return draft(known);
  const meeting = await meetingFor(deps, known);
  const people = [...sak.requests.map(({ by }) => by), ...sak.history.map(({ by }) => by)];
  const nameOf = await namesIn(deps, [...new Set(people)]);
  const viewer = await sakViewer(deps, viewerId, known);
  return {
    ...headOf(known, meeting),
    title: sak.title,
    notes: notesOf(sak, meeting, nameOf),
    texts: textsOf(sak, nameOf),
    attachments: sak.attachments.map((one, n) => attachmentOf(id, one, n + 1)),
    vedtak: numberedPoints(sak.vedtak ?? []),
    links: await linksOf(reading, known, meeting),
    similar: (viewer.similar ?? []).map(({ sak: other, committeeName }) => ({
      text: sakText.similar(committeeName, other.title),
      button: buttonOf(button(sakText.showSimilar, { verb: 'sak.similar', sakId: id, otherId: other.id })),
    })),
    forms: sakWays(sak, viewer).flatMap(formsIn),
    history: deedsOf(sak, nameOf),
  };
};

/** What somebody has begun is written on in its own form, which is a card. */
function draft(known: Known): WireSak {
  const { sak } = known;
  const { id: sakId } = sak;
  const buttons = [
    buttonOf(button(sakText.carryOn, { verb: 'sak.edit', sakId })),
    buttonOf(button(sakText.discard, { verb: 'sak.withdraw', sakId })),
  ];
  const nothing = { notes: [], texts: [], attachments: [], vedtak: [], links: [], similar: [], history: [] };
  const forms = [{ about: [], inputs: [], buttons }];
  return { ...headOf(known, undefined), title: draftTitle(sak), ...nothing, forms };
}

function headOf({ sak, committee }: Known, meeting: Meeting | undefined) {
  const { id, number, from, outsider, to, type, status } = sak;
  const facts: Readonly<Record<string, string>> = {
    [sakText.from]: outsider ? sakText.fromOutside(from) : from,
    ...(to && { [tabSakText.to]: to }),
    ...(type && { [tabSakText.kind]: sakTypeText[type] }),
    [tabSakText.committee]: committee.shortName,
    ...(status === 'proposed' && { [sakText.wished]: meeting ? meetingChoice(meeting) : sakText.nextMeeting }),
  };
  return {
    page: 'sak',
    id,
    committeeId: committee.id,
    ...(number && { number }),
    state: sakState(sak, meeting),
    facts: Object.entries(facts).flatMap(([label, value]) => (value === '' ? [] : [{ label, value }])),
  } as const;
}

function notesOf(sak: Sak, meeting: Meeting | undefined, nameOf: (personId: string) => string): string[] {
  const deed = lastDeed(sak, nameOf);
  const isLate = sak.tooLateFor !== undefined && sak.status === 'proposed';
  return [
    ...(sak.closed ? [sakText.closed] : []),
    ...(deed ? [deed] : []),
    ...(isLate ? [sakText.lateFor(sakMeetingText(meeting))] : []),
  ];
}

function textsOf(sak: Sak, nameOf: (personId: string) => string): WireSak['texts'] {
  const asked = sak.requests.flatMap(({ text, at, by, answer, answeredAt }) => [
    sakText.asked(nameOf(by), at, text),
    ...(answeredAt ? [answer ? sakText.answered(answeredAt, answer) : sakText.changedInstead(answeredAt)] : []),
  ]);
  const all = [
    { heading: tabSakText.background, paragraphs: sak.background === '' ? [] : sak.background.split(/\n{2,}/) },
    { heading: sakText.proposalTitle, paragraphs: numberedPoints(sak.proposal) },
    { heading: sakText.requestsTitle, paragraphs: asked },
    { heading: sakText.rejectReason, paragraphs: sak.reason ? [sak.reason] : [] },
  ];
  return all.filter(({ paragraphs }) => paragraphs.length > 0);
}

function attachmentOf(sakId: string, one: Attachment, n: number): WireSak['attachments'][number] {
  const text = `${n}. ${one.name}`;
  if (one.kind === 'link') return { text, url: one.url };
  const offer = { what: 'attachment', sakId, fileId: one.fileId } as const;
  return { text, button: buttonOf(button(sakText.sendFile(n), { verb: 'file.send', offer })) };
}

/** Where the sak goes and what it led to, as far as each is for whoever looks. */
async function linksOf(
  { deps, viewerId }: Reading,
  { sak, committee }: Known,
  meeting: Meeting | undefined,
): Promise<WireSak['links']> {
  const isIn = committee.people.includes(viewerId);
  const rounds = await roundsOf(deps, sak.id);
  return [
    ...(meeting && isIn ? [{ text: meetingTitle(committee, meeting), path: `meetings/${meeting.id}` }] : []),
    ...rounds
      .filter((round) => mayRead(round, committee, viewerId))
      .map(({ id, number }) => ({
        text: number === 1 ? tabSakText.round : tabSakText.laterRound(number),
        path: `rounds/${id}`,
      })),
    ...(isIn ? await tiltakFrom(deps, sak) : []).map(({ id, text }) => ({
      text: tabSakText.tiltak(text),
      path: `tiltak/${id}`,
    })),
  ];
}

/** The rounds about a sak, the first first. */
async function roundsOf(deps: Reading['deps'], sakId: string) {
  const rounds = [];
  for (let number = 1; ; number++) {
    const round = await deps.rounds.collection.get(roundIdFor(sakId, number));
    if (round === undefined) return rounds;
    rounds.push(round);
  }
}
