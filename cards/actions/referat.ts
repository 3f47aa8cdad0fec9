import { z } from 'zod';
import { id } from '../../store/fields.ts';
import { typedReferatSchema } from '../../store/referat/view.ts';
import { page, typed } from './fields.ts';

const referatId = id;

/** What the cards about referater send. */
export const referatActions = [
  z.object({ verb: z.literal('referat.overview') }),
  z.object({ verb: z.literal('referat.new'), committeeId: id.optional(), fileId: id.optional() }),
  z.object({ verb: z.literal('referat.edit'), referatId, fileId: id.optional() }),
  z.object({ verb: z.literal('referat.preview'), referatId, ...typedReferatSchema.shape }),
  // another page of the preview
  z.object({ verb: z.literal('referat.page'), referatId, page }),
  z.object({ verb: z.literal('referat.show'), referatId }),
  z.object({ verb: z.literal('referat.meeting-form'), referatId }),
  z.object({ verb: z.literal('referat.meeting'), referatId, on: typed, sak: typed, vedtak: typed }),
  z.object({ verb: z.literal('referat.publish-form'), referatId }),
  z.object({ verb: z.literal('referat.publish'), referatId, where: typed }),
] as const;
