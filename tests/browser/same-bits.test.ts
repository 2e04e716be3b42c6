// Goal: the same twin, scenario and seed give the same hash in a browser as in Node: no server is needed to trust a run.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { goneOn, halted, hashes } from '../invariants/same-bits-program.ts';
import { compiledPhases } from '../compiled-phases.ts';
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

type Page = { program: { hashes(compiled?: WebAssembly.Module): Record<string, string>; goneOn(bytes: Uint8Array): string; hasRunMemory(): boolean } };

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

  test.each([['an isolated page: compiled', true], ['any other: as TypeScript', false]])('gives them with compiled phases at hand too, on %s', async (_, isIsolated) => {
    const page = await browser.newPage(), bytes = Array.from(compiledPhases());
    const headers = isIsolated ? { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } : {};
    await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>', headers }));
    await page.goto('http://localhost/');
    await page.addScriptTag({ content: await programScript() });
    const there = await page.evaluate((wasm) => {
      const { program } = globalThis as unknown as Page;
      return { isCompiled: program.hasRunMemory(), hashes: program.hashes(new WebAssembly.Module(Uint8Array.from(wasm))) };
    }, bytes);
    expect(there).toEqual({ isCompiled: isIsolated, hashes: hashes() });
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
