import { describe, expect, test } from 'vitest';
import { consentIn, filesIn } from '../../../bot/teams/inbound-files.ts';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
const place = { conversationId: 'a:1', kind: 'personal', serviceUrl: 'https://a.example/' } as const;
const dropped = (overrides: object = {}) => ({
  contentType: DOWNLOAD,
  name: 'Referat.docx',
  content: { downloadUrl: 'https://x.sharepoint.com/1' },
  ...overrides,
});
const uploadInfo = {
  uploadUrl: 'https://x.sharepoint.com/up',
  contentUrl: 'https://x.sharepoint.com/file',
  name: 'Referat.docx',
  uniqueId: 'u-1',
  fileType: 'docx',
};
const consent = (value: object = {}, rest: object = {}) => ({
  replyToId: '17',
  value: { type: 'fileUpload', action: 'accept', context: { fileId: 'file-1' }, uploadInfo, ...value },
  ...rest,
});

describe('files that come with a message', () => {
  test('are read with their name and where they can be fetched', () => {
    expect(filesIn([dropped()])).toEqual([{ name: 'Referat.docx', url: 'https://x.sharepoint.com/1' }]);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['another kind of attachment', [dropped({ contentType: 'text/html' })]],
    ['no name', [dropped({ name: ' ' })]],
    ['no address', [dropped({ content: {} })]],
    ['an address that is none', [dropped({ content: { downloadUrl: 'x' } })]],
    ['an address longer than any', [dropped({ content: { downloadUrl: `https://x/${'x'.repeat(5000)}` } })]],
  ])('%s is no file', (_what, attachments) => {
    expect(filesIn(attachments)).toEqual([]);
  });

  test('one that is odd keeps the others from nothing, and more than five are not taken', () => {
    expect(filesIn([null, dropped()])).toHaveLength(1);
    expect(filesIn(Array.from({ length: 9 }, () => dropped()))).toHaveLength(5);
  });
});

describe('the answer to an offered file', () => {
  test('says where it is wanted, and which message asked', () => {
    expect(consentIn(consent(), place)).toEqual({
      fileId: 'file-1',
      upload: { ...uploadInfo, serviceUrl: 'https://a.example/', conversationId: 'a:1', consentId: '17' },
    });
  });

  test('that declines carries nothing else', () => {
    expect(consentIn(consent({ action: 'decline', uploadInfo: undefined }), place)).toEqual({ fileId: 'file-1' });
  });

  test.each([
    ['without a value', { value: undefined }],
    ['of another kind', consent({ type: 'other' })],
    ['with an action nobody knows', consent({ action: 'maybe' })],
    ['without the file it is about', consent({ context: {} })],
    ['that accepts without saying where', consent({ uploadInfo: undefined })],
    ['with an address that is none', consent({ uploadInfo: { ...uploadInfo, uploadUrl: 'x' } })],
  ])('%s cannot be read', (_what, raw) => {
    expect(consentIn(raw, place)).toBeUndefined();
  });
});
