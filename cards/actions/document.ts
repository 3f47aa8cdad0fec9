import { z } from 'zod';
import { purposeSchema, typedDocumentSchema } from '../../store/document/view.ts';
import { id } from '../../store/fields.ts';
import { page } from './fields.ts';

const documentId = id;
const fileId = id.optional();

/** What the cards about documents send: what is asked about in a round that somebody opens by hand. */
export const documentActions = [
  z.object({ verb: z.literal('document.new'), purpose: purposeSchema, committeeId: id.optional(), fileId }),
  z.object({ verb: z.literal('document.edit'), documentId, fileId }),
  z.object({
    verb: z.literal('document.preview'),
    documentId,
    purpose: purposeSchema,
    ...typedDocumentSchema.shape,
  }),
  z.object({ verb: z.literal('document.page'), documentId, page }),
  z.object({ verb: z.literal('document.open'), documentId, revision: z.int().positive() }),
] as const;
