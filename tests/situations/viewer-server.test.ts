// Goal: the server sends the cities it was given and nothing else, to this machine only.
import { utimesSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
import type { JunctionPlans } from '../../scenarios/explain/junction-control.ts';
import type { JunctionSpan } from '../../scenarios/explain/junction-span.ts';
import { meanDelayS, type JunctionFigures } from '../../scenarios/measure/junction-figures.ts';
import { servedCount } from '../../scenarios/measure/priority-answers.ts';
import { reportInputOf } from '../../scenarios/report/report-input.ts';
import { reportPage } from '../../scenarios/report/report-page.ts';
import { serveSmallCity, type ServedTown } from '../browser/served-city.ts';
import { smallComparison } from '../browser/small-comparison.ts';
import { sweepPath } from '../../scenarios/report/sweep/sweep-folder.ts';
import { sweepPage } from '../../scenarios/report/sweep/sweep-page.ts';
import { keepSmallSweep, smallSweep } from '../browser/small-sweep.ts';

let town: ServedTown;
const KEPT = '00000000000000a1', FOREIGN = '00000000000000c3';
beforeAll(async () => {
  town = await serveSmallCity(undefined, [smallComparison, (twin) => { const other = smallComparison(twin, FOREIGN); return { ...other, baseline: { ...other.baseline, twinHash: '0'.repeat(64) } }; }]);
});
afterAll(() => town?.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(town.server.url + path, { headers });

test('the list names each city with its results and what their manifests say', async () => {
  const { cities } = (await (await get('api/cities')).json()) as { cities: { name: string; results: { name: string; manifest: { scenario: string } }[] }[] };
  expect(cities.map(({ name, results }) => [name, results.map((result) => [result.name, result.manifest.scenario])])).toEqual([
    ['petiteville', [['baseline', 'baseline'], ['dim-after-midnight', 'dim-after-midnight']]],
  ]);
});

test('the twin arrives whole, says how long it is, and is not sent twice', async () => {
  const response = await get('api/cities/petiteville/twin');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(Number(response.headers.get('x-unzipped-length'))).toBe(bytes.byteLength);
  expect(twinFromBytes(bytes)?.lamps.count).toBe(town.twin.lamps.count);
  expect((await get('api/cities/petiteville/twin', { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
});

test.each([
  ['api/cities/atlantis/twin', 404], ['api/cities/petiteville/results/nothing/minutes', 404], ['api/cities/petiteville/results/baseline/trips', 404],
  ['api/cities/..%2F..%2Fetc/twin', 404], ['api/cities/petiteville/results/baseline/replay/..%2Fmanifest.json', 404], ['..%2Fpackage.json', 404],
  ['api/cities/petiteville/results/baseline/replay/28800', 200], ['api/cities/petiteville/results/baseline/replay/3600', 204], ['api/cities/petiteville/results/baseline/replay/-300', 404],
])('%s answers %i', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test('comparisons that are kept of a city shown are listed, sent, and drawn as the command draws them; those of other cities are not', async () => {
  const { comparisons } = (await (await get('api/comparisons')).json()) as { comparisons: { id: string; city: string }[] };
  expect(comparisons.map(({ id, city }) => [id, city])).toEqual([[KEPT, 'petiteville']]);
  expect(await (await get(`api/comparisons/${KEPT}`)).json()).toEqual(smallComparison(town.twin));
  for (const language of ['fr', 'en'] as const) {
    const page = await get(`comparisons/${KEPT}/${language}`);
    expect([page.headers.get('content-type'), await page.text()]).toEqual(['text/html; charset=utf-8', reportPage(reportInputOf(smallComparison(town.twin), language))]);
  }
});

test('sweeps that are kept of a city shown are listed and drawn as the command draws them; those of other cities, and what no sweep is, are not', async () => {
  const sweep = smallSweep(town.twin), foreign = smallSweep(town.twin, 'b'.repeat(32)), broken = smallSweep(town.twin, 'c'.repeat(32));
  keepSmallSweep(town.home, sweep);
  keepSmallSweep(town.home, { ...foreign, city: { ...foreign.city, twinHash: '0'.repeat(64) } });
  keepSmallSweep(town.home, { ...broken, points: [] });
  const { sweeps } = (await (await get('api/sweeps')).json()) as { sweeps: { id: string; city: string; points: number }[] };
  expect(sweeps).toMatchObject([{ id: sweep.id, city: 'petiteville', points: 2 }]);
  for (const language of ['fr', 'en'] as const) expect(await (await get(`sweeps/${sweep.id}/${language}`)).text()).toBe(sweepPage(sweep, language));
  for (const path of [`sweeps/${sweep.id}/de`, `sweeps/${foreign.id}/fr`, `sweeps/${broken.id}/fr`, 'sweeps/..%2F..%2Fetc/fr']) expect((await get(path)).status).toBe(404);
});

test('the page of a sweep is drawn once, and again when the sweep was written anew', async () => {
  const sweep = smallSweep(town.twin, 'd'.repeat(32)), renamed = { ...sweep, title: { fr: 'Abaisser la nuit', en: 'Dim by night' } }, path = sweepPath(town.home, sweep.id), kept = new Date(1e12), page = async () => (await get(`sweeps/${sweep.id}/en`)).text();
  const keptAt = (saved: typeof sweep, at: Date): void => { keepSmallSweep(town.home, saved); utimesSync(path, at, at); };
  keptAt(sweep, kept);
  expect(await page()).toBe(sweepPage(sweep, 'en'));
  // Of the same length and time: what is told is what was drawn.
  keptAt(renamed, kept);
  expect(await page()).toBe(sweepPage(sweep, 'en'));
  keptAt(renamed, new Date(1e12 + 1000));
  expect(await page()).toBe(sweepPage(renamed, 'en'));
});

test.each([`api/comparisons/${FOREIGN}`, 'api/comparisons/00000000000000ff', 'api/comparisons/..%2F..%2Fetc', `api/comparisons/${KEPT}%2F..%2F${KEPT}`, `comparisons/${KEPT}/de`, `comparisons/${FOREIGN}/fr`])('%s is nothing', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('a name of another machine that points here is refused', async () => {
  const status = await new Promise<number>((resolve) => {
    request({ host: '127.0.0.1', port: town.server.port, path: '/api/cities', headers: { host: 'evil.example' } }, (response) => resolve(response.statusCode!)).end();
  });
  expect(status).toBe(403);
});

test('pages run nothing from elsewhere and are shown in no foreign frame', async () => {
  const policy = (await get('api/cities')).headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|\*/);
});

const junction = async <T>(path: string): Promise<T> => (await (await get(`api/cities/petiteville/results/${path}`)).json()) as T;

test('a junction comes by itself: its plans, five minutes of a run with requests, and what it cost', async () => {
  const { control, plans } = await junction<JunctionPlans>('baseline/junctions/0/plans');
  expect([control.kind, control.stageCount, plans.map(({ diagram }) => diagram.cycleS)]).toEqual(['plan', 2, [60]]);
  const { fromS, untilS, groups, requests } = await junction<JunctionSpan>('baseline/junctions/0/span-29400');
  expect([fromS, untilS, groups.length, requests.map(({ vehicle, decisions }) => [vehicle, decisions.length])]).toEqual([29400, 29700, 2, [['vehicle 0', 2], ['vehicle 1', 2]]]);
  // Nothing of another junction.
  expect((await junction<JunctionSpan>('baseline/junctions/1/span-29400')).requests).toEqual([]);
  const { traffic, stopLine, answers } = await junction<JunctionFigures>('baseline/junctions/0/figures');
  expect([meanDelayS(traffic!, (one) => one === 'bus'), meanDelayS(traffic!, (one) => one === 'car'), traffic!.approaches[0]!.longestQueueM]).toEqual([15, 6, 40]);
  expect([stopLine!.passages, stopLine!.meanLostS, answers!.requests, servedCount(answers!)]).toEqual([2, 4.5, 2, 1]);
  expect(await junction<JunctionFigures>('baseline/junctions/1/figures')).toEqual({});
});

test.each([
  ['baseline/junctions/4/plans', 404], ['baseline/junctions/-1/plans', 404], ['baseline/junctions/0/everything', 404], ['baseline/junctions/0/span-..', 404], ['nothing/junctions/0/plans', 404], ['baseline/junctions/1e3/figures', 404],
  ['baseline/junctions/0/span-29401', 204], ['baseline/junctions/0/span-86400', 204], ['baseline/junctions/99/span-29400', 204], ['baseline/junctions/0/span-86100', 200],
])('of junctions, %s answers %i', async (path, status) => {
  expect((await get(`api/cities/petiteville/results/${path}`)).status).toBe(status);
});

test('of a junction that is opened again nothing is sent twice', async () => {
  const path = 'api/cities/petiteville/results/baseline/junctions/0/span-29400', etag = (await get(path)).headers.get('etag')!;
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
});
