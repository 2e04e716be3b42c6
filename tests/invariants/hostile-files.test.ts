// Goal: no file, however broken or malicious, gets more than a list of problems, in bounded time and memory.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importGtfs } from '../../data/build/from-gtfs.ts';
import { importOsm } from '../../data/build/from-osm.ts';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import type { FileAccess } from '../../data/formats/sumo/xml-elements.ts';
import { copyTable } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { buildTown } from '../situations/traffic-town.ts';
import { judge, mutated, mutatedBytes } from './hostile-files-judge.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
// Thousands of files, one after another.
if (proof) vi.setConfig({ testTimeout: 3_600_000 });
const folder = mkdtempSync(join(tmpdir(), 'jumeau-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;
const file = (content: string | Uint8Array): string => {
  const path = join(folder, `file-${written++}`);
  writeFileSync(path, content);
  return path;
};

const inMemory = (files: Record<string, string | Uint8Array>): FileAccess => ({
  async open(path) {
    if (!Object.hasOwn(files, path)) throw new Error('no such file');
    const content = files[path]!;
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return (async function* () { for (let at = 0; at === 0 || at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536); })();
  },
});

/** Two streets that cross, one of them with priority, and two vehicles. */
const tinyNet = `<net>
<location netOffset="0,0" convBoundary="0,0,200,200" projParameter="!"/>
<edge id=":c_0" function="internal"><lane id=":c_0_0" index="0" speed="10" length="10" shape="95,98 105,98"/></edge>
<edge id=":c_1" function="internal"><lane id=":c_1_0" index="0" speed="10" length="10" shape="102,95 102,105"/></edge>
<edge id="w" from="W" to="c" priority="2"><lane id="w_0" index="0" speed="13.9" length="95" shape="0,98 95,98"/></edge>
<edge id="e" from="c" to="E" priority="2"><lane id="e_0" index="0" speed="13.9" length="95" shape="105,98 200,98"/></edge>
<edge id="s" from="S" to="c" priority="1"><lane id="s_0" index="0" speed="13.9" length="95" shape="102,0 102,95"/></edge>
<edge id="n" from="c" to="N" priority="1"><lane id="n_0" index="0" speed="13.9" length="95" shape="102,105 102,200"/></edge>
<tlLogic id="c" type="actuated" programID="0" offset="0"><param key="max-gap" value="3.0"/><param key="w_0" value="loop"/><phase duration="30" minDur="5" maxDur="50" state="Gr"/><phase duration="3" state="yr"/><phase duration="20" state="rG"/><phase duration="3" state="ry"/></tlLogic>
<junction id="c" type="traffic_light" x="100" y="100" incLanes="w_0 s_0" intLanes=":c_0_0 :c_1_0"><request index="0" response="00" foes="10"/><request index="1" response="01" foes="01"/></junction>
<junction id="W" type="dead_end" x="0" y="98" incLanes="" intLanes=""/><junction id="E" type="dead_end" x="200" y="98" incLanes="e_0" intLanes=""/>
<junction id="S" type="dead_end" x="102" y="0" incLanes="" intLanes=""/><junction id="N" type="dead_end" x="102" y="200" incLanes="n_0" intLanes=""/>
<connection from="w" to="e" fromLane="0" toLane="0" via=":c_0_0" tl="c" linkIndex="0" dir="s" state="O"/>
<connection from="s" to="n" fromLane="0" toLane="0" via=":c_1_0" tl="c" linkIndex="1" dir="s" state="o"/>
</net>`;
const tinyRoutes = `<routes>
<vType id="car" accel="2.6"/>
<busStop id="stop" lane="e_0" startPos="10" endPos="30"/>
<inductionLoop id="loop" lane="w_0" pos="-20" period="60" file="out.xml"/><laneAreaDetector id="queue" lanes="s_0 n_0" pos="10" endPos="50" freq="60" file="out.xml"/>
<route id="across" edges="w e"/>
<vehicle id="1" type="car" route="across" depart="0"><stop busStop="stop" duration="20" until="60"/></vehicle>
<trip id="2" from="s" to="n" depart="5" departLane="best" departSpeed="max" departPos="last" arrivalPos="-5"/>
<flow id="3" route="across" begin="10" end="100" period="30"/>
</routes>`;
const sumo = (net: string | Uint8Array, routes: string | Uint8Array = tinyRoutes) => importSumo({ net: 'net', routes: ['routes'] }, inMemory({ net, routes }));

const tinyOsm = '<osm version="0.6"><node id="1" lat="47" lon="5"/><node id="2" lat="47" lon="5.01"/><node id="3" lat="47.01" lon="5.005"/>\n<way id="9"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>\n<way id="10"><nd ref="3"/><nd ref="1"/><tag k="highway" v="primary"/><tag k="lanes" v="4"/></way>\n<relation id="11"><member type="way" ref="10" role="from"/><member type="node" ref="1" role="via"/><member type="way" ref="9" role="to"/><tag k="type" v="restriction"/><tag k="restriction" v="no_left_turn"/><tag k="except" v="psv"/></relation></osm>';
const tinyFeed: Record<string, string> = {
  'routes.txt': 'route_id,route_short_name,route_type\nr,1,3\n',
  'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\na,A,47.0,5.0\nb,B,47.0,5.01\n',
  'calendar.txt': 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nw,1,1,1,1,1,0,0,20260105,20260109\n',
  'trips.txt': 'route_id,service_id,trip_id\nr,w,t1\n',
  'stop_times.txt': 'trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,08:00:00,08:00:00,a,1\nt1,08:10:00,08:10:00,b,2\n',
};
const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
function feedFolder(files: Record<string, string>): string {
  const path = join(folder, `feed-${written++}`);
  mkdirSync(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

test('the files that are broken below are whole to begin with', async () => {
  for (const whole of [await sumo(tinyNet), await importOsm(file(tinyOsm)), await importGtfs(file(zipOf(tinyFeed)))]) {
    judge(whole);
    expect(whole.value).toBeDefined();
  }
  expect((await sumo(tinyNet)).value!.departures.count).toBe(5);
});

test('two vehicles that wait for the same one are named: only one of them could follow it', async () => {
  const twin = (await sumo(tinyNet)).value!;
  twin.departures.after.set([-1, 0, 1]);
  expect(checkTwin(twin)).toEqual([]);
  twin.departures.after.set([-1, 0, 0]);
  expect(checkTwin(twin).map(({ code }) => code)).toEqual(['twin-after-twice']);
});

test('a link of 30 lanes is driven, one of 31 is a problem: nobody would ever enter it', async () => {
  const lanes = (count: number): string => Array.from({ length: count }, (_, lane) => `<lane id="w_${lane}" index="${lane}" speed="13.9" length="95" shape="0,${98 + 3 * lane} 95,${98 + 3 * lane}"/>`).join('');
  const wide = (count: number) => sumo(tinyNet.replace(/<lane id="w_0".*?\/>/, lanes(count)));
  const { value, problems } = await wide(31);
  judge({ value, problems });
  expect(value).toBeUndefined();
  expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'twin-too-many-lanes', parameters: { lanes: 31, most: 30 } }]);
  const driven = (await wide(30)).value!;
  expect(run(driven, { seed: 1, fromS: 0, untilS: 300, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).figures.vehiclesInserted).toBe(5);
});

test('a lane that leads on in more ways than a route can tell apart is a problem', () => {
  const star = (ways: number) => buildTown({
    links: [{ name: 'in', from: 'a', to: 'J', lengthM: 100 }, ...Array.from({ length: ways }, (_, way) => ({ name: `out${way}`, from: 'J', to: `b${way}`, lengthM: 100 }))],
    movements: Array.from({ length: ways }, (_, way) => ({ from: 'in.0', to: `out${way}.0` })), vehicles: [],
  });
  const tooMany = (ways: number) => checkTwin(star(ways)).filter(({ code }) => code === 'twin-too-many-movements');
  expect(tooMany(127)).toEqual([]);
  expect(tooMany(128)).toMatchObject([{ severity: 'error', parameters: { count: 128, most: 127 } }]);
});

test('vehicles that plan to brake harder than they can: told at import, braking as hard as they plan; refused in a twin', async () => {
  const { value: twin, problems } = await sumo(tinyNet, tinyRoutes.replace('accel="2.6"', 'accel="2.6" decel="4" emergencyDecel="0.01"'));
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'sumo-emergency-below-decel' }));
  expect([twin!.vehicleTypes.decelerationMps2[0], twin!.vehicleTypes.emergencyDecelerationMps2[0]]).toEqual([4, 4]);
  expect(checkTwin(twin!).filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const [column, wrong] of [['emergencyDecelerationMps2', 3.9], ['imperfectionShare', 1.1], ['imperfectionShare', -0.1], ['speedFactorDeviation', -1], ['widthM', 0]] as const) {
    const other = { ...twin!, vehicleTypes: copyTable(vehicleTypeColumns, twin!.vehicleTypes) };
    other.vehicleTypes[column][0] = wrong;
    expect(checkTwin(other).map(({ code }) => code), column).toContain('twin-type-cannot-drive');
  }
});

