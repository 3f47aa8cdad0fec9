import type { Card } from '../../cards/elements.ts';
import { appointingCard, appointingSeatCard, lifeFormCard } from '../../cards/life-forms.ts';
import { lifeNewsCard } from '../../cards/life-news.ts';
import { seatChoiceCard, seatNewCard, seatOneCard, seatRemoveCard, seatVaraCard } from '../../cards/seat.ts';
import { attachCard, chooseSetupCard, committeeCard, greetingCard, saidToCard } from '../../cards/setup.ts';
import { setupFormCard } from '../../cards/setup-form.ts';
import { seatCard, settingsCard } from '../../cards/setup-forms.ts';
import { seatAbout } from '../../cards/setup-members.ts';
import { differenceCard, setupPreviewCard } from '../../cards/setup-preview.ts';
import { MAX_VARAS } from '../../store/committee/record.ts';
import type { Difference } from '../../store/committee/rules-members.ts';
import type { PlannedLine } from '../../store/setup/record.ts';
import { MAX_SEATS } from '../../store/setup/rules-lines.ts';
import { rosterText } from '../../store/setup/rules-write.ts';
import { aCommittee, aSeat, aSetup, NOW } from './records.ts';

const MOST_SECRETARIES = 20;
const MAX_NAME = 200;

