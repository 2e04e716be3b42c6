import { readFile, stat } from 'node:fs/promises';
import type { Problem } from '../engine/foundation/problem.ts';
import { measureStartS, type RunSettings } from '../engine/run-settings.ts';
import { openCheckpoint, type OpenCheckpoint } from '../scenarios/runs/checkpoint-file.ts';
import { resumeProblems, type PlannedRun } from '../scenarios/runs/planned-run.ts';
import { BadInput, badInput } from './bad-input.ts';
import { clockText } from './clock-text.ts';
import { makeOptionReader } from './options.ts';
import { checkOutputFile } from './output-file.ts';
import type { RunOptions } from './plan.ts';

/** Options of a run that stops on its way, or goes on from where one stopped; and those that it then must not contradict. */
export interface StopOptions extends RunOptions { seed?: string; reroute?: string; links?: string; checkpoint?: string; checkpointAt?: string; resume?: string }

/** More than the checkpoint of any city. */
const MOST_BYTES = 2 ** 31;

/** The run as planned, going on from its checkpoint and stopping for one, as asked. */
export async function planStops(planned: PlannedRun, options: StopOptions): Promise<PlannedRun> {
  const resume = options.resume === undefined ? undefined : await readCheckpoint(options.resume);
  const run = resume ? goOn(planned, resume, options) : planned;
  const reader = makeOptionReader(), atS = reader.clockS('--checkpoint-at', options.checkpointAt), problems = reader.problems;
  if (options.checkpoint === undefined) {
    if (options.checkpointAt !== undefined) problems.push(...badInput('cli-checkpoint-no-file', '--checkpoint-at').problems);
  } else await checkOutputFile('checkpoint', '--checkpoint', options.checkpoint);
  if (atS !== undefined) problems.push(...stopProblems(run.settings, resume?.about.atS ?? measureStartS(run.settings), atS, options));
  if (problems.length > 0) throw new BadInput(problems);
  return options.checkpoint === undefined ? run : { ...run, halt: { atS } };
}

function stopProblems({ untilS, untilAllArrived }: RunSettings, fromS: number, atS: number, { links }: StopOptions): Problem[] {
  const outside = atS < fromS || (atS > untilS && !untilAllArrived);
  return [
    ...(outside ? stopOutside(fromS, untilS, atS) : []),
    ...(links === undefined ? [] : badInput('cli-checkpoint-no-links', '--links').problems),
  ];
}

/** From when to when the run goes, and that it does not stop where asked. A run until all have arrived knows its end only when there. */
export const stopOutside = (fromS: number, untilS: number, atS: number): readonly Problem[] =>
  badInput('cli-checkpoint-outside', '--checkpoint-at', { from: clockText(fromS), until: clockText(untilS), at: clockText(atS) }).problems;

async function readCheckpoint(path: string): Promise<OpenCheckpoint> {
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).size > MOST_BYTES) throw badInput('checkpoint-not-whole', path);
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    throw error instanceof BadInput ? error : badInput('cli-no-such-file', path);
  }
  const { value, problems } = openCheckpoint(bytes, path);
  if (!value) throw new BadInput(problems);
  return value;
}

/** What goes on keeps seed, start, step and guidance of what was stopped; it may end elsewhere, and ask another question. */
function goOn(planned: PlannedRun, resume: OpenCheckpoint, options: StopOptions): PlannedRun {
  const before = resume.about.settings, { seed, stepS } = before, fromS = measureStartS(before), asked = planned.settings, askedFromS = measureStartS(asked);
  const given: [string, string | undefined, string, string][] = [
    ['--seed', options.seed, String(seed), String(asked.seed)], ['--reroute', options.reroute, String(before.rerouteShare ?? 0), String(asked.rerouteShare ?? 0)],
    ['--from', options.from, clockText(fromS), clockText(askedFromS)], ['--warm-up', options.warmUp, hoursBetween(before.fromS, fromS), hoursBetween(asked.fromS, askedFromS)], ['--step', options.step, String(stepS), String(asked.stepS)],
  ];
  const problems = resumeProblems({ ...planned, resume }, options.resume!);
  for (const [option, value, made, wanted] of given) {
    if (value !== undefined && made !== wanted) problems.push(...badInput('checkpoint-other-setting', option, { option, made, asked: wanted }).problems);
  }
  const hoursGiven = options.hours !== undefined;
  const untilS = hoursGiven ? Math.round(fromS + asked.untilS - askedFromS) : before.untilS;
  if (untilS < resume.about.atS && !before.untilAllArrived) {
    problems.push(...badInput('checkpoint-past-the-end', '--hours', { at: clockText(resume.about.atS), until: clockText(untilS) }).problems);
  }
  if (problems.length > 0) throw new BadInput(problems);
  return { ...planned, resume, settings: { ...before, busPriority: asked.busPriority, replay: asked.replay, untilS, untilAllArrived: hoursGiven ? false : before.untilAllArrived } };
}

const hoursBetween = (fromS: number, untilS: number): string => String((untilS - fromS) / 3600);
