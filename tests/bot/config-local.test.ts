import { describe, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { APP_ID, TENANT_ID } from '../support/activities.ts';
import { certificate, problemsOf } from '../support/config.ts';

describe('without an app id', () => {
  test.each([
    'MicrosoftAppType',
    'MicrosoftAppTenantId',
    'MicrosoftAppPassword',
    'CertificateThumbprint',
    'CertificatePrivateKey',
    'MONGODB_URI',
    'STORE',
    'ALLOWED_TENANTS',
    'ALLOWED_SERVICE_HOSTS',
    'ALLOWED_FILE_HOSTS',
    'TAB_APP_ID',
    'TEAMS_APP_ID',
    'ChannelService',
    'ToBotFromChannelOpenIdMetadataUrl',
    'ToBotFromChannelTokenIssuer',
    'ToChannelFromBotLoginUrl',
    'ToChannelFromBotOAuthScope',
    'ValidateAuthority',
    'CallerId',
  ])('%s says that a service was meant, so local mode does not start in its place', (name) => {
    const meant: Record<string, string> = {
      ...certificate,
      MicrosoftAppPassword: 'x',
      MONGODB_URI: 'mongodb://127.0.0.1',
      ALLOWED_TENANTS: TENANT_ID,
      ALLOWED_SERVICE_HOSTS: '127.0.0.1',
      ALLOWED_FILE_HOSTS: '127.0.0.1',
      TAB_APP_ID: APP_ID,
      TEAMS_APP_ID: APP_ID,
      ChannelService: 'https://botframework.azure.us',
      ToBotFromChannelOpenIdMetadataUrl: 'https://x.example/',
      ToBotFromChannelTokenIssuer: 'https://x.example',
      ToChannelFromBotLoginUrl: 'https://x.example/',
      ToChannelFromBotOAuthScope: 'https://x.example',
      ValidateAuthority: 'true',
      CallerId: 'urn:x',
    };
    for (const empty of [undefined, '', ' '])
      expect(problemsOf({ [name]: meant[name], MicrosoftAppId: empty })).toEqual([
        `MicrosoftAppId mangler, men ${name} er satt`,
      ]);
  });

  test('and nothing else set, local mode speaks to nobody but this machine and checks tokens all the same', () => {
    expect(readConfig({ HOST: '0.0.0.0' }, [])).toMatchObject({
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      roomUrl: 'http://127.0.0.1:3979',
      unverified: false,
      allowedServiceHosts: ['127.0.0.1'],
      allowedFileHosts: ['127.0.0.1'],
      credentials: { kind: 'room', url: 'http://127.0.0.1:3979/identity' },
      channel: { openIdMetadataUrl: 'http://127.0.0.1:3979/.well-known/openidconfiguration' },
    });
  });

  test.each<[readonly string[], object]>([
    [['--unverified'], { unverified: true }],
    [['--reset', '--yes'], { reset: true, yes: true }],
    [['--now', '2026-03-02T09:00:00Z'], { now: new Date('2026-03-02T09:00:00Z') }],
    [['--now', '2026-03-02T09:00:00-05:00'], { now: new Date('2026-03-02T14:00:00Z') }],
    // without a zone it is Oslo's, in winter and in summer
    [['--now', '2026-03-02T09:00'], { now: new Date('2026-03-02T08:00:00Z') }],
    [['--now', '2026-07-01T09:00:30'], { now: new Date('2026-07-01T07:00:30Z') }],
  ])('%j is understood', (argv, flags) => {
    expect(readConfig({}, argv)).toMatchObject(flags);
  });

  test.each([
    [['--now'], '--now må ha et tidspunkt, for eksempel 2026-03-02T09:00:00Z'],
    [['--now', 'i morgen'], '--now må ha et tidspunkt, for eksempel 2026-03-02T09:00:00Z'],
    [['--now', '2026-02-30T09:00'], '--now må ha et tidspunkt, for eksempel 2026-03-02T09:00:00Z'],
    [['--unverfied'], '--unverfied er ukjent; det finnes --now, --reset, --yes og --unverified'],
  ])('%j is not', (argv, problem) => {
    expect(problemsOf({}, argv)).toEqual([problem]);
  });
});
