// Goal: the same twin, scenario and seed give the same hash in a browser as in Node: no server is needed to trust a run.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { goneOn, halted, hashes } from '../invariants/same-bits-program.ts';
import { root } from '../house/sources.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

/** The program as one script that a page can run. */
async function programScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { resolveDir: root, loader: 'ts', contents: "import * as program from './tests/invariants/same-bits-program.ts'; globalThis.program = program;" },
    bundle: true, write: false, platform: 'browser', format: 'iife', target: 'es2022', logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

type Page = { program: { hashes(): Record<string, string>; goneOn(bytes: Uint8Array): string } };

describeInBrowser('the engine in a browser', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser.close(); });

  test('gives the hashes of Node', async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await programScript() });
    expect(await page.evaluate(() => (globalThis as unknown as Page).program.hashes())).toEqual(hashes());
    await page.close();
  });

  test('goes on with what Node has stopped', async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await programScript() });
    const there = await page.evaluate((bytes) => (globalThis as unknown as Page).program.goneOn(Uint8Array.from(bytes)), Array.from(halted()));
    expect(there).toBe(goneOn(halted()));
    await page.close();
  });
});
