import type { Checkpoint } from './checkpoint/checkpoint.ts';
import type { ReplaySegment } from './results/tables.ts';

/** How to run a twin. The same twin, settings and seed give the same results, bit for bit. */
export interface RunSettings {
  seed: number;
  /** When the first step begins, seconds since midnight of the first day. */
  fromS: number;
  untilS: number;
  /** From when on results count, where streets are to fill before: what the run does until then is simulated and not measured. Left out: from `fromS` on. */
  measuredFromS?: number | undefined;
  stepS: number;
  /** Go on past `untilS` until every vehicle has arrived, a day at most. */
  untilAllArrived: boolean;
  /** Buses may extend greens at controllers that allow it. */
  busPriority: boolean;
  /** Share of drivers who look at the traffic ahead and leave their way for a quicker one; none if left out. */
  rerouteShare?: number | undefined;
  /** Whether to record every passage through signals and every green; not if left out. */
  recordJunctions?: boolean | undefined;
  /** Whether to make replay segments. */
  replay: boolean;
}

/** When what counts begins. */
export const measureStartS = ({ fromS, measuredFromS }: Pick<RunSettings, 'fromS' | 'measuredFromS'>): number => measuredFromS ?? fromS;

/** Whoever watches a run. Nothing it does can change the run. */
export interface RunObserver {
  /** Called about once a simulated minute. Return false to stop the run there. */
  onProgress?(progress: { timeS: number; running: number; arrived: number; vehicleUpdates: number }): boolean | void;
  onReplaySegment?(segment: ReplaySegment): void;
  /** Where to stop the run: before the first step that begins at or after this time; undefined: at its end. */
  haltAtS?: number | undefined;
  /** Called where it stopped, if it came so far. What is handed over is what the run works with: to be written down, or gone on with by this run's own end only. */
  onHalt?(checkpoint: Checkpoint): void;
}
