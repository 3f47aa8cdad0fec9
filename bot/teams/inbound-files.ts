import { z } from 'zod';
import type { Upload } from '../../store/offer.ts';
import type { IncomingFile, Place } from '../turn.ts';

const MOST_FILES = 5;
const MAX_URL = 4096;

const downloadSchema = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().trim().min(1).max(300),
  content: z.object({ downloadUrl: z.url().max(MAX_URL) }),
});

/** The files that were dropped into a chat with a message; other attachments are left out. */
export function filesIn(attachments: unknown): IncomingFile[] {
  const listed: readonly unknown[] = Array.isArray(attachments) ? attachments.slice(0, MOST_FILES) : [];
  return listed.flatMap((attachment) => {
    const { data } = downloadSchema.safeParse(attachment);
    return data ? [{ name: data.name, url: data.content.downloadUrl }] : [];
  });
}

const consentSchema = z.object({
  replyToId: z.string().min(1).max(512).optional().catch(undefined),
  value: z.object({
    type: z.literal('fileUpload'),
    action: z.enum(['accept', 'decline']),
    context: z.object({ fileId: z.string().min(1).max(512) }),
    uploadInfo: z
      .object({
        uploadUrl: z.url().max(MAX_URL),
        contentUrl: z.url().max(MAX_URL),
        name: z.string().min(1).max(300),
        uniqueId: z.string().min(1).max(512),
        fileType: z.string().max(40).catch(''),
      })
      .nullish(),
  }),
});

/** The answer to an offered file; undefined when it cannot be read. */
export function consentIn(
  raw: Record<string, unknown>,
  { serviceUrl, conversationId }: Place,
): { readonly fileId: string; readonly upload?: Upload } | undefined {
  const { data } = consentSchema.safeParse(raw);
  if (data === undefined) return undefined;
  const { action, context, uploadInfo } = data.value;
  const { fileId } = context;
  if (action === 'decline') return { fileId };
  if (!uploadInfo) return undefined;
  const { replyToId: consentId } = data;
  return { fileId, upload: { ...uploadInfo, serviceUrl, conversationId, ...(consentId && { consentId }) } };
}
