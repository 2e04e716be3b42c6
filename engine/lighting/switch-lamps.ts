import { addRow, appendRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { LIGHTING_INTERVAL_S, type LightingState, type RampStates, type ZoneStates } from '../state/lighting-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { groupOutput, type GroupOutput } from './control/group-output.ts';
import { groupPowers } from './control/group-power.ts';
import { groupsOf } from './control/groups-of.ts';
import { countOn, watchStreets } from './control/watch-streets.ts';
import { watchedPlaces } from './control/watched-places.ts';
import { powerW } from './lamp-power.ts';

/**
 * Lamps switch by events: between two of them output and power stay or move evenly, so energy is counted when a group
 * switches and when a quarter of an hour ends, never in between. Called once a step, and at the start of the run.
 */
export function switchDueLamps(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { lighting } = state;
  watchStreets(twin, state, log);
  while (lighting.nextEventS <= state.timeS) {
    const eventS = lighting.nextEventS;
    if (eventS >= lighting.intervalFromS + LIGHTING_INTERVAL_S) closeQuarter(twin, lighting, log, eventS);
    switchGroups(twin, lighting, log, eventS);
  }
}

/** Counts the energy up to the end of what is measured and writes the quarter that it cut off. */
export function finishLighting(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  switchDueLamps(twin, state, log);
  if (state.lighting.watch) countOn(watchedPlaces(twin), state.lighting.watch, log, true);
  if (state.timeS > state.lighting.intervalFromS) closeQuarter(twin, state.lighting, log, state.timeS);
}

/** Tells which lamps move apart from their zone: once, when all is over. */
export function recordGroups(twin: ReadingTwin, log: ResultLog): void {
  const { ofLamp } = groupsOf(twin), zoneCount = twin.lightingZones.count;
  for (let lamp = 0; lamp < ofLamp.length; lamp++) if (ofLamp[lamp]! > zoneCount) appendRow(log.groupedLamps, { lamp, group: ofLamp[lamp]! });
}

/** Taken by all lamps at a moment not before the last event and not after the next. */
export function lightingPowerW({ zones, ramps, powerW: atEventW }: LightingState, timeS: number): number {
  if (!ramps) return atEventW;
  let sumW = 0;
  for (let group = 0; group < zones.count; group++) sumW += zones.powerW[group]! + ramps.powerSlopeW[group]! * (timeS - zones.sinceS[group]!);
  return sumW;
}

function switchGroups(twin: ReadingTwin, lighting: LightingState, log: ResultLog, eventS: number): void {
  const { zones } = lighting;
  let nextEventS = lighting.intervalFromS + LIGHTING_INTERVAL_S, sumW = 0;
  for (let group = 0; group < zones.count; group++) {
    if (zones.nextSwitchS[group]! <= eventS) switchGroup(twin, lighting, log, group, eventS);
    nextEventS = Math.min(nextEventS, zones.nextSwitchS[group]!);
    sumW += zones.powerW[group]!;
  }
  lighting.nextEventS = nextEventS;
  lighting.powerW = sumW;
}

function switchGroup(twin: ReadingTwin, lighting: LightingState, log: ResultLog, group: number, eventS: number): void {
  const { zones, ramps, watch } = lighting, groups = groupsOf(twin);
  countEnergy(lighting, group, eventS);
  const output = groupOutput(twin, groups, lighting, group, eventS);
  record(twin, lighting, log, group, eventS, output);
  if (watch) watch.groups.isQuiet[group] = Number(output.isQuiet);
  zones.outputShare[group] = output.outputShare;
  zones.nextSwitchS[group] = output.nextSwitchS;
  zones.powerW[group] = powerW(groupPowers(twin)[group]!, output.outputShare);
  if (ramps) moveEvenly(twin, zones, ramps, group, eventS, output);
}

/** On a ramp power moves evenly between the powers of its two ends, whatever the line of the lamps does at its dark end. */
function moveEvenly(twin: ReadingTwin, zones: ZoneStates, ramps: RampStates, group: number, eventS: number, { startS, startShare, endS, endShare, targetShare }: GroupOutput): void {
  const isRamp = startShare !== endShare, power = groupPowers(twin)[group]!, startW = powerW(power, startShare), slopeW = isRamp ? (powerW(power, endShare) - startW) / (endS - startS) : 0;
  ramps.shareSlope[group] = isRamp ? (endShare - startShare) / (endS - startS) : 0;
  ramps.powerSlopeW[group] = slopeW;
  ramps.targetShare[group] = targetShare;
  ramps.rampEndS[group] = targetShare < 0 ? 0 : endS;
  if (isRamp) zones.powerW[group] = startW + slopeW * (eventS - startS);
}

/** Zones tell their output as ever; in a city with ramps or groups of their own every group tells how it moves as well. */
function record(twin: ReadingTwin, { zones, ramps }: LightingState, log: ResultLog, group: number, timeS: number, output: GroupOutput): void {
  const { outputShare, startS, startShare, endS, endShare, nextSwitchS } = output, zoneCount = twin.lightingZones.count;
  const isRamp = startShare !== endShare, isOther = outputShare !== zones.outputShare[group];
  if ((!isOther && !isRamp) || (group === zoneCount && zones.lampCount[group] === 0)) return;
  if (group <= zoneCount && isOther) appendRow(log.lampSwitches, { zone: group === zoneCount ? -1 : group, timeS, outputShare });
  if (!ramps && zones.count === zoneCount + 1) return;
  const reached = isRamp ? startShare + ((endShare - startShare) * (nextSwitchS - startS)) / (endS - startS) : outputShare;
  appendRow(log.groupSwitches, { group, timeS, outputShare, endShare: reached, rampS: isRamp ? nextSwitchS - timeS : 0 });
}

function countEnergy(lighting: LightingState, group: number, untilS: number): void {
  const { zones, ramps } = lighting, lengthS = untilS - zones.sinceS[group]!, slopeW = ramps ? ramps.powerSlopeW[group]! : 0;
  const energyWh = (zones.powerW[group]! * lengthS + (slopeW * lengthS * lengthS) / 2) / 3600;
  zones.energyWh[group] = zones.energyWh[group]! + energyWh;
  zones.sinceS[group] = untilS;
  lighting.energyWh += energyWh;
  if (!ramps) return;
  zones.powerW[group] = zones.powerW[group]! + slopeW * lengthS;
  zones.outputShare[group] = zones.outputShare[group]! + ramps.shareSlope[group]! * lengthS;
}

function closeQuarter(twin: ReadingTwin, lighting: LightingState, log: ResultLog, untilS: number): void {
  const { zones } = lighting, noZone = twin.lightingZones.count, ofGroup = groupsOf(twin).zone;
  for (let group = 0; group < zones.count; group++) countEnergy(lighting, group, untilS);
  // Results are told by zone.
  let zonelessLamps = zones.lampCount[noZone]!;
  for (let group = noZone + 1; group < zones.count; group++) {
    const zone = ofGroup[group]!;
    if (zone === noZone) zonelessLamps += zones.lampCount[group]!;
    zones.energyWh[zone] = zones.energyWh[zone]! + zones.energyWh[group]!;
    zones.energyWh[group] = 0;
  }
  for (let zone = 0; zone <= noZone; zone++) {
    if (zone === noZone && zonelessLamps === 0) continue;
    const row = addRow(log.lighting), { rows } = log.lighting;
    rows.zone[row] = zone === noZone ? -1 : zone;
    rows.fromS[row] = lighting.intervalFromS;
    rows.energyWh[row] = zones.energyWh[zone]!;
    zones.energyWh[zone] = 0;
  }
  lighting.intervalFromS = Math.floor(untilS / LIGHTING_INTERVAL_S) * LIGHTING_INTERVAL_S;
}
