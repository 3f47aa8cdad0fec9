import { createServer } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationError } from 'botframework-connector';

/**
 * The baseline: an echo bot on bare botbuilder as its documentation shows it, with the same token checks, the same
 * small host over node:http and the same managed identity. It stores nothing.
 */
const setting = (name: string) => process.env[name] ?? '';
const MicrosoftAppId = setting('MicrosoftAppId');
const MicrosoftAppType = setting('MicrosoftAppType');
const MicrosoftAppTenantId = setting('MicrosoftAppTenantId');
const ToBotFromChannelOpenIdMetadataUrl = setting('ToBotFromChannelOpenIdMetadataUrl');
const ISSUER = 'https://api.botframework.com';

const claims = async (found: readonly { readonly type: string; readonly value: string }[]) => {
  if (found.find(({ type }) => type === 'iss')?.value !== ISSUER) throw new AuthenticationError('issuer', 401);
};
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId,
      MicrosoftAppType,
      MicrosoftAppTenantId,
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${MicrosoftAppTenantId}`,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: ToBotFromChannelOpenIdMetadataUrl,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: true,
    },
    undefined,
    new AuthenticationConfiguration(['msteams'], claims as never),
  ),
);

class Echo extends TeamsActivityHandler {
  protected override async onAdaptiveCardInvoke() {
    const body = [{ type: 'TextBlock', text: 'Du godkjente.', wrap: true }];
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', body },
    };
  }
}
const bot = new Echo();

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const shim = {
    socket: request.socket,
    end: () => response.end(),
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    send: (sent: unknown) => response.write(typeof sent === 'string' ? sent : JSON.stringify(sent)),
    status: (code: number) => {
      response.statusCode = code;
    },
  };
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const method = request.method ?? 'POST';
  await adapter.process({ body, headers: request.headers, method }, shim, (context) => bot.run(context));
}).listen(Number(setting('PORT')), '127.0.0.1');
