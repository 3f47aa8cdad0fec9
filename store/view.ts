import { z } from 'zod';
import { agendaViews } from './agenda/view.ts';
import { ballotViews } from './ballot/view.ts';
import { lifeViews } from './committee/view-life.ts';
import { conversationViews } from './conversation/view.ts';
import { digestViews } from './digest/view.ts';
import { documentViews } from './document/view.ts';
import { id } from './fields.ts';
import { meetingViews } from './meeting/view.ts';
import { countsViews } from './meeting/view-counts.ts';
import { forecastViews } from './meeting/view-forecast.ts';
import { forfallViews } from './meeting/view-forfall.ts';
import { minutesViews } from './meeting/view-minutes.ts';
import { nominationViews } from './nomination/view.ts';
import { planViews, unreadSchema } from './plan/view.ts';
import { referatViews } from './referat/view.ts';
import { roundViews } from './round/view.ts';
import { sakViews } from './sak/view.ts';
import { setupViews } from './setup/view.ts';
import { tiltakViews } from './tiltak/view.ts';
import { tiltakVedtakViews } from './tiltak/view-vedtak.ts';

/**
 * What to show somebody, without saying how: it names records, and the card is rendered from the newest of them when it
 * is shown. A view waits in an outbox as it is, so its names and fields stay readable for good.
 */
export const viewSchema = z.discriminatedUnion('view', [
  // `shared`: where others see it, and only little can be done
  z.object({
    view: z.literal('help'),
    unknown: z.literal(true).optional(),
    shared: z.literal(true).optional(),
    conversationId: id.optional(),
  }),
  z.object({ view: z.literal('notice'), notice: id }),
  // what the secretariat sends to those who lack the app
  z.object({ view: z.literal('app-link'), committeeId: id }),
  // a sentence to somebody, where others read it
  z.object({ view: z.literal('said-to'), personId: id, notice: id }),
  // a file that was dropped into the chat, and what it can be used for; `unread`: why a table in it is no plan
  z.object({ view: z.literal('file-received'), fileId: id, unread: unreadSchema.optional() }),
  ...conversationViews,
  ...digestViews,
  ...documentViews,
  ...referatViews,
  ...roundViews,
  ...sakViews,
  ...setupViews,
  ...tiltakVedtakViews,
  ...meetingViews,
  ...agendaViews,
  ...minutesViews,
  ...ballotViews,
  ...forfallViews,
  ...nominationViews,
  ...planViews,
  ...forecastViews,
  ...countsViews,
  ...lifeViews,
  ...tiltakViews,
]);
export type View = z.infer<typeof viewSchema>;
