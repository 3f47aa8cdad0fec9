import { z } from 'zod';
import { id } from '../../store/fields.ts';

/** What the cards about who comes to a meeting send. */
export const forecastActions = [z.object({ verb: z.literal('forecast.remind'), meetingId: id })] as const;
