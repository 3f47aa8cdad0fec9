import { note } from '../effect.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Settled, TypedSetup } from '../setup/record.ts';
import { type Committee, type CommitteeSettings, linkSchema, type Seat } from './record.ts';
import { isChangedSince, isClosed, mayRunRounds, sameRule } from './rules.ts';
import { askedAtMost, groupIn, isQuorumBeyond, ruleIn, wantsMoreThanAsked } from './rules-choices.ts';

export const MAX_NAME = 200;
export const MAX_SHORT_NAME = 40;
const MAX_ROUND_DAYS = 90;
const MAX_PUBLISHED_AT = 200;
export const DEFAULT_ROUND_DAYS = 7;

export type SettingsProblem =
  | 'committee-name'
  | 'short-name'
  | 'round-days'
  | 'consensus-number'
  | 'published-too-long'
  | 'mandate-link'
  | 'vedtekter-link'
  | 'quorum'
  | 'chosen-for-good'
  | 'changed-by-another';

/** Reads names and settings as they were typed. What may be chosen later is left out where nothing was chosen. */
export function readSettings(
  typed: TypedSetup,
  seats: readonly Pick<Seat, 'memberId' | 'voting'>[],
): { readonly settled: Settled } | { readonly problems: readonly SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  const check = (problem: SettingsProblem, wrong: boolean) => {
    if (wrong) problems.push(problem);
  };
  const name = squeezed(typed.name);
  const shortName = squeezed(typed.shortName);
  const days = typed.roundDays?.trim() || String(DEFAULT_ROUND_DAYS);
  const publishedAt = squeezed(typed.publishedAt);
  const rule = ruleIn(typed);
  const askedGroup = groupIn(typed);
  const approvalRule = rule === 'consensus-number' ? undefined : rule;
  check('committee-name', name === '' || name.length > MAX_NAME);
  check('short-name', shortName === '' || shortName.length > MAX_SHORT_NAME);
  check('round-days', !/^[1-9]\d?$/.test(days) || Number(days) > MAX_ROUND_DAYS);
  const quorum = typed.quorum?.trim() ?? '';
  check('quorum', quorum !== '' && (!/^[1-9]\d{0,2}$/.test(quorum) || isQuorumBeyond(Number(quorum), seats)));
  const [mandateUrl, vedtekterUrl] = [typed.mandateUrl, typed.vedtekterUrl].map((url) => url?.trim() ?? '');
  check('mandate-link', !isLinkOrNone(mandateUrl));
  check('vedtekter-link', !isLinkOrNone(vedtekterUrl));
  check('published-too-long', publishedAt.length > MAX_PUBLISHED_AT);
  check(
    'consensus-number',
    rule === 'consensus-number' || wantsMoreThanAsked(approvalRule, askedAtMost(seats, askedGroup)),
  );
  if (problems.length > 0) return { problems };
  return {
    settled: {
      name,
      shortName,
      roundDays: Number(days),
      ...(approvalRule && { approvalRule }),
      ...(askedGroup && { askedGroup }),
      ...(publishedAt && { publishedAt }),
      ...(mandateUrl && { mandateUrl }),
      ...(vedtekterUrl && { vedtekterUrl }),
      ...(quorum !== '' && { quorum: Number(quorum) }),
    },
  };
}

/**
 * Changes names and settings. What rounds are decided by can be chosen anew, but not left open again. `against`: the
 * version of the committee that was changed from; what it is already is no change, whoever else has changed it.
 */
export function reviseSettings(
  committee: Committee,
  { name, shortName, ...chosen }: Settled,
  { personId, now, against }: { readonly personId: string; readonly now: Date; readonly against?: number | undefined },
): Result<Committee, 'not-secretariat' | 'committee-closed' | 'chosen-for-good' | 'changed-by-another'> {
  if (!mayRunRounds(committee, personId)) return refuse('not-secretariat');
  if (isClosed(committee)) return refuse('committee-closed');
  const before = committee.settings;
  if ((before.approvalRule && !chosen.approvalRule) || (before.askedGroup && !chosen.askedGroup))
    return refuse('chosen-for-good');
  const { publishedAt: _published, quorum: _quorum, mandateUrl: _mandate, vedtekterUrl: _vedtekter, ...kept } = before;
  const settings: CommitteeSettings = { ...kept, ...chosen };
  const isNamed = name !== committee.name || shortName !== committee.shortName;
  const isSet =
    settings.roundDays !== before.roundDays ||
    settings.askedGroup !== before.askedGroup ||
    settings.publishedAt !== before.publishedAt ||
    settings.quorum !== before.quorum ||
    settings.mandateUrl !== before.mandateUrl ||
    settings.vedtekterUrl !== before.vedtekterUrl ||
    !sameRule(settings.approvalRule, before.approvalRule);
  if (!isNamed && !isSet) return done(committee);
  if (isChangedSince(committee, against)) return refuse('changed-by-another');
  const renamed = isNamed ? note(committee, { at: now, by: personId, what: 'renamed' }) : committee;
  const noted = isSet ? note(renamed, { at: now, by: personId, what: 'settings-changed' }) : renamed;
  return done({ ...noted, name, shortName, settings });
}

function isLinkOrNone(written: string | undefined): boolean {
  return !written || linkSchema.safeParse(written).success;
}

function squeezed(text: string | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ');
}
