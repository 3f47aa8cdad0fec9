import { ballotDefinition, ballotRepository } from '../../store/ballot/repository.ts';
import { committeeDefinition, committeeRepository } from '../../store/committee/repository.ts';
import { conversationDefinition, conversationRepository } from '../../store/conversation/repository.ts';
import { newConversation } from '../../store/conversation/rules.ts';
import { newDigest } from '../../store/digest/record.ts';
import { digestDefinition, digestRepository } from '../../store/digest/repository.ts';
import { documentDefinition, documentRepository } from '../../store/document/repository.ts';
import { duePage } from '../../store/due.ts';
import type { Stored } from '../../store/effect.ts';
import type { Collection, Definition } from '../../store/engine/engine.ts';
import { fileDefinition, fileRepository } from '../../store/file/repository.ts';
import { meetingDefinition, meetingRepository } from '../../store/meeting/repository.ts';
import { nominationDefinition, nominationRepository } from '../../store/nomination/repository.ts';
import { numbersDefinition, numbersRepository } from '../../store/numbers/repository.ts';
import { personDefinition, personRepository } from '../../store/person/repository.ts';
import { planImportDefinition, planImportRepository } from '../../store/plan/import-repository.ts';
import { newPlan, planKey } from '../../store/plan/record.ts';
import { planDefinition, planRepository } from '../../store/plan/repository.ts';
import { referatDefinition, referatRepository } from '../../store/referat/repository.ts';
import { roundDefinition, roundRepository } from '../../store/round/repository.ts';
import { sakDefinition, sakRepository } from '../../store/sak/repository.ts';
import { setupDefinition, setupRepository } from '../../store/setup/repository.ts';
import { placeFrom, tiltakDefinition, tiltakRepository } from '../../store/tiltak/repository.ts';
import { aLedger } from './agendas.ts';
import { aDocument } from './documents.ts';
import { aMeeting } from './meetings.ts';
import { aBallot, aTiltak } from './minutes-room.ts';
import { aNomination } from './nominations.ts';
import { anImport } from './plan-cards.ts';
import { aCommittee, aFile, aPerson, aReferat, aRound, aSetup, TENANT } from './records.ts';
import { aSak } from './saker.ts';
import { at } from './store-things.ts';

/** A question, and the records that it is about. */
export type Question = {
  readonly name: string;
  readonly ask: (collection: Collection<Stored>) => Promise<readonly Stored[]>;
};

/** A collection as the bot uses it. Every question is about the records called mine, and about no other one. */
export type Subject = {
  readonly definition: Definition<Stored>;
  readonly record: (n: number, whose: Whose) => Stored;
  readonly questions: readonly Question[];
};
type Whose = 'mine' | 'other';
type Asked<T, R> = { readonly [K in Exclude<keyof R, 'collection'>]: (repository: R) => Promise<readonly T[]> };

// later than all of mine are due, earlier than any other one
const BY = at(30);

/** What is due, and only for some: a time that is not due is absent as often as it is later. */
function dueAt(n: number, whose: Whose): Date | undefined {
  if (whose === 'mine') return at(n % 3);
  return n % 2 === 0 ? new Date(BY.getTime() + 60_000 * (n + 1)) : undefined;
}

function callDue(n: number, whose: Whose) {
  const callDueAt = dueAt(n, whose);
  return callDueAt && { callDueAt };
}

function riskDue(n: number, whose: Whose) {
  const riskDueAt = dueAt(n, whose);
  return riskDueAt && { riskDueAt };
}

function followUpDue(n: number, whose: Whose) {
  const followUpDueAt = dueAt(n, whose);
  return followUpDueAt && { followUpDueAt };
}

function lifeDue(n: number, whose: Whose) {
  const lifeDueAt = dueAt(n, whose);
  return lifeDueAt && { lifeDueAt };
}

const idOf = (n: number, whose: Whose) => `${whose}-${String(n).padStart(4, '0')}`;

/** The fields that every record has, as they wait to be delivered. */
function waiting(n: number, whose: Whose) {
  const due = dueAt(n, whose);
  return {
    id: idOf(n, whose),
    keys: [`key-${idOf(n, whose)}`],
    ...(due && { outboxDueAt: due, contactDueAt: due }),
  };
}

/** What the bot asks every collection. */
const byName: readonly Question[] = [
  { name: 'get', ask: async (collection) => present(await collection.get(idOf(0, 'mine'))) },
  { name: 'getByKey', ask: async (collection) => present(await collection.getByKey(`key-${idOf(1, 'mine')}`)) },
];
/** What it asks those whose records have something to send. */
const due: readonly Question[] = [
  { name: 'outbox due', ask: (collection) => duePage(collection, 'outboxDueAt', BY, 12) },
  { name: 'contact due', ask: (collection) => duePage(collection, 'contactDueAt', BY, 50) },
];
const present = (record: Stored | undefined) => (record === undefined ? [] : [record]);

