import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireCommittee } from '../tab-api/wire.ts';
import { subjectOf } from './route.ts';
import type { Page, State } from './state.ts';

type Place = 'waiting' | 'saker' | 'meetings' | 'rounds' | 'tiltak' | 'members';

/** Which entry of the menu a page stands under. */
const places: Partial<Record<Page['page'], Place>> = {
  waiting: 'waiting',
  committee: 'members',
  saker: 'saker',
  sak: 'saker',
  meetings: 'meetings',
  meeting: 'meetings',
  rounds: 'rounds',
  round: 'rounds',
  'tiltak-list': 'tiltak',
  tiltak: 'tiltak',
  'tiltak-over-time': 'tiltak',
};

const entries: readonly {
  readonly place: Place;
  readonly text: string;
  readonly path: (committeeId: string) => string;
}[] = [
  { place: 'saker', text: 'Saker', path: (id) => `committees/${id}/saker` },
  { place: 'meetings', text: 'Møter', path: (id) => `committees/${id}/meetings` },
  { place: 'rounds', text: 'E-postrunder', path: (id) => `committees/${id}/rounds` },
  { place: 'tiltak', text: 'Tiltak', path: (id) => `committees/${id}/tiltak` },
  { place: 'members', text: 'Medlemmer', path: (id) => `committees/${id}` },
];

/** The menu: what waits for whoever looks, and the pages of one of their committees. */
export function nav(state: State): TemplateResult {
  const { me, committeeId, shown } = state;
  const place = shown.kind === 'page' ? places[shown.page.page] : undefined;
  const committee = me?.committees.find(({ id }) => id === committeeId);
  return html`<nav class="menu" aria-label="Sider">
    <ul>
      <li>${link(state, 'waiting', 'Venter på deg', place === 'waiting')}</li>
    </ul>
    ${
      committee && me
        ? html`${chooser(me.committees, committee, place)}
      <ul>
        ${entries.map((entry) => html`<li>${link(state, entry.path(committee.id), entry.text, place === entry.place)}</li>`)}
      </ul>`
        : nothing
    }
  </nav>`;
}

/** `page` for the page itself, `true` for the one that it is a part of. */
function link({ path }: State, to: string, text: string, isHere: boolean): TemplateResult {
  const current = subjectOf(path) === to ? 'page' : isHere ? 'true' : 'false';
  return html`<a href="#/${to}" aria-current=${current}>${text}</a>`;
}

/** Which committee the menu leads to; with only one there is nothing to choose. */
function chooser(
  committees: readonly WireCommittee[],
  chosen: WireCommittee,
  place: Place | undefined,
): TemplateResult {
  if (committees.length === 1) return html`<p class="menu-committee" title=${chosen.name}>${chosen.shortName}</p>`;
  const path = entries.find((entry) => entry.place === place)?.path ?? ((id: string) => `committees/${id}`);
  return html`<details class="chooser" @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
    <summary><span class="visually-hidden">Utvalg: </span>${chosen.shortName}</summary>
    <ul>
      ${committees.map(
        ({ id, name, shortName, roles, isClosed }) => html`<li>
          <a href="#/${path(id)}" aria-current=${id === chosen.id ? 'true' : 'false'} @click=${closeAround}>
            <strong>${shortName}</strong> <span>${name}</span>
            <span class="quiet">${roles}${isClosed ? ', avsluttet' : ''}</span>
          </a>
        </li>`,
      )}
    </ul>
  </details>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !details.open) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}

function closeWhenLeft(event: FocusEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
}

function closeAround(event: Event): void {
  const details = (event.currentTarget as HTMLElement).closest('details');
  if (details) details.open = false;
}
