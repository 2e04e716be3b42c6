// Goal: axe-core finds nothing serious on any page that people reach, by day and by night, wide and narrow.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openBrowser, visit } from './browser.ts';
import { serveSmallCity, type ServedTown } from './served-city.ts';
import { smallComparison } from './small-comparison.ts';
import { lightSmallCity } from './small-lights.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation { id: string; impact: string | null; nodes: { html: string; failureSummary: string }[] }

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const run = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    return (await run.run()).violations;
  });
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 240)}`));
}

describeInBrowser('accessibility of the viewer', () => {
  let town: ServedTown, browser: Browser;
  beforeAll(async () => { [town, browser] = await Promise.all([serveSmallCity(lightSmallCity, [smallComparison]), openBrowser()]); });
  afterAll(async () => { await browser?.close(); await town?.close(); });

  test.each([
    ['by day with layers and a lamp', 'at=10:00:00&panel=layers&thing=lamps:3', 1280],
    ['by night with shortcuts and a stop', 'at=23:00:00&panel=help&thing=stops:0', 1280],
    ['the tables', 'at=10:00:00&panel=tables', 1280],
    ['a comparison by night', 'at=23:00:00&panel=comparisons', 1280],
    ['narrow, with a comparison by day', 'at=12:00:00&panel=comparisons', 390],
    ['a street at night', 'at=23:00:00&street=20', 1280],
    ['narrow, with a signalised junction', 'at=08:10:10&thing=controllers:0', 390],
    ['lighting by night', 'at=23:00:00&panel=lighting&zone=residential&program=residential:2300-20,0500-100', 1280],
    ['narrow, with lighting by day', 'at=12:00:00&panel=lighting&zone=residential', 390],
    ['a signalised junction by night', 'at=22:10:00&thing=controllers:0', 1280],
  ])('%s', async (_, state, width) => {
    const { page, close } = await visit(browser, `${town.server.url}#${state}`, { width, height: 844 });
    await page.waitForTimeout(500);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  });
});
