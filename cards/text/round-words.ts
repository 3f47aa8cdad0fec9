import type { Choice, Round, RoundKind } from '../../store/round/record.ts';
import type { Tally } from '../../store/round/rules-count.ts';
import type { Said } from './round.ts';
import { approveWords } from './round-approve.ts';
import { innspillWords } from './round-innspill.ts';
import { signingWords } from './round-signing.ts';
import { voteWords } from './round-vote.ts';

/** What is said of a round differently in each kind. */
export type RoundWords = {
  /** Above the card of somebody who is asked. */
  readonly title: (round: Round) => string;
  /** How it is decided, in plain words. */
  readonly rule: (round: Pick<Round, 'rule'>) => string;
  readonly status: (round: Round) => string;
  /** How it stands or ended, in one sentence. */
  readonly outcome: (round: Round) => string;
  /** How far it has come, for those who run it. */
  readonly standing: (round: Round) => string;
  /** The numbers of its status card, before those of the silent and after them. */
  readonly counted: (round: Round, counted: Tally) => Readonly<Record<string, string>>;
  readonly remarked: (counted: Tally) => Readonly<Record<string, string>>;
  /** Over the names of those who said yes. */
  readonly yes: string;
  readonly said: Said;
  /** After the name of somebody who wrote a comment: what they answered with it. */
  readonly spoke: (choice: Choice) => string;
  /** What the secretariat may register. */
  readonly choices: Readonly<Partial<Record<Choice, string>>>;
  readonly shared: string;
  /** Over what people are asked about, be the round open or over. */
  readonly text: string;
  readonly read: string;
  readonly asFile: string;
  readonly withdraw: string;
  readonly undecided: string;
};

// a kind without its words does not compile
const words: Readonly<Record<RoundKind, RoundWords>> = {
  godkjenning: approveWords,
  vedtak: voteWords,
  innspill: innspillWords,
  signering: signingWords,
};

export function wordsOf({ kind }: Pick<Round, 'kind'>): RoundWords {
  return words[kind];
}
