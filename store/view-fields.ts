import { z } from 'zod';
import { id } from './fields.ts';

/** What somebody typed into one of the smaller forms. */
export const typedSchema = z.record(z.string().max(40), z.string().max(20_000));
export type Typed = z.infer<typeof typedSchema>;

/** What a form that could not be used keeps: what was typed, and what is wrong with it. */
export const form = { typed: typedSchema.optional(), problems: z.array(id).optional() };

/** Which page of something long. */
export const page = z.int().nonnegative().optional();
