import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireRound } from '../../tab-api/wire-rounds.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { cardForm } from '../parts/card-form.ts';
import { facts } from '../parts/facts.ts';
import { pageHead } from '../parts/head.ts';
import { historyPart } from '../parts/history.ts';
import { type Column, table } from '../parts/list.ts';
import { prose } from '../parts/prose.ts';
import { section } from '../parts/section.ts';
import { stateMark } from '../parts/state-mark.ts';

type Seat = WireRound['seats'][number];

/** Longer than what is seen at once, in characters: the way to the answer is long then. */
const LONG = 1500;

const seatColumns: readonly Column<Seat>[] = [
  { heading: 'Plass', cell: ({ seat }) => seat, isName: true },
  { heading: 'Hvem', cell: ({ who }) => who },
  { heading: 'Svar', cell: ({ state }) => stateMark(state) },
  { heading: 'Når og hvordan', cell: ({ when }) => when },
  { heading: 'Kort og påminnelser', cell: ({ card }) => card },
];

/** One e-postrunde: what is asked about, the answer of whoever looks, and how it stands for those who run it. */
export function roundPage(page: WireRound, context: Context): TemplateResult {
  const { committeeId, title, state, due, notes, text, textTitle, history } = page;
  const isMember = context.me.committees.some(({ id }) => id === committeeId);
  const back = isMember ? { path: `committees/${committeeId}/rounds`, text: 'E-postrunder' } : undefined;
  return html`${pageHead(context, { title, committeeId, state, back })}
    ${notes.map((note) => html`<p>${note}</p>`)}
    ${due === '' ? nothing : html`<p class="due">${due}</p>`}
    ${facts(page.facts)}
    ${ownAnswer(page)}
    ${text === '' ? nothing : section('text', textTitle, html`${skip(page)}${prose(text)}${actionsBar(context, page.more)}`)}
    ${ways(page, context)}
    ${status(page, context)}
    ${links(page)}
    ${historyPart(history)}`;
}

function ownAnswer({ own }: WireRound): TemplateResult | typeof nothing {
  if (own === undefined) return nothing;
  return section('own', 'Ditt svar', html`${own.lines.map((line) => html`<p>${line}</p>`)}${own.said.map(prose)}`);
}

/** Past a long text to the answer, also by keyboard. */
function skip({ text, forms }: WireRound): TemplateResult | typeof nothing {
  if (forms.length === 0 || text.length < LONG) return nothing;
  const go = () => {
    const heading = document.getElementById('ways');
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  };
  return html`<p><fluent-button @click=${go}>Gå rett til svaret</fluent-button></p>`;
}

function ways({ id, own, forms }: WireRound, context: Context): TemplateResult | typeof nothing {
  if (forms.length === 0) return nothing;
  const said = own && 'Svaret ditt er registrert.';
  return section(
    'ways',
    own?.isAnswered ? 'Endre svaret' : own ? 'Svar' : 'Hva du kan gjøre',
    forms.map((one, n) => cardForm(context, `round-${id}-${n}`, one, { said, hasPrimary: own?.isAnswered === false })),
  );
}

function status(page: WireRound, context: Context): TemplateResult | typeof nothing {
  const { figures, seats, said, actions } = page;
  if (figures.length === 0) return nothing;
  return section(
    'status',
    'Slik står det',
    html`${facts(figures)}
    <h3>Svar fra hver plass</h3>
    ${table(context, { caption: 'Svar fra hver plass', columns: seatColumns, list: { items: seats }, empty: '' })}
    ${said.length > 0 ? html`<h3>Dette er sagt</h3>${said.map(prose)}` : nothing}
    ${actionsBar(context, actions)}`,
  );
}

function links({ links: all }: WireRound): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const items = all.map(({ text, path }) => html`<li><a href="#/${path}">${text}</a></li>`);
  return section('links', 'Hører sammen med', html`<ul class="lines">${items}</ul>`);
}
