// Goal: in the viewer a person reads of a saved comparison what the report and the table say, finds it with the keyboard, and opens the report itself.
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparisonFile } from '../../cli/comparison-file.ts';
import { comparisonsOf } from '../../scenarios/saved/saved-comparison.ts';
import { describeInBrowser, openBrowser, visit } from './browser.ts';
import { serveSmallCity, type ServedTown } from './served-city.ts';
import { smallComparison } from './small-comparison.ts';
import { keepSmallSweep, smallSweep } from './small-sweep.ts';

const SECOND = '00000000000000b2';

/** '+1,5 %+1,1 % à +1,9 %': the per cent, and its interval where there is one. */
const splitPercent = (text: string): [string, string] => { const end = text.indexOf('%') + 1 || text.length; return [text.slice(0, end), text.slice(end)]; };

describeInBrowser('saved comparisons in the viewer', () => {
  let town: ServedTown, browser: Browser;
  beforeAll(async () => { [town, browser] = await Promise.all([serveSmallCity(undefined, [(twin) => ({ ...smallComparison(twin, SECOND), indicators: ['bus-mean-delay-s'] }), smallComparison]), openBrowser()]); });
  afterAll(async () => { await browser?.close(); await town?.close(); });

  test.each(['fr', 'en'] as const)('figures, intervals and conclusions are those of the report and of the table (%s)', async (language) => {
    const { page, faults, close } = await visit(browser, `${town.server.url}#lang=${language}&panel=comparisons&comparison=00000000000000a1`);
    await page.locator('.compared').waitFor();
    const shown = await page.locator('.compared tr[data-indicator]').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-indicator'), ...Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent!)]));
    const [report] = await Promise.all([page.waitForEvent('popup'), page.locator('.found a').click()]);
    await report.locator('table.figures').waitFor();
    const printed = await report.locator('table.figures tr[data-indicator]').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-indicator'), ...Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent!)]));
    expect(printed.length).toBe(6);
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim(), csv = parse([...comparisonFile(smallComparison(town.twin), comparisonsOf(smallComparison(town.twin)), language)].join(''), { columns: true, delimiter: language === 'fr' ? ';' : ',' }) as unknown as Record<string, string>[];
    for (const [at, [indicator, title, baseline, scenario, difference, interval, percent, conclusion]] of printed.entries()) {
      const [name, ownTitle, ownBaseline, ownScenario, change, between, verdict] = shown[at]!;
      // The per cent stands below the difference in the one, beside it in the other; so does its interval.
      const [percentAlone, percentBetween] = splitPercent(plain(percent!));
      expect([name, ownTitle, ownBaseline, ownScenario, between].map((text) => plain(text!))).toEqual([indicator, title, baseline, scenario, `${interval}${percentBetween}`].map((text) => plain(text!)));
      expect(plain(change!)).toBe(plain(percentAlone === '–' ? difference! : `${difference}${percentAlone}`));
      // A sign of its own before it, so that no colour has to be seen.
      expect(plain(verdict!)).toMatch(/^[✓✗≠?=…] /u);
      expect(plain(verdict!).slice(2)).toBe(plain(conclusion!));
      expect([csv[at]!['indicator'], plain(csv[at]!['conclusion']!)]).toEqual([indicator, plain(conclusion!)]);
      expect(Number(csv[at]!['difference']!.replace(',', '.')).toFixed(1)).toBe(Number(plain(difference!).replace('−', '-').replace(/[\s\u202f,]/g, (sign) => (sign === ',' && language === 'fr' ? '.' : ''))).toFixed(1));
    }
    // What was expected as well, beside what came of it.
    const held = await page.locator('.expectations dl > div').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-outcome'), row.querySelector('dt')!.textContent, ...Array.from(row.querySelectorAll('dd'), (cell) => cell.lastChild!.textContent)]));
    const inReport = await report.locator('table.expected tbody tr').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-outcome'), ...Array.from(row.querySelectorAll('th, td'), (cell) => (cell.tagName === 'TH' ? cell.firstChild! : cell.querySelector('span') ? cell.lastChild! : cell).textContent)]));
    expect(held.map(([outcome]) => outcome)).toEqual(['as-expected', 'otherwise', 'unclear']);
    expect(held.map((row) => row.map((text) => plain(text!)))).toEqual(inReport.map((row) => row.map((text) => plain(text!))));
    expect(csv.map((row) => row['outcome']!).filter((outcome) => outcome !== '')).toEqual(['as-expected', 'otherwise', 'unclear']);
    // What was not asked for stands apart in both, below the same words, with its own family in the table.
    const apart = await Promise.all([page, report].map((one) => one.locator('tbody:nth-of-type(2) th[scope="rowgroup"]').textContent())), besideIn = (one: typeof page): Promise<number> => one.locator('tbody:nth-of-type(2) tr[data-indicator]').count();
    expect(apart[0]).toBe(apart[1]);
    expect([await besideIn(page), await besideIn(report), csv.filter(({ family }) => family === 'beside').length]).toEqual([2, 2, 2]);
    // The sentence of the answer too.
    expect(plain((await page.locator('.answer-sentence').textContent())!)).toBe(plain((await report.locator('.answer p').textContent())!));
    expect(faults).toEqual([]);
    await close();
  });

  test('the newest opens first; keys open, choose and close', async () => {
    const { page, faults, close } = await visit(browser, `${town.server.url}#lang=en`);
    await page.keyboard.press('c');
    await page.locator('.compared tr[data-indicator]').nth(5).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.compared tr[data-indicator]').count()).toBe(1);
    await expect.poll(() => page.url()).toContain(`comparison=${SECOND}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open the report');
    await page.keyboard.press('Escape');
    await page.locator('.comparisons-page').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await close();
  });

  test.each([['fr', '1 balayage conservé', 'Abaisser la nuit'], ['en', '1 sweep kept', 'Dim at night']] as const)('a kept sweep is in the list, and its page opens (%s)', async (language, folded, title) => {
    keepSmallSweep(town.home, smallSweep(town.twin));
    const { page, faults, close } = await visit(browser, `${town.server.url}#lang=${language}&panel=comparisons`);
    await page.getByText(folded).click();
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: title }).click()]);
    expect(await opened.locator('h1').textContent()).toBe(title);
    expect(faults).toEqual([]);
    await close();
  });

  test('one that is gone is said to be, and a city without any says how to make one', async () => {
    const gone = await visit(browser, `${town.server.url}#lang=en&panel=comparisons&comparison=ffffffffffffffff`);
    await gone.page.getByText('This comparison is no longer saved.').waitFor();
    await gone.close();
    const other = await serveSmallCity();
    const { page, close } = await visit(browser, `${other.server.url}#lang=fr&panel=comparisons`);
    await page.getByText(/npx jumeau compare baseline/).waitFor();
    await close();
    await other.close();
  });
});
