import type { Card } from '../../cards/elements.ts';
import { extendCard, type Filled, reviseCard, withdrawCard } from '../../cards/round-forms.ts';
import { registerCard, undoCard } from '../../cards/round-register.ts';
import { statusText } from '../../cards/text/round-status.ts';
import { newest } from '../../store/referat/record.ts';
import { DEFAULT_TIME, proposedDeadline } from '../../store/referat/rules-form.ts';
import type { Round } from '../../store/round/record.ts';
import type { Typed } from '../../store/view-fields.ts';
import type { Deps, Post } from '../turn.ts';
import { ownRound, post, type Shows, said } from './view.ts';

type FormView = {
  readonly roundId: string;
  readonly typed?: Typed | undefined;
  readonly problems?: string[] | undefined;
  readonly page?: number | undefined;
};

const form =
  (title: string, draw: (round: Round, filled: Filled) => Card) =>
  async (deps: Deps, viewerId: string, { roundId, typed = {}, problems = [], page }: FormView): Promise<Post> => {
    const own = await ownRound(deps, viewerId, roundId);
    return 'refused' in own ? said(own.refused) : post(title, draw(own.round, { typed, problems, page }));
  };

/** The secretariat's smaller forms about a round. */
export const roundFormShows: Shows<'register-form' | 'undo-form' | 'extend-form' | 'withdraw-form' | 'revise-form'> = {
  'register-form': form(statusText.registerTitle, registerCard),
  'undo-form': form(statusText.undoTitle, undoCard),
  'extend-form': form(statusText.extendTitle, extendCard),
  'withdraw-form': form(statusText.withdrawTitle, withdrawCard),
  'revise-form': async (deps, viewerId, { roundId, fileId, typed = {}, problems = [] }) => {
    const own = await ownRound(deps, viewerId, roundId);
    if ('refused' in own) return said(own.refused);
    const referat = await deps.referater.collection.get(own.round.subject.id);
    if (referat === undefined) return said('not-found');
    const file = fileId === undefined ? undefined : await deps.files.collection.get(fileId);
    const proposed = {
      deadlineOn: proposedDeadline(own.committee.settings.roundDays, deps.now()),
      deadlineTime: DEFAULT_TIME,
    };
    const filled = {
      typed: { ...proposed, ...typed },
      problems,
      current: newest(referat),
      ...(file?.by === viewerId && { file: { id: file.id, name: file.name, length: file.text?.length ?? 0 } }),
    };
    return post(statusText.reviseTitle, reviseCard(own.round, filled));
  },
};
