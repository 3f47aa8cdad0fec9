import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import type { Context } from './context.ts';
import type { Host } from './host.ts';
import { nav } from './nav.ts';
import { pageTemplate } from './pages.ts';
import { subjectOf } from './route.ts';
import type { Notice, State } from './state.ts';
import { refused, type Trouble } from './trouble.ts';

/** The whole tab: a way past the menu, the menu, what is said, and the page. */
export function shell(state: State, context: Context, host: Host): TemplateResult {
  const { shown, isBusy, notice, path } = state;
  return html`<button class="skip" type="button" @click=${skip}>Gå til innholdet</button>
    ${state.me === undefined || host.isSidePanel ? nothing : html`<header class="top">${nav(state)}${around(context, host)}</header>`}
    <div class="progress" ?data-busy=${isBusy} aria-hidden="true"></div>
    <div class="notices" role="status">${notice ? noticeLine(notice) : nothing}</div>
    <main id="main" class=${host.isSidePanel ? 'panel' : 'page'} aria-busy=${isBusy}>
      ${keyed(subjectOf(path), content(shown, context))}
    </main>`;
}

function content(shown: State['shown'], context: Context): TemplateResult {
  if (shown.kind === 'loading') return html`<p class="starting">Henter …</p>`;
  if (shown.kind === 'trouble') return trouble(shown.trouble, context);
  if (shown.page.page === 'refused') return trouble(refused, context);
  return pageTemplate(shown.page, context);
}

/** Why there is nothing to show. */
export function trouble({ title, text, canRetry }: Trouble, { reload }: Pick<Context, 'reload'>): TemplateResult {
  return html`<div class="trouble">
    <h1 tabindex="-1">${title}</h1>
    <p>${text}</p>
    ${
      canRetry
        ? html`<p><fluent-button appearance="accent" @click=${() => reload()}>Prøv igjen</fluent-button></p>`
        : html`<p><a href="#/waiting">Til «Venter på deg»</a></p>`
    }
  </div>`;
}

function noticeLine({ text, isProblem, again }: Notice): TemplateResult {
  return html`<p class="notice" ?data-problem=${isProblem}>
    <span>${text}</span>
    ${again ? html`<fluent-button @click=${again}>Prøv igjen</fluent-button>` : nothing}
  </p>`;
}

/** The way back to the chat; in local mode who looks, as somebody else may. */
function around({ me, openLink }: Context, { chatAt, changePerson }: Host): TemplateResult {
  const url = chatAt(me.chat);
  const open = (event: Event) => {
    event.preventDefault();
    openLink(url);
  };
  return html`<p class="around"><a href=${url} @click=${open}>Åpne chatten med Utvalgsbot</a></p>
    ${
      changePerson
        ? html`<p class="around"><span>${me.name}</span>
            <fluent-button appearance="stealth" @click=${changePerson}>Bytt person</fluent-button></p>`
        : nothing
    }`;
}

// a link to #main would be taken for a page of the tab
function skip(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.focus();
  heading?.scrollIntoView({ block: 'start' });
}