const entities = `<!DOCTYPE net [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level || ''};`.repeat(10)}">`).join('')}]>`;
const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255);

describe('SUMO', () => {
  test.each<[string, string | Uint8Array, string | Uint8Array, string]>([
    ['nothing in it', '', tinyRoutes, 'sumo-empty-file'],
    ['noise', noise, tinyRoutes, 'sumo-malformed-xml'],
    ['a web page', '<html><body>Not found</body></html>', tinyRoutes, 'sumo-wrong-root'],
    ['cut short', tinyNet.slice(0, 900), tinyRoutes, 'sumo-malformed-xml'],
    ['gzip cut short', gzipSync(tinyNet.repeat(9)).subarray(0, 300), tinyRoutes, 'sumo-unreadable-file'],
    ['gzip in name only', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), noise]), tinyRoutes, 'sumo-unreadable-file'],
    ['entities within entities', entities + tinyNet.replace('id="w"', 'id="&a20;"'), tinyRoutes, 'sumo-malformed-xml'],
    ['a file of this computer as an entity', `<!DOCTYPE net [<!ENTITY f SYSTEM "file:///etc/hostname">]>${tinyNet.replace('id="w"', 'id="&f;"')}`, tinyRoutes, 'sumo-malformed-xml'],
    ['an attribute of 80 MB', `<net version="${'9'.repeat(80e6)}"></net>`, tinyRoutes, 'sumo-element-too-long'],
    ['a gzip that unpacks to 200 MB of blanks', gzipSync(Buffer.concat([Buffer.from('<net>'), Buffer.alloc(200e6, 32)])), tinyRoutes, 'sumo-too-large'],
    ['elements a thousand deep', `<net>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</net>`, tinyRoutes, 'sumo-too-deep'],
    ['an encoding that nobody knows', `<?xml version="1.0" encoding="klingon"?>${tinyNet}`, tinyRoutes, 'sumo-unknown-encoding'],
    ['an edge of 32 lanes', tinyNet.replace('</edge>\n<edge id="e"', `${Array.from({ length: 31 }, (_, at) => `<lane id="w_${at + 1}" index="${at + 1}" speed="13.9" length="95" shape="0,98 95,98"/>`).join('')}</edge>\n<edge id="e"`), tinyRoutes, 'sumo-too-many-lanes'],
    ['an edge twice', tinyNet.replace('id="e"', 'id="w"'), tinyRoutes, 'sumo-name-twice'],
    ['a junction twice', tinyNet.replace('junction id="E"', 'junction id="W"'), tinyRoutes, 'sumo-name-twice'],
    ['an edge to nowhere', tinyNet.replace('to="E"', 'to="X"'), tinyRoutes, 'sumo-unknown-junction'],
    ['a connection over a lane that is not there', tinyNet.replace('via=":c_0_0"', 'via=":c_9_0"'), tinyRoutes, 'sumo-unknown-lane'],
    ['a length that is no number', tinyNet.replace('length="95"', 'length="NaN"'), tinyRoutes, 'sumo-bad-number'],
    ['a length below nothing', tinyNet.replace('length="95"', 'length="-95"'), tinyRoutes, 'sumo-bad-number'],
    ['a length beyond the Earth', tinyNet.replace('length="95"', 'length="1e300"'), tinyRoutes, 'sumo-bad-number'],
    ['a corner that is no number', tinyNet.replace('0,98 95,98', '0,98 x,98'), tinyRoutes, 'sumo-bad-shape'],
    ['a phase too short', tinyNet.replace('state="yr"', 'state="y"'), tinyRoutes, 'sumo-phase-length'],
    ['a light of no colour', tinyNet.replace('state="yr"', 'state="zr"'), tinyRoutes, 'sumo-unknown-state'],
    ['a plan that takes no time', tinyNet.replaceAll(/duration="\d+"/g, 'duration="0"'), tinyRoutes, 'sumo-empty-program'],
    ['a gap that is no number', tinyNet.replace('value="3.0"', 'value="short"'), tinyRoutes, 'sumo-bad-number'],
    ['a program that counts on no detector', tinyNet.replace('value="loop"', 'value="none"'), tinyRoutes, 'sumo-unknown-detector'],
    ['a detector behind its lane', tinyNet, tinyRoutes.replace('pos="-20"', 'pos="96"'), 'sumo-detector-off-lane'],
    ['a lane area that ends before it starts', tinyNet, tinyRoutes.replace('lanes="s_0 n_0"', 'lane="s_0"').replace('endPos="50"', 'endPos="5"'), 'sumo-detector-off-lane'],
    ['a detector on no lane', tinyNet, tinyRoutes.replace('lane="w_0"', 'lane="x_0"'), 'sumo-unknown-lane'],
    ['a vehicle twice', tinyNet, tinyRoutes.replace('trip id="2"', 'trip id="1"'), 'sumo-vehicle-twice'],
    ['an unknown route', tinyNet, tinyRoutes.replace('route="across" depart', 'route="along" depart'), 'sumo-unknown-route'],
    ['a route against the traffic', tinyNet, tinyRoutes.replace('edges="w e"', 'edges="e w"'), 'sumo-route-broken'],
    ['a trip without a way', tinyNet, tinyRoutes.replace('to="n"', 'to="w"'), 'sumo-no-path'],
    ['a stop beside the route', tinyNet, tinyRoutes.replace('lane="e_0"', 'lane="n_0"'), 'sumo-stop-not-on-route'],
    ['a departure at noon o\'clock', tinyNet, tinyRoutes.replace('depart="0"', 'depart="noon"'), 'sumo-bad-time'],
    ['a flow a nanosecond apart', tinyNet, tinyRoutes.replace('period="30"', 'period="1e-9"'), 'sumo-flow-without-rate'],
    ['a flow without end', tinyNet, tinyRoutes.replace('end="100" period="30"', 'number="999999999"'), 'sumo-flow-without-rate'],
  ])('%s', async (_title, net, routes, code) => {
    const result = await sumo(net, routes);
    judge(result);
    expect(result.value).toBeUndefined();
    expect(result.problems.map((problem) => problem.code)).toContain(code);
  });

  test('a config that names itself as its net, a folder, or what is not there', async () => {
    const itself = file('<configuration><input><net-file value="file-x"/></input></configuration>');
    const config = file(`<configuration><input><net-file value="${itself}"/></input></configuration>`);
    for (const [input, code] of [[{ config }, 'sumo-wrong-root'], [{ config: folder }, 'sumo-missing-file'], [{ config: join(folder, 'nowhere') }, 'sumo-missing-file'], [{ config: itself }, 'sumo-missing-file'], [{}, 'sumo-no-net']] as const) {
      const result = await importSumo(input, nodeFiles);
      judge(result);
      expect(result.problems.map((problem) => problem.code)).toEqual([code]);
    }
  });

  test('a million mistakes of one kind are counted, a thousand listed', async () => {
    const { problems } = await sumo(tinyNet, `<routes>${'<vehicle id="x" route="nowhere" depart="1"/>'.repeat(proof ? 1_000_000 : 100_000)}</routes>`);
    expect(problems.filter(({ code }) => code === 'sumo-vehicle-twice').length).toBe(1000);
    expect(problems.find(({ code }) => code === 'more-of-these')!.parameters['count']).toBe((proof ? 1_000_000 : 100_000) - 1001);
  });
});

