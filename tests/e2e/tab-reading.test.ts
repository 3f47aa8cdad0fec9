import { describe, expect, test } from 'vitest';
import type { HostedTab } from '../support/tab-host.ts';
import { tabPlaces } from '../support/tab-places.ts';
import { tabSuite } from '../support/tab-suite.ts';

const PATIENCE = { timeout: 60_000 };

const suite = tabSuite();

async function open(name: string): Promise<HostedTab> {
  const place = await tabPlaces[name]?.(suite.program);
  if (place === undefined) throw new Error(`no page is called ${name}`);
  const tab = await suite.open(suite.program.tabUrl, { token: await suite.program.token(place.person), ...place.says });
  await tab.frame.locator('main[aria-busy=false] h1').waitFor();
  return tab;
}

/** What can be pressed or filled in, also within Fluent's elements: each as it is drawn. */
const CONTROLS = `
  const all = [...document.querySelectorAll('button, select, input, textarea, summary, fluent-button, fluent-text-field, fluent-text-area, .menu a, .filter-links a')];
  const drawn = (element) => element.shadowRoot?.querySelector('.control, .root') ?? element;
  const shown = all.filter((element) => element.checkVisibility() && !element.matches('.skip, fluent-text-field *, fluent-text-area *')).map(drawn);
`;
const CONTRAST = `
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ratio = (a, b) => { const [x, y] = [light(numbers(a)), light(numbers(b))].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
      const { backgroundColor } = getComputedStyle(at);
      const [, , , alpha = 1] = numbers(backgroundColor);
      if (alpha > 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const around = (element) => ground(element.parentElement ?? element.getRootNode().host.parentElement);
`;
/** Fields and buttons with an edge, or a ground of their own, that does not stand out three to one; and focus rings that do not. */
const FAINT = `(() => { ${CONTROLS} ${CONTRAST}
  const faint = shown.filter((element) => element.matches('input, select, textarea, .control, .root')).flatMap((element) => {
    const { borderTopColor, borderBottomColor, borderTopWidth } = getComputedStyle(element);
    const outside = around(element);
    const edges = parseFloat(borderTopWidth) > 0 ? [borderTopColor, borderBottomColor].filter((edge) => numbers(edge)[3] !== 0) : [];
    const best = Math.max(ratio(ground(element), outside), ...edges.map((edge) => ratio(edge, outside)));
    return best >= 3 ? [] : [element.outerHTML.slice(0, 120) + ' ' + best.toFixed(2)];
  });
  const ring = getComputedStyle(document.documentElement).getPropertyValue('--focus');
  const probe = document.createElement('i');
  probe.style.color = ring;
  document.body.append(probe);
  const grounds = [document.body, document.querySelector('.top') ?? document.body].map(ground);
  for (const one of grounds) if (ratio(getComputedStyle(probe).color, one) < 3) faint.push('the ring on ' + one);
  probe.remove();
  return [...new Set(faint)];
})()`;
const SMALL = `(() => { ${CONTROLS}
  return shown.filter((element) => { const { width, height } = element.getBoundingClientRect(); return width < 24 || height < 24; })
    .map((element) => element.outerHTML.slice(0, 120));
})()`;
/** The levels of headings, in turn, where one is left out on the way down; and what is not one of a kind. */
const OUTLINE = `(() => {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => Number(localName[1]));
  const skipped = levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1);
  return { skipped, h1: levels.filter((level) => level === 1).length, main: document.querySelectorAll('main').length,
    navs: [...document.querySelectorAll('nav')].map((nav) => nav.getAttribute('aria-label')).filter((name, n, all) => !name || all.indexOf(name) !== n),
    title: document.title.endsWith('Utvalgsbot') && document.title.length > 'Utvalgsbot'.length, lang: document.documentElement.lang };
})()`;

const themed = async (hosted: HostedTab, theme: string) => {
  await hosted.tell('themeChange', theme);
  await expect.poll(() => hosted.frame.evaluate('document.documentElement.dataset.theme')).toBe(theme);
};

describe.each(Object.keys(tabPlaces))('the page %s', PATIENCE, (name) => {
  test('has a sound outline, targets that can be hit, and edges and rings that are seen in three themes', async () => {
    const hosted = await open(name);
    expect(await hosted.frame.evaluate(OUTLINE)).toEqual({
      skipped: [],
      h1: 1,
      main: 1,
      navs: [],
      title: true,
      lang: 'nb',
    });
    expect(await hosted.frame.evaluate(SMALL)).toEqual([]);
    for (const theme of ['dark', 'contrast', 'default']) {
      await themed(hosted, theme);
      expect(await hosted.frame.evaluate(FAINT), theme).toEqual([]);
    }
  });
});

describe('as the system asks for it', PATIENCE, () => {
  test('with forced colours, the page that one is on is still marked in the menu, and only that one', async () => {
    const { page, frame } = await open('saker');
    await page.emulateMedia({ forcedColors: 'active' });
    const edges = (current: string) =>
      frame.evaluate<string[]>(
        `[...document.querySelectorAll('.menu > ul a[aria-current=${current}]')].map((one) => getComputedStyle(one).borderBottomColor)`,
      );
    const [here] = await edges('page');
    const others = await edges('false');
    expect(others.length).toBeGreaterThan(3);
    expect(others).not.toContain(here);
    expect(new Set(others).size).toBe(1);
  });

  test('nothing moves while something is fetched for whoever wants less motion', async () => {
    const { page, frame } = await open('waiting');
    const moving = () =>
      frame.evaluate(`(() => {
        const line = document.querySelector('.progress');
        line.toggleAttribute('data-busy', true);
        return getComputedStyle(line).animationName;
      })()`);
    expect(await moving()).not.toBe('none');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toBe('none');
  });
});
