import type { Frame } from 'playwright-core';
import type { HostedTab } from './tab-host.ts';

/*
 * What the keyboard reaches. A control is marked with a number when it is counted, so that two with the same name are told apart; one in the shadow of
 * a Fluent element is the element, and the buttons of one choice are one stop, as in every browser.
 */
const CONTROLS = `(() => {
  const all = 'a[href], button, input, select, textarea, summary, fluent-button, fluent-checkbox, fluent-text-field, fluent-text-area, fluent-radio-group, [tabindex="0"]:not(fluent-radio)';
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
  return [...document.querySelectorAll(all)].filter(seen).map((element, n) => {
    element.dataset.stop = String(n);
    return n + ' ' + element.localName;
  });
})()`;
const FOCUSED = `(() => {
  const element = document.activeElement?.closest('[data-stop]');
  return element ? element.dataset.stop + ' ' + element.localName : undefined;
})()`;

/** All that can be pressed or filled in, in the order of the page. */
export function controlsIn(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(CONTROLS);
}

/** Where the focus comes when one presses Tab so many times from the top of the page. Each stop has a mark that can be seen. */
export async function stopsOf({ page, frame }: HostedTab, many: number): Promise<readonly string[]> {
  await frame.evaluate('document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute("tabindex")');
  const stops: string[] = [];
  for (let n = 0; n < many; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await frame.evaluate<string | undefined>(FOCUSED);
    if (stop === undefined) break;
    stops.push(stop);
  }
  return stops;
}
