import { tiltakVedtakText } from '../../cards/text/tiltak-vedtak.ts';
import { tiltakCard } from '../../cards/tiltak-vedtak.ts';
import { ownerIn } from '../tiltak-owner.ts';
import { ownVedtak, tiltakOf } from '../vedtak.ts';
import { post, type Shows, said } from './view.ts';

/** The form for a tiltak of a vedtak. */
export const tiltakVedtakShows: Shows<'tiltak-form'> = {
  'tiltak-form': async (deps, viewerId, { view: _view, typed = {}, problems = [], n, ...at }) => {
    const vedtak = await ownVedtak(deps, viewerId, at);
    if ('refused' in vedtak) return said(vedtak.refused);
    const { committee, sak, points } = vedtak;
    const before = await tiltakOf(deps, vedtak, at.point);
    const { read, directory } = await ownerIn(deps, committee, typed.owner);
    const suggestions = 'suggestions' in read ? read.suggestions : [];
    const form = {
      ...at,
      sak,
      n: n ?? before.length + 1,
      before,
      written: at.point === undefined ? undefined : points[at.point - 1],
      plans: await deps.plans.of(committee.id),
      suggested: suggestions.flatMap((id) => directory.people.find((person) => person.id === id) ?? []),
    };
    return post(tiltakVedtakText.title, tiltakCard({ ...form, typed, problems }));
  },
};
