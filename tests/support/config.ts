import { generateKeyPairSync } from 'node:crypto';
import { ConfigError, readConfig } from '../../bot/config.ts';
import { APP_ID, TENANT_ID } from './activities.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** A key as a certificate's is given. */
export const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The environment of a service with a password, whole; below it, without one, and with what may stand in its place. */
export const service = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT_ID,
  MicrosoftAppPassword: 'hemmelig',
  STORE: 'sqlite',
};
const { MicrosoftAppPassword: _password, ...rest } = service;
export const withoutPassword = rest;
export const certificate = { ...withoutPassword, CertificateThumbprint: 'aB'.repeat(20), CertificatePrivateKey: PEM };
export const identity = { ...withoutPassword, MicrosoftAppType: 'UserAssignedMsi' };

/** What is wrong with this configuration, line by line. */
export function problemsOf(env: NodeJS.ProcessEnv, argv: readonly string[] = []): readonly string[] {
  try {
    readConfig(env, argv);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
  return [];
}
