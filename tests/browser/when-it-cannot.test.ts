// Goal: where something is missing, the viewer says what and how to mend it, and shows what it can.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openBrowser, visit } from './browser.ts';
import { serveSmallCity, type ServedTown } from './served-city.ts';

describeInBrowser('the viewer where something is missing', () => {
  let town: ServedTown, browser: Browser, flatBrowser: Browser;
  beforeAll(async () => { [town, browser, flatBrowser] = await Promise.all([serveSmallCity(), openBrowser(), openBrowser(['--disable-3d-apis'])]); });
  afterAll(async () => { await browser?.close(); await flatBrowser?.close(); await town?.close(); });

  test('without WebGL it says so and shows the city in tables', async () => {
    const { page, close } = await visit(flatBrowser, town.server.url, undefined, false);
    await page.getByRole('alert').filter({ hasText: 'WebGL 2' }).waitFor();
    const lamps = page.getByRole('row', { name: /Points lumineux/ });
    expect((await lamps.getByRole('cell').innerText()).replace(/\s/g, '')).toBe(String(town.twin.lamps.count));
    await page.getByRole('rowheader', { name: 'Petiteville' }).waitFor();
    expect(await page.getByRole('table', { name: 'La journée, heure par heure' }).getByRole('row').count()).toBe(25);
    await close();
  });

  test('when the server does not answer it says how to start it, and tries again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let cut = true;
    await page.route('**/api/cities', (route) => (cut ? route.abort() : route.continue()));
    await page.goto(town.server.url);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('npm start');
    cut = false;
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.locator('.clock-bar').waitFor();
    await context.close();
  });

  test('a link to a city that is not there says so', async () => {
    const { page, close } = await visit(browser, `${town.server.url}#city=atlantis`, undefined, false);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('n’existe pas');
    await close();
  });

  test('a stretch of the day that the run did not record is drawn from schedules, without vehicles and without complaint', async () => {
    const { page, faults, close } = await visit(browser, `${town.server.url}#at=03:00:00`);
    await page.waitForTimeout(600);
    expect(await page.locator('.now').innerText()).toBe('03:00:00');
    expect(faults).toEqual([]);
    await close();
  });
});
