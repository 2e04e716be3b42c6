// Goal: a traffic engineer opens a junction, reads why its green is as it is, steps to the answer to a bus, and reads what it costs.
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, openBrowser, visit } from './browser.ts';
import { serveSmallCity, type ServedTown } from './served-city.ts';

/** Where the picture of what the signals showed stands, px. */
const shiftPx = (panel: Locator): Promise<number> => panel.locator('.strip-moving').evaluate((strip) => new DOMMatrix(getComputedStyle(strip).transform).m41);

describeInBrowser('the panel of a junction', () => {
  let town: ServedTown, browser: Browser;
  beforeAll(async () => { [town, browser] = await Promise.all([serveSmallCity(), openBrowser()]); });
  afterAll(async () => { await browser?.close(); await town?.close(); });

  const journey = async (state: string, walk: (page: Page, panel: Locator) => Promise<void>, size?: { width: number; height: number }): Promise<void> => {
    const { page, faults, close } = await visit(browser, `${town.server.url}#${state}`, size);
    try {
      await walk(page, page.locator('section.junction'));
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  };
  const at = (clock: string, more = ''): string => `at=${clock}&thing=controllers:0${more}`;

  test('a click on it opens it with its signals, the reason, and the figures of both runs', () =>
    journey(`at=08:10:10&camera=${town.twin.controllers.xM[0]},${town.twin.controllers.yM[0]},18,0,0&layers=0`, async (page, panel) => {
      const { width, height } = page.viewportSize()!;
      await page.mouse.click(width / 2, height / 2);
      await panel.getByText('Plan de feux à durées fixes').waitFor();
      expect(await panel.locator('h2').innerText()).toContain('F1');
      expect(await panel.locator('.why').innerText()).toContain('vert prolongé jusqu’à 08:10:33 pour Véhicule vehicle 0');
      expect(await panel.locator('.strip-groups b').allInnerTexts()).toEqual(['vert', 'rouge']);
      await panel.locator('[data-figure="busDelay"]').waitFor();
      expect((await panel.locator('[data-figure="busDelay"] td').allInnerTexts())).toEqual(['15,0', '11,5', '−3,5']);
      expect((await panel.locator('[data-figure="longestQueue"] td').allInnerTexts())).toEqual(['40', '40', '0']);
    }));

  test('a click on an answer goes to its second, and the reason is that of then', () =>
    journey(at('08:10:50'), async (page, panel) => {
      await panel.getByRole('button', { name: /08:10:05\s+vert prolongé/ }).click();
      await page.locator('.now', { hasText: '08:10:05' }).waitFor();
      await panel.locator('.why', { hasText: 'vert prolongé jusqu’à 08:10:33' }).waitFor();
      expect(await panel.locator('[aria-current="time"]').innerText()).toContain('08:10:05');
    }));

  test('from change to change with the keyboard alone, after it was found by its name', () =>
    journey('at=08:10:10', async (page, panel) => {
      await page.keyboard.press('/');
      await page.keyboard.type('f1');
      await page.getByRole('option', { name: /F1.*Carrefour à feux/ }).waitFor();
      await page.keyboard.press('Enter');
      await panel.locator('.strip-groups b').first().waitFor();
      const next = panel.getByRole('button', { name: 'Changement suivant' });
      await next.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      // The bus passes at :32, the held stage ends at :33.
      await page.locator('.now', { hasText: '08:10:33' }).waitFor();
      await panel.locator('.why', { hasText: 'Dégagement après la phase 1' }).waitFor();
    }));

  test('while the clock runs the picture moves with it, and little else is written anew', () =>
    journey(at('08:11:05', '&speed=10'), async (page, panel) => {
      await panel.locator('.strip-groups b').first().waitFor();
      await panel.locator('[data-figure="busDelay"]').waitFor();
      const before = await shiftPx(panel);
      const changes = panel.evaluate((section) => new Promise<number>((resolve) => {
        let count = 0;
        new MutationObserver((all) => { count += all.filter(({ target }) => !(target as Element).classList?.contains('strip-moving')).length; }).observe(section, { subtree: true, childList: true, characterData: true, attributes: true });
        setTimeout(() => resolve(count), 2000);
      }));
      await page.getByRole('button', { name: 'Lecture' }).click();
      const written = await changes;
      expect(before - (await shiftPx(panel))).toBeGreaterThan(10);
      // Twenty seconds of the junction: some signals changed. Every frame of 2 s would be a hundred and more.
      expect(written).toBeLessThan(60);
    }));

  test('in English, on a narrow screen, nothing is cut off', () =>
    journey(at('08:11:05', '&lang=en'), async (page, panel) => {
      await panel.getByText('Signal plan with fixed times').waitFor();
      expect(await panel.innerText()).toContain('another vehicle was served a short while ago');
      await panel.getByText('Signal plan', { exact: true }).click();
      await panel.getByRole('img', { name: /Stage diagram/ }).waitFor();
      const { scrollWidth, box } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, box: document.querySelector('section.junction')!.getBoundingClientRect().toJSON() as DOMRect }));
      expect([scrollWidth, box.left, box.right]).toEqual([390, 0, 390]);
    }, { width: 390, height: 844 }));

  test('another priority is saved as a file of changes for this junction, with the command that compares it', () =>
    journey(at('08:10:10'), async (page, panel) => {
      await panel.locator('summary', { hasText: 'Essayer une autre priorité ici' }).click();
      await panel.getByText('Rien ne diffère encore').waitFor();
      await panel.getByRole('checkbox', { name: 'vert avancé' }).check();
      await panel.getByRole('spinbutton', { name: /en retard d’au moins/ }).fill('120');
      expect(await panel.locator('.command').innerText()).toContain('npx jumeau report priority baseline priority-F1.json');
      const [saved] = await Promise.all([page.waitForEvent('download'), panel.getByRole('link', { name: 'Enregistrer priority-F1.json' }).click()]);
      expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toEqual([{ change: 'priority-rules', why: 'Essai d’une autre priorité au carrefour F1', controllers: ['F1'], earlyGreen: true, leastLateS: 120 }]);
    }));

  test('at an hour of which the run says nothing it says so, and still shows the plan', () =>
    journey('at=12:00:00&thing=controllers:0', async (page, panel) => {
      await page.route('**/junctions/0/span-*', (route) => route.fulfill({ status: 204 }));
      await page.getByRole('slider').fill(String(13 * 3600));
      await panel.getByText('n’a rien enregistré de ce carrefour').waitFor();
      await panel.getByText('Plan de feux à durées fixes').waitFor();
    }));
});
