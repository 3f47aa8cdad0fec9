import type { Activity as BotActivity, InvokeResponse, TurnContext } from 'botbuilder';
import type { ConnectorFactory, UserTokenClient } from 'botframework-connector';
import type { Channel } from '../config-channel.ts';
import type { Activity } from './inbound.ts';
import { BotFrameworkAuthentication, ClaimsIdentity, CloudAdapter } from './sdk.ts';

const NOBODY = 'the bot checks tokens itself, before the SDK is asked';

/**
 * Stands where the SDK expects its own authentication, and refuses to be it: requests are verified before they get
 * here. What the SDK needs of it, a connector, is given to each turn from the ones that are kept.
 */
class NoAuthentication extends BotFrameworkAuthentication {
  private readonly connectors: ConnectorFactory;
  constructor(connectors: ConnectorFactory) {
    super();
    this.connectors = connectors;
  }
  override async authenticateRequest(): Promise<never> {
    throw new Error(NOBODY);
  }
  override async authenticateStreamingRequest(): Promise<never> {
    throw new Error(NOBODY);
  }
  override createConnectorFactory(): ConnectorFactory {
    return this.connectors;
  }
  // sign-in prompts are not used; the SDK only carries this along
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

/** Runs verified activities as turns of the Bot Framework SDK. */
export class VerifiedAdapter extends CloudAdapter {
  private readonly identity: InstanceType<typeof ClaimsIdentity>;
  private readonly connectors: ConnectorFactory;
  private readonly audience: string;
  private readonly callerId: string;

  constructor(connectors: ConnectorFactory, { appId, channel }: { readonly appId: string; readonly channel: Channel }) {
    super(new NoAuthentication(connectors));
    this.connectors = connectors;
    this.audience = channel.scope;
    this.callerId = channel.callerId;
    this.identity = new ClaimsIdentity(
      [
        { type: 'iss', value: channel.issuer },
        { type: 'aud', value: appId },
      ],
      true,
    );
  }

  /** One turn. Resolves with the answer of an invoke; `logic` sees known, bounded fields of the activity alone. */
  runVerified(
    { envelope }: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const { type, id, channelId, serviceUrl, from, recipient, conversation, name } = envelope;
    const activity = { type, id, channelId, serviceUrl, from, recipient, conversation, name } as Partial<BotActivity>;
    const verified = {
      audience: this.audience,
      callerId: this.callerId,
      claimsIdentity: this.identity,
      connectorFactory: this.connectors,
    };
    return this.processActivity(verified, activity as BotActivity, logic);
  }
}
