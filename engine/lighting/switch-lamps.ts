import { addRow, appendRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { LIGHTING_INTERVAL_S, type LightingState } from '../state/lighting-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { lampsPowerW } from './lamp-power.ts';
import { scheduledOutput } from './lamp-schedule.ts';

/**
 * Lamps switch by events: between two of them nothing changes, so energy is power times time, counted when a zone
 * switches and when a quarter of an hour ends, never in between. Called once a step, and at the start of the run.
 */
export function switchDueLamps(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { lighting } = state;
  while (lighting.nextEventS <= state.timeS) {
    const eventS = lighting.nextEventS;
    if (eventS >= lighting.intervalFromS + LIGHTING_INTERVAL_S) closeQuarter(lighting, log, eventS);
    switchZones(twin, lighting, log, eventS);
  }
}

/** Counts the energy up to the end of the run and writes the quarter that it cut off. */
export function finishLighting(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  switchDueLamps(twin, state, log);
  if (state.timeS > state.lighting.intervalFromS) closeQuarter(state.lighting, log, state.timeS);
}

function switchZones(twin: ReadingTwin, lighting: LightingState, log: ResultLog, eventS: number): void {
  const { zones } = lighting;
  let nextEventS = lighting.intervalFromS + LIGHTING_INTERVAL_S, powerW = 0;
  for (let zone = 0; zone < zones.count; zone++) {
    if (zones.nextSwitchS[zone]! <= eventS) switchZone(twin, lighting, log, zone, eventS);
    nextEventS = Math.min(nextEventS, zones.nextSwitchS[zone]!);
    powerW += zones.powerW[zone]!;
  }
  lighting.nextEventS = nextEventS;
  lighting.powerW = powerW;
}

function switchZone(twin: ReadingTwin, lighting: LightingState, log: ResultLog, zone: number, eventS: number): void {
  const { zones } = lighting;
  countEnergy(lighting, zone, eventS);
  const { outputShare, nextSwitchS } = scheduledOutput(twin, zone, eventS);
  if (outputShare !== zones.outputShare[zone] && isRecorded(lighting, zone)) {
    appendRow(log.lampSwitches, { zone: zoneRow(zones.count, zone), timeS: eventS, outputShare });
  }
  zones.outputShare[zone] = outputShare;
  zones.powerW[zone] = lampsPowerW(zones.ratedPowerW[zone]!, zones.lampCount[zone]!, twin.facts.lighting.standbyPowerW, outputShare);
  zones.nextSwitchS[zone] = nextSwitchS;
}

function countEnergy(lighting: LightingState, zone: number, untilS: number): void {
  const { zones } = lighting;
  const energyWh = (zones.powerW[zone]! * (untilS - zones.sinceS[zone]!)) / 3600;
  zones.energyWh[zone] = zones.energyWh[zone]! + energyWh;
  zones.sinceS[zone] = untilS;
  lighting.energyWh += energyWh;
}

function closeQuarter(lighting: LightingState, log: ResultLog, untilS: number): void {
  const { zones } = lighting;
  for (let zone = 0; zone < zones.count; zone++) {
    countEnergy(lighting, zone, untilS);
    if (!isRecorded(lighting, zone)) continue;
    const row = addRow(log.lighting), { rows } = log.lighting;
    rows.zone[row] = zoneRow(zones.count, zone);
    rows.fromS[row] = lighting.intervalFromS;
    rows.energyWh[row] = zones.energyWh[zone]!;
    zones.energyWh[zone] = 0;
  }
  lighting.intervalFromS = Math.floor(untilS / LIGHTING_INTERVAL_S) * LIGHTING_INTERVAL_S;
}

/** The row of lamps without a zone says nothing in a city where every lamp has one. */
const isRecorded = ({ zones }: LightingState, zone: number): boolean => zone < zones.count - 1 || zones.lampCount[zone]! > 0;

/** The last row of the state stands for the lamps of no zone: -1 in the results. */
const zoneRow = (rowCount: number, zone: number): number => (zone === rowCount - 1 ? -1 : zone);
