import { z } from 'zod';

/**
 * How it goes with a tiltak: ikke fulgt opp, i gang, forsinket, gjennomført, uklart, foreslås slettet, følges opp av
 * andre (domain a9).
 */
export const statusClassSchema = z.enum([
  'not-followed-up',
  'in-progress',
  'delayed',
  'done',
  'unclear',
  'delete-proposed',
  'by-others',
]);
export type StatusClass = z.infer<typeof statusClassSchema>;
