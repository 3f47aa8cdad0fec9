import { fixedText, fixedTitle, type Known, type OfCommittee } from '../cards/text/agenda-fixed.ts';
import { change } from '../store/change.ts';
import type { Committee, FixedSak } from '../store/committee/record.ts';
import type { Meeting } from '../store/meeting/record.ts';
import { fixedOf, fixedSakId, standingFixed } from '../store/meeting/rules-agenda.ts';
import { lastMeetingDay, lastWrittenAt, reportsFor, windowStart } from '../store/meeting/rules-agenda-reports.ts';
import { newest, type Referat } from '../store/referat/record.ts';
import { type Attachment, MAX_ATTACHMENTS } from '../store/sak/record.ts';
import { type FixedText, newFixedSak, renewFixedSak } from '../store/sak/rules-agenda.ts';
import { contactTimeOn, dayOf } from '../store/time.ts';
import { followUpKnown, followUpTable } from './agenda-follow-up.ts';
import { referatDocx } from './documents/referat-docx.ts';
import { fileName } from './file-name.ts';
import { idFrom } from './ids.ts';
import { keptFile } from './kept-file.ts';
import type { Deps } from './turn.ts';

/** What the fixed saker of a meeting say now, and which referater they report or lay before the committee. */
type Facts = { readonly known: Known; readonly laid: readonly Referat[]; readonly reported: readonly string[] };

/** Makes the committee's fixed saker of a meeting, or writes them anew. Gives what they report. */
export async function writeFixedSaker(deps: Deps, meeting: Meeting, committee: Committee): Promise<readonly string[]> {
  const kinds = [...new Set([...fixedOf(committee), ...standingFixed(meeting)])];
  const facts = await factsFor(deps, meeting, committee, kinds);
  const attachments = await Promise.all(facts.laid.map((referat) => attachmentOf(deps, referat)));
  const table = await followUpTable(deps, committee, facts.known.followUp);
  for (const kind of kinds) {
    const id = fixedSakId(meeting.id, kind);
    const text: FixedText = {
      ...fixedText(kind, facts.known),
      attachments: kind === 'referatsaker' ? attachments : kind === 'oppfolging' ? table : [],
    };
    const { tenantId, id: committeeId } = committee;
    const fields = { id, tenantId, committeeId, title: fixedTitle[kind], from: 'Sekretariatet', fixed: kind };
    const made = await deps.saker.collection.insert(newFixedSak({ ...fields, meetingId: meeting.id }, text));
    if (made === 'duplicate') await change(deps.saker.collection, id, (sak) => renewFixedSak(sak, text));
  }
  return facts.reported;
}

async function factsFor(
  deps: Deps,
  meeting: Meeting,
  committee: Committee,
  kinds: readonly FixedSak[],
): Promise<Facts> {
  const from = committee.settings.agenda?.referaterFrom ?? [];
  const since = windowStart(meeting);
  const [coming, held] = await Promise.all([
    deps.meetings.coming([committee.id]),
    deps.meetings.heldSince([committee.id], contactTimeOn(since)),
  ]);
  const others = [...held, ...coming].filter(({ id }) => id !== meeting.id);
  const referater = await deps.referater.since([committee.id, ...from], since);
  const own = reportsFor(
    meeting,
    referater.filter(({ committeeId }) => committeeId === committee.id),
    others,
  );
  const theirs = reportsFor(
    meeting,
    referater.filter(({ committeeId }) => from.includes(committeeId)),
    others,
  );
  const lastOn = lastMeetingDay(meeting, others);
  const lastMeetingOn = lastOn > since ? lastOn : undefined;
  const heldThere = from.length > 0 ? await deps.meetings.heldSince(from, contactTimeOn(lastOn)) : [];
  const nameOf = await shortNames(deps, from);
  const ofReferat = ({ committeeId, meetingOn }: Referat): OfCommittee => ({
    shortName: nameOf(committeeId),
    on: meetingOn,
  });
  const laid = theirs.approved.slice(0, MAX_ATTACHMENTS);
  // what was taken off the agenda reports nothing
  const stands = (kind: FixedSak) =>
    meeting.items.length === 0 || meeting.items.some(({ sakId }) => sakId === fixedSakId(meeting.id, kind));
  const meetingDay = dayOf(meeting.startsAt);
  const heldSinceLast = [
    ...heldThere.map(({ committeeId, startsAt }) => ({ committeeId, meetingOn: dayOf(startsAt) })),
    ...referater.filter(({ committeeId, meetingOn }) => from.includes(committeeId) && meetingOn >= lastOn),
  ].filter(({ meetingOn }) => meetingOn < meetingDay);
  const next = coming.find(
    ({ id, startsAt, state }) => id !== meeting.id && startsAt > meeting.startsAt && state !== 'cancelled',
  );
  const followUp = kinds.includes('oppfolging')
    ? await followUpKnown(deps, committee.id, { held, toldAt: lastWrittenAt(meeting, others) })
    : undefined;
  return {
    laid,
    reported: [...(stands('innkalling') ? own.approved : []), ...(stands('referatsaker') ? laid : [])].map(
      ({ id }) => id,
    ),
    known: {
      committee,
      own,
      held: unique(
        heldSinceLast.map(({ committeeId, meetingOn }) => ({ shortName: nameOf(committeeId), on: meetingOn })),
      ),
      laid: laid.map(ofReferat),
      notApproved: unique(theirs.unapproved.map(ofReferat)),
      ...(lastMeetingOn && { lastMeetingOn }),
      ...(next && { next }),
      coming: meeting.coming.map(({ title }) => title),
      ...(followUp && { followUp }),
    },
  };
}

function unique(ones: readonly OfCommittee[]): OfCommittee[] {
  const sorted = ones.toSorted((a, b) => a.on.localeCompare(b.on) || a.shortName.localeCompare(b.shortName, 'nb'));
  return [...new Map(sorted.map((one) => [`${one.shortName} ${one.on}`, one])).values()];
}

async function shortNames(deps: Deps, committeeIds: readonly string[]): Promise<(id: string) => string> {
  const committees = await Promise.all(committeeIds.map((id) => deps.committees.collection.get(id)));
  const names = new Map(committees.map((committee) => [committee?.id, committee?.shortName]));
  return (id) => names.get(id) ?? '–';
}

/** A referat as a vedlegg: the file that it came as, or one made of it, kept once for each of its texts. */
async function attachmentOf(deps: Deps, referat: Referat): Promise<Attachment> {
  const version = newest(referat);
  if (version.file) {
    const { id: fileId, name, sha256, bytes } = version.file;
    return { kind: 'file', fileId, name, sha256, bytes };
  }
  const id = idFrom('file', 'vedlegg', referat.id, version.hash);
  const name = `${fileName(referat.title)}.docx`;
  return keptFile(deps, { id, tenantId: referat.tenantId, name }, () => referatDocx(referat, version));
}
