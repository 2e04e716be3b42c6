// Goal: every form of flow that SUMO knows gives the vehicles that SUMO gives, and nobody is lost without a word.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { parseTime } from '../../data/formats/sumo/attributes.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { crossingNet } from './drawn-sumo-crossing.ts';
import { tags, textOf } from './sumo-net-reader.ts';

const hasSumo = spawnSync('sumo', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'jumeau-flows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const END_S = 1800;
const config = `<configuration><input><net-file value="net"/><route-files value="cars"/></input><time><begin value="0"/><end value="${END_S}"/></time></configuration>`;

async function imported(routes: string): Promise<{ twin: Twin | undefined; problems: readonly Problem[] }> {
  const files: Record<string, string> = { net: crossingNet, cars: `<routes>${routes}</routes>`, config };
  const access = { open: async function* (path: string): AsyncGenerator<Uint8Array> { yield Buffer.from(files[path]!); } };
  const { value, problems } = await importSumo({ config: 'config' }, access);
  return { twin: value, problems };
}

/** When each vehicle wanted to depart in SUMO, by its name. */
function sumoDepartures(routes: string): Map<string, number> {
  writeFileSync(join(folder, 'net.xml'), crossingNet);
  writeFileSync(join(folder, 'cars.rou.xml'), `<routes>${routes}</routes>`);
  const { status, stderr } = spawnSync('sumo', ['-n', 'net.xml', '-r', 'cars.rou.xml', '-e', String(END_S), '--tripinfo-output', 'trips.xml', '--tripinfo-output.write-unfinished', '--no-step-log', '--no-warnings', '--xml-validation', 'never'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return new Map(tags(textOf(join(folder, 'trips.xml')), 'tripinfo').map(({ id, depart, departDelay }) => [id!, Number(depart) - Number(departDelay)]));
}

const departuresOf = ({ departures }: Twin): Map<string, number> => new Map(departures.name.map((name, row) => [name, departures.departS[row]!]));

const across = '<route id="across" edges="NC CS"/>';
/** SUMO's clock has milliseconds. */
const CLOCK_S = 0.0015;

const regular: { title: string; flow: string; count: number; everyS: number }[] = [
  { title: 'number between begin and end', flow: '<flow id="f" route="across" begin="10" end="610" number="7"/>', count: 7, everyS: 600 / 7 },
  { title: 'period', flow: '<flow id="f" route="across" begin="10" end="100" period="30"/>', count: 3, everyS: 30 },
  { title: 'period and number, no end', flow: '<flow id="f" route="across" begin="5" period="12.5" number="9"/>', count: 9, everyS: 12.5 },
  { title: 'vehicles an hour', flow: '<flow id="f" route="across" begin="0" end="1000" vehsPerHour="500"/>', count: 139, everyS: 7.2 },
  { title: 'vehicles an hour until the end of the run', flow: '<flow id="f" route="across" begin="1500" vehsPerHour="120"/>', count: 10, everyS: 30 },
  { title: 'a flow of trips', flow: '<flow id="f" from="SC" to="CN" begin="0" end="300" number="5"/>', count: 5, everyS: 60 },
  { title: 'clock times', flow: '<flow id="f" route="across" begin="00:02:00" end="00:04:00" period="60"/>', count: 2, everyS: 60 },
];

describe('flows that keep time', () => {
  test.each(regular)('$title: $count vehicles, one every $everyS s', async ({ flow, count, everyS }) => {
    const { twin, problems } = await imported(across + flow);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const times = [...twin!.departures.departS];
    expect(times.length).toBe(count);
    for (let nth = 1; nth < count; nth++) expect(times[nth]! - times[0]!).toBeCloseTo(nth * everyS, 6);
  });

  test.skipIf(!hasSumo)('SUMO lets the same vehicles depart at the same times (skipped without the program sumo)', async () => {
    // SUMO passes over what stands in its files behind a later departure.
    const beginS = (flow: string): number => parseTime(/begin="([^"]+)"/.exec(flow)![1]!)!;
    const flows = across + regular.map(({ flow }, at) => flow.replace('id="f"', `id="f${at}"`)).sort((one, other) => beginS(one) - beginS(other)).join('');
    const theirs = sumoDepartures(flows), ours = departuresOf((await imported(flows)).twin!);
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [name, timeS] of theirs) expect(Math.abs(ours.get(name)! - timeS), name).toBeLessThanOrEqual(CLOCK_S + 1);
    // SUMO counts departures in whole steps: the mean shift shows that there is none but this rounding.
    const shiftS = [...theirs].reduce((sum, [name, timeS]) => sum + timeS - ours.get(name)!, 0) / theirs.size;
    expect(Math.abs(shiftS)).toBeLessThan(0.6);
  });
});

describe('flows at random', () => {
  test('a chance in each second gives a binomial number of vehicles, an exponential period a Poisson number with exponential gaps', async () => {
    const { twin } = await imported(`${across}<flow id="b" route="across" begin="0" end="1800" probability="0.2"/><flow id="p" route="across" begin="0" end="1800" period="exp(0.2)"/>`);
    const { name, departS } = twin!.departures;
    const ofFlow = (flow: string): number[] => [...departS].filter((_, row) => name[row]!.startsWith(`${flow}.`));
    const binomial = ofFlow('b'), poisson = ofFlow('p');
    expect(Math.abs(binomial.length - 360)).toBeLessThan(4 * Math.sqrt(1800 * 0.2 * 0.8));
    expect(binomial.every((timeS) => Number.isInteger(timeS)) && new Set(binomial).size === binomial.length).toBe(true);
    expect(Math.abs(poisson.length - 360)).toBeLessThan(4 * Math.sqrt(360));
    const gapsS = poisson.map((timeS, nth) => timeS - (nth > 0 ? poisson[nth - 1]! : 0)), meanS = 1800 / poisson.length;
    // Exponential: a share of exp(-1) of the gaps is longer than their mean.
    expect(Math.abs(gapsS.filter((gapS) => gapS > meanS).length / gapsS.length - Math.exp(-1))).toBeLessThan(4 * Math.sqrt((Math.exp(-1) * (1 - Math.exp(-1))) / gapsS.length));
  });

  test('the same file gives the same vehicles at every import', async () => {
    const flow = `${across}<flow id="p" route="across" begin="0" end="1800" period="exp(0.2)"/>`;
    expect(departuresOf((await imported(flow)).twin!)).toEqual(departuresOf((await imported(flow)).twin!));
  });

  test('types and routes of distributions are drawn by their weights', async () => {
    const { twin } = await imported(`<vTypeDistribution id="mix"><vType id="car" probability="3"/><vType id="lorry" vClass="truck" probability="1"/></vTypeDistribution>
      <routeDistribution id="ways"><route edges="NC CS" probability="1"/><route edges="EC CW" probability="4"/></routeDistribution><flow id="f" type="mix" route="ways" begin="0" end="1800" number="1000"/>`);
    const { departures, vehicleTypes, routes, routeLinks, links } = twin!;
    const lorries = [...departures.vehicleType].filter((type) => vehicleTypes.category[type] === category.lorry).length;
    const westward = [...departures.route].filter((route) => links.name[routeLinks.link[routes.firstLink[route]!]!] === 'EC').length;
    expect(Math.abs(lorries - 250)).toBeLessThan(4 * Math.sqrt(1000 * 0.25 * 0.75));
    expect(Math.abs(westward - 800)).toBeLessThan(4 * Math.sqrt(1000 * 0.8 * 0.2));
  });
});

describe('what is left out is said', () => {
  test.each([
    ['person', '<person id="p" depart="0"><walk edges="WC CE"/></person>', 'sumo-element-not-imported'],
    ['personFlow', '<personFlow id="p" begin="0" end="9" number="2"><walk edges="WC CE"/></personFlow>', 'sumo-element-not-imported'],
    ['container', '<container id="c" depart="0"/>', 'sumo-element-not-imported'],
    ['a vehicle that waits for a person', '<vehicle id="v" depart="triggered" route="across"/>', 'sumo-depart-triggered'],
    ['a flow without a rate', '<flow id="f" route="across" begin="0" end="10"/>', 'sumo-flow-without-rate'],
    ['a flow of a type that does not stand', '<flow id="f" route="across" type="none" begin="0" end="10" number="2"/>', 'sumo-unknown-type'],
  ])('%s', async (_title, element, code) => {
    const { problems } = await imported(`${across}<vehicle id="first" depart="0" route="across"/>${element}`);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});
