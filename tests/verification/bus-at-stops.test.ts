// Goal: a bus alone on a road comes to its stops, dwells and leaves as in SUMO 1.15, second by second: 2,000 m at 13.89 m/s,
// stops at 1,000 and 1,500 m, 10 s each, drivers without imperfection, and a headway behind vehicles that stops know nothing of.
import { expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { run } from '../../engine/run.ts';

const net = `<net version="1.9"><location netOffset="0,0" convBoundary="0,0,2000,0" origBoundary="0,0,2000,0" projParameter="!"/>
<edge id="main" from="a" to="b" priority="1"><lane id="main_0" index="0" speed="13.89" length="2000" shape="0,0 2000,0"/></edge>
<junction id="a" type="dead_end" x="0" y="0" incLanes="" intLanes="" shape="0,0"/><junction id="b" type="dead_end" x="2000" y="0" incLanes="main_0" intLanes="" shape="2000,0"/></net>`;
const stops = '<additional><busStop id="s1" lane="main_0" startPos="985" endPos="1000"/><busStop id="s2" lane="main_0" startPos="1485" endPos="1500"/></additional>';
const routes = (headwayS: number): string => `<routes><vType id="bus" vClass="bus" tau="${headwayS}" speedDev="0" sigma="0"/><route id="r" edges="main"/>
<vehicle id="v" type="bus" route="r" depart="0"><stop busStop="s1" duration="10"/><stop busStop="s2" duration="10"/></vehicle></routes>`;

async function drive(headwayS: number) {
  const files: Readonly<Record<string, string>> = { 'my.net.xml': net, 'my.add.xml': stops, 'my.rou.xml': routes(headwayS) };
  const inMemory = async function* (text: string): AsyncGenerator<Uint8Array> { yield Buffer.from(text); };
  const { value: twin } = await importSumo({ net: 'my.net.xml', additional: ['my.add.xml'], routes: ['my.rou.xml'] }, { open: (path) => inMemory(files[path]!) });
  return run(twin!, { seed: 1, fromS: 0, untilS: 300, stepS: 1, untilAllArrived: false, busPriority: false, replay: false });
}

test.each([1, 1.5])('headway %s s: 183 s on the way, 19.18 s lost, as SUMO prints', async (headwayS) => {
  const { figures, tables: { stopVisits } } = await drive(headwayS);
  expect(figures.busMeanTravelTimeS).toBe(183);
  expect(figures.busMeanTimeLossS).toBeCloseTo(19.18, 2);
  // SUMO's trajectory: speed 0 in the steps that end at 79 to 88 and at 132 to 141.
  expect([...stopVisits.arriveS]).toEqual([78, 131]);
  expect([...stopVisits.departS]).toEqual([88, 141]);
});
