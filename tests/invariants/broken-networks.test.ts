// Goal: whoever broke a network finds what they broke, not a thousand vehicles that can no longer drive because of it.
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import type { FileAccess } from '../../data/formats/sumo/xml-elements.ts';
import { inWords } from '../../scenarios/language/problems.ts';

/** A street of three edges, one after the other, and 200 vehicles that drive along it. */
const net = `<net>
<location netOffset="0,0" convBoundary="0,0,300,0" projParameter="!"/>
<edge id="one" from="A" to="B" priority="1"><lane id="one_0" index="0" speed="13.9" length="100" shape="0,0 100,0"/></edge>
<edge id="two" from="B" to="C" priority="1"><lane id="two_0" index="0" speed="13.9" length="100" shape="100,0 200,0"/></edge>
<edge id="three" from="C" to="D" priority="1"><lane id="three_0" index="0" speed="13.9" length="100" shape="200,0 300,0"/></edge>
<junction id="A" type="dead_end" x="0" y="0" incLanes="" intLanes=""/><junction id="B" type="priority" x="100" y="0" incLanes="one_0" intLanes=""/>
<junction id="C" type="priority" x="200" y="0" incLanes="two_0" intLanes=""/><junction id="D" type="dead_end" x="300" y="0" incLanes="three_0" intLanes=""/>
<connection from="one" to="two" fromLane="0" toLane="0" dir="s" state="M"/>
<connection from="two" to="three" fromLane="0" toLane="0" dir="s" state="M"/>
</net>`;
const vehicles = Array.from({ length: 200 }, (_, row) => `<vehicle id="v${row}" depart="${row}"><route edges="one two three"/></vehicle>`);
const routes = `<routes><busStop id="halt" lane="two_0" startPos="10" endPos="30"/>${vehicles.join('\n')}</routes>`;

const inMemory = (files: Record<string, string>): FileAccess => ({ async open(path) { const bytes = strToU8(files[path]!); return (async function* () { yield bytes; })(); } });
const problemsOf = async (net_: string, routes_: string) => (await importSumo({ net: 'net', routes: ['routes'] }, inMemory({ net: net_, routes: routes_ }))).problems.filter(({ severity }) => severity === 'error');

test('the street is whole to begin with', async () => {
  expect(await problemsOf(net, routes)).toEqual([]);
});

test.each([
  ['an edge that is not there', net.replace(/<edge id="two".*<\/edge>\n/, ''), ['sumo-unknown-edge', 'sumo-unknown-edge']],
  ['an edge that starts nowhere', net.replace('from="B" to="C"', 'from="nowhere" to="C"'), ['sumo-unknown-junction']],
  ['a lane without its line', net.replace(' shape="100,0 200,0"', ''), ['sumo-lane-without-shape']],
  ['a lane whose length is a word', net.replace('id="two_0" index="0" speed="13.9" length="100"', 'id="two_0" index="0" speed="13.9" length="long"'), ['sumo-bad-number']],
  ['an edge without an end', net.replace('from="B" to="C"', 'from="B"'), ['sumo-missing-attribute']],
])('%s: the cause is told, and what follows from it is one line', async (_, broken, causes) => {
  const problems = await problemsOf(broken, routes);
  const codes = problems.map(({ code }) => code);
  expect(codes.slice(0, causes.length)).toEqual(causes);
  expect(codes.slice(causes.length).filter((code) => code !== 'sumo-consequences')).toEqual([]);
  expect(problems.length).toBeLessThanOrEqual(causes.length + 1);
});

test('what is wrong with the routes themselves is told beside what is wrong with the network', async () => {
  const problems = await problemsOf(net.replace(/<edge id="two".*<\/edge>\n/, ''), routes.replace('id="v7" depart="7"', 'id="v7" depart="soon"'));
  expect(problems.map(({ code }) => code)).toEqual(['sumo-unknown-edge', 'sumo-unknown-edge', 'sumo-bad-time', 'sumo-consequences']);
  // 199 vehicles and the stop.
  expect(problems.at(-1)!.parameters).toEqual({ count: 200 });
});

test('junctions of one kind that is only nearly modelled are one warning, with their number', async () => {
  const stops = net.replaceAll('type="priority"', 'type="allway_stop"');
  const { problems } = await importSumo({ net: 'net', routes: ['routes'] }, inMemory({ net: stops, routes }));
  const warned = problems.filter(({ code }) => code === 'sumo-junction-type-approximated');
  expect(warned).toMatchObject([{ where: 'net: line 6, junction "B"', parameters: { type: 'allway_stop', others: 1 } }]);
  expect(inWords(warned[0]!, 'en')).toMatch(/It holds for 1 more junction\.$/);
});

test('one edge that no network has, on the way of many: told once, with how many', async () => {
  const [problem, ...more] = await problemsOf(net, routes.replaceAll('one two three', 'one elsewhere three'));
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'sumo-unknown-edge', where: expect.stringMatching(/^routes: line 1, vehicle "v0"$/) as string, parameters: { edge: 'elsewhere', others: 199 } });
  expect(inWords(problem!, 'en')).toContain('199 more vehicles');
  expect(inWords(problem!, 'fr')).toContain('199 autres véhicules');
});
