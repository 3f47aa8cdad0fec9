import { describe, expect, test } from 'vitest';
import { readActivity, toInbound } from '../../../bot/teams/inbound.ts';
import type { ChosenMessage } from '../../../bot/turn.ts';
import { aChoice, aDialogInvoke, chatOf, type Fields, inGroup, KARI, TENANT_ID } from '../../support/activities.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const GROUP = inGroup('19:ssu@thread.v2', 'groupChat');

function inbound(fields: Fields) {
  const activity = readActivity({ ...fields });
  if (activity.kind === 'bad') throw new Error(activity.why.join());
  return toInbound(activity, false);
}
const invoke = (name: string, value: unknown, fields: Fields = {}) =>
  inbound(aDialogInvoke(SERVICE, KARI, name, value, fields));
const chosenOn = (payload: unknown) => inbound(aChoice(SERVICE, KARI, payload));
const messageOf = (payload: unknown): ChosenMessage | undefined => {
  const opened = chosenOn(payload);
  if (opened.kind !== 'extension-opened') throw new Error(`it is ${opened.kind}`);
  return opened.message;
};
const html = (content: unknown, more: object = {}) => ({ body: { contentType: 'html', content }, ...more });
const textOf = (content: unknown) => messageOf(html(content))?.text;

describe('a command that is chosen', () => {
  test('on a message tells which, by whom, and the message as plain text', () => {
    const link = 'https://teams.microsoft.com/l/message/19%3Assu/1700000000000';
    const payload = html('<p>Ventetiden <b>øker</b>.</p>', {
      subject: 'Ventetid',
      linkToMessage: link,
      from: { user: { userIdentityType: 'aadUser', id: 'ola-id', displayName: 'Ola Vik' }, application: null },
    });
    expect(inbound(aChoice(SERVICE, KARI, payload, { id: 'f:7', ...GROUP }))).toEqual({
      kind: 'extension-opened',
      commandId: 'meldSomSak',
      activityId: 'f:7',
      from: { tenantId: TENANT_ID, objectId: KARI, teamsId: `29:${KARI}`, name: KARI },
      place: { conversationId: '19:ssu@thread.v2', kind: 'dialog', serviceUrl: SERVICE },
      message: { text: 'Ventetiden øker.', title: 'Ventetid', link, authorId: 'ola-id', authorName: 'Ola Vik' },
    });
  });

  test('is chosen by whoever the activity is from, whoever the message says', () => {
    const payload = html('Hei', { from: { user: { id: 'ola', displayName: 'Ola' } } });
    expect(inbound(aChoice(SERVICE, KARI, { ...payload, aadObjectId: 'ola' }))).toMatchObject({
      from: { objectId: KARI },
      message: { authorName: 'Ola' },
    });
  });

  test('beside the field that one writes in is about no message', () => {
    const opened = inbound(aChoice(SERVICE, KARI));
    expect(opened).toMatchObject({ kind: 'extension-opened', commandId: 'meldSomSak' });
    expect(opened).not.toHaveProperty('message');
  });

  test('in the chat of two people is no chat with the bot', () => {
    expect(invoke('composeExtension/fetchTask', { commandId: 'meldSomSak' })).toMatchObject({
      place: { conversationId: chatOf(KARI), kind: 'dialog' },
    });
  });

  test.each([
    undefined,
    null,
    7,
    'meldSomSak',
    [],
    {},
    { commandId: 7 },
    { commandId: '' },
    { commandId: 'x'.repeat(65) },
  ])('is refused when its value is %j', (value) => {
    expect(invoke('composeExtension/fetchTask', value)).toEqual({ kind: 'bad', why: ['value'] });
  });
});

