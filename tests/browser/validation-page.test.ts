// Goal: on a telephone the tables of the validation page scroll, show at their edge that they go on, and can be reached without a mouse.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSideBySide } from '../../scenarios/validate/comparison.ts';
import type { ObservedRun } from '../../scenarios/validate/observed-run.ts';
import { validationPage } from '../../scenarios/validate/validation-page.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const aRun = (seed: number, durationS: number): ObservedRun => ({
  seed, counts: { inserted: 1000, arrived: 1000, running: 0, waiting: 0, rescued: 0 }, moments: [{ timeS: 0, running: 0 }, { timeS: 60, running: 30 }],
  links: ['main', 'side'].map((link, at) => ({ link, entered: 90, travelTimeS: 20 + at, fromS: 0, untilS: 900, vehicleSeconds: 1800 })),
  trips: [{ name: 'bus', durationS, timeLossS: 50, departDelayS: 0 }, { name: 'car', durationS, timeLossS: 50, departDelayS: 2 }],
});
const pageOf = (language: 'fr' | 'en'): string => validationPage({
  language, day: undefined, sumoVersion: 'SUMO 1.15', engine: 'test', node: '20',
  scenarios: ['bologna-acosta', 'bad-hersfeld', 'resco-cologne1'].map((name, at) => ({ name, fromS: 0, comparison: compareSideBySide([aRun(1, 100), aRun(2, 110)], [aRun(1, 100 + 50 * at)], new Set(['bus'])) })),
});

/** The table with a column for limits, the widest. */
const TABLE = '#scenario-0 .wide >> nth=0';

describeInBrowser('the validation page on a telephone', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(() => browser?.close());

  async function opened(html: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
    await page.setContent(html);
    return page;
  }

  /** Mean brightness, 0 to 255, of the first or last eight columns of pixels of a table's room. The page lets nothing be loaded: an empty one decodes. */
  async function edge(page: Page, side: 'left' | 'right'): Promise<number> {
    const width = await page.locator(TABLE).evaluate((one) => one.clientWidth), height = await page.locator(TABLE).evaluate((one) => one.clientHeight);
    await page.locator(TABLE).scrollIntoViewIfNeeded();
    const { x, y } = (await page.locator(TABLE).boundingBox())!, visible = Math.min(height, page.viewportSize()!.height - y);
    const png = await page.screenshot({ clip: { x: side === 'left' ? x : x + width - 8, y, width: 8, height: visible } });
    const decoder = await browser.newPage();
    const brightness = await decoder.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return data.reduce((sum, value, at) => sum + (at % 4 < 3 ? value : 0), 0) / ((data.length / 4) * 3);
    }, png.toString('base64'));
    await decoder.close();
    return brightness;
  }

  test('the page itself does not scroll sideways; a table that does is shaded where it goes on, and only there', async () => {
    const page = await opened(pageOf('fr'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const room = page.locator(TABLE);
    expect(await room.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(40);
    /** How much darker an edge is than without any shade: the text that is cut there is the same in both. */
    const shade = async (side: 'left' | 'right'): Promise<number> => {
      const shaded = await edge(page, side);
      await room.evaluate((one: HTMLElement) => { one.style.background = 'none'; });
      const bare = await edge(page, side);
      await room.evaluate((one: HTMLElement) => { one.style.background = ''; });
      return bare - shaded;
    };
    expect(await shade('right')).toBeGreaterThan(15);
    expect(Math.abs(await shade('left'))).toBeLessThan(1);
    await room.evaluate((one) => { one.scrollLeft = one.scrollWidth; });
    expect(await shade('left')).toBeGreaterThan(15);
    expect(Math.abs(await shade('right'))).toBeLessThan(1);
    await page.close();
  });

  test.each(['fr', 'en'] as const)('every table has a name and takes the keyboard; no barrier that axe knows (%s)', async (language) => {
    const page = await opened(pageOf(language));
    const rooms = await page.$$eval('.wide', (all) => all.map((one) => [one.getAttribute('aria-label') ?? '', one.getAttribute('tabindex')]));
    expect(new Set(rooms.map(([name]) => name)).size).toBe(rooms.length);
    expect(rooms.every(([name, tabindex]) => name !== '' && tabindex === '0')).toBe(true);
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { violations } = (await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })`)) as { violations: { id: string; nodes: { html: string }[] }[] };
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`)).toEqual([]);
    await page.close();
  });
});