describe('OpenStreetMap', () => {
  test.each<[string, () => string, string]>([
    ['a folder', () => folder, 'file-not-found'],
    ['noise', () => file(noise), 'osm-not-osm'],
    ['entities within entities', () => file(entities.replace('net', 'osm') + tinyOsm.replace('residential', '&a20;')), 'osm-broken-xml'],
    ['a gzip that unpacks to 200 MB of blanks', () => file(gzipSync(Buffer.concat([Buffer.from('<osm>'), Buffer.alloc(200e6, 32)]))), 'osm-too-large'],
    ['nodes off the globe', () => file(tinyOsm.replaceAll('lat="47', 'lat="470')), 'osm-no-streets'],
    ['nodes that are nowhere', () => file(tinyOsm.replaceAll('lat="47', 'lat="x')), 'osm-no-streets'],
    ['ways without nodes', () => file(tinyOsm.replaceAll(/<nd ref="\d+"\/>/g, '')), 'osm-no-streets'],
    ['ways on nodes that are not in it', () => file(tinyOsm.replaceAll(/<nd ref="(\d+)"\/>/g, '<nd ref="9$1"/>')), 'osm-no-streets'],
  ])('%s', async (_title, path, code) => {
    const result = await importOsm(path());
    judge(result);
    expect(result.problems.map((problem) => problem.code)).toContain(code);
  });

  test('a way over one node again and again, and a node twice', async () => {
    for (const text of [tinyOsm.replace('<nd ref="2"/>', '<nd ref="2"/><nd ref="1"/>'.repeat(500)), tinyOsm.replace('<node id="2"', '<node id="1"')]) judge(await importOsm(file(text)));
  });
});

