import { done, type Result, refuse } from '../result.ts';
import type { Plan, Setup, TypedSetup } from './record.ts';

/** Keeps what was typed; what the form had no room for and did not send stays as it was. */
export function keepTyped(setup: Setup, typed: TypedSetup, by: string): Result<Setup, 'not-your-form' | 'set-up-done'> {
  if (setup.by !== by) return refuse('not-your-form');
  if (setup.doneId !== undefined) return refuse('set-up-done');
  const members = typed.members?.trim() ? typed.members : setup.typed.members;
  return done({ ...setup, typed: { ...setup.typed, ...typed, ...(members !== undefined && { members }) } });
}

/** Keeps what was read of it, to be carried out when it was seen. */
export function keepPlan(setup: Setup, plan: Plan): Result<Setup, 'set-up-done'> {
  if (setup.doneId !== undefined) return refuse('set-up-done');
  return done({ ...setup, plan, revision: setup.revision + 1 });
}

/**
 * The same form anew, whatever had become of it. The revision goes on: no button of an earlier time carries out the new
 * one, and no seat gets the id of an earlier one.
 */
export function openAgain(
  { plan: _old, doneId: _done, conversation: _before, ...setup }: Setup,
  { typed, conversation }: Pick<Setup, 'typed' | 'conversation'>,
): Setup {
  return { ...setup, typed, ...(conversation && { conversation }), revision: setup.revision + 1 };
}

/** It is carried out: who is in the committee stands in the committee, and nowhere else. */
export function finishSetup(setup: Setup, committeeId: string): Setup {
  const { plan: _carriedOut, openFor: _nobody, ...rest } = setup;
  return { ...rest, typed: {}, doneId: committeeId };
}
