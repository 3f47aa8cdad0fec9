import { contactTimeOn, dayOf, workingDaysBefore } from '../time.ts';

/**
 * When those who have not answered are reminded next: the first step of the ladder after `after`, at 08 in Oslo;
 * undefined when none is left before the deadline.
 */
export function nextReminder(ladder: readonly number[], deadline: Date, after: Date): Date | undefined {
  const lastDay = dayOf(deadline);
  return ladder
    .map((days) => contactTimeOn(workingDaysBefore(lastDay, days)))
    .filter((at) => at > after && at < deadline)
    .sort((a, b) => a.getTime() - b.getTime())[0];
}
