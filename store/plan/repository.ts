import type { Collection, Definition } from '../engine/engine.ts';
import { PLAN_VERSION, type Plan, planKey, planSchema } from './record.ts';

export const planDefinition: Definition<Plan> = {
  name: 'plans',
  schema: planSchema,
  schemaVersion: PLAN_VERSION,
  upcast: {},
  indexes: [{ fields: ['committeeId'] }],
};

/** The questions the bot asks about plans. */
export const planRepository = (collection: Collection<Plan>) => ({
  collection,
  /** A committee's plans, whoever brought them; at most 100. */
  of: async (committeeId: string) => (await collection.find({ committeeId }, { limit: 100 })).records,
  /** The plan of a committee that has this name. */
  named: async (committeeId: string, name: string) => {
    const plan = await collection.getByKey(planKey(committeeId, name));
    return plan === undefined ? [] : [plan];
  },
});
