import type { Attachment, Sak } from '../store/sak/record.ts';
import { numberedPoints } from '../store/typed-text.ts';
import { button, buttons, type Element, facts, heading, link, paragraph } from './elements.ts';
import { inPages, pagesOf } from './pages.ts';
import { sakText, sakTypeText } from './text/sak.ts';

/** What a page of a sak may take of a message; the rest is for its head, what can be done with it, and what went wrong. */
const PAGE_BYTES = 14 * 1024;

const nobody = () => 'Ukjent';

/** The head of a sak: its title, what is said of the last press, and the lines of the committees' own template (domain a1). */
export function sakHead(
  sak: Sak,
  more: Readonly<Record<string, string>> = {},
  said: readonly Element[] = [],
): Element[] {
  const { title, from, outsider, to, type, number } = sak;
  return [
    heading(`${number ? `Sak ${number}: ` : ''}${title || sakText.unknownSak}`),
    ...said,
    facts({
      [sakText.from]: outsider ? sakText.fromOutside(from) : from || '–',
      ...(to && { Til: to }),
      ...(type && { Type: sakTypeText[type] }),
      ...more,
    }),
    ...(sak.closed ? [paragraph(sakText.closed)] : []),
  ];
}

/**
 * All that a sak says, page by page, nothing left out: saksframstilling, proposal with its numbers, vedlegg, what was
 * asked and answered, and the vedtak.
 */
export function sakPages(sak: Sak, nameOf: (personId: string) => string = nobody): Element[][] {
  return inPages(
    [
      ...texts(sak.background),
      ...titled(numberedPoints(sak.proposal).flatMap(texts), sakText.proposalTitle),
      ...titled(
        sak.attachments.map((one, n) => attachment(sak.id, one, n + 1)),
        sakText.attachmentsTitle,
      ),
      ...(sak.source?.link ? [link(sakText.fromMessage, sak.source.link)] : []),
      ...titled(requestsOf(sak, nameOf), sakText.requestsTitle),
      ...(sak.reason ? texts(sakText.reason(sak.reason)) : []),
      ...titled(numberedPoints(sak.vedtak ?? []).flatMap(texts), sakText.vedtakTitle),
    ],
    PAGE_BYTES,
  );
}

/** In pieces that a page has room for. */
function texts(text: string): Element[] {
  return text === '' ? [] : pagesOf(text, 1).map(paragraph);
}

function titled(elements: readonly Element[], title: string): Element[] {
  return elements.length === 0 ? [] : [heading(title), ...elements];
}

function requestsOf({ requests }: Sak, nameOf: (personId: string) => string): Element[] {
  return requests.flatMap(({ text, at, by, answer, answeredAt }) => [
    ...texts(sakText.asked(nameOf(by), at, text)),
    ...(answeredAt ? texts(answer ? sakText.answered(answeredAt, answer) : sakText.changedInstead(answeredAt)) : []),
  ]);
}

function attachment(sakId: string, one: Attachment, n: number): Element {
  if (one.kind === 'link') return link(`${n}. ${one.name}`, one.url);
  const offer = { what: 'attachment', sakId, fileId: one.fileId } as const;
  const items = [paragraph(`${n}. ${one.name}`), buttons(button(sakText.sendFile(n), { verb: 'file.send', offer }))];
  return { type: 'Container', items };
}
