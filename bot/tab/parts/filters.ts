import { html, nothing, type TemplateResult } from 'lit-html';
import type { Context } from '../context.ts';
import { pathWith } from '../route.ts';

/** Views of one list, as links: the one that is on says so. */
export function filterLinks(
  label: string,
  filters: readonly { readonly text: string; readonly isOn: boolean; readonly path: string }[],
): TemplateResult | typeof nothing {
  if (filters.length === 0) return nothing;
  return html`<nav class="filter-links" aria-label=${label}>
    <ul>
      ${filters.map(({ text, isOn, path }) => html`<li><a href="#/${path}" aria-current=${isOn ? 'true' : 'false'}>${text}</a></li>`)}
    </ul>
  </nav>`;
}

/** Choices and a search that narrow a list. They are the path's own query, and the list is read when «Vis» is pressed, or Enter. */
export function filterForm(
  context: Context,
  {
    filters,
    search,
  }: {
    readonly filters: readonly {
      readonly key: string;
      readonly label: string;
      readonly value: string;
      readonly choices: readonly { readonly value: string; readonly text: string }[];
    }[];
    /** What is searched for; undefined where there is no search. Its name in the query is `q`. */
    readonly search?: string | undefined;
  },
): TemplateResult {
  const show = (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const values = Object.fromEntries([...data].map(([name, value]) => [name, String(value).trim()]));
    context.go(pathWith(context.path, values), { replace: true });
  };
  return html`<form class="filters" role="search" aria-label="Filtrer listen" @submit=${show}>
    ${
      search === undefined
        ? nothing
        : html`<div class="filter"><fluent-text-field name="q" type="search" value=${search}>Søk</fluent-text-field></div>`
    }
    ${filters.map(
      ({ key, label, value, choices }) => html`<div class="filter">
        <label class="label" for="filter-${key}">${label}</label>
        <select class="input" id="filter-${key}" name=${key}>
          ${choices.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.text}</option>`)}
        </select>
      </div>`,
    )}
    <fluent-button type="submit">Vis</fluent-button>
  </form>`;
}
