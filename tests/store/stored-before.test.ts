import { expect, test } from 'vitest';
import { ballotDefinition } from '../../store/ballot/repository.ts';
import { castVote } from '../../store/ballot/rules.ts';
import { committeeDefinition } from '../../store/committee/repository.ts';
import { conversationDefinition } from '../../store/conversation/repository.ts';
import { seePresence } from '../../store/conversation/rules.ts';
import type { Stored } from '../../store/effect.ts';
import { decode } from '../../store/engine/document.ts';
import type { Definition } from '../../store/engine/engine.ts';
import { meetingDefinition } from '../../store/meeting/repository.ts';
import { answerMeeting } from '../../store/meeting/rules-agenda-answer.ts';
import { countYear } from '../../store/meeting/rules-counts.ts';
import { followUpDue } from '../../store/meeting/rules-follow-up-due.ts';
import { forecastOf } from '../../store/meeting/rules-forecast.ts';
import { roundDefinition } from '../../store/round/repository.ts';
import { answerRound } from '../../store/round/rules.ts';
import { tiltakDefinition } from '../../store/tiltak/repository.ts';
import { askBeforeMeeting, askDue } from '../../store/tiltak/rules-ask.ts';
import { accepted, NOW, REAL_NOW } from '../support/records.ts';

// records as the version before forfall, varas and committee life stored them: never to be written anew
const rest = '"tenantId":"t","version":3,"schemaVersion":1,"keys":[],"outbox":[],"history":[]';
const COMMITTEE = `{"id":"committee-1",${rest},"name":"Strategisk samarbeidsutvalg","shortName":"SSU",
  "seats":[{"id":"seat-kari","name":"kari kommune","represents":"kommune","voting":true,"memberId":"kari"},
    {"id":"seat-ola","name":"ola kommune","represents":"kommune","voting":true,"memberId":"ola"}],
  "roles":{"chairId":"lise","viceChairId":"nina","secretariatIds":["siv"]},
  "settings":{"roundDays":7,"approvalRule":{"kind":"everyone"},"askedGroup":"voting"},
  "people":["lise","nina","siv","kari","ola"]}`;
const MEETING = `{"id":"meeting-1",${rest},"state":"called","sequence":0,"coming":[],
  "items":[{"sakId":"plan","attachments":[]}],"agendaRevision":1,
  "answers":[{"seatId":"seat-kari","comes":false,"at":"2026-03-02T09:00:00.000Z","by":"kari"}],
  "attendance":[],"guests":[],"protocol":[],"comingIn":"committee-1","emitted":0,"committeeId":"committee-1",
  "startsAt":"2026-04-14T10:00:00.000Z","endsAt":"2026-04-14T12:00:00.000Z","mode":"digitalt",
  "sent":{"at":"2026-03-02T09:00:00.000Z","by":"siv","revision":1}}`;
const HASH = 'c8d0e6835f6d1465e73e896c380788ad8eccdd1746104fba073bcbac285cbaf7';
const ROUND = `{"id":"round_referat-1_1",${rest},"committeeId":"committee-1","committeeName":"SSU",
  "kind":"godkjenning","subject":{"kind":"referat","id":"referat-1"},"title":"Referat fra møte i SSU","number":1,
  "textHashes":["${HASH}"],"rule":{"kind":"everyone"},"askedGroup":"voting","openedBy":"siv",
  "deadline":"2026-03-09T14:00:00.000Z","reminderLadder":[2,0],"status":"open","openedAt":"2026-03-02T09:00:00.000Z",
  "seats":[{"seatId":"seat-kari","seatName":"kari kommune","holderId":"kari","holderName":"Kari"},
    {"seatId":"seat-ola","seatName":"ola kommune","holderId":"ola","holderName":"Ola"}],
  "closeDueAt":"2026-03-09T14:00:00.000Z","remindDueAt":"2026-03-05T07:00:00.000Z","runningIn":"committee-1",
  "waitingFor":["kari","ola"],"followers":["siv"],"deliveries":[],"reminders":[],"emitted":4,
  "answers":[{"seatId":"seat-kari","personId":"kari","choice":"approve","textHash":"${HASH}",
    "receivedAt":"2026-03-02T09:00:00.000Z"}]}`;
const BALLOT = `{"id":"ballot-1",${rest},"committeeId":"committee-1","meetingId":"meeting-1","sakId":"plan",
  "question":"Ja?","secret":false,"openedBy":"siv","openedAt":"2026-03-02T09:00:00.000Z","status":"open",
  "voters":[{"seatId":"seat-kari","seatName":"kari kommune","holderId":"kari","holderName":"Kari",
      "votedAt":"2026-03-02T09:00:00.000Z"},
    {"seatId":"seat-ola","seatName":"ola kommune","holderId":"ola","holderName":"Ola"}],
  "recused":[],"votes":[{"seatId":"seat-kari","vote":"for","at":"2026-03-02T09:00:00.000Z"}],
  "counted":{"for":0,"against":0,"abstain":0},"emitted":0}`;

const TILTAK = `{"id":"tiltak-1",${rest},"committeeId":"committee-1","text":"Hent tall","owner":"Kari",
  "ownerId":"kari","due":"12.12.25","dueOn":"2025-12-12","source":{"sakId":"plan","point":1}}`;
