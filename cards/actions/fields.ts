import { z } from 'zod';

/** What was typed into one field of a form. */
export const typed = z.string().max(20_000).optional();

/** Which page of something long. */
export const page = z.int().nonnegative().optional();
