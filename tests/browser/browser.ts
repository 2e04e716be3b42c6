import { describe } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';

const executablePath = process.env['JUMEAU_CHROMIUM'];

/** Tests in a real browser: skipped, with the reason, where none is known; in CI there must be one. */
export function describeInBrowser(title: string, body: () => void): void {
  if (!executablePath && process.env['CI'] === 'true') throw new Error(`${title}: CI needs a browser; npm test finds or installs one`);
  if (executablePath) describe(title, body);
  else describe.skip(`${title} (skipped: JUMEAU_CHROMIUM names no browser; npm test finds one)`, body);
}

/** Mesa renders two to five times faster than SwiftShader where it is; Chromium falls back by itself where it is not. */
const graphics = process.platform === 'linux' ? ['--use-angle=gl-egl', '--ignore-gpu-blocklist'] : ['--use-angle=swiftshader'];

export const openBrowser = (more: readonly string[] = graphics): Promise<Browser> => chromium.launch({
  executablePath: executablePath!,
  args: ['--no-sandbox', ...more, '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

export interface Visit { page: Page; /** Complaints of the page, and requests to anywhere else. */ faults: string[]; close(): Promise<void> }

/** Opens the viewer and waits until the first picture stands. */
export async function visit(browser: Browser, url: string, size = { width: 1100, height: 720 }, waitForMap = true): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  // Software rendering beside other tests can take long for the first picture; how long is not what these tests doubt.
  page.setDefaultTimeout(90_000);
  const faults: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(error.message));
  const origin = new URL(url).origin;
  page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) faults.push(`request to ${request.url()}`); });
  await page.goto(url);
  if (waitForMap) await page.locator('.clock-bar').waitFor();
  if (waitForMap) await page.locator('.notice-page').waitFor({ state: 'detached' });
  return { page, faults, close: () => context.close() };
}