const UNDATED = `{"id":"tiltak-2",${rest},"committeeId":"committee-1","text":"Hent tall","ownerId":"kari",
  "source":{"sakId":"plan"}}`;

const CONVERSATION = `{"id":"conversation-1",${rest},"conversationId":"19:ssu","kind":"channel","name":"SSU",
  "serviceUrl":"https://smba.example/","installed":true,"greeted":true}`;

const clocks = { now: NOW, realNow: REAL_NOW };
const read = <T extends Stored>(definition: Definition<T>, text: string): T =>
  decode(definition, 'x', JSON.parse(text));
const committee = () => read(committeeDefinition, COMMITTEE);
const meeting = () => read(meetingDefinition, MEETING);

test('who said «Forfall» before varas were called is away, counted once, and calls them in by saying it again', () => {
  expect(forecastOf(meeting(), committee(), NOW)).toMatchObject({ possible: 1, needed: 1, isOwnQuorum: false });
  expect(countYear(2026, [meeting()], committee(), NOW).meetings).toMatchObject([{ seats: 2, forfall: 1, covered: 0 }]);
  const again = accepted(answerMeeting(meeting(), committee(), { personId: 'kari', comes: false }, clocks));
  expect(again.forfall).toMatchObject([{ id: 'seat-kari:whole', seatId: 'seat-kari' }]);
  const comes = accepted(answerMeeting(meeting(), committee(), { personId: 'kari', comes: true }, clocks));
  expect(comes.answers).toMatchObject([{ seatId: 'seat-kari', comes: true }]);
});

test('a round goes on with what was answered', () => {
  const round = read(roundDefinition, ROUND);
  const last = accepted(answerRound(round, { personId: 'ola', textHash: HASH, choice: 'approve' }, NOW, REAL_NOW));
  expect(last.answers.map(({ seatId }) => seatId)).toEqual(['seat-kari', 'seat-ola']);
  expect(last.status).toBe('approved');
});

test('a voting goes on with what was voted', () => {
  const ballot = read(ballotDefinition, BALLOT);
  expect(ballot.votes).toMatchObject([{ seatId: 'seat-kari', vote: 'for' }]);
  const voted = accepted(castVote(ballot, 'ola', 'against', NOW));
  expect(voted.votes.map(({ seatId, vote }) => [seatId, vote])).toEqual([
    ['seat-kari', 'for'],
    ['seat-ola', 'against'],
  ]);
});

test('a tiltak of a vedtak is its owner’s to be asked about, after its last day or in a quarter', () => {
  const tiltak = read(tiltakDefinition, TILTAK);
  expect(tiltak).toMatchObject({
    contactIds: ['kari'],
    ownerKeys: ['person:kari'],
    openIn: 'committee-1',
    askDueAt: new Date('2025-12-12T23:00:00Z'),
  });
  const contacts = { askIds: ['kari'], secretariatIds: ['siv'] };
  expect(accepted(askDue(tiltak, contacts, clocks)).outbox).toMatchObject([{ kind: 'digest-wants', personId: 'kari' }]);
  const undated = read(tiltakDefinition, UNDATED);
  expect(undated).not.toHaveProperty('askDueAt');
  const history = [{ at: '2026-03-02T09:00:00.000Z', by: 'siv', what: 'decided' }];
  const known = decode(tiltakDefinition, 'x', { ...JSON.parse(UNDATED), history });
  expect(known.askDueAt).toEqual(new Date('2026-06-01T09:00:00Z'));
  const asked = accepted(askBeforeMeeting(undated, '2026-03-20', NOW));
  expect(asked.askDueAt).toEqual(new Date('2026-03-02T07:00:00Z'));
});

test('a meeting that is to come has its tiltak asked about three weeks before, at once when that is over', () => {
  expect(meeting().followUpDueAt).toEqual(new Date('2026-03-24T07:00:00Z'));
  const stored = JSON.parse(MEETING);
  const held = { ...stored, comingIn: undefined, heldIn: 'committee-1', state: 'held' };
  expect(decode(meetingDefinition, 'x', held)).not.toHaveProperty('followUpDueAt');
  const inMongo = { ...stored, startsAt: new Date('2026-03-10T10:00:00Z') };
  const soon = decode(meetingDefinition, 'x', inMongo);
  expect(soon.followUpDueAt).toEqual(new Date('2026-02-17T07:00:00Z'));
  expect(accepted(followUpDue(soon, clocks))).toMatchObject({ followedUpAt: NOW, outbox: [{ kind: 'ask-tiltak' }] });
  // it was never said what became of it
  const over = decode(meetingDefinition, 'x', { ...stored, startsAt: new Date('2026-02-10T10:00:00Z') });
  expect(accepted(followUpDue(over, clocks))).toMatchObject({ outbox: [] });
});

test('a conversation that was stored before tells that the bot is gone from it', () => {
  const conversation = read(conversationDefinition, CONVERSATION);
  const { outbox, name } = accepted(seePresence(conversation, false, clocks));
  expect(outbox).toMatchObject([{ kind: 'conversation-left', key: 'conversation-left:1' }]);
  expect(name).toBe('SSU');
});
