import { html, nothing, type TemplateResult } from 'lit-html';
import type { WireTiltak } from '../../tab-api/wire-tiltak.ts';
import type { Context } from '../context.ts';
import { actionsBar } from '../parts/actions.ts';
import { facts } from '../parts/facts.ts';
import { form } from '../parts/form.ts';
import { pageHead } from '../parts/head.ts';
import { historyPart } from '../parts/history.ts';
import { prose } from '../parts/prose.ts';
import { section } from '../parts/section.ts';

/** One tiltak, with the form of a new status for those who may answer for it. */
export function tiltakPage(page: WireTiltak, context: Context): TemplateResult {
  const { title, point, committeeId, state, plan, listPath, text, remarks, prose: said, actions, history } = page;
  const back = listPath === undefined ? { path: 'waiting', text: 'Venter på deg' } : { path: listPath, text: plan };
  return html`${pageHead(context, { title, number: point, committeeId, state, back })}
    ${remarks.map((remark) => html`<p class="remark">${remark}</p>`)}
    ${text === undefined ? nothing : prose(text)}
    ${facts(page.facts.map(({ label, value, path }) => ({ label, value: path ? html`<a href="#/${path}">${value}</a>` : value })))}
    ${said === undefined ? nothing : section('said', 'Sagt sist', prose(said))}
    ${page.form === undefined ? nothing : section('answer', 'Hvordan går det med tiltaket?', answerForm(page, page.form, context))}
    ${actionsBar(context, actions)}
    ${historyPart(history)}`;
}

function answerForm(
  { id }: WireTiltak,
  { action, remarks, classes, labels }: NonNullable<WireTiltak['form']>,
  context: Context,
): TemplateResult {
  return html`${remarks.map((remark) => html`<p class="remark">${remark}</p>`)}
    ${form(context, {
      id: `tiltak-${id}`,
      action,
      submit: labels.send,
      said: labels.saved,
      fields: [
        { kind: 'radio', name: 'class', label: labels.class, isRequired: true, choices: classes },
        { kind: 'lines', name: 'text', label: labels.text },
        { kind: 'text', name: 'byOthers', label: labels.byOthers },
        { kind: 'text', name: 'due', label: labels.due, maxLength: 200 },
      ],
    })}`;
}
