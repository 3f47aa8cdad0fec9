import { z } from 'zod';
import { newlyStored, storedFields } from '../effect.ts';
import { id } from '../fields.ts';

export const PERSON_VERSION = 1;

/** Where somebody's 1:1 chat with the bot is. */
export const referenceSchema = z.object({
  serviceUrl: z.url().max(500),
  conversationId: id,
  teamsId: id,
});
export type Reference = z.infer<typeof referenceSchema>;

export const personSchema = z.object({
  ...storedFields,
  name: z.string().min(1).max(200),
  email: z.email().optional(),
  // their own, as Teams' member call says it; absent: Teams has not been asked, or has not answered
  homeTenantId: id.optional(),
  // absent: the bot has no 1:1 chat with this person yet, or the person removed the app
  reference: referenceSchema.optional(),
  // the service that last spoke for this person: where a 1:1 chat can be asked for
  serviceUrl: z.url().max(500).optional(),
  // the newest messages that were answered, so that one that arrives twice is answered once
  recentTurns: z.array(id).max(50),
});

/** One human, found by any of several identities (`keys`): Entra object id, Teams id, e-mail. */
export type Person = z.infer<typeof personSchema>;

/** Entra object ids name people across tenants; the tenant is part of the key all the same. */
export const entraKey = (tenantId: string, objectId: string) => `entra:${tenantId}:${objectId}`.toLowerCase();
/** For those without an Entra object id, such as anonymous meeting guests. */
export const teamsKey = (tenantId: string, teamsId: string) => `teams:${tenantId}:${teamsId}`;

/** For those who are known by an e-mail address until they are heard from. */
export const mailKey = (email: string) => `mail:${email.toLowerCase()}`;

/** Whether somebody is known in Teams, and not by an e-mail address alone. */
export function isConnected({ keys }: Pick<Person, 'keys'>): boolean {
  return keys.some((key) => !key.startsWith('mail:'));
}

/** The Entra object id among a person's keys. */
export function objectIdOf({ keys }: Person): string | undefined {
  return keys.find((key) => key.startsWith('entra:'))?.split(':')[2];
}

/** A person nobody has heard from yet. */
export function newPerson(
  fields: Pick<Person, 'id' | 'tenantId' | 'keys' | 'name'> & Partial<Pick<Person, 'email' | 'homeTenantId'>>,
): Person {
  return { ...newlyStored(fields, PERSON_VERSION), ...fields, recentTurns: [] };
}