describe('GTFS', () => {
  test.each<[string, () => string, string]>([
    ['noise', () => file(noise), 'gtfs-not-a-zip'],
    ['a zip of a zip', () => file(zipOf({ 'feed.zip': zipOf(tinyFeed) })), 'gtfs-missing-file'],
    ['a zip bomb', () => file(zipOf({ ...tinyFeed, 'stop_times.txt': new Uint8Array(200e6) })), 'gtfs-too-large'],
    ['names that climb out of the archive', () => file(zipOf({ ...tinyFeed, '../../../outside.txt': 'x' })), 'gtfs-not-a-zip'],
    ['a thousand and one files', () => file(zipOf(Object.fromEntries(Array.from({ length: 1100 }, (_, n) => [`${n}.txt`, 'a'])))), 'gtfs-too-large'],
    ['a thousand and one files in a folder', () => feedFolder({ ...tinyFeed, ...Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.txt`, 'a'])) }), 'gtfs-too-large'],
    ['a file of five gigabytes in a folder', () => { const path = feedFolder(tinyFeed); truncateSync(join(path, 'stop_times.txt'), 5e9); return path; }, 'gtfs-too-large'],
    ['a stop at the end of numbers', () => feedFolder({ ...tinyFeed, 'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\na,A,1e308,5.0\nb,B,47.0,5.01\n' }), 'gtfs-place-off-the-globe'],
    ['a field of a megabyte', () => feedFolder({ ...tinyFeed, 'trips.txt': `route_id,service_id,trip_id\nr,w,"${'x'.repeat(1e6)}"\n` }), 'gtfs-unreadable-file'],
    ['a calendar of all time', () => feedFolder({ ...tinyFeed, 'calendar.txt': tinyFeed['calendar.txt']!.replace('20260105,20260109', '00000101,99991231').replace('w,1,1,1,1,1', 'w,0,0,0,0,0') }), 'gtfs-no-service'],
    ['a date that is none', () => feedFolder({ ...tinyFeed, 'calendar.txt': tinyFeed['calendar.txt']!.replace('20260105,20260109', 'soon,later') }), 'gtfs-no-service'],
  ])('%s', async (_title, path, code) => {
    const result = await importGtfs(path());
    judge(result);
    expect(result.problems.map((problem) => problem.code)).toContain(code);
  });
});

/** How many broken files of each kind; `npm run proof` tries many more. */
const tries = (small: number): number[] => Array.from({ length: proof ? 20 * small : small }, (_, seed) => seed);
const ATTRIBUTE = /="([^"]*)"/g, FIELD = /(?<=[,\n])([^,\n]*)[,\n]/g;
/** The slowest of these files takes a tenth of a second whole; a broken one may not take fifty times that, on a busy machine. */
const LONGEST_MS = 5000;

/** Tells the seed of the try that fails. */
async function each(title: string, seeds: number[], attempt: (seed: number) => Promise<void>): Promise<void> {
  for (const seed of seeds) {
    const startMs = performance.now();
    try {
      await attempt(seed);
    } catch (cause) {
      throw new Error(`${title}, seed ${seed}: ${(cause as Error).stack ?? (cause as Error).message}`, { cause });
    }
    expect(performance.now() - startMs, `${title}, seed ${seed}`).toBeLessThan(LONGEST_MS);
  }
}

describe(`files broken at random, ${proof ? 'at full size' : 'a twentieth of the proof'}`, () => {
  test('a SUMO net and its routes', () => each('sumo', tries(200), async (seed) => judge(await sumo(seed % 2 ? mutated(tinyNet, seed, ATTRIBUTE) : tinyNet, seed % 2 ? tinyRoutes : mutated(tinyRoutes, seed, ATTRIBUTE)))));
  test('an OpenStreetMap file', () => each('osm', tries(100), async (seed) => judge(await importOsm(file(mutated(tinyOsm, seed, ATTRIBUTE))))));
  test('a GTFS feed', () => each('gtfs', tries(100), async (seed) => {
    const names = Object.keys(tinyFeed), name = names[seed % names.length]!;
    judge(await importGtfs(feedFolder({ ...tinyFeed, [name]: mutated(tinyFeed[name]!, seed, FIELD) })));
  }));
});

describeOnSharedData(`real files broken at random, ${proof ? 'at full size' : 'a twentieth of the proof'}`, () => {
  test('the nets of a crossing and of Cologne', async () => {
    const nets = ['tsp-unit/n.net.xml', 'resco-cologne1/cologne1.net.xml'].map((path) => readFileSync(sharedPath(`11-sumo-scenarios/${path}`), 'utf8'));
    const trips = `${readFileSync(sharedPath('11-sumo-scenarios/resco-cologne1/cologne1.rou.xml'), 'utf8').split('\n').slice(0, 60).join('\n')}</routes>`;
    await each('real sumo', tries(75), async (seed) => judge(await sumo(mutated(nets[seed % 2]!, seed, ATTRIBUTE), seed % 2 ? trips : '<routes/>')));
  });

  test('streets of Bologna', async () => {
    const whole = readFileSync(sharedPath('02-osm/bologna_acosta.osm'), 'utf8');
    const ways = [...whole.matchAll(/<way[\s\S]*?<\/way>/g)].map(([way]) => way).filter((way) => way.includes('k="highway"')).slice(0, 30);
    const needed = new Set(ways.flatMap((way) => [...way.matchAll(/ref="(\d+)"/g)].map(([, id]) => id)));
    const nodes = [...whole.matchAll(/<node id="(\d+)"[^>]*?(?:\/>|>[\s\S]*?<\/node>)/g)].filter(([, id]) => needed.has(id)).map(([node]) => node);
    const text = `<osm>\n${nodes.join('\n')}\n${ways.join('\n')}\n</osm>`;
    expect((await importOsm(file(text))).value!.links.count).toBeGreaterThan(20);
    await each('real osm', tries(30), async (seed) => judge(await importOsm(file(mutated(text, seed, ATTRIBUTE)))));
  });

  test('a PBF with bytes changed', async () => {
    const bytes = readFileSync(sharedPath('02-osm/valhalla_bus.osm.pbf'));
    await each('real pbf', tries(10), async (seed) => judge(await importOsm(file(mutatedBytes(bytes, seed)))));
  });

  test('the feed of a bus line, texts and archive', async () => {
    const bytes = readFileSync(sharedPath('03-gtfs/vvs-bus-751-only.gtfs.zip'));
    const files = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.txt')).map(([name, content]) => [name, Buffer.from(content).toString('utf8')]));
    const names = Object.keys(files).sort();
    await each('real gtfs', tries(30), async (seed) => {
      const name = names[seed % names.length]!;
      judge(await importGtfs(feedFolder({ ...files, [name]: mutated(files[name]!, seed, FIELD) })));
    });
    await each('real zip', tries(30), async (seed) => judge(await importGtfs(file(mutatedBytes(bytes, seed)))));
  });
});
