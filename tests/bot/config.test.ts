import { describe, expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { linksOf } from '../../bot/links.ts';
import { APP_ID, TENANT_ID } from '../support/activities.ts';
import { certificate, identity, PEM, problemsOf, service, withoutPassword } from '../support/config.ts';

const OTHER_TENANT = '11111111-2222-4333-8444-555555555555';

describe('a service that is configured by half does not start, and is told what is missing', () => {
  test.each<[string, NodeJS.ProcessEnv, readonly string[]]>([
    ['its tenant', { ...service, MicrosoftAppTenantId: undefined }, ['MicrosoftAppTenantId mangler']],
    ['its tenant, empty', { ...service, MicrosoftAppTenantId: ' ' }, ['MicrosoftAppTenantId mangler']],
    ['a tenant that is one', { ...service, MicrosoftAppTenantId: 'x' }, ['MicrosoftAppTenantId må være en GUID']],
    ['an id that is one', { ...service, MicrosoftAppId: 'utvalgsbot' }, ['MicrosoftAppId må være en GUID']],
    [
      'its type',
      { ...service, MicrosoftAppType: undefined },
      ['MicrosoftAppType mangler: SingleTenant eller UserAssignedMsi'],
    ],
    [
      'a type that is one: the SDK would take this for another',
      { ...service, MicrosoftAppType: 'Single-Tenant' },
      ['MicrosoftAppType må være SingleTenant eller UserAssignedMsi'],
    ],
    [
      'its password',
      withoutPassword,
      ['MicrosoftAppPassword mangler (eller CertificateThumbprint og CertificatePrivateKey)'],
    ],
    [
      'the key of its certificate',
      { ...certificate, CertificatePrivateKey: undefined },
      ['CertificatePrivateKey mangler'],
    ],
    ['the thumbprint', { ...certificate, CertificateThumbprint: '' }, ['CertificateThumbprint mangler']],
    [
      'a thumbprint that is one',
      { ...certificate, CertificateThumbprint: 'ab' },
      ['CertificateThumbprint må være 40 heksadesimale tegn'],
    ],
    [
      'a key that is one',
      { ...certificate, CertificatePrivateKey: PEM.replaceAll('\n', '') },
      ['CertificatePrivateKey må være en RSA-nøkkel i PEM-format, med linjeskift og uten passord'],
    ],
    [
      'a certificate that is one, and no password in its place',
      { ...certificate, CertificateThumbprint: 'x', CertificatePrivateKey: 'y' },
      [
        'CertificateThumbprint må være 40 heksadesimale tegn',
        'CertificatePrivateKey må være en RSA-nøkkel i PEM-format, med linjeskift og uten passord',
      ],
    ],
    [
      'one way to sign, not two',
      { ...certificate, MicrosoftAppPassword: 'x' },
      ['MicrosoftAppPassword og sertifikat utelukker hverandre: sett bare det ene'],
    ],
    [
      'one way to sign, not two, with a managed identity',
      { ...identity, MicrosoftAppPassword: 'x' },
      ['UserAssignedMsi skal verken ha MicrosoftAppPassword eller sertifikat'],
    ],
    [
      'a store',
      { ...service, STORE: undefined },
      ['MONGODB_URI mangler; til én prosess med egen fil, sett STORE=sqlite'],
    ],
    ['a store that there is', { ...service, STORE: 'postgres' }, ['STORE må være sqlite']],
    [
      'one store, not two',
      { ...service, MONGODB_URI: 'mongodb://127.0.0.1' },
      ['MONGODB_URI og STORE=sqlite utelukker hverandre: sett bare den ene'],
    ],
    [
      'tenants that are some, each said once',
      { ...service, ALLOWED_TENANTS: `x, ${TENANT_ID}, y` },
      ['ALLOWED_TENANTS må være en GUID'],
    ],
  ])('%s', (_what, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });

  test('everything at once', () => {
    expect(problemsOf({ MicrosoftAppId: APP_ID }).map((line) => line.split(/[ ;]/)[0])).toEqual([
      'MicrosoftAppTenantId',
      'MONGODB_URI',
      'MicrosoftAppType',
      'MicrosoftAppPassword',
    ]);
  });

  test('flags, which are for local mode', () => {
    expect(problemsOf(service, ['--unverified'])).toEqual([
      '--unverified gjelder bare lokal modus, uten MicrosoftAppId',
    ]);
  });
});

describe('a service', () => {
  test('listens for everybody, lets its own tenant in, and speaks to Microsoft alone', () => {
    expect(readConfig(service, [])).toMatchObject({
      mode: 'service',
      host: '0.0.0.0',
      port: 3978,
      dataDir: '.data',
      logLevel: 'info',
      allowedTenants: [TENANT_ID],
      allowedServiceHosts: [
        'smba.trafficmanager.net',
        '*.botframework.com',
        '*.teams.microsoft.com',
        '*.teams.microsoft.us',
      ],
      allowedFileHosts: ['*.sharepoint.com', '*.sharepoint.us'],
      channel: {
        issuer: 'https://api.botframework.com',
        openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        loginUrl: `https://login.microsoftonline.com/${TENANT_ID}`,
        validateAuthority: true,
        scope: 'https://api.botframework.com',
        callerId: 'urn:botframework:azure',
      },
    });
  });

  test.each<[string, NodeJS.ProcessEnv, object]>([
    ['a password', service, { kind: 'password', password: 'hemmelig' }],
    ['a certificate', certificate, { kind: 'certificate', thumbprint: 'aB'.repeat(20), privateKey: PEM.trim() }],
    ['a managed identity', identity, { kind: 'managed-identity' }],
  ])('signs with %s', (_what, env, credentials) => {
    expect(readConfig(env, []).credentials).toEqual(credentials);
  });

  test('has each setting of the channel with a default of its own, whichever are set', () => {
    const { channel } = readConfig({ ...service, ToBotFromChannelTokenIssuer: 'https://other.example' }, []);
    expect(channel).toMatchObject({
      issuer: 'https://other.example',
      openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      scope: 'https://api.botframework.com',
    });
  });

  test('in the cloud for governments has the keys and names of that one', () => {
    const { channel } = readConfig({ ...service, ChannelService: 'https://botframework.azure.us' }, []);
    expect(channel).toMatchObject({
      issuer: 'https://api.botframework.us',
      openIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      loginUrl: `https://login.microsoftonline.us/${TENANT_ID}`,
    });
  });

  test('is found in Teams by the id of its app: its own, or the one that the organisation’s catalogue gave it', () => {
    const link = (id: string) => `https://teams.microsoft.com/l/app/${id}?tenantId=${TENANT_ID}`;
    expect(linksOf(readConfig(service, [])).app).toBe(link(APP_ID));
    const env = { ...service, PUBLIC_URL: 'https://bot.example', TEAMS_APP_ID: OTHER_TENANT.toUpperCase() };
    const { app, tab } = linksOf(readConfig(env, []));
    expect(app).toBe(link(OTHER_TENANT));
    expect(tab('saker/1')).toContain(`/l/entity/${OTHER_TENANT}/`);
  });

  test('may let other tenants in, and then its own only when it is among them', () => {
    const env = { ...service, ALLOWED_TENANTS: `${OTHER_TENANT.toUpperCase()} ,` };
    expect(readConfig(env, []).allowedTenants).toEqual([OTHER_TENANT]);
  });
});
