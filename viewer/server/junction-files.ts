import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPLAY_SEGMENT_S, type ResultTables } from '../../engine/results/tables.ts';
import { twinFromBytes } from '../../engine/twin/bytes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { controllerRows } from '../../scenarios/explain/controller-rows.ts';
import type { ExplainedTables } from '../../scenarios/explain/junction-at.ts';
import { junctionPlans, type JunctionPlans } from '../../scenarios/explain/junction-control.ts';
import { junctionSpan, type JunctionSpan } from '../../scenarios/explain/junction-span.ts';
import { CORRIDOR_S, junctionCorridor, type JunctionCorridor } from '../../scenarios/measure/junction-corridor.ts';
import { junctionFigures, type JunctionFigures } from '../../scenarios/measure/junction-figures.ts';
import type { Once } from './once-each.ts';
import { ranTwin } from './ran-twin.ts';

/** A stored run: the twin that it began from, and the folder of its result. */
export interface StoredRun { twinPath: string; folder: string }

/** One junction of a run, read when somebody opens it. Undefined where the city has no such controller, or no run at that time. */
export interface JunctionParts {
  plans(run: StoredRun, controller: number): Promise<JunctionPlans | undefined>;
  span(run: StoredRun, controller: number, fromS: number): Promise<JunctionSpan | undefined>;
  figures(run: StoredRun, controller: number): Promise<JunctionFigures | undefined>;
  /** A quarter of an hour of the line that passes there most often; undefined in a run without a record of junctions. */
  corridor(run: StoredRun, controller: number, fromS: number): Promise<JunctionCorridor | undefined>;
}

export interface JunctionFiles {
  parts: JunctionParts;
  /** Reads what every junction of a run needs, so that the first one opens as fast as the next. */
  prepare(run: StoredRun): Promise<void>;
}

/** Rows of so many junctions are kept, of the last ones that were asked for. */
const KEPT = 12;

export type ReadTable = <Name extends keyof ResultTables>(folder: string, name: Name) => Promise<ResultTables[Name]>;

interface Manifest { changes?: unknown; figures?: { endS?: number }; settings?: { fromS?: number; measuredFromS?: number; untilS?: number } }

/** `read`: gives a whole table of a result; `once`: for what is kept of a city; `ofRun`: for what is kept of a run. */
export function makeJunctionFiles(read: ReadTable, once: Once, ofRun: (folder: string) => Once): JunctionFiles {
  const kept = new Map<string, ExplainedTables>();
  const manifestOf = (folder: string): Promise<Manifest> => ofRun(folder)('manifest', async () => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest);
  /** From when to when a run recorded. */
  const spanOf = async (folder: string): Promise<{ beganS: number; endS: number }> => {
    const { figures, settings } = await manifestOf(folder);
    return { beganS: settings?.measuredFromS ?? settings?.fromS ?? 0, endS: figures?.endS ?? settings?.untilS ?? Infinity };
  };
  const drawnTwin = (twinPath: string): Promise<ReadingTwin> => once(`tables ${twinPath}`, async () => {
    const twin = twinFromBytes(await readFile(twinPath));
    if (!twin) throw new Error(`${twinPath} is no twin of this version`);
    return twin;
  });
  const twinOf = ({ twinPath, folder }: StoredRun): Promise<ReadingTwin> => ofRun(folder)('twin as it ran', async () => ranTwin(await drawnTwin(twinPath), await manifestOf(folder)));
  const explained = async (folder: string): Promise<ExplainedTables> =>
    ({ signalChanges: await read(folder, 'signalChanges'), aspectChanges: await read(folder, 'aspectChanges'), priorityDecisions: await read(folder, 'priorityDecisions') });
  const rowsOf = async (folder: string, controller: number): Promise<ExplainedTables> => {
    const key = `${folder} ${controller}`, known = kept.get(key);
    kept.delete(key);
    const rows = known ?? controllerRows(await explained(folder), controller);
    kept.set(key, rows);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return rows;
  };
  const parts: JunctionParts = {
    async plans(run, controller) {
      const twin = await twinOf(run);
      return controller < twin.controllers.count ? junctionPlans(twin, controller) : undefined;
    },
    async span(run, controller, fromS) {
      const twin = await twinOf(run), { beganS, endS } = await spanOf(run.folder);
      if (controller >= twin.controllers.count || fromS % REPLAY_SEGMENT_S !== 0 || fromS + REPLAY_SEGMENT_S <= beganS || fromS >= endS) return undefined;
      return junctionSpan(twin, await rowsOf(run.folder, controller), controller, fromS, Math.min(endS, fromS + REPLAY_SEGMENT_S));
    },
    async figures(run, controller) {
      const twin = await twinOf(run);
      if (controller >= twin.controllers.count) return undefined;
      return ofRun(run.folder)(`figures ${controller}`, async () => junctionFigures(twin, {
        signalPassages: await read(run.folder, 'signalPassages'), priorityDecisions: await read(run.folder, 'priorityDecisions'),
        junctionPassages: await read(run.folder, 'junctionPassages'), laneGreens: await read(run.folder, 'laneGreens'), boardings: await read(run.folder, 'boardings'),
      }, controller));
    },
    async corridor(run, controller, fromS) {
      const twin = await twinOf(run), { beganS, endS } = await spanOf(run.folder), startS = Math.max(beganS, fromS), untilS = Math.min(endS, fromS + CORRIDOR_S);
      if (controller >= twin.controllers.count || fromS % CORRIDOR_S !== 0 || startS >= untilS) return undefined;
      const tables = { junctionPassages: await read(run.folder, 'junctionPassages'), laneGreens: await read(run.folder, 'laneGreens'), stopVisits: await read(run.folder, 'stopVisits') };
      return tables.junctionPassages.count > 0 ? junctionCorridor({ twin, tables }, controller, startS, untilS) : undefined;
    },
  };
  return { parts, prepare: async (run) => { await Promise.all([twinOf(run), explained(run.folder)]); } };
}
