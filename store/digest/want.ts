import { z } from 'zod';

/** More than anybody has to answer for at once; what has no room comes back in a week. */
export const MAX_DIGEST = 1000;

/**
 * What somebody is to see of a tiltak: `ask`: how it goes with it; `silent`: it was asked about three times in vain, and
 * the secretariat decides whether the leader hears of it; `leader`: the secretariat has decided that; `unreached`: the
 * question could not be delivered to whoever was to answer it; `owner`: whoever was asked has said that it is not theirs, and
 * does not know whose.
 */
export const wantSchema = z.enum(['ask', 'silent', 'leader', 'unreached', 'owner']);
export type Want = z.infer<typeof wantSchema>;
