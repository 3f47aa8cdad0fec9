import { type Document, newDocument } from '../../store/document/record.ts';
import { DEADLINE, NOW, TENANT } from './records.ts';

/** A draft of Siv's that is to be voted on. */
export function aDocument(overrides: Partial<Document> = {}): Document {
  const input = {
    committeeId: 'committee-1',
    purpose: 'vedtak' as const,
    title: 'Møteplan for 2027',
    text: 'Planen følger vedlagt.',
    proposal: ['SSU vedtar ny møteplan for 2027.'],
    askedGroup: 'voting' as const,
    deadline: DEADLINE,
  };
  return { ...newDocument('document-1', TENANT, input, 'siv', NOW), ...overrides };
}
