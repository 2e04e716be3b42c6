// Goal: every command that README shows does what it says, here at a size that takes seconds.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jumeau, makeWorkplace, startJumeau, type Workplace } from '../situations/command.ts';
import { read, root } from './sources.ts';

/** Each line of README's shell blocks, without its comment. */
const shown = [...read('README.md').matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => block!.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '');

const village = `<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="47.3200" lon="5.0400"/><node id="2" lat="47.3210" lon="5.0410"/><node id="3" lat="47.3220" lon="5.0420"/>
<way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way></osm>`;
const lamps = 'id,lon,lat,watts\nA1,5.0402,47.3203,60\nA2,5.0411,47.3212,60\n';
const mapping = 'format: jumeau lamp mapping\nversion: 1\nsource: { from: a town, licence: none needed }\ncrs: EPSG:4326\nplace: { x: lon, y: lat }\ncolumns: { name: id, power: { column: watts, of: system } }\nassume: { photometry: my-luminaire.ies }\n';
const luminaire = 'IESNA:LM-63-2002\nTILT=NONE\n1 6000 1 3 1 1 2 0 0 0\n1 1 60\n0 45 90\n0\n1900 1900 0\n';
const net = `<net version="1.9"><location netOffset="0,0" convBoundary="0,0,100,0" origBoundary="0,0,100,0" projParameter="!"/>
<edge id="main" from="a" to="b" priority="1"><lane id="main_0" index="0" speed="13.89" length="100" shape="0,0 100,0"/></edge>
<junction id="a" type="dead_end" x="0" y="0" incLanes="" intLanes="" shape="0,0"/><junction id="b" type="dead_end" x="100" y="0" incLanes="main_0" intLanes="" shape="100,0"/></net>`;
const routes = '<routes><route id="r" edges="main"/><vehicle id="v" route="r" depart="0"/></routes>';
const config = '<configuration><input><net-file value="my.net.xml"/><route-files value="my.rou.xml"/></input></configuration>';
const gtfs = {
  'agency.txt': 'agency_id,agency_name,agency_url,agency_timezone\n1,Bus,http://example.org,Europe/Paris\n',
  'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nA,First,47.3202,5.0402\nB,Last,47.3218,5.0418\n',
  'routes.txt': 'route_id,agency_id,route_short_name,route_long_name,route_type\nL1,1,L1,,3\n',
  'calendar.txt': 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nW,1,1,1,1,1,0,0,20260105,20261231\n',
  'trips.txt': 'route_id,service_id,trip_id\nL1,W,T1\n',
  'stop_times.txt': 'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nT1,08:00:00,08:00:00,A,1\nT1,08:05:00,08:05:00,B,2\n',
};

/** The same command with a smaller span, or on files made here. `npm` commands are npm scripts, run by whoever runs this test. */
function atTestSize(words: string[]): string[] {
  const smaller: Readonly<Record<string, string>> = { 'my-town.osm.pbf': 'my-town.osm', 'my-timetable.zip': 'my-timetable', 'docs/examples/priority-sweep.yaml': `${root}docs/examples/priority-sweep.yaml` };
  const args = words.map((word, at) => (words[at - 1] === '--hours' ? '0.02' : words[at - 1] === '--seeds' ? '1' : words[at - 1] === '--from' ? '03:00' : smaller[word] ?? word));
  // A report of savings and a comparison of settings of lighting reckon a year, and simulate nothing.
  const isSavings = args[0] === 'report' && args[1] === 'savings', isOfYear = args[0] === 'compare' && args.at(-1)!.endsWith('.json'), simulates = !isSavings && !isOfYear && ['run', 'compare', 'report', 'start', 'sweep'].includes(args[0]!);
  if (simulates && !args.includes('--hours')) args.push('--from', '03:00', '--hours', '0.02');
  if (args[0] === 'start') args.push('--once'); // The viewer that stays open has a test of its own below.
  if (args[0] === 'report' && !isSavings) args.push('--seeds', '1');
  return args;
}

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  const files: Record<string, string> = { 'my-lamps.csv': lamps, 'my-lamps.yaml': mapping, 'my-luminaire.ies': luminaire, 'my-town.osm': village, 'my.net.xml': net, 'my.rou.xml': routes, 'my-scenario.sumocfg': config };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place.folder, name), content);
  mkdirSync(join(place.folder, 'my-timetable'));
  for (const [name, content] of Object.entries(gtfs)) writeFileSync(join(place.folder, 'my-timetable', name), content);
});
afterAll(() => place.remove());

test('README shows commands', () => expect(shown.length).toBeGreaterThan(5));

test.each(shown.filter((line) => line.startsWith('npx jumeau ')))('%s', (line) => {
  const args = atTestSize([...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(2));
  const { status, stdout, stderr } = jumeau(place, ...args);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).not.toBe('');
  const out = args[args.indexOf('-o') + 1]!;
  if (args.includes('-o')) expect(existsSync(join(place.folder, out))).toBe(true);
});

test('the question of one’s own that README shows is one', () => {
  const [, question] = /```yaml\n([\s\S]*?)```/.exec(read('README.md'))!;
  writeFileSync(join(place.folder, 'mine.yaml'), question!);
  expect(jumeau(place, 'questions', 'mine.yaml')).toMatchObject({ status: 0, stdout: expect.stringContaining('every 5\u00a0min from 07:00 to 09:00: line L5') as string });
});

test.each(shown.filter((line) => !line.startsWith('npx jumeau ')))('%s is a script of the package', (line) => {
  const scripts = (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }).scripts;
  const [npm, name] = line.split(/\s+/);
  expect(npm).toBe('npm');
  expect(existsSync(root + scripts[name!]!.split(' ')[1]!)).toBe(true);
});

test('npm start: the second time everything is there already', () => {
  const small = ['start', '--once', '--from', '03:00', '--hours', '0.02', '--json'];
  const results = () => (JSON.parse(jumeau(place, ...small).stdout) as { results: { question: string; stored: boolean }[] }).results;
  expect(results().map(({ question }) => question)).toEqual(['baseline', 'dim-after-midnight']);
  expect(results().map(({ stored }) => stored)).toEqual([true, true]);
});

test('npm start: a port that is taken is passed over and said; the viewer answers until Ctrl-C', async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port)));
  const child = startJumeau(place, 'start', '--port', String(port), '--from', '03:00', '--hours', '0.02');
  let told = '';
  child.stdout!.on('data', (piece: Buffer) => { told += piece.toString(); });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => { const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(told) ?? []; if (found) resolve(found); });
    void child.ended.then((code) => reject(new Error(`ended with ${code} before it served: ${told}`)));
  });
  expect(told).toContain(`Port ${port} is taken`);
  expect(url).not.toContain(String(port));
  expect(told).toContain(`${url}#lang=en`);
  const { cities } = await (await fetch(`${url}api/cities`)).json() as { cities: { results: { name: string }[] }[] };
  expect(cities[0]!.results.map(({ name }) => name)).toEqual(['baseline', 'dim-after-midnight']);
  child.kill('SIGINT');
  expect(await child.ended).toBe(0);
  taken.close();
});
