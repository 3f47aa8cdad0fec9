import { notice } from '../../cards/text/notices.ts';
import { change } from '../../store/change.ts';
import { wantOnce } from '../../store/person/rules.ts';
import type { Handlers } from '../turn.ts';
import { ownCommittee } from '../views/view.ts';
import { notice as refuse } from './answers.ts';

export const appLinkHandlers = {
  // a card of its own: the one with the button has more to see, and perhaps something typed into it
  'app.link': async (deps, { person, turnId }, { committeeId }) => {
    const committee = await ownCommittee(deps, person.id, committeeId);
    if (typeof committee === 'string') return refuse(committee);
    const view = { view: 'app-link', committeeId } as const;
    const effect = { kind: 'personal-card', key: `app-link:${turnId}`, personId: person.id, view } as const;
    await change(deps.persons.collection, person.id, (current) => wantOnce(current, turnId, [effect], deps.realNow()));
    return { said: notice('app-link-sent'), isUnderWay: true };
  },
} satisfies Partial<Handlers>;
