import { z } from 'zod';
import { id } from '../store/fields.ts';
import { offerSchema } from '../store/offer.ts';
import { agendaActions } from './actions/agenda.ts';
import { ballotActions } from './actions/ballot.ts';
import { countsActions } from './actions/counts.ts';
import { digestActions } from './actions/digest.ts';
import { documentActions } from './actions/document.ts';
import { forecastActions } from './actions/forecast.ts';
import { forfallActions } from './actions/forfall.ts';
import { lifeActions } from './actions/life.ts';
import { meetingActions } from './actions/meeting.ts';
import { minutesActions } from './actions/minutes.ts';
import { nominationActions } from './actions/nomination.ts';
import { planActions } from './actions/plan.ts';
import { referatActions } from './actions/referat.ts';
import { roundActions } from './actions/round.ts';
import { sakActions } from './actions/sak.ts';
import { setupActions } from './actions/setup.ts';
import { tiltakActions } from './actions/tiltak.ts';
import { tiltakVedtakActions } from './actions/tiltak-vedtak.ts';

/**
 * Everything a card can send back: what the button carries, and what was typed beside it. It names records and carries
 * no rights. A card once sent stays readable for good: add to this, never take away. What was typed is read by the
 * handler, which answers with the form as it was typed.
 */
export const cardActionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('help.show') }),
  z.object({ verb: z.literal('file.send'), offer: offerSchema }),
  // what can be sent to those who lack the app
  z.object({ verb: z.literal('app.link'), committeeId: id }),
  ...digestActions,
  ...documentActions,
  ...referatActions,
  ...roundActions,
  ...sakActions,
  ...setupActions,
  ...tiltakVedtakActions,
  ...meetingActions,
  ...agendaActions,
  ...minutesActions,
  ...ballotActions,
  ...lifeActions,
  ...forfallActions,
  ...forecastActions,
  ...countsActions,
  ...nominationActions,
  ...planActions,
  ...tiltakActions,
]);
export type CardAction = z.infer<typeof cardActionSchema>;
export type ActionOf<V extends CardAction['verb']> = Extract<CardAction, { verb: V }>;