/** Cards of the largest committee that is accepted, with names, texts and parties as long as they may be. */
export function largestSetupCards(fill: (length: number) => string): Readonly<Record<string, Card>> {
  const numbered = (n: number, length: number) => `${n} ${fill(length)}`.slice(0, length).trim();
  const name = (n: number) => numbered(n, MAX_NAME);
  const seats = Array.from({ length: MAX_SEATS }, (_, n) => aSeat(`${n}`, { id: `seat_${n}`, name: name(n) }));
  const lines: PlannedLine[] = [
    ...seats.map((seat, n) => ({
      line: n + 1,
      name: name(n),
      email: numbered(n, 254),
      roles: [],
      seat,
      keys: [],
      found: n % 2 === 0 ? ('waiting' as const) : ('foreign' as const),
    })),
    ...Array.from({ length: MOST_SECRETARIES }, (_, n) => ({
      line: 300 + n,
      name: name(n),
      roles: ['secretariat' as const],
      keys: [],
      found: 'connected' as const,
    })),
  ];
  const settings = {
    roundDays: 90,
    approvalRule: { kind: 'silent-consent' },
    askedGroup: 'present',
    publishedAt: fill(MAX_NAME),
    mandateUrl: `https://eksempel.no/${'('.repeat(260)}`,
    vedtekterUrl: `https://eksempel.no/${'('.repeat(260)}`,
  } as const;
  const names = { name: fill(MAX_NAME), shortName: fill(40) };
  const plans = seats.map((seat) => ({ seatId: seat.id, memberId: '1', was: '2', on: '2027-01-01', by: '3' }));
  const rotation = { on: '2026-01-01', represents: 'helseforetak', remindDays: 180 } as const;
  const committee = aCommittee({
    ...names,
    seats,
    settings: { ...settings, quorum: 200 },
    life: { evaluatesOn: '2026-01-01', endsOn: '2026-01-01', rotation, planned: plans },
    roles: { chairId: '1', viceChairId: '2', secretariatIds: seats.slice(0, MOST_SECRETARIES).map(({ id }) => id) },
  });
  const conversation = {
    serviceUrl: 'https://teams.example/',
    conversationId: '19:x',
    rosterId: '19:x',
    name: fill(300),
  };
  const roster = seats.map((seat, n) => ({
    teamsId: `29:${n}`,
    name: seat.name,
    email: `${numbered(n, 200)}@eksempel.no`,
  }));
  const { members, left } = rosterText({ name: name(0), keys: [] }, roster);
  const typed = { name: fill(300), shortName: fill(100), roundDays: fill(40), atLeast: fill(40) };
  const long = aSetup({ conversation, typed: { ...typed, members }, roster: { left, failed: true } });
  const problems = seats.flatMap((_, n) => [
    { problem: 'person-twice', line: n + 1, other: n },
    { problem: 'email-missing', line: n + 1 },
  ]);
  const planned = { ...long, revision: 1, plan: { settled: { ...names, ...settings }, lines } };
  const differences: Difference[] = seats.flatMap((seat): Difference[] => [
    { what: 'holder-changed', seat, before: `${seat.id}x` },
    { what: 'seat-renamed', seat, before: seat },
    { what: 'role-given', role: 'secretariat', personId: seat.id },
  ]);
  const nameOf = (id: string) => numbered(Number(id.replace(/\D/g, '')), MAX_NAME);
  const changes = { differences, nameOf, hasRounds: true, losesRights: true, isBeyondRule: true, belowQuorum: 200 };
  const changed = { ...planned, committeeId: committee.id };
  const shown = {
    rows: seats.map((seat) => ({
      holder: nameOf(seat.id),
      roles: ['chair' as const],
      seat,
      about: seatAbout(
        {
          ...seat,
          varas: Array.from({ length: MAX_VARAS }, (_, n) => ({ personId: `${n}`, name: name(n), acceptedAt: NOW })),
          appointing: { party: fill(MAX_NAME), contactId: '7' },
        },
        nameOf,
      ),
      remark: 'ikke koblet til Teams ennå',
    })),
    reach: { reached: 7, people: 220 },
    nameOf,
    conversationName: fill(300),
    mayChange: true,
    now: NOW,
    said: 'Endringene er lagret.',
  };
  const many = Array.from({ length: 50 }, (_, n) => aCommittee({ ...names, id: `committee-${n}` }));
  const seatForm = {
    typed: { name: fill(1000), email: fill(1000), seatId: 'seat_150' },
    problems: ['name-wanted'],
    nameOf,
  };
  const longSeat = aSeat('0', {
    name: fill(MAX_NAME),
    varas: Array.from({ length: 10 }, (_, n) => ({ personId: `${n}`, name: fill(200), acceptedAt: NOW })),
    appointing: { party: fill(200), contactId: '1' },
  });
  return {
    'set-up greeting': greetingCard('conversation-1', fill(300), { id: '29:1', name: name(1) }),
    'set-up, said to somebody': saidToCard({ id: '29:1', name: name(1) }, 'set-up-before'),
    'set-up form': setupFormCard(long, problems),
    'set-up form, a list without room': setupFormCard(
      { ...long, typed: { ...typed, members: members.repeat(3) } },
      problems,
    ),
    'set-up preview': setupPreviewCard(planned, { page: 0, problem: 'conversation-silent' }),
    'set-up preview, last page': setupPreviewCard(planned, { page: 9999 }),
    'set-up difference': differenceCard(changed, changes, { page: 0, problem: 'changed-meanwhile' }),
    'set-up': committeeCard(committee, { ...shown, page: 0 }),
    'set-up, last page': committeeCard(committee, { ...shown, page: 9999 }),
    'set-up, every seat vacant': committeeCard(
      { ...committee, seats: seats.map(({ memberId: _vacant, ...seat }) => seat) },
      { ...shown, page: 0 },
    ),
    'dates of a committee': lifeFormCard(committee, {
      typed: { evaluatesOn: fill(1000), endsOn: fill(1000), rotatesOn: fill(1000), remindDays: fill(1000) },
      problems: ['evaluates-odd', 'ends-odd', 'rotates-odd', 'rotates-to', 'remind-days'],
    }),
    'who fills a seat, the choice': appointingSeatCard(committee, { problems: ['no-such-seat'], nameOf }),
    'who fills a seat': appointingCard(committee, seats[0] ?? aSeat('0'), {
      typed: { party: fill(1000), name: fill(1000), email: fill(1000) },
      problems: ['party-too-long'],
      contact: name(1),
    }),
    'a rotation': lifeNewsCard(committee, {
      what: 'rotates',
      on: '2027-01-01',
      today: '2026-12-01',
      runs: true,
      isContact: true,
      contacts: { reached: seats.map(({ id }) => nameOf(id)), unreached: seats.map(({ id }) => nameOf(id)) },
    }),
    'set-up, choice': chooseSetupCard(many),
    'set-up, choice for a chat': attachCard(
      'conversation-1',
      fill(300),
      many,
      'Utvalget har allerede en chat eller kanal.',
    ),
    'set-up settings': settingsCard(committee, { typed, problems: ['short-name', 'round-days', 'consensus-number'] }),
    'one seat': seatOneCard(committee, longSeat, {
      typed: { seatName: fill(1000), roles: fill(1000) },
      problems: ['seat-name'],
      holder: { name: name(1), email: `${fill(240)}@x.no`, remark: 'ikke koblet til Teams ennå' },
    }),
    'choice of a seat': seatChoiceCard(committee, { problems: ['no-such-seat'], nameOf }),
    'a vara for a seat': seatVaraCard(committee, longSeat, {
      typed: { name: fill(1000), email: fill(1000), workplace: fill(1000) },
      problems: ['name-wanted'],
    }),
    'a seat to be taken away': seatRemoveCard(committee, longSeat, { holder: name(1), problem: 'changed-by-another' }),
    'a new seat': seatNewCard(committee, { typed: { seatName: fill(1000) }, problems: ['seat-name'] }),
    'set-up seat': seatCard(committee, seatForm),
    'set-up seat, another page': seatCard(committee, { ...seatForm, page: 1 }),
  };
}