describe('a message that a command is chosen on', () => {
  test.each([null, 7, 'tekst', []])('is none when it comes as %j', (payload) => {
    const opened = invoke('composeExtension/fetchTask', { commandId: 'meldSomSak', messagePayload: payload });
    expect(opened).toMatchObject({ kind: 'extension-opened' });
    expect(opened).not.toHaveProperty('message');
  });

  test.each([
    {},
    { body: null, from: null, linkToMessage: null, subject: null },
    { body: 'tekst', from: 'Ola', linkToMessage: 7, subject: [] },
    { body: { content: 7 }, from: { user: 'Ola' } },
    { body: { contentType: 7 }, from: { user: { displayName: 7 }, application: null } },
    { body: null, from: { user: { id: 7 } } },
    { body: null, from: { user: { id: 'x'.repeat(101) } } },
    { body: [], from: [], linkToMessage: {}, subject: {} },
  ])('has no text, and no more than that, when it comes as %j', (payload) => {
    expect(messageOf(payload)).toEqual({ text: '' });
  });

  test.each([
    'javascript:alert(1)',
    'http://teams.microsoft.com/l/message/1',
    'ms-teams://l/message/1',
    'data:text/html,<b>',
    '//teams.microsoft.com',
    'https://',
    `https://teams.microsoft.com/${'x'.repeat(2000)}`,
  ])('has no link when it is %.60s', (linkToMessage) => {
    expect(messageOf(html('Hei', { linkToMessage }))).toEqual({ text: 'Hei' });
  });

  test('of an app was written by the app', () => {
    const from = { user: null, application: { applicationIdentityType: 'bot', displayName: 'Planlegger' } };
    expect(messageOf(html('Hei', { from }))).toEqual({ text: 'Hei', authorName: 'Planlegger' });
  });

  test('has its author and subject on one line each, no longer than a sak can hold', () => {
    const displayName = `Kari\u0000\r\n\tNes ${'x'.repeat(300)}`;
    const read = messageOf(html('Hei', { subject: `  ${'y'.repeat(299)}😀`, from: { user: { displayName } } }));
    expect(read).toEqual({ text: 'Hei', title: 'y'.repeat(299), authorName: `Kari Nes ${'x'.repeat(191)}` });
  });

  test.each<[string, string, string]>([
    ['paragraphs', '<p>En</p><p>To<br>linjer</p>', 'En\n\nTo\nlinjer'],
    ['blocks of any kind', '<div>En</div><blockquote>To</blockquote><pre>Tre</pre>', 'En\n\nTo\n\nTre'],
    ['tags in capitals', '<P>En<BR>To</P>', 'En\nTo'],
    ['a list', '<ol><li>En</li><li>To</li></ol>', '1. En\n2. To'],
    [
      'a table',
      '<table><tr><td>År</td><td>Antall</td></tr><tr><td>2024</td><td>7</td></tr></table>',
      'År | Antall\n2024 | 7',
    ],
    ['somebody who is mentioned', '<p><at id="0">Ola Vik</at>, se her</p>', 'Ola Vik, se her'],
    ['an emoji', '<p>Bra <emoji id="smile" alt="😀" title="Smil"></emoji></p>', 'Bra 😀'],
    [
      'a picture that says what it shows',
      '<p><img alt="Skjema &amp; tall" src="https://x.no/a.png"></p>',
      'Skjema & tall',
    ],
    [
      'entities',
      '&lt;b&gt; &amp;amp; &#229;&#xE6;&oslash; &quot;ja&quot;&nbsp;&apos;nei&apos;',
      '<b> &amp; åæø "ja" \'nei\'',
    ],
    ['entities that are none', '&toString; &#9999999; &#x110000; &finnesikke;', '&toString;   &finnesikke;'],
    [
      'Markdown',
      '<p># Tittel</p><p>**fet** [her](javascript:alert(1))</p>',
      '# Tittel\n\n**fet** [her](javascript:alert(1))',
    ],
    ['scripts and styles', '<style>p{}</style>Hei<script>alert("<b>")</script> du<SCRIPT>x', 'Hei du'],
    ['comments and attachments', '<!-- skjult -->Se <attachment id="1"></attachment>vedlegg', 'Se vedlegg'],
    ['control characters', 'En\u0000\u0007\u001b[31m \u009bto\ud800', 'En[31m to'],
    ['tags that are never closed', '<<<p <b Hei', 'p b Hei'],
    ['nothing but space', ' <p>&nbsp;</p>\n\n<p> </p> ', ''],
  ])('is read with %s', (_what, content, text) => {
    expect(textOf(content)).toBe(text);
  });

  test('that is not HTML is read as it stands', () => {
    const body = { contentType: 'text', content: ' 1 < 2 &amp; <b>3</b>\r\n\u0000slutt ' };
    expect(messageOf({ body })).toEqual({ text: '1 < 2 &amp; <b>3</b>\nslutt' });
  });

  test('as long as Teams takes one is there as a whole', () => {
    const text = 'Åpningstidene må ses på. '.repeat(1120).trim();
    expect(text.length).toBeGreaterThan(27_900);
    expect(textOf(`<p>${text}</p>`)).toBe(text);
  });

  test.each<[string, string]>([
    ['far longer than that', `<p>${'ord '.repeat(200_000)}</p>`],
    ['of nothing but beginnings of tags', '<'.repeat(900_000)],
    ['of nothing but beginnings of names', '<p '.repeat(300_000)],
    ['of nothing but entities', '&#'.repeat(450_000)],
    ['cut in the middle of a tag', `${'x'.repeat(199_990)}<div class="hemmelig">slutt`],
  ])('%s is read within a second, and no longer than a sak can hold', (_what, content) => {
    const began = performance.now();
    const text = textOf(content) ?? '';
    expect(performance.now() - began).toBeLessThan(1000);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).not.toContain('hemmelig');
  });
});

describe('a dialog', () => {
  const data = { verb: 'sak.new', title: 'Utskrivning', msteams: { type: 'task/fetch' } };

  test.each([
    ['task/fetch', 'dialog-opened'],
    ['task/submit', 'dialog-submitted'],
    ['composeExtension/submitAction', 'dialog-submitted'],
  ])('by %s carries what the button does, unread', (name, kind) => {
    expect(invoke(name, { data, context: { theme: 'default' } }, GROUP)).toMatchObject({
      kind,
      data,
      from: { objectId: KARI },
      place: { kind: 'dialog', conversationId: '19:ssu@thread.v2' },
    });
  });

  test.each(['task/fetch', 'task/submit', 'composeExtension/submitAction'])('by %s is refused without data', (name) => {
    for (const value of [undefined, null, 7, 'x', [], {}, { data: null }, { data: 'x' }, { data: [] }])
      expect(invoke(name, value)).toEqual({ kind: 'bad', why: ['value'] });
  });

  test.each(['composeExtension/query', 'composeExtension/toString', 'task/other', 'toString', ''])(
    'is nothing that “%s” is about',
    (name) => {
      expect(invoke(name, { commandId: 'meldSomSak', data })).toEqual({ kind: 'ignored' });
    },
  );
});
