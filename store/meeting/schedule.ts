import { z } from 'zod';

/** How a meeting is held. In a file of its own: views name it, and records hold views. */
export const meetingModeSchema = z.enum(['digitalt', 'fysisk', 'kombinert']);
export type MeetingMode = z.infer<typeof meetingModeSchema>;
