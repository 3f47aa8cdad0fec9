import { addDays, contactTimeOn, dayIn, dayOf, hasCalendar, nextWorkingDay, startOf } from '../time.ts';
import { type Dated, MAX_TOLD, type Rotation } from './life.ts';
import type { Committee } from './record.ts';

/** So long before a temporary committee ends or is evaluated it is told of, and so long before its lead passes on. */
export const NOTICE_DAYS = 30;

/** Something to tell of once, in working hours. */
export type Announcement = {
  readonly what: Dated;
  readonly on: string;
  readonly key: string;
  readonly at: Date;
};

type HasLife = Pick<Committee, 'life'>;

/** What is told of in a committee's life, told or not. A day off gives way to the next working day. */
export function announcementsOf({ life }: HasLife): readonly Announcement[] {
  const at = (day: string) => contactTimeOn(nextWorkingDay(day));
  const both = (what: Dated, on: string | undefined): Announcement[] =>
    on === undefined
      ? []
      : [
          { what, on, key: `${what}:${on}:before`, at: at(addDays(on, -NOTICE_DAYS)) },
          { what, on, key: `${what}:${on}`, at: at(on) },
        ];
  const rotation = life?.rotation;
  return [
    ...both('evaluates', life?.evaluatesOn),
    ...both('ends', life?.endsOn),
    ...(rotation
      ? [
          {
            what: 'rotates' as const,
            on: rotation.on,
            key: `rotates:${rotation.on}`,
            at: at(addDays(rotation.on, -rotation.remindDays)),
          },
        ]
      : []),
  ];
}

/** What is due to be told of and was not; it is written down as told. */
export function takeDue(committee: Committee, now: Date): { committee: Committee; due: readonly Announcement[] } {
  const { life } = committee;
  const told = life?.told ?? [];
  const due = announcementsOf(committee).filter(({ key, at }) => at <= now && !told.includes(key));
  if (due.length === 0) return { committee, due };
  const all = [...told, ...due.map(({ key }) => key)].slice(-MAX_TOLD);
  return { committee: { ...committee, life: { ...life, told: all } }, due };
}

/** The committee with the time at which the first of what is planned is due; none once it is closed. */
export function withLifeDue(committee: Committee): Committee {
  const { lifeDueAt: before, ...rest } = committee;
  const { life } = committee;
  const told = life?.told ?? [];
  const times = [
    ...(life?.planned ?? []).map(({ on }) => startOf(on)),
    ...announcementsOf(committee)
      .filter(({ key }) => !told.includes(key))
      .map(({ at }) => at),
  ].map((time) => time.getTime());
  if (life?.closed !== undefined || times.length === 0) return before === undefined ? committee : rest;
  return { ...rest, lifeDueAt: new Date(Math.min(...times)) };
}

/** Whether the lead should have passed on by now: the day is there, and nobody has moved it on. */
export function isRotationDue({ life }: HasLife, now: Date): boolean {
  return life?.closed === undefined && life?.rotation !== undefined && life.rotation.on <= dayOf(now);
}

/** The same rotation a year later, or as many years as it takes to be after a day; undefined beyond the calendar. */
export function rotationAfter(rotation: Rotation, day: string): Rotation | undefined {
  const [year = 0, month = 0, date = 0] = rotation.on.split('-').map(Number);
  for (let later = year + 1; ; later++) {
    // 29 February is the 28th where there is none
    const on = dayIn(later, month, date) ?? dayIn(later, month, date - 1);
    if (on === undefined || !hasCalendar(on)) return undefined;
    if (on > day) return { ...rotation, on };
  }
}
