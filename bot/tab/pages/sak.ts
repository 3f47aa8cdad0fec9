import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireSak } from '../../tab-api/wire-saker.ts';
import type { Context } from '../context.ts';
import { actionButton } from '../parts/actions.ts';
import { cardForm } from '../parts/card-form.ts';
import { facts } from '../parts/facts.ts';
import { pageHead } from '../parts/head.ts';
import { historyPart } from '../parts/history.ts';
import { notesPart } from '../parts/notes.ts';
import { paragraphs } from '../parts/paragraphs.ts';
import { section } from '../parts/section.ts';

/** A sak in full: what it says, where it stands, what it led to, and what whoever looks can do with it. */
export function sakPage(page: WireSak, context: Context): TemplateResult {
  const { id, committeeId, number, title, state, notes, texts, vedtak, history } = page;
  const isMember = context.me.committees.some((committee) => committee.id === committeeId);
  const back = isMember ? { path: `committees/${committeeId}/saker`, text: 'Saker' } : undefined;
  return html`${pageHead(context, { title, committeeId, state, number, back })}
    ${notesPart(notes)}
    ${facts(page.facts)}
    ${vedtak.length > 0 ? section('vedtak', 'Vedtak', paragraphs(vedtak)) : nothing}
    ${texts.map((text, n) => section(`text-${n}`, text.heading, paragraphs(text.paragraphs)))}
    ${attachments(page, context)}
    ${links(page)}
    ${similar(page, context)}
    ${
      page.forms.length > 0
        ? section(
            'ways',
            'Hva du kan gjøre',
            page.forms.map((one, n) => cardForm(context, `sak-${id}-${n}`, one)),
          )
        : nothing
    }
    ${historyPart(history)}`;
}

function attachments({ attachments: all }: WireSak, context: Context): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const items = all.map(
    ({ text, url, button }) => html`<li>
      ${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>` : text}
      ${button ? actionButton(context, button) : nothing}
    </li>`,
  );
  return section('attachments', 'Vedlegg', html`<ul class="lines">${items}</ul>`);
}

function links({ links: all }: WireSak): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const items = all.map(({ text, path }) => html`<li><a href="#/${path}">${text}</a></li>`);
  return section('links', 'Møte, e-postrunder og tiltak', html`<ul class="lines">${items}</ul>`);
}

function similar({ similar: all }: WireSak, context: Context): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const items = all.map(({ text, button }) => html`<li>${text} ${actionButton(context, button)}</li>`);
  return section('similar', 'Saker som ligner', html`<ul class="lines">${items}</ul>`);
}
