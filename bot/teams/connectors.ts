import type { ConnectorClient as Client } from 'botframework-connector';
import { isSafeUrl } from '../environment.ts';
import { UndeliveredError } from '../turn.ts';
import type { JoinedCredentials } from './credentials.ts';
import { ConnectorClient, ConnectorFactory } from './sdk.ts';

const DEADLINE_MS = 10_000;
/** One deployment speaks to a handful of services; more than this means that somebody feeds it addresses. */
const REMEMBERED = 50;
// a repeated POST posts twice; a redirect would take the card to a host that nobody allowed
const UNWANTED = ['defaultRetryPolicy', 'redirectPolicy'];

/** Whether a service may be spoken to: https and on the list, where `*.` stands for any subdomain. Never throws. */
export function isAllowedService(serviceUrl: string, allowed: readonly string[]): boolean {
  if (!isSafeUrl(serviceUrl)) return false;
  const { hostname, username, password } = new URL(serviceUrl);
  const listed = allowed.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
  return listed && username === '' && password === '';
}

/** The part of the client's private pipeline that is changed. */
export type Pipeline = {
  getOrderedPolicies(): readonly { readonly name: string }[];
  removePolicy(options: { readonly name: string }): unknown;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: { timeout?: number }, next: (request: unknown) => unknown): unknown;
  }): void;
};

/**
 * Clients for Teams' services, one each and kept. The bot's token goes to allowed hosts alone; nothing is repeated by
 * the SDK, which would post a card twice; and no request waits longer than ten seconds.
 */
export class Connectors extends ConnectorFactory {
  private readonly clients = new Map<string, Client>();
  private readonly credentials: JoinedCredentials;
  private readonly allowed: readonly string[];
  private readonly deadlineMs: number;

  constructor(credentials: JoinedCredentials, allowed: readonly string[], deadlineMs = DEADLINE_MS) {
    super();
    this.credentials = credentials;
    this.allowed = allowed;
    this.deadlineMs = deadlineMs;
  }

  /** Throws `UndeliveredError` when the service is not an allowed one. */
  override async create(serviceUrl: string): Promise<Client> {
    const known = this.clients.get(serviceUrl);
    if (known) return known;
    if (!isAllowedService(serviceUrl, this.allowed))
      throw new UndeliveredError('failed', 'the service is not on the list of allowed hosts');
    const client = new ConnectorClient(this.credentials as never, { baseUri: serviceUrl });
    harden((client as unknown as { client: { pipeline: Pipeline } }).client.pipeline, this.deadlineMs);
    const [oldest] = this.clients.keys();
    if (this.clients.size >= REMEMBERED && oldest !== undefined) this.clients.delete(oldest);
    this.clients.set(serviceUrl, client);
    return client;
  }
}

/** The pipeline is the SDK's own affair: should one of these policies get another name, this says so at once. */
export function harden(pipeline: Pipeline, deadlineMs: number): void {
  for (const name of UNWANTED) {
    if (!pipeline.getOrderedPolicies().some((policy) => policy.name === name))
      throw new Error(`the connector has no ${name} to switch off`);
    pipeline.removePolicy({ name });
  }
  pipeline.addPolicy({
    name: 'deadline',
    sendRequest: (request, next) => {
      request.timeout = deadlineMs;
      return next(request);
    },
  });
}
