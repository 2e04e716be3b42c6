// Goal: what a planner does with the viewer works in a real browser, and shows what the data say.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlaces } from '../../viewer/app/feed/places.ts';
import { makeReplayWays } from '../../viewer/app/feed/replay-ways.ts';
import { describeInBrowser, openBrowser, visit, type Visit } from './browser.ts';
import { differingShare, look } from './pictures.ts';
import { serveSmallCity, type ServedTown } from './served-city.ts';
import { smallReplay, smallResults } from './small-city.ts';

/** Vehicles that the replay has on the network at a moment. */
function vehiclesAt({ twin }: ServedTown, timeS: number): number {
  const ways = makeReplayWays(smallReplay(twin, Math.floor(timeS / 300) * 300), makePlaces(twin));
  let count = 0;
  for (let vehicle = 0; vehicle < ways.vehicleCount; vehicle++) if (ways.placeAt(vehicle, timeS) >= 0) count++;
  return count;
}

const figure = async (page: Page, name: string): Promise<number> =>
  Number((await page.locator(`[data-figure="${name}"]`).innerText()).replace(/\s/g, '').replace(',', '.'));
const settle = (page: Page): Promise<void> => page.waitForTimeout(500);

describeInBrowser('journeys through the viewer', () => {
  let town: ServedTown, browser: Browser;
  beforeAll(async () => { [town, browser] = await Promise.all([serveSmallCity(), openBrowser()]); });
  afterAll(async () => { await browser?.close(); await town?.close(); });

  const open = (state = '', size?: { width: number; height: number }): Promise<Visit> => visit(browser, `${town.server.url}#${state}`, size);
  /** Runs a journey and expects that the page complained of nothing and asked nobody else. */
  const journey = async (state: string, walk: (page: Page) => Promise<void>, size?: { width: number; height: number }): Promise<void> => {
    const { page, faults, close } = await open(state, size);
    try {
      await settle(page);
      await walk(page);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  };

  test('the city stands there by day, says that it is synthetic, and counts the vehicles that the run has', () =>
    journey('at=08:10:00', async (page) => {
      expect(await page.locator('.brand .synthetic').innerText()).toContain('synthétiques');
      expect(await figure(page, 'vehicles')).toBe(vehiclesAt(town, 8 * 3600 + 600));
      expect((await look(page)).brightness).toBeGreaterThan(140);
    }));

  test('play moves the vehicles and the clock, pause holds both', () =>
    journey('at=08:10:00&speed=30&camera=0,0,17,0,0', async (page) => {
      const before = await look(page);
      await page.getByRole('button', { name: 'Lecture' }).click();
      await page.waitForTimeout(1500);
      await page.getByRole('button', { name: 'Pause' }).click();
      await settle(page);
      const clock = await page.locator('.now').innerText();
      expect(clock > '08:10:05' && clock < '08:15:00', clock).toBe(true);
      expect(differingShare(before, await look(page))).toBeGreaterThan(0.0005);
      await page.waitForTimeout(700);
      expect(await page.locator('.now').innerText()).toBe(clock);
    }));

  test('scrubbing to night darkens the ground, lights the lamps, and shows the power that the run recorded', () =>
    journey('at=09:00:00&camera=0,0,17,0,0', async (page) => {
      const day = await look(page);
      expect(day.warmShare).toBeLessThan(0.5);
      await page.getByRole('slider').fill(String(22 * 3600));
      await settle(page);
      const night = await look(page);
      expect(night.brightness).toBeLessThan(day.brightness * 0.6);
      const { minutes } = smallResults(town.twin, 1);
      expect(await figure(page, 'power')).toBeCloseTo(minutes.lightingPowerW[22 * 60]! / 1000, 1);
    }));

  test('a click on a lamp says which it is, what it takes now, and opens its street close up', () =>
    journey(`at=23:30:00&shown=b&camera=${town.twin.lamps.xM[30]},${town.twin.lamps.yM[30]},19,0,0`, async (page) => {
      const { width, height } = page.viewportSize()!;
      await page.mouse.move(width / 2 + 3, height / 2);
      await page.locator('.hint', { hasText: town.twin.lamps.name[30]! }).waitFor();
      await page.mouse.click(width / 2, height / 2);
      const panel = page.locator('section.facts');
      await panel.waitFor();
      expect(await panel.locator('h2').innerText()).toContain(town.twin.lamps.name[30]!);
      const facts = await panel.locator('dl').innerText();
      // Lamp 30 stands in a residential street: 35 W, dimmed to 40 % after 23:00 in scenario B.
      expect(facts).toMatch(/Flux en ce moment\s+40\s*%/);
      expect(facts).toMatch(/Puissance en ce moment\s+14,3\s*W/);
      expect(facts).toMatch(/Avant la LED\s+100\s*W/);
      await panel.getByRole('button', { name: 'Voir la rue de près' }).click();
      const street = page.locator('section.street-view[data-lamps]');
      await street.locator('canvas').waitFor();
      await page.waitForTimeout(1500);
      expect(Number(await street.getAttribute('data-lamps'))).toBeGreaterThan(10);
      // Lit windows, lamp heads and walls in lamp light.
      expect((await look(page)).warmShare).toBeGreaterThan(0.02);
      await page.getByRole('button', { name: 'Revenir à la carte' }).click();
      await street.waitFor({ state: 'detached' });
    }));

  test('the other scenario keeps clock and camera, and its dimmed night is darker', () =>
    journey('at=23:30:00&camera=0,-150,18,0,0', async (page) => {
      const a = await look(page), powerA = await figure(page, 'power');
      await page.getByRole('button', { name: /^B / }).click();
      await settle(page);
      const b = await look(page), powerB = await figure(page, 'power');
      expect(powerB).toBeLessThan(powerA * 0.8);
      expect(b.brightness).toBeLessThan(a.brightness * 0.95);
      await page.waitForTimeout(800);
      expect(page.url()).toContain('at=23:30:00');
      expect(page.url()).toContain('camera=0.0,-150.0,18.00,0,0');
      expect(page.url()).toContain('shown=b');
    }));

  test('a link shows the same again: city, moment, camera, scenario, thing and language', () =>
    journey('lang=en&at=22:15:30&speed=60&shown=b&camera=40,10,17.5,30,40&thing=buildings:0', async (page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('.now').innerText()).toBe('22:15:30');
      expect(await page.locator('section.facts h2').innerText()).toContain('Mairie');
      expect(await page.getByRole('button', { name: /^B / }).getAttribute('aria-pressed')).toBe('true');
      await page.waitForTimeout(900);
      expect(page.url()).toContain('camera=40.0,10.0,17.50,30,40');
      await page.getByRole('button', { name: 'Français' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      expect(await page.locator('.brand .synthetic').innerText()).toContain('synthétiques');
    }));

  test('all of it works with the keyboard alone', () =>
    journey('at=08:10:00', async (page) => {
      await page.keyboard.press('l');
      const layers = page.getByRole('region', { name: 'Couches et légende' });
      await layers.waitFor();
      const lines = layers.getByRole('checkbox', { name: 'Arrêts' });
      await lines.focus();
      await page.keyboard.press(' ');
      expect(await lines.isChecked()).toBe(true);
      await page.keyboard.press('Escape');
      await layers.waitFor({ state: 'detached' });
      await page.keyboard.press('/');
      await page.keyboard.type('theatre');
      await page.getByRole('option', { name: /Théâtre/ }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('section.facts h2', { hasText: 'Théâtre' }).waitFor();
      await page.locator('.map').focus();
      await page.keyboard.press('ArrowRight');
      await settle(page);
      expect(await page.locator('.now').innerText()).toBe('08:11:00');
      await page.keyboard.press('?');
      await page.getByRole('region', { name: 'Raccourcis clavier' }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.map').focus();
      await page.keyboard.press(' ');
      await page.getByRole('button', { name: 'Pause' }).waitFor();
    }));

  test('on a narrow screen nothing is cut off and panels are a sheet at the bottom', () =>
    journey('at=22:10:00&thing=lamps:30', async (page) => {
      const { scrollWidth, sheet, clock } = await page.evaluate(() => {
        const box = (selector: string): { left: number; right: number; top: number; bottom: number } => {
          const { left, right, top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
          return { left, right, top, bottom };
        };
        return { scrollWidth: document.documentElement.scrollWidth, sheet: box('section.facts'), clock: box('.clock-bar') };
      });
      expect(scrollWidth).toBe(390);
      expect([sheet.left, sheet.right, sheet.bottom]).toEqual([0, 390, 844]);
      expect(sheet.top).toBeGreaterThan(844 * 0.4);
      expect(clock.right).toBeLessThanOrEqual(390);
      for (const button of await page.locator('.top-bar button:visible').all()) {
        const { x, width } = (await button.boundingBox())!;
        expect(x >= 0 && x + width <= 390).toBe(true);
      }
    }, { width: 390, height: 844 }));
});
