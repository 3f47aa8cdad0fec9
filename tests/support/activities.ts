export const APP_ID = '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0001';
export const TENANT_ID = '0b7c1c7e-5d0f-4f6f-8a53-0d3b8f1e0002';

/** Somebody's Entra object id; the Teams id and the 1:1 chat follow from it. */
export const KARI = '5eed0000-0000-4000-8000-00000000ca41';
export const OLA = '5eed0000-0000-4000-8000-000000000014';
export const chatOf = (objectId: string) => `a:${objectId}`;

export type Fields = Readonly<Record<string, unknown>>;

let serial = 0;

/** An activity as Teams sends it from somebody's 1:1 chat. `fields` take the place of its own; undefined leaves one out. */
export function anActivity(serviceUrl: string, objectId: string, fields: Fields): Fields {
  return {
    id: `f:${++serial}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    locale: 'nb-NO',
    from: { id: `29:${objectId}`, aadObjectId: objectId, name: objectId },
    recipient: { id: `28:${APP_ID}`, name: 'Utvalgsbot' },
    conversation: { id: chatOf(objectId), conversationType: 'personal', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID }, source: { name: 'message' } },
    ...fields,
  };
}

export function aMessage(serviceUrl: string, objectId: string, text: string, fields: Fields = {}): Fields {
  return anActivity(serviceUrl, objectId, { type: 'message', text, textFormat: 'plain', ...fields });
}

/** A pressed button that carries this. */
export function aPress(serviceUrl: string, objectId: string, data: Fields, fields: Fields = {}): Fields {
  return anActivity(serviceUrl, objectId, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1',
    value: { action: { type: 'Action.Execute', id: '', verb: data.verb, data }, trigger: 'manual' },
    ...fields,
  });
}

/** An invoke about a dialog: `task/fetch`, `task/submit`, `composeExtension/fetchTask` or `composeExtension/submitAction`. */
export function aDialogInvoke(
  serviceUrl: string,
  objectId: string,
  name: string,
  value: unknown,
  fields: Fields = {},
): Fields {
  return anActivity(serviceUrl, objectId, { type: 'invoke', name, value, ...fields });
}

/** Somebody chooses a command of the app on this message. */
export function aChoice(serviceUrl: string, objectId: string, messagePayload?: unknown, fields: Fields = {}): Fields {
  const chosen = messagePayload === undefined ? {} : { messagePayload };
  const value = { commandId: 'meldSomSak', commandContext: messagePayload ? 'message' : 'compose', ...chosen };
  return aDialogInvoke(serviceUrl, objectId, 'composeExtension/fetchTask', value, fields);
}

export function anInstall(serviceUrl: string, objectId: string, action: string, fields: Fields = {}): Fields {
  return anActivity(serviceUrl, objectId, { type: 'installationUpdate', action, ...fields });
}

/** A channel's or group chat's part of an activity. */
export function inGroup(id: string, conversationType: 'channel' | 'groupChat', fields: Fields = {}): Fields {
  return { conversation: { id, conversationType, isGroup: true, tenantId: TENANT_ID, ...fields } };
}
