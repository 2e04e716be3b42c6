// Goal: the report on priority can be read, printed and passed on by anyone: no request, no script, no barrier, on a telephone and on paper, whatever names hold.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { Language } from '../../scenarios/language/language.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { classLosses } from '../../scenarios/measure/class-losses.ts';
import { corridorRecord } from '../../scenarios/measure/corridor.ts';
import { delayBins } from '../../scenarios/measure/delay-bins.ts';
import { junctionTraffic } from '../../scenarios/measure/junction-traffic.ts';
import { lineOperation } from '../../scenarios/measure/line-operation.ts';
import { priorityAnswers } from '../../scenarios/measure/priority-answers.ts';
import { signalUse } from '../../scenarios/measure/signal-use.ts';
import { summariseRun } from '../../scenarios/measure/run-summary.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import type { PrioritySide } from '../../scenarios/report/priority/priority-input.ts';
import { priorityPage } from '../../scenarios/report/priority/priority-page.ts';
import { chooseView } from '../../scenarios/report/priority/priority-run.ts';
import { busTown } from '../verification/bus-town.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const HOSTILE = '</text></svg><script>document.title = "taken over"</script>\u0000 & "\'';
const settings: RunSettings = { seed: 1, fromS: 6 * 3600, untilS: 9 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false, recordJunctions: true };

/** The report on the town, names of streets, lines, junctions and the city spoilt as told. */
function townReport(language: Language, spoil: (text: string) => string = (text) => text): string {
  const twin = busTown();
  twin.facts.name = spoil(twin.facts.name);
  for (const names of [twin.streets.name, twin.lines.name, twin.controllers.name, twin.stops.name]) for (let row = 0; row < names.length; row++) names[row] = spoil(names[row]!);
  const view = chooseView(twin, settings)!;
  const side = (name: string): PrioritySide => {
    const question = questionNamed(name)!, changed = applyChanges(twin, question.changes).value!;
    const runs = [1, 2, 3].map((seed) => {
      const results = run(changed, { ...settings, seed }), over = { twin: changed, ...results };
      return {
        ...summariseRun(seed, over), hash: results.figures.hash, burningH: 4000, junctions: junctionTraffic(over), classes: classLosses(over), lines: lineOperation(over), signals: signalUse(over, settings.fromS, settings.untilS), delays: delayBins(over), answers: priorityAnswers(over),
        corridor: seed === 1 ? corridorRecord(over, view.corridor, view.section, view.fromS, view.untilS) : undefined,
      };
    });
    return { question, runs, twin: changed };
  };
  return priorityPage({
    language, facts: twin.facts, twinHash: twinHash(twin), settings, engine: 'engine', node: 'node', command: spoil('npx jumeau report priority'), baseline: side('bus-priority-off'), scenario: side('baseline'),
    view: { line: twin.lines.name[view.corridor.line]!, fromS: view.fromS, untilS: view.untilS },
  });
}

const pages = { fr: townReport('fr'), en: townReport('en', (text) => text + HOSTILE) };

test('names from files stay text, and nothing is asked of anywhere', () => {
  expect(pages.en).not.toMatch(/<script/i);
  expect(pages.en).toContain('&lt;script&gt;');
  for (const page of Object.values(pages)) {
    expect(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '').replaceAll(/url\(#[\w-]+\)/g, '')).not.toMatch(/(?:src|href|srcset|action)\s*=|url\(|@import/);
    for (const element of ['svg', 'table', 'section', 'figure', 'text']) expect(page.match(new RegExp(`<${element}[ >]`, 'g'))!.length, element).toBe(page.match(new RegExp(`</${element}>`, 'g'))!.length);
  }
});

describeInBrowser('the report on priority in a browser', () => {
  let browser: Browser;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(() => browser?.close());
  async function opened(html: string, width: number): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } }), faults: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => faults.push(`request to ${request.url()}`));
    await page.setContent(html);
    return { page, faults };
  }

  test.each(['fr', 'en'] as const)('no barrier that axe knows, no request, no complaint (%s)', async (language) => {
    const { page, faults } = await opened(pages[language], 1280);
    expect(await page.title()).not.toBe('taken over');
    const found = (await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })`)) as { passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] };
    expect(found.passes.length).toBeGreaterThan(15);
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test.each([1280, 390])('at %i pixels every picture fits its box, and nothing but tables scrolls sideways', async (width) => {
    const { page } = await opened(pages.fr, width);
    const outside = await page.$$eval('figure svg', (all) => all.map((svg) => [...svg.querySelectorAll('text')].filter((text) => {
      const box = text.getBoundingClientRect(), frame = svg.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    }).map((text) => text.textContent)));
    expect(outside.length).toBeGreaterThanOrEqual(5);
    expect(outside.flat()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  test('it prints as a PDF on sheets of A4', async () => {
    const { page } = await opened(pages.fr, 1280);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1'), sheets = pdf.match(/\/Type \/Page\b/g)!.length;
    expect(sheets).toBeGreaterThanOrEqual(4);
    expect(sheets).toBeLessThanOrEqual(16);
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.slice(1).map(Number) as [number, number];
    expect(Math.abs(width - 595.3)).toBeLessThan(1.5);
    expect(Math.abs(height - 841.9)).toBeLessThan(1.5);
    await page.close();
  });
});
