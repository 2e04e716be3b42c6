// Goal: on real junctions too, as SUMO's scenarios have them, no two bodies touch or meet and nobody drives where it may not or past a red light.
// Bologna acosta, whole; in proof the grid of 8,000 vehicles, Bad Hersfeld and Wildau as well.
import { expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { watchStreets } from './street-watch.ts';

interface Scene { title: string; net: string; additional: string[]; routes: string[]; fromS: number; untilS: number }

const acosta: Scene = {
  title: 'Bologna acosta', net: 'bologna-acosta/acosta_buslanes.net.xml', additional: ['vtypes', 'bus_stops', 'tls'].map((name) => `bologna-acosta/acosta_${name}.add.xml`),
  routes: ['bologna-acosta/acosta.rou.xml', 'bologna-acosta/acosta_busses.rou.xml'], fromS: 0, untilS: 7200,
};
const inProof: Scene[] = [
  { title: 'grid of 8,000 vehicles', net: 'grid/grid12.net.xml.gz', additional: [], routes: ['grid/g12_8000.rou.xml.gz'], fromS: 0, untilS: 5400 },
  { title: 'Bad Hersfeld', net: 'bad-hersfeld/osm_edited.net.xml.gz', additional: [], routes: ['bad-hersfeld/r3000.rou.xml.gz'], fromS: 25_200, untilS: 29_000 },
  // Many waiting places of its net reach a little into shared ground, which the import then shortens (`clearOfPocket`).
  { title: 'Wildau', net: 'wildau/Netzmodell2.net.xml.gz', additional: [], routes: ['wildau/osm.passenger.rou.xml'], fromS: 53_990, untilS: 61_000 },
];
const scenes = process.env['JUMEAU_PROOF'] === '1' ? [acosta, ...inProof] : [acosta];

describeOnSharedData('streets of scenarios', () => {
  test.each(scenes)('$title', async ({ net, additional, routes, fromS, untilS }) => {
    const at = (path: string): string => sharedPath(`11-sumo-scenarios/${path}`);
    const { value: twin } = await importSumo({ net: at(net), additional: additional.map(at), routes: routes.map(at) }, nodeFiles);
    // A rescue carries vehicles over others and over red lights: here nobody is moved on.
    const city = { ...twin!, facts: { ...twin!.facts, rescueAfterS: 0 } };
    const settings: RunSettings = { seed: 42, fromS, untilS, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
    const state = prepareState(city, fromS), traffic = prepareTraffic(city, state, settings), log = makeResultLog(city, 0), watch = watchStreets(city, traffic.roads, 1);
    while (state.timeS < untilS && state.counts.arrived < city.departures.count) {
      step(traffic, state, log, settings);
      watch.see(state);
    }
    console.log(`${state.counts.arrived} arrived, ${watch.pairs()} pairs of bodies looked at`);
    expect(state.counts.arrived).toBeGreaterThan(2000);
    expect(watch.violations).toEqual([]);
    expect(state.counts.collisions).toBe(0);
  }, 300_000);
});
