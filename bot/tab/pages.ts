import { html, type TemplateResult } from 'lit-html';
import type { WireStart } from '../tab-api/wire.ts';
import { waitingPage } from './pages/waiting.ts';

/** What is shown of a page. */
export function pageTemplate(page: WireStart['page']): TemplateResult {
  switch (page.page) {
    case 'waiting':
      return waitingPage(page);
    default:
      return html`<h1 tabindex="-1">Siden finnes ikke, eller den er ikke for deg</h1>`;
  }
}