function subject<T extends Stored, R extends { readonly collection: Collection<T> }>(
  definition: Definition<T>,
  repository: (collection: Collection<T>) => R,
  record: (n: number, whose: Whose) => T,
  asked: Asked<T, R>,
  common: readonly Question[] = [...byName, ...due],
): Subject {
  const own = Object.entries<(repository: R) => Promise<readonly T[]>>(asked).map(
    ([name, ask]): Question => ({ name, ask: (collection) => ask(repository(collection as unknown as Collection<T>)) }),
  );
  return { definition: definition as unknown as Definition<Stored>, record, questions: [...common, ...own] };
}

/** Every question that the bot has. A function that a repository gets and this list has not does not compile. */
export const subjects: readonly Subject[] = [
  subject(
    committeeDefinition,
    committeeRepository,
    (n, whose) =>
      aCommittee({
        ...waiting(n, whose),
        tenantId: whose,
        people: [whose, `person-${n}`],
        varaIds: [whose],
        ...lifeDue(n, whose),
      }),
    {
      dueToLive: (committees) => committees.dueToLive(BY),
      of: (committees) => committees.of('mine'),
      withVara: (committees) => committees.withVara('mine'),
      sharing: (committees) => committees.sharing(['mine', 'nobody']),
      inTenant: (committees) => committees.inTenant('mine'),
    },
  ),
  subject(personDefinition, personRepository, (n, whose) => aPerson('kari', waiting(n, whose)), {}),
  subject(
    conversationDefinition,
    conversationRepository,
    (n, whose) => {
      const seen = {
        conversationId: `19:${n}`,
        kind: 'channel',
        serviceUrl: 'https://smba.example',
        installed: true,
        rosterId: whose,
      } as const;
      return { ...newConversation('', TENANT, seen, { now: at(0), realNow: at(0) }), ...waiting(n, whose) };
    },
    { inTeam: (conversations) => conversations.inTeam('mine') },
  ),
  subject(fileDefinition, fileRepository, (n, whose) => aFile(waiting(n, whose)), {}, byName),
  subject(
    referatDefinition,
    referatRepository,
    (n, whose) => aReferat({ ...waiting(n, whose), activeIn: whose, committeeId: whose }),
    {
      active: (referater) => referater.active(['mine', 'nobody']),
      since: (referater) => referater.since(['mine', 'nobody'], '2026-01-01'),
    },
  ),
  subject(numbersDefinition, numbersRepository, (n, whose) => aLedger(waiting(n, whose)), {}),
  subject(
    sakDefinition,
    sakRepository,
    (n, whose) =>
      aSak({
        ...waiting(n, whose),
        openIn: whose,
        meetingId: whose,
        proposedBy: whose,
        proposedAt: at(n % 3),
        draftOf: whose,
        committeeId: whose,
        likeness: [whose, `word-${n}`],
      }),
    {
      openIn: (saker) => saker.openIn(['mine', 'nobody']),
      onAgendaOf: (saker) => saker.onAgendaOf('mine'),
      proposedBy: (saker) => saker.proposedBy('mine'),
      withWords: (saker) => saker.withWords(['mine', 'nothing']),
      draftsOf: (saker) => saker.draftsOf('mine'),
      proposedTo: async (saker) => (await saker.proposedTo('mine', ['proposed', 'accepted'])).records,
    },
  ),
  subject(
    documentDefinition,
    documentRepository,
    (n, whose) => ({ ...aDocument(), ...waiting(n, whose), draftIn: whose }),
    { draftsIn: (documents) => documents.draftsIn(['mine', 'nobody']) },
    byName,
  ),
  subject(
    setupDefinition,
    setupRepository,
    (n, whose) => ({ ...aSetup(), ...waiting(n, whose), openFor: whose }),
    { openOf: (setups) => setups.openOf('mine') },
    byName,
  ),
  subject(
    meetingDefinition,
    meetingRepository,
    (n, whose) =>
      aMeeting({
        ...waiting(n, whose),
        comingIn: whose,
        heldIn: whose,
        committeeId: whose,
        ...callDue(n, whose),
        ...riskDue(n, whose),
        ...followUpDue(n, whose),
        startsAt: whose === 'mine' ? at(n % 3) : at(100 + n),
      }),
    {
      coming: (meetings) => meetings.coming(['mine', 'nobody']),
      dueToCall: (meetings) => meetings.dueToCall(BY),
      dueToWeigh: (meetings) => meetings.dueToWeigh(BY),
      dueToFollowUp: (meetings) => meetings.dueToFollowUp(BY),
      heldSince: (meetings) => meetings.heldSince(['mine', 'nobody'], at(0)),
      between: (meetings) => meetings.between('mine', at(0), BY),
      firstOf: (meetings) => meetings.firstOf('mine'),
      from: async (meetings) => (await meetings.from('mine', at(0))).records,
      until: async (meetings) => (await meetings.until('mine', BY)).records,
      nextIn: (meetings) => meetings.nextIn(['mine', 'nobody'], at(0)),
      comingBefore: (meetings) => meetings.comingBefore(['mine', 'other'], BY),
    },
  ),
  subject(
    roundDefinition,
    roundRepository,
    (n, whose) => {
      const {
        closeDueAt: _open,
        remindDueAt: _ladder,
        ...round
      } = aRound({
        ...waiting(n, whose),
        committeeId: whose,
        openedAt: whose === 'mine' ? at(n % 3) : at(100 + n),
        runningIn: whose,
        waitingFor: [whose, `person-${n}`],
      });
      const due = dueAt(n, whose);
      return { ...round, ...(due && { closeDueAt: due, remindDueAt: due }) };
    },
    {
      dueToClose: (rounds) => rounds.dueToClose(BY),
      dueToRemind: (rounds) => rounds.dueToRemind(BY),
      running: (rounds) => rounds.running(['mine', 'nobody']),
      asking: (rounds) => rounds.asking('mine'),
      allRunning: (rounds) => rounds.allRunning('mine'),
      openedBetween: (rounds) => rounds.openedBetween('mine', at(0), BY),
      firstOf: (rounds) => rounds.firstOf('mine'),
    },
  ),
  subject(ballotDefinition, ballotRepository, (n, whose) => aBallot({ ...waiting(n, whose), meetingId: whose }), {
    of: (ballots) => ballots.of('mine'),
  }),
  subject(
    nominationDefinition,
    nominationRepository,
    (n, whose) => {
      const { endDueAt: _end, remindDueAt: _ladder, ...nomination } = aNomination();
      const at = dueAt(n, whose);
      return {
        ...nomination,
        ...waiting(n, whose),
        runningIn: whose,
        waitingFor: [whose, `person-${n}`],
        ...(at && { endDueAt: at, remindDueAt: at }),
      };
    },
    {
      dueToEnd: (nominations) => nominations.dueToEnd(BY),
      dueToRemind: (nominations) => nominations.dueToRemind(BY),
      running: (nominations) => nominations.running(['mine', 'nobody']),
      asking: (nominations) => nominations.asking('mine'),
    },
  ),
  subject(
    tiltakDefinition,
    tiltakRepository,
    (n, whose) => {
      const askDueAt = dueAt(n, whose);
      return aTiltak({
        ...waiting(n, whose),
        committeeId: whose,
        openIn: whose,
        planId: whose,
        order: n,
        listed: `1 2026-01-01 ${String(n).padStart(6, '0')}`,
        ownerKeys: [whose, `person:${n}`],
        ...(askDueAt && { askDueAt }),
      });
    },
    {
      dueToAsk: (tiltak) => tiltak.dueToAsk(BY),
      of: (tiltak) => tiltak.of('mine'),
      openIn: (tiltak) => tiltak.openIn('mine'),
      ofPlan: (tiltak) => tiltak.ofPlan('mine'),
      page: async (tiltak) => [
        ...(await tiltak.page({ committeeId: 'mine' }, { limit: 3 })).records,
        ...(await tiltak.page({ planId: 'mine' }, { limit: 3, after: placeFrom('1 ') })).records,
      ],
      ownedBy: (tiltak) => tiltak.ownedBy(['mine', 'nobody']),
    },
  ),
  subject(
    planDefinition,
    planRepository,
    (n, whose) => ({
      ...newPlan({ id: 'plan', tenantId: TENANT, committeeId: whose, name: 'Handlingsplan', columns: [] }),
      ...waiting(n, whose),
      keys: [`key-${idOf(n, whose)}`, ...(whose === 'mine' && n === 0 ? [planKey('mine', 'Handlingsplan')] : [])],
    }),
    {
      of: (plans) => plans.of('mine'),
      named: (plans) => plans.named('mine', 'Handlingsplan'),
    },
    byName,
  ),
  subject(
    planImportDefinition,
    planImportRepository,
    (n, whose) => ({ ...anImport(), ...waiting(n, whose) }),
    {},
    byName,
  ),
  subject(
    digestDefinition,
    digestRepository,
    (n, whose) => {
      const sendDueAt = dueAt(n, whose);
      return { ...newDigest('kari', TENANT), ...waiting(n, whose), ...(sendDueAt && { sendDueAt }) };
    },
    { dueToSend: (digests) => digests.dueToSend(BY) },
  ),
];
