import { linkResultColumns, type ResultTables, type RunFigures } from '../engine/results/tables.ts';
import { twinHash, twinToBytes } from '../engine/twin/bytes.ts';
import type { Twin } from '../engine/twin/twin.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { nativeSha256 } from '../scenarios/runs/native-sha256.ts';
import { shareTwin } from '../scenarios/runs/planned-run.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import { readResultTable } from '../scenarios/runs/result-files.ts';
import { theStore } from './home.ts';
import { runsProgress } from './progress.ts';
import { resultOf } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';

/** What a run of a twin says of its links and as a whole; taken from the store where the same run has been there already. */
export async function runLinks(terminal: Terminal, twin: Twin, settings: RunSettings, workers: number | undefined, signal: AbortSignal): Promise<{ links: ResultTables['links']; figures: RunFigures }> {
  const hash = twinHash(twin, nativeSha256), shared = shareTwin(twinToBytes(twin, hash), { hash, city: twin.facts.name, synthetic: twin.facts.synthetic });
  const { fromS, untilS, untilAllArrived } = settings;
  const progress = runsProgress(terminal, [{ fromS, untilS, vehicles: untilAllArrived ? twin.departures.count : undefined }]);
  const planned = { twin: shared, scenario: twin.facts.name, changes: [], settings };
  const [outcome] = await runAll([planned], { store: await theStore(), workers, useStored: true, signal, onProgress: progress.onProgress }).finally(progress.end);
  const { folder, manifest: { figures } } = resultOf(outcome!);
  return { links: await readResultTable(folder, 'links', linkResultColumns), figures };
}
