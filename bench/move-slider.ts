// Question: a planner moves the slider of a dimming step: how soon do energy, cost, CO2, the streets below their class in every hour of the night and the map's marks follow?
// Load: the residential streets of the reference city, some 20,000 lamps and 5,600 stretches of street, in the viewer in Chromium; programs by the clock, then with ramps and steps counted from the sun.
// Budget: 50 ms from the event of the slider to the last figure on the page, on data already loaded; what the next picture of the map then takes stands beside it. A machine that is
// busy with something else may miss it: the processor time of the page's process for a move, pictures of the map included, stands beside it too. Where software draws the map, the picture
// of the move before takes the processors for a quarter of a second: moves that wait until the map rests tell what the answer itself takes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { printingBrowser } from '../cli/print-pdf.ts';
import { generateDijon } from '../data/dijon/generate.ts';
import { twinToBytes } from '../engine/twin/bytes.ts';
import { startServer } from '../viewer/server/serve.ts';
import { writeHistory } from './processes/write-history.ts';

const BUDGET_MS = 50;
/** While the map still draws the move before, and after it has drawn. */
const drag = { moves: 60, pauseMs: 150 }, rest = { moves: 30, pauseMs: 1000 };

/** Programs of two steps: what the year is reckoned from tables for, and what has to be walked night by night. */
const programs = { clock: 'residential:2200-70,0500-100', walked: 'residential:2200-70-15,sunrise_60-100-10' };

const twin = generateDijon(), folder = mkdtempSync(join(tmpdir(), 'jumeau-bench-')), twinPath = join(folder, 'dijon.twin');
writeFileSync(twinPath, twinToBytes(twin));
const appFolder = fileURLToPath(new URL('../dist/app', import.meta.url));
const server = await startServer({ port: 0, appFolder, cities: [{ name: 'dijon', twinPath, results: [] }] });
const graphics = process.platform === 'linux' ? ['--use-angle=gl-egl', '--ignore-gpu-blocklist'] : ['--use-angle=swiftshader'];
const browser = await chromium.launch({ executablePath: printingBrowser(), args: ['--no-sandbox', ...graphics, '--disable-background-networking'] });

/** Processor time that processes of pages have taken. */
async function pageProcessorS(): Promise<number> {
  const session = await browser.newBrowserCDPSession(), { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Milliseconds until the figures stood, and until the next picture began, of each move. */
async function moveSlider(program: string, { moves, pauseMs }: typeof drag): Promise<{ answerMs: number[]; pictureMs: number[]; processorMs: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(`${server.url}#panel=lighting&zone=residential&hour=2&at=22:30:00&program=${program}`);
  await page.locator('.clock-bar').waitFor();
  await page.locator('.notice-page').waitFor({ state: 'detached' });
  await page.locator('[data-verdict="keeps"]').waitFor();
  const beforeS = await pageProcessorS(), took = await page.evaluate(async ({ moves, pauseMs }) => {
    const slider = document.querySelectorAll<HTMLInputElement>('.step-sliders input')[1]!, gist = document.querySelector('.gist')!, energy = document.querySelector('[data-figure="energy"]')!;
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    const answerMs: number[] = [], pictureMs: number[] = [], pause = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms); });
    for (let move = 0; move < moves; move++) {
      await pause(pauseMs);
      const before = `${gist.textContent} ${energy.textContent}`, startMs = performance.now();
      setValue.call(slider, String(30 + ((move * 7) % 60)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // The page answers within the event; what waits for its end has run after this.
      await Promise.resolve();
      if (`${gist.textContent} ${energy.textContent}` === before) throw new Error('the figures did not follow the slider');
      // Layout of what was written belongs to the answer.
      void document.querySelector<HTMLElement>('section.lighting')!.offsetHeight;
      answerMs.push(performance.now() - startMs);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      pictureMs.push(performance.now() - startMs);
    }
    return { answerMs, pictureMs };
  }, { moves, pauseMs });
  const processorMs = (1000 * ((await pageProcessorS()) - beforeS)) / moves;
  await page.close();
  return { ...took, processorMs };
}

const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other), medianOf = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)]!, worstOf = (values: readonly number[]) => sorted(values).at(-1)!;
const results: Record<string, { medianMs: number; worstMs: number; pictureMedianMs: number; processorMs: number; kept: boolean; atRest: { medianMs: number; worstMs: number } }> = {};
console.log(`${twin.lamps.count} lamps, ${twin.litStreets.count} lit stretches of street (${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Chromium)`);
for (const [name, program] of Object.entries(programs)) {
  const { answerMs, pictureMs, processorMs } = await moveSlider(program, drag), medianMs = medianOf(answerMs), worstMs = worstOf(answerMs);
  const { answerMs: restMs } = await moveSlider(program, rest), atRest = { medianMs: medianOf(restMs), worstMs: worstOf(restMs) };
  results[name] = { medianMs, worstMs, pictureMedianMs: medianOf(pictureMs), processorMs, kept: worstMs <= BUDGET_MS, atRest };
  console.log(`${name}: answer median ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms of ${drag.moves} moves (budget ${BUDGET_MS} ms); with the next picture of the map median ${medianOf(pictureMs).toFixed(0)} ms; ${processorMs.toFixed(0)} ms of processor a move, pictures included`);
  console.log(`${name}: with the map at rest before each of ${rest.moves} moves: median ${atRest.medianMs.toFixed(1)} ms, worst ${atRest.worstMs.toFixed(1)} ms`);
}
await browser.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
writeHistory('move-slider', { lamps: twin.lamps.count, litStreets: twin.litStreets.count, moves: drag.moves, budgetMs: BUDGET_MS, ...results });
