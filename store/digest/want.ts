import { z } from 'zod';

/**
 * What somebody is to see of a tiltak: `ask`: how it goes with it; `silent`: it was asked about three times in vain, and
 * the secretariat decides whether the leader hears of it; `leader`: the secretariat has decided that; `unreached`: the
 * question could not be delivered to whoever was to answer it.
 */
export const wantSchema = z.enum(['ask', 'silent', 'leader', 'unreached']);
export type Want = z.infer<typeof wantSchema>;
