// Goal: the server sends the cities it was given and nothing else, to this machine only.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
import { serveSmallCity, type ServedTown } from '../browser/served-city.ts';

let town: ServedTown;
beforeAll(async () => { town = await serveSmallCity(); });
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
