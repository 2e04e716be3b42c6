// Goal: a planner chooses a zone, dims it, sees energy, streets below class and the map follow at once, and saves a file that makes that city.
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { yearOfLighting } from '../../scenarios/measure/year-of-lighting.ts';
import { describeInBrowser, openBrowser, visit } from './browser.ts';
import { look } from './pictures.ts';
import { serveSmallCity, type ServedTown } from './served-city.ts';
import { lightSmallCity } from './small-lights.ts';

describeInBrowser('the panel of lighting', () => {
  let town: ServedTown, browser: Browser;
  beforeAll(async () => { [town, browser] = await Promise.all([serveSmallCity(lightSmallCity), openBrowser()]); });
  afterAll(async () => { await browser?.close(); await town?.close(); });

  const journey = async (state: string, walk: (page: Page, panel: Locator) => Promise<void>): Promise<void> => {
    const { page, faults, close } = await visit(browser, `${town.server.url}#${state}`);
    try {
      await walk(page, page.locator('section.lighting'));
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  };
  /** Energy of the zone as it is and as it is tried, as the table writes them. */
  const energy = (panel: Locator): Promise<string[]> => panel.locator('[data-figure="energy"] td').allInnerTexts();
  const figure = (text: string): number => Number(text.replace(/[^\d−,-]/g, '').replace('−', '-').replace(',', '.'));

  test('from a lamp to a saved file: dimmed to 10 %, more streets are below their class and less energy is taken, at once', () => {
    const { xM, yM, zone } = town.twin.lamps, lamp = Array.from(zone).indexOf(1);
    return journey(`at=23:30:00&panel=lighting&hour=23&camera=${xM[lamp]},${yM[lamp]},18,0,0&layers=1`, async (page, panel) => {
      await panel.getByText('Choisissez une zone').waitFor();
      const { width, height } = page.viewportSize()!;
      await page.mouse.click(width / 2, height / 2);
      await panel.locator('[data-verdict="keeps"]').waitFor();
      expect(await panel.locator('.zone select').inputValue()).toBe('residential');
      const litBefore = (await look(page)).brightness, belowBefore = figure(await panel.locator('[data-figure="below"] td').first().innerText());
      // Streets off the map, so that its brightness is that of the lamps.
      await panel.getByLabel('Montrer ces rues sur la carte').uncheck();
      await panel.getByLabel('Étape 1 : niveau').fill('10');
      const [before, tried] = (await energy(panel)).map(figure);
      expect(tried).toBeLessThan(before!);
      expect(await panel.locator('.gist').innerText()).toMatch(/−[\d\s]+ kWh\/an/);
      const [was, is] = (await panel.locator('[data-figure="below"] td').allInnerTexts()).map(figure);
      expect([was, is! > was!]).toEqual([belowBefore, true]);
      await expect.poll(async () => (await look(page)).brightness, { timeout: 20_000 }).toBeLessThan(litBefore);
      // The table of streets says what each misses.
      expect(await panel.locator('.street-table tbody tr').first().innerText()).toMatch(/P\d.*Eav .* lx/s);
      const [saved] = await Promise.all([page.waitForEvent('download'), panel.getByRole('link', { name: 'Enregistrer lighting-residential.json' }).click()]);
      const read = readChanges(JSON.parse(readFileSync(await saved.path(), 'utf8'))), city = applyChanges(town.twin, read.value!).value!;
      expect(Math.round(yearOfLighting(city).zoneEnergyKwh[1]!)).toBe(tried);
      expect(await panel.locator('.save-trial .command').first().innerText()).toBe('npx jumeau compare baseline lighting-residential.json');
      // The address shows the same to whoever opens it.
      await expect.poll(() => page.url(), { timeout: 10_000 }).toContain('program=residential:2300-10');
    });
  });

  test('by keyboard alone: opened, a step moved by a quarter of an hour, an hour chosen, taken back', () =>
    journey('at=23:30:00&zone=residential&hour=2', async (page, panel) => {
      await page.keyboard.press('e');
      await panel.locator('[data-verdict="keeps"]').waitFor();
      await panel.getByLabel('Étape 1 : heure').focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
      expect(await panel.getByLabel('Étape 1 : heure').getAttribute('aria-valuetext')).toBe('23:15');
      const [before, tried] = (await energy(panel)).map(figure);
      expect(tried).toBeGreaterThan(before!);
      await panel.locator('.hour-strip input:checked').focus();
      await page.keyboard.press('ArrowRight');
      await panel.getByText('Rues de la zone, jugées de 3:00 à 4:00').waitFor();
      await page.locator('.now', { hasText: '03:00:00' }).waitFor();
      await panel.getByRole('button', { name: 'Comme aujourd’hui' }).focus();
      await page.keyboard.press('Enter');
      await panel.getByText('Rien n’est encore changé').waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    }));

  test('the hour that is judged is named on page and map, and is the clock’s when one asks for it; power tried stands beside that of the run', () =>
    journey('at=23:30:00&panel=lighting&zone=residential&hour=2', async (page, panel) => {
      await panel.locator('[data-verdict="keeps"]').waitFor();
      const caption = page.locator('.map-caption');
      expect(await caption.innerText()).toMatch(/jugées de 2:00 à 3:00\. Lampes\s: telles qu’à 23:30/);
      // By keyboard: the button goes when it is pressed, the list of hours has the focus then.
      await panel.getByRole('button', { name: 'Évaluer à l’heure affichée, de 23:00 à 0:00' }).focus();
      await page.keyboard.press('Enter');
      await panel.getByText('Rues de la zone, jugées de 23:00 à 0:00').waitFor();
      expect(await panel.getByLabel('Heure jugée').inputValue()).toBe('23');
      expect(await caption.innerText()).toContain('jugées de 23:00 à 0:00');
      await page.keyboard.press('ArrowDown');
      await panel.getByText('Rues de la zone, jugées de 0:00 à 1:00').waitFor();
      await page.keyboard.press('ArrowUp');
      await panel.getByText('Rues de la zone, jugées de 23:00 à 0:00').waitFor();
      const bars = page.locator('.clock-bar .figures');
      expect(await bars.innerText()).not.toContain('sans l’essai');
      await panel.getByLabel('Étape 1 : niveau').fill('10');
      await panel.locator('.hour-choice .note', { hasText: / tronçons sur \d+ sous leur classe \(\d/ }).waitFor();
      // A tenth of rated power is lost at any output: power at 10 % stands to that at 40 % as 0.1 + 0.9 * 0.1 to 0.1 + 0.9 * 0.4.
      const [was, is] = (await panel.locator('[data-figure="power"] td').allInnerTexts()).map(figure);
      expect(Math.abs(is! / was! - 0.19 / 0.46)).toBeLessThan(0.05);
      expect(await bars.innerText()).toContain('sans l’essai');
      // Every street is told with its commune, and where all of them are.
      const count = await panel.locator('.street-table tbody tr').count();
      expect(await panel.locator('.street-table tbody small').count()).toBe(count);
      expect(await panel.locator('.streets-below .command').innerText()).toBe('npx jumeau light lighting-residential.json -o rues.csv');
    }));

  test('a handle of the picture is dragged: later and darker', () =>
    journey('at=23:30:00&panel=lighting&zone=residential', async (page, panel) => {
      await panel.locator('[data-verdict="keeps"]').waitFor();
      const handle = panel.locator('.handle .grip').first();
      await handle.scrollIntoViewIfNeeded();
      const box = (await handle.boundingBox())!, x = box.x + box.width / 2, y = box.y + box.height / 2;
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 12, y + 20, { steps: 4 });
      await page.mouse.up();
      const [later, darker] = await panel.locator('.step-sliders').first().locator('output').allInnerTexts();
      expect(later! > '23:00' || later! < '12:00').toBe(true);
      expect(figure(darker!)).toBeLessThan(40);
    }));
});
