import type { ApprovalRule, AskedGroup } from '../../store/committee/record.ts';
import type { Step } from './play.ts';
import { aCommittee, aSeat } from './records.ts';

const SEATS = [aSeat('kari'), aSeat('ola'), aSeat('ida'), aSeat('jens'), aSeat('per', { voting: false })];
const { memberId: _vacant, ...VACANT } = aSeat('ledig');

/** Four voting members, one with the right to speak, one vacant seat. */
export const committee = (approvalRule: ApprovalRule, askedGroup: AskedGroup = 'voting') =>
  aCommittee({ seats: [...SEATS, VACANT], settings: { roundDays: 7, approvalRule, askedGroup } });

/** Those with a vote. */
export const all = ['kari', 'ola', 'ida', 'jens'] as const;

export const everyone: ApprovalRule = { kind: 'everyone' };
export const majority: ApprovalRule = { kind: 'majority' };
export const consensus: ApprovalRule = { kind: 'consensus' };
export const three: ApprovalRule = { kind: 'consensus', atLeast: 3 };
export const silent: ApprovalRule = { kind: 'silent-consent' };

export const SECOND = 1000;

/** What happened under which rule, and what the round is then. */
export type Row = readonly [clause: string, rule: ApprovalRule, steps: readonly Step[], status: string];
/** What happened, and what the last one who tried was told. */
export type Refusal = readonly [clause: string, steps: readonly Step[], refused: string, status: string];
