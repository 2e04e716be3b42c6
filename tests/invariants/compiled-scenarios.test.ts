// Goal: what people run is what is tested: on SUMO's scenarios and the reference city compiled phases give the hash of TypeScript.
// Bologna acosta's first 600 s and five minutes of the reference city's morning; in proof acosta whole, the grid of 8,000, an hour of Bad Hersfeld and of the city.
import { describe, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { compiledPhases } from '../compiled-phases.ts';
import { referenceTwin } from '../reference-twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const proof = process.env['JUMEAU_PROOF'] === '1', compiled = new WebAssembly.Module(compiledPhases());
const at = (path: string): string => sharedPath(`11-sumo-scenarios/${path}`);

function expectSameBits(twin: Twin, span: Pick<RunSettings, 'fromS' | 'untilS'>): void {
  const settings: RunSettings = { ...span, seed: 42, stepS: 1, untilAllArrived: false, busPriority: true, replay: false, rerouteShare: twin.facts.rerouteShare ?? 0 };
  const plain = run(twin, settings).figures;
  expect(plain.vehiclesInserted).toBeGreaterThan(300);
  expect(run(twin, settings, {}, undefined, { compiled }).figures).toEqual(plain);
}

describeOnSharedData('scenarios of SUMO', () => {
  const acosta = { net: at('bologna-acosta/acosta_buslanes.net.xml'), additional: ['vtypes', 'bus_stops', 'tls'].map((name) => at(`bologna-acosta/acosta_${name}.add.xml`)), routes: [at('bologna-acosta/acosta.rou.xml'), at('bologna-acosta/acosta_busses.rou.xml')] };
  test.each([
    ['Bologna acosta', acosta, 0, proof ? 7200 : 600],
    ...(proof ? [['the grid of 8,000', { net: at('grid/grid12.net.xml.gz'), routes: [at('grid/g12_8000.rou.xml.gz')] }, 0, 5400], ['Bad Hersfeld', { net: at('bad-hersfeld/osm_edited.net.xml.gz'), routes: [at('bad-hersfeld/r3000.rou.xml.gz')] }, 25_200, 28_800]] as const : []),
  ] as [string, Parameters<typeof importSumo>[0], number, number][])('%s', async (_, files, fromS, untilS) => {
    const { value: twin } = await importSumo(files, nodeFiles);
    expectSameBits(twin!, { fromS, untilS });
  });
});

describeOnSharedData('a junction of Cologne', () => {
  test('that chooses its stages by the queues that it sees', async () => {
    const { value: twin } = await importSumo({ config: at('resco-cologne1/cologne1.sumocfg') }, nodeFiles);
    const { value } = applyChanges(twin!, [{ change: 'signal-control', why: 'stages by queues', controllers: 'all', control: 'longest-queue', decisionEveryS: 10, leastStageS: 6 }]);
    expectSameBits(value!, { fromS: 25_200, untilS: 26_100 });
  });
});

describe('the reference city', () => {
  test('from 07:30 on', () => expectSameBits(referenceTwin(), { fromS: 7.5 * 3600, untilS: proof ? 8.5 * 3600 : 7.5 * 3600 + 120 }));
});
