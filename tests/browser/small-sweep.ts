import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { sweepFiles } from '../../scenarios/report/sweep/sweep-folder.ts';
import { savedQuestion } from '../../scenarios/saved/saved-comparison.ts';
import { SWEEP_FORMAT, type SavedSweep } from '../../scenarios/sweep/saved-sweep.ts';

/** A kept sweep of the small town, in round numbers: lamps off or at half output, exact, without a run. */
export function smallSweep(twin: Twin, id = 'a'.repeat(32)): SavedSweep {
  const { name, synthetic, date } = twin.facts, share = { name: 'share', levels: [0, 0.5], title: { fr: 'Part du flux', en: 'Share of output' } };
  const sideOf = (kwh: number) => ({ keys: [], runs: [[0, kwh]], lampsFollowTraffic: false });
  return {
    format: SWEEP_FORMAT, id, file: 'dim.yaml', command: 'npx jumeau sweep dim.yaml', title: { fr: 'Abaisser la nuit', en: 'Dim at night' },
    definition: { changes: [{ change: 'dim-lamps', why: 'Council plan, measure 12', zone: 'all', from: '23:00', until: '05:00', outputShare: { parameter: 'share' } }], parameters: { share: { values: [0, 0.5] } }, design: { by: 'grid' }, seeds: 5 },
    city: { name, synthetic, date, twinHash: twinHash(twin) }, engine: 'test', node: process.versions.node, seeds: [], indicators: ['lighting-energy-year-kwh'],
    parameters: [share], baseline: { question: savedQuestion(baseline), ...sideOf(24_044) }, questions: [], points: [{ values: { share: 0 }, ...sideOf(12_000) }, { values: { share: 0.5 }, ...sideOf(18_000) }], failed: [],
  };
}

/** Puts it where the command would. */
export function keepSmallSweep(home: string, saved: SavedSweep): void {
  const folder = join(home, 'sweeps', saved.id);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(sweepFiles(saved))) writeFileSync(join(folder, name), text);
}
