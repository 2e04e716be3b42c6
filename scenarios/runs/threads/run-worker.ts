import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { performance } from 'node:perf_hooks';
import { checkpointFromBytes, checkpointToBytes, type Checkpoint } from '../../../engine/checkpoint/checkpoint.ts';
import { replayToBytes } from '../../../engine/results/replay-bytes.ts';
import type { ReplaySegment } from '../../../engine/results/tables.ts';
import { run } from '../../../engine/run.ts';
import { SignalFault } from '../../../engine/signal-monitor/signal-fault.ts';
import { twinFromBytes } from '../../../engine/twin/bytes.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { applyChanges, unfitForSpan } from '../../changes/apply-changes.ts';
import { measureRun } from '../../measure/indicators.ts';
import { writeSummed, type WrittenFiles } from '../content-sums.ts';
import { nativeSha256 } from '../native-sha256.ts';
import { writeResultTables } from '../result-files.ts';
import type { RunAnswer, RunJob, RunProgress } from '../run-job.ts';
import { compiledPhases } from './compiled-phases.ts';
import { startHelper } from './start-helper.ts';

/** Often enough for a bar to move smoothly, seldom enough to cost nothing. */
const PROGRESS_EVERY_MS = 100;

/** One simulation in a thread of its own: changes the twin, runs it, writes the files. A disk that takes nothing more is told with what the system said of it. */
export default async function runJob(job: RunJob): Promise<RunAnswer> {
  try {
    return simulate(job);
  } catch (error) {
    const { message, code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    return { done: false, storeFault: { message, code, syscall } };
  }
}

function simulate({ twin: bytes, twinHash, changes, settings, folder, alone, progress, threads, helper, resume, halt }: RunJob): RunAnswer {
  const startMs = performance.now();
  const cpuBefore = process.cpuUsage();
  const original = readTwin(bytes, twinHash);
  const { value: twin, problems } = applyChanges(original, changes);
  if (!twin) return { done: false, problems };
  const unfit = unfitForSpan(changes, settings);
  if (unfit.length > 0) return { done: false, problems: unfit };
  const begun = resume && checkpointFromBytes(twin, resume, settings);
  if (begun && !begun.value) return { done: false, problems: begun.problems };

  const loadedMs = performance.now();
  let toldMs = 0;
  if (settings.replay) mkdirSync(join(folder, 'replay'));
  let checkpoint: Uint8Array | undefined;
  const replay: WrittenFiles = {};
  const observer = {
    onProgress(now: RunProgress) {
      const nowMs = performance.now();
      if (nowMs - toldMs < PROGRESS_EVERY_MS) return;
      toldMs = nowMs;
      progress.postMessage(now);
    },
    onReplaySegment: (segment: ReplaySegment) => writeSegment(folder, segment, replay),
    ...(halt ? { haltAtS: halt.atS, onHalt: (halted: Checkpoint) => { checkpoint = checkpointToBytes(twin, halted, { ...halt.about, atS: halted.state.timeS }); } } : {}),
  };
  const means = { together: { threads, startHelper: () => startHelper(helper) }, compiled: compiledPhases(), makeSha256: nativeSha256 };
  const results = stoppedBySignals(() => run(twin, settings, observer, begun?.value, means));
  if ('problem' in results) return { done: false, problems: [...problems, results.problem] };
  const { figures, tables } = results;
  const loopMs = performance.now();
  const written = { ...writeResultTables(folder, tables), ...replay };
  const indicators = measureRun({ twin, tables, figures });
  const cpu = process.cpuUsage(cpuBefore);
  return {
    done: true, written, figures, indicators, problems, checkpoint,
    costs: {
      wallS: (performance.now() - startMs) / 1000, loadS: (loadedMs - startMs) / 1000, loopS: (loopMs - loadedMs) / 1000,
      cpuS: alone ? (cpu.user + cpu.system) / 1e6 : null, peakRssMb: process.resourceUsage().maxRSS / 1024,
    },
  };
}

/** The city that this thread has read last: runs that follow each other mostly begin from the same. Changes never touch it. */
let lastRead: { hash: string; twin: Twin } | undefined;

function readTwin(bytes: SharedArrayBuffer, hash: string): Twin {
  if (lastRead?.hash === hash) return lastRead.twin;
  const twin = twinFromBytes(new Uint8Array(bytes));
  if (!twin) throw new Error('the bytes given to a run are not a twin');
  lastRead = { hash, twin };
  return twin;
}

/** What a run gives, or why the safety monitor stopped it. */
function stoppedBySignals<T>(simulate: () => T): T | SignalFault {
  try {
    return simulate();
  } catch (fault) {
    if (fault instanceof SignalFault) return fault;
    throw fault;
  }
}

// Level 6 packs knots to a third; the viewer sends the file as it is.
function writeSegment(folder: string, segment: ReplaySegment, written: WrittenFiles): void {
  const name = `replay/${segment.fromS}.bin.gz`;
  written[name] = writeSummed(join(folder, name), gzipSync(replayToBytes(segment), { level: 6 }));
}
