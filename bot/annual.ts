import type { FollowedSak } from '../cards/text/agenda-follow-up.ts';
import type { AnnualFacts } from '../cards/text/annual-facts.ts';
import { type Committee, peopleIn } from '../store/committee/record.ts';
import { leadChanges } from '../store/committee/rules-lead.ts';
import { countYear } from '../store/meeting/rules-counts.ts';
import { tiltakOfYear } from '../store/tiltak/rules-year.ts';
import { dayOf } from '../store/time.ts';
import { meetingsIn } from './counts.ts';
import { sakerOf } from './minutes.ts';
import { namesIn } from './names.ts';
import type { Deps } from './turn.ts';

/** All that is stored of a committee's year. */
export async function annualFacts(deps: Deps, committee: Committee, year: number): Promise<AnnualFacts> {
  const now = deps.now();
  const [meetings, nextYear] = [await meetingsIn(deps, committee, year), await meetingsIn(deps, committee, year + 1)];
  const changes = leadChanges(committee, year);
  const tiltak = tiltakOfYear(await deps.tiltak.of(committee.id), year);
  const saker = await sakerNamed(
    deps,
    tiltak.flatMap(({ source }) => source?.sakId ?? []),
  );
  const told = tiltak.filter(({ source }) => source === undefined || !saker.get(source.sakId)?.closed);
  const plans = new Map((await deps.plans.of(committee.id)).map(({ id, name }) => [id, name]));
  return {
    year,
    on: dayOf(now),
    committee,
    leadChanges: changes,
    counted: countYear(year, meetings, committee, now),
    meetings: await Promise.all(meetings.map(async (meeting) => ({ meeting, saker: await sakerOf(deps, meeting) }))),
    tiltak: told,
    closedTiltak: tiltak.length - told.length,
    sakOf: (id) => saker.get(id),
    planName: (id) => plans.get(id),
    nextYear,
    nameOf: await namesIn(deps, [
      ...new Set([
        ...peopleIn(committee),
        ...changes.map(({ personId }) => personId),
        ...told.flatMap(({ contactIds = [] }) => contactIds),
      ]),
    ]),
  };
}

async function sakerNamed(deps: Deps, sakIds: readonly string[]): Promise<ReadonlyMap<string, FollowedSak>> {
  const found = await Promise.all([...new Set(sakIds)].map((id) => deps.saker.collection.get(id)));
  return new Map(
    found.flatMap((sak) => {
      if (sak === undefined) return [];
      const { id, title, number, closed } = sak;
      return [[id, { id, title, ...(number && { number }), ...(closed && { closed }) }] as const];
    }),
  );
}
