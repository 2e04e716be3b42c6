// Goal: a report is a page that anyone can read, print and pass on: no request to anywhere, no script, no barrier, whatever names hold.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Text } from '../../engine/foundation/text.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { textIn, type Language } from '../../scenarios/language/language.ts';
import { summariseRun } from '../../scenarios/measure/run-summary.ts';
import { yearOfLighting } from '../../scenarios/measure/year-of-lighting.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { leadingIndicators } from '../../scenarios/questions/leading-indicators.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import type { ReportSide } from '../../scenarios/report/report-input.ts';
import { reportPage } from '../../scenarios/report/report-page.ts';
import { busTown, dayOf, runDay } from '../verification/bus-town.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const HOSTILE = '</text></svg><script>document.title = "taken over"</script><img src=x onerror="document.title=1">\u0000 & "\'';

/** A report on the town; `spoil` may put names of anyone's choosing into it. */
function townReport(language: Language, names: readonly [baseline: string, scenario: string], seeds: readonly number[], spoil: (text: string) => string = (text) => text): string {
  const spoilBoth = ({ fr, en }: Text): Text => ({ fr: spoil(fr), en: spoil(en) });
  const twin = busTown();
  twin.facts.name = spoil(twin.facts.name);
  twin.lines.name[0] = spoil(twin.lines.name[0]!);
  twin.lightingZones.name[0] = spoil(twin.lightingZones.name[0]!);
  twin.facts.sources = twin.facts.sources.map((source) => ({ ...source, what: spoilBoth(source.what), from: spoil(textIn(source.from, language)), licence: spoil(textIn(source.licence, language)) }));
  twin.facts.energy.priceSource = spoilBoth(twin.facts.energy.priceSource);
  const side = (name: string): ReportSide => {
    const asked = questionNamed(name)!;
    const question: Question = { ...asked, changes: asked.changes.map((change) => ({ ...change, why: typeof change.why === 'string' ? spoil(change.why) : spoilBoth(change.why) })) };
    const changed = applyChanges(twin, question.changes).value!;
    const { burningH } = yearOfLighting(changed);
    const runs = seeds.map((seed) => {
      const results = runDay(changed, seed);
      return { ...summariseRun(seed, { twin: changed, ...results }), hash: results.figures.hash, burningH };
    });
    return { question, runs };
  };
  const [baseline, scenario] = [side(names[0]), side(names[1])];
  return reportPage({ language, facts: twin.facts, twinHash: twinHash(twin), baseline, scenario, indicators: leadingIndicators(baseline.question, scenario.question), judging: {}, settings: dayOf(1), engine: spoil('engine'), node: 'node' });
}

describe('the text of a report', () => {
  test('names from files stay text, in HTML and in SVG', () => {
    const page = townReport('fr', ['baseline', 'dim-after-midnight'], [1], (text) => text + HOSTILE);
    expect(page).not.toMatch(/<script|<img|onerror="/i);
    expect(page.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(5);
    expect(page).not.toContain('\u0000');
    // Whatever opens is closed again.
    for (const element of ['svg', 'table', 'section', 'figure', 'text']) {
      expect(page.match(new RegExp(`<${element}[ >]`, 'g'))!.length, element).toBe(page.match(new RegExp(`</${element}>`, 'g'))!.length);
    }
  });

  test('it refers to nothing outside itself', () => {
    const page = townReport('en', ['baseline', 'bus-priority-off'], [1, 2]);
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/(?:src|href|srcset|action)\s*=|url\(|@import/);
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
  });

  test('one seed: it says that no interval is possible, and claims neither better nor worse for traffic', () => {
    const page = townReport('en', ['baseline', 'bus-priority-off'], [1]);
    expect(page).toContain('not possible with so few seeds');
    expect(page).toContain('one run of each side only: chance is not ruled out');
    expect(page).not.toMatch(/data-verdict="(better|worse)"/);
    // What lamps take is no matter of chance: one run says it.
    expect(townReport('en', ['baseline', 'dim-after-midnight'], [1])).toMatch(/data-indicator="lighting-energy-year-kwh" data-pairs="1" data-verdict="better"/);
  });

  test('a synthetic city says so, in both languages', () => {
    expect(townReport('fr', ['baseline', 'dim-after-midnight'], [1])).toContain('Ville de référence synthétique');
    expect(townReport('en', ['baseline', 'dim-after-midnight'], [1])).toContain('Synthetic reference city');
  });
});

describeInBrowser('a report in a browser', () => {
  let browser: Browser;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(() => browser?.close());

  async function opened(html: string, width: number): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => faults.push(`request to ${request.url()}`));
    await page.setContent(html);
    return { page, faults };
  }

  test.each(['fr', 'en'] as const)('no barrier that axe knows, no request, no complaint, and nothing runs (%s)', async (language) => {
    const { page, faults } = await opened(townReport(language, ['baseline', 'bus-priority-off'], [1, 2, 3], (text) => (language === 'en' ? text + HOSTILE : text)), 1280);
    const title = await page.title();
    expect(title).not.toBe('taken over');
    const found = (await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })`)) as { passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] };
    expect(found.passes.length).toBeGreaterThan(15);
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('every picture has a title and a description, and fits its box', async () => {
    const { page } = await opened(townReport('fr', ['baseline', 'dim-after-midnight'], [1, 2]), 1280);
    const pictures = await page.$$eval('figure svg', (all) => all.map((svg) => ({
      title: svg.querySelector('title')!.textContent!.length, desc: svg.querySelector('desc')!.textContent!.length,
      outside: [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect(), frame = svg.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).map((text) => text.textContent),
    })));
    expect(pictures.length).toBe(4);
    for (const { title, desc, outside } of pictures) {
      expect(title).toBeGreaterThan(10);
      expect(desc).toBeGreaterThan(30);
      expect(outside).toEqual([]);
    }
    await page.close();
  });

  test('on a telephone nothing but tables scrolls sideways', async () => {
    const { page } = await opened(townReport('fr', ['baseline', 'dim-after-midnight'], [1]), 390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.close();
  });

  test('it prints on a few sheets of A4', async () => {
    const { page } = await opened(townReport('fr', ['baseline', 'dim-after-midnight'], [1, 2]), 1280);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = pdf.match(/\/Type \/Page\b/g)!.length;
    expect(sheets).toBeGreaterThanOrEqual(2);
    expect(sheets).toBeLessThanOrEqual(6);
    // 210 x 297 mm in points.
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.slice(1).map(Number) as [number, number];
    expect(Math.abs(width - 595.3)).toBeLessThan(1.5);
    expect(Math.abs(height - 841.9)).toBeLessThan(1.5);
    await page.close();
  });
});
