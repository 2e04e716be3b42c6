import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tags } from './sumo-net-reader.ts';

/** RESCO's greedy controller decides every 10 s and sees the last 50 m of its lanes (`max_distance` of MAXWAVE; 200 m is what it gives the others). */
const DECISION_EVERY_S = 10, SIGHT_M = 50;

/** A junction of two stages: what its signals show in each, by SUMO's letters, and the lanes that each lets go. */
export interface TwoStages { controller: string; shown: readonly [string, string]; lanes: readonly [readonly string[], readonly string[]] }

/** How long amber is shown between two stages, and how long a stage lasts after it at least. */
export interface ChangeTimes { amberS: number; leastStageS: number }

/**
 * RESCO's greedy rule as a program of SUMO's own: at every decision the stage whose lanes hold more vehicles, the first
 * one of equals. Its left turns alone are no choice: their lanes are among those of the other stage, which so always has as many.
 * `lengthM` says how long a lane is.
 */
function greedyProgram({ controller, shown, lanes }: TwoStages, { amberS, leastStageS }: ChangeTimes, lengthM: (lane: string) => number): string {
  const detectors = lanes.flat().map((lane) => `<e2Detector id="sees_${lane}" lane="${lane}" pos="${Math.max(0, lengthM(lane) - SIGHT_M)}" endPos="${lengthM(lane)}" freq="100000" file="NUL"/>`);
  const seen = lanes.map((some) => some.map((lane) => `a:sees_${lane}`).join(' + ')), amber = shown.map((state) => state.replace(/[Gg]/g, 'y'));
  const phase = (durationS: number, state: string, next: string, isTaken = ''): string => `<phase duration="${durationS}" minDur="${durationS}" maxDur="${durationS}" state="${state}" next="${next}"${isTaken && ` finalTarget="${isTaken}"`}/>`;
  const afterChangeS = Math.max(DECISION_EVERY_S - amberS, leastStageS);
  return `<additional>${detectors.join('')}<tlLogic id="${controller}" type="actuated" programID="greedy" offset="0">
${phase(DECISION_EVERY_S, shown[0], '0 1', 'first')}${phase(amberS, amber[0]!, '2', 'second')}${phase(afterChangeS, shown[1], '3 4')}
${phase(DECISION_EVERY_S, shown[1], '3 4', 'second')}${phase(amberS, amber[1]!, '5', 'first')}${phase(afterChangeS, shown[0], '0 1')}
<condition id="first" value="(${seen[0]}) &gt;= (${seen[1]})"/><condition id="second" value="(${seen[1]}) &gt; (${seen[0]})"/></tlLogic></additional>`;
}

/** What vehicles lose in SUMO under the greedy rule, as RESCO counts it: time loss and the wait to enter, mean over all who entered, whether they arrived or not. Nobody is moved on. */
export function greedyInSumoS(config: string, net: string, folder: string, junction: TwoStages, times: ChangeTimes, seed: number): number {
  const lengths = new Map(tags(net, 'lane').map(({ id, length }) => [id!, Number(length)]));
  writeFileSync(join(folder, 'greedy.add.xml'), greedyProgram(junction, times, (lane) => lengths.get(lane)!));
  const { status, stderr } = spawnSync('sumo', ['-c', config, '-a', join(folder, 'greedy.add.xml'), '--seed', String(seed), '--time-to-teleport', '-1', '--tripinfo-output', join(folder, 'trips.xml'), '--tripinfo-output.write-unfinished', '--no-step-log', '--no-warnings', '--xml-validation', 'never'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const trips = tags(readFileSync(join(folder, 'trips.xml'), 'utf8'), 'tripinfo');
  return trips.reduce((sum, { timeLoss, departDelay }) => sum + Number(timeLoss) + Number(departDelay), 0) / trips.length;
}
