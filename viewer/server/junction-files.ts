import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPLAY_SEGMENT_S, type ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { controllerRows } from '../../scenarios/explain/controller-rows.ts';
import type { ExplainedTables } from '../../scenarios/explain/junction-at.ts';
import { junctionPlans, type JunctionPlans } from '../../scenarios/explain/junction-control.ts';
import { junctionSpan, type JunctionSpan } from '../../scenarios/explain/junction-span.ts';
import { junctionFigures, type JunctionFigures } from '../../scenarios/measure/junction-figures.ts';
import { ranTwin } from './ran-twin.ts';

/** A stored run: the twin that it began from, and the folder of its result. */
export interface StoredRun { twinPath: string; folder: string }

/** One junction of a run, read when somebody opens it. Undefined where the city has no such controller, or no run at that time. */
export interface JunctionFiles {
  plans(run: StoredRun, controller: number): Promise<JunctionPlans | undefined>;
  span(run: StoredRun, controller: number, fromS: number): Promise<JunctionSpan | undefined>;
  figures(run: StoredRun, controller: number): Promise<JunctionFigures | undefined>;
}

/** Rows of so many junctions are kept, of the last ones that were asked for. */
const KEPT = 12;

export type ReadTable = <Name extends keyof ResultTables>(folder: string, name: Name) => Promise<ResultTables[Name]>;

interface Manifest { changes?: unknown; figures?: { endS?: number }; settings?: { untilS?: number } }

/** `read`: gives a whole table of a result; `once`: computes a thing of this name once. */
export function makeJunctionFiles(read: ReadTable, once: <T>(key: string, make: () => Promise<T>) => Promise<T>): JunctionFiles {
  const kept = new Map<string, ExplainedTables>();
  const manifestOf = (folder: string): Promise<Manifest> => once(`manifest ${folder}`, async () => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest);
  const twinOf = ({ twinPath, folder }: StoredRun): Promise<ReadingTwin> => once(`ran ${folder}`, async () => ranTwin(twinPath, await manifestOf(folder)));
  const rowsOf = async (folder: string, controller: number): Promise<ExplainedTables> => {
    const key = `${folder} ${controller}`, known = kept.get(key);
    kept.delete(key);
    const rows = known ?? controllerRows({ signalChanges: await read(folder, 'signalChanges'), aspectChanges: await read(folder, 'aspectChanges'), priorityDecisions: await read(folder, 'priorityDecisions') }, controller);
    kept.set(key, rows);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return rows;
  };
  return {
    async plans(run, controller) {
      const twin = await twinOf(run);
      return controller < twin.controllers.count ? junctionPlans(twin, controller) : undefined;
    },
    async span(run, controller, fromS) {
      const twin = await twinOf(run), { figures, settings } = await manifestOf(run.folder), endS = figures?.endS ?? settings?.untilS ?? Infinity;
      if (controller >= twin.controllers.count || fromS % REPLAY_SEGMENT_S !== 0 || fromS >= endS) return undefined;
      return junctionSpan(twin, await rowsOf(run.folder, controller), controller, fromS, Math.min(endS, fromS + REPLAY_SEGMENT_S));
    },
    async figures(run, controller) {
      const twin = await twinOf(run);
      if (controller >= twin.controllers.count) return undefined;
      return once(`figures ${run.folder} ${controller}`, async () => junctionFigures(twin, {
        signalPassages: await read(run.folder, 'signalPassages'), priorityDecisions: await read(run.folder, 'priorityDecisions'),
        junctionPassages: await read(run.folder, 'junctionPassages'), laneGreens: await read(run.folder, 'laneGreens'), boardings: await read(run.folder, 'boardings'),
      }, controller));
    },
  };
}
