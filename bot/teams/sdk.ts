import { createRequire } from 'node:module';

/**
 * The SDK, required and not imported: reading the names of its 750 CommonJS modules for an import takes as long again
 * as a tenth of their loading, at every start.
 */
const require = createRequire(import.meta.url);
const botbuilder: typeof import('botbuilder') = require('botbuilder');
const connector: typeof import('botframework-connector') = require('botframework-connector');

export const { ActivityTypes, CloudAdapter, ConfigurationServiceClientCredentialFactory } = botbuilder;
export const { BotFrameworkAuthentication, ClaimsIdentity, ConnectorClient, ConnectorFactory } = connector;
