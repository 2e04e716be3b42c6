import { DAY_S } from '../../foundation/clock.ts';
import type { LightingState } from '../../state/lighting-state.ts';
import { adaptiveKind, fallback } from '../../twin/lighting-control.ts';
import type { LampGroups } from '../../twin/lamp-groups.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { limitAt, scheduledOutput, type LampOutput } from '../lamp-schedule.ts';
import { burningAt } from './burning-at.ts';

/** What lamps of a group do from now on. */
export interface GroupOutput {
  /** 0 off, 1 full output. */
  outputShare: number;
  /** When somebody may have another say next. */
  nextSwitchS: number;
  /** The even stretch that it lies on, and power with it; it may end after `nextSwitchS`. */
  startS: number;
  startShare: number;
  endS: number;
  endShare: number;
  /** Until somebody comes. */
  isQuiet: boolean;
  /** Where the ramp of an adaptive rule ends, -1 for none. */
  targetShare: number;
}

/**
 * Who is heard first: the lamp itself where the control post does not reach it, then an order of the post, then the traffic of the street,
 * then the program. All but orders hold only while lamps burn.
 */
export function groupOutput(twin: ReadingTwin, groups: LampGroups, lighting: LightingState, group: number, timeS: number): GroupOutput {
  const zone = groups.zone[group]!, losses = spanHolding(twin.communicationLosses, groups.losses[group]!, timeS);
  if (losses.row >= 0) {
    if (twin.communicationLosses.fallback[losses.row] === fallback.program) return until(plain(scheduledOutput(twin, zone, timeS)), losses.nextS);
    const { isBurning, untilS } = burningAt(twin, zone, timeS);
    return even(isBurning ? 1 : 0, timeS, Math.min(untilS, losses.nextS));
  }
  const orders = spanHolding(twin.lightingOverrides, groups.overrides[group]!, timeS), changeS = Math.min(losses.nextS, orders.nextS);
  if (orders.row >= 0) return even(twin.lightingOverrides.outputShare[orders.row]!, timeS, changeS);
  const adaptive = groups.streets[group]!.length > 0 ? adaptiveOutput(twin, lighting, group, zone, timeS) : undefined;
  if (adaptive && adaptive.rule >= 0) return until(adaptive.output, changeS);
  return until(plain(scheduledOutput(twin, zone, timeS)), Math.min(changeS, adaptive?.nextS ?? Infinity));
}

interface Spans { fromS: ArrayLike<number>; untilS: ArrayLike<number> }

/** The last of these rows that holds now, -1 for none; and when one begins or ends next. */
function spanHolding({ fromS, untilS }: Spans, rows: readonly number[], timeS: number): { row: number; nextS: number } {
  let holding = -1, nextS = Infinity;
  for (const row of rows) {
    if (fromS[row]! <= timeS && timeS < untilS[row]!) holding = row;
    for (const edgeS of [fromS[row]!, untilS[row]!]) if (edgeS > timeS) nextS = Math.min(nextS, edgeS);
  }
  return { row: holding, nextS };
}

/** What the rule that holds now asks for; `rule` -1 where none does, and then when one may. */
function adaptiveOutput(twin: ReadingTwin, lighting: LightingState, group: number, zone: number, timeS: number): { rule: number; output: GroupOutput; nextS: number } {
  const { adaptiveRules: rules, adaptiveSteps } = twin, { groups } = lighting.watch!;
  const clockS = timeS - Math.floor(timeS / DAY_S) * DAY_S, midnightS = timeS - clockS, burning = burningAt(twin, zone, timeS);
  let rule = -1, nextS = Math.min(burning.untilS, midnightS + DAY_S);
  for (let row = 0; row < rules.count; row++) {
    if (rules.zone[row] !== zone) continue;
    const fromS = rules.fromClockS[row]!, untilS = rules.untilClockS[row]!;
    if (fromS < untilS ? clockS >= fromS && clockS < untilS : clockS >= fromS || clockS < untilS) rule = row;
    for (const edgeS of [fromS, untilS]) if (edgeS > clockS) nextS = Math.min(nextS, midnightS + edgeS);
  }
  if (rule < 0 || !burning.isBurning) return { rule: -1, output: even(0, timeS, nextS), nextS };
  const limit = limitAt(twin, zone, clockS), isPresence = rules.kind[rule] === adaptiveKind.presence;
  const heldUntilS = groups.lastSeenS[group]! + rules.holdS[rule]!, isQuiet = isPresence && heldUntilS <= timeS;
  const asked = !isPresence ? adaptiveSteps.outputShare[rules.firstStep[rule]! + groups.stepIndex[group]!]! : isQuiet ? rules.quietShare[rule]! : rules.busyShare[rule]!;
  if (isPresence && !isQuiet) nextS = Math.min(nextS, heldUntilS);
  nextS = Math.min(nextS, midnightS + limit.untilClockS);
  return { rule, output: { ...falling(lighting, group, Math.min(asked, limit.share), rules.fallS[rule]!, timeS, nextS), isQuiet }, nextS };
}

/** Up at once; down evenly from where output is, or on with the ramp that has begun. */
function falling({ zones, ramps }: LightingState, group: number, share: number, fallS: number, timeS: number, nextS: number): GroupOutput {
  const now = zones.outputShare[group]!;
  if (!ramps || fallS === 0 || share >= now) return even(share, timeS, nextS);
  const endS = ramps.targetShare[group] === share ? ramps.rampEndS[group]! : timeS + fallS;
  if (endS <= timeS) return even(share, timeS, nextS);
  return { outputShare: now, startS: timeS, startShare: now, endS, endShare: share, nextSwitchS: Math.min(endS, nextS), isQuiet: false, targetShare: share };
}

const even = (share: number, timeS: number, untilS: number): GroupOutput =>
  ({ outputShare: share, startS: timeS, startShare: share, endS: untilS, endShare: share, nextSwitchS: untilS, isQuiet: false, targetShare: -1 });

const plain = (output: LampOutput): GroupOutput => ({ ...output, endS: output.nextSwitchS, isQuiet: false, targetShare: -1 });

/** Cut off where somebody else may have a say. */
const until = (output: GroupOutput, changeS: number): GroupOutput => ({ ...output, nextSwitchS: Math.min(output.nextSwitchS, changeS) });
