import { makeTable, type Columns, type Reading, type Table } from '../foundation/table.ts';
import type { Text, Wording } from '../foundation/text.ts';
import { crossingColumns, crossingWindowColumns, walkingHourColumns } from './crossings.ts';
import { departureColumns, haltColumns, routeColumns, routeLinkColumns, vehicleTypeColumns } from './demand.ts';
import { bollardSiteColumns, cameraColumns, controlPostColumns, fibreColumns, pedestrianZoneColumns, serviceVehicleColumns } from './equipment.ts';
import { detourLinkColumns, eventColumns } from './events.ts';
import { preemptionRuleColumns } from './preemption.ts';
import { priorityRuleColumns, transponderColumns } from './priority.ts';
import { propulsionColumns } from './propulsion.ts';
import { calendarRuleColumns, cabinetColumns, dimmingLevelColumns, lampColumns, lightingCalendarColumns, lightingLimitColumns, lightingProgramColumns, lightingZoneColumns, switchingRuleColumns } from './lighting.ts';
import { adaptiveRuleColumns, adaptiveStepColumns, communicationLossColumns, lightingOverrideColumns } from './lighting-control.ts';
import { litStreetColumns } from './lit-streets.ts';
import { intensityColumns, luminaireColumns, photometryAngleColumns, photometryColumns, photometryPlaneColumns } from './photometry.ts';
import { actuationColumns, actuationGapColumns, aspectColumns, controllerColumns, coordinationColumns, detectorColumns, intergreenColumns, intervalColumns, planSwitchColumns, signalGroupColumns, signalPlanColumns, stageControlColumns } from './signals.ts';
import { conflictColumns, junctionColumns, laneColumns, linkColumns, movementColumns, pointColumns, streetColumns } from './streets.ts';
import { areaColumns, buildingColumns, communeColumns, houseColumns } from './territory.ts';
import { blockColumns, callColumns, fleetColumns, interiorColumns, lineColumns, lineStopColumns, postedTimeColumns, ridingQuarterColumns, stopColumns, tripColumns } from './transit.ts';

/** Every table of a twin, in the order in which they are stored and hashed. */
export const twinTables = {
  points: pointColumns,
  communes: communeColumns,
  areas: areaColumns,
  houses: houseColumns,
  junctions: junctionColumns,
  streets: streetColumns,
  links: linkColumns,
  lanes: laneColumns,
  movements: movementColumns,
  conflicts: conflictColumns,
  controllers: controllerColumns,
  signalPlans: signalPlanColumns,
  planSwitches: planSwitchColumns,
  intervals: intervalColumns,
  aspects: aspectColumns,
  intergreens: intergreenColumns,
  signalGroups: signalGroupColumns,
  stageControls: stageControlColumns,
  coordinations: coordinationColumns,
  detectors: detectorColumns,
  actuations: actuationColumns,
  actuationGaps: actuationGapColumns,
  priorityRules: priorityRuleColumns,
  preemptionRules: preemptionRuleColumns,
  transponders: transponderColumns,
  crossings: crossingColumns,
  crossingWindows: crossingWindowColumns,
  walkingHours: walkingHourColumns,
  vehicleTypes: vehicleTypeColumns,
  routes: routeColumns,
  routeLinks: routeLinkColumns,
  departures: departureColumns,
  halts: haltColumns,
  stops: stopColumns,
  lines: lineColumns,
  trips: tripColumns,
  calls: callColumns,
  blocks: blockColumns,
  fleet: fleetColumns,
  lineStops: lineStopColumns,
  ridingQuarters: ridingQuarterColumns,
  postedTimes: postedTimeColumns,
  interiors: interiorColumns,
  lamps: lampColumns,
  cabinets: cabinetColumns,
  lightingZones: lightingZoneColumns,
  switchingRules: switchingRuleColumns,
  lightingCalendars: lightingCalendarColumns,
  calendarRules: calendarRuleColumns,
  lightingPrograms: lightingProgramColumns,
  dimmingLevels: dimmingLevelColumns,
  lightingLimits: lightingLimitColumns,
  adaptiveRules: adaptiveRuleColumns,
  adaptiveSteps: adaptiveStepColumns,
  lightingOverrides: lightingOverrideColumns,
  communicationLosses: communicationLossColumns,
  luminaires: luminaireColumns,
  litStreets: litStreetColumns,
  photometries: photometryColumns,
  photometryPlanes: photometryPlaneColumns,
  photometryAngles: photometryAngleColumns,
  intensities: intensityColumns,
  fibres: fibreColumns,
  cameras: cameraColumns,
  buildings: buildingColumns,
  bollardSites: bollardSiteColumns,
  pedestrianZones: pedestrianZoneColumns,
  serviceVehicles: serviceVehicleColumns,
  controlPosts: controlPostColumns,
  events: eventColumns,
  detourLinks: detourLinkColumns,
  propulsions: propulsionColumns,
} satisfies Record<string, Columns>;

export type TwinTables = { [Name in keyof typeof twinTables]: Table<(typeof twinTables)[Name]> };

/** Where a figure comes from, for every page and report. */
export interface Source {
  /** What it gave: 'streets', 'population of the communes'. */
  what: Text;
  /** Who says so, with an address or a file name. */
  from: Wording;
  licence: Wording;
  /** Whether it is observed, or made up to look right. */
  synthetic: boolean;
}

/** What is true of the whole city. */
export interface CityFacts {
  name: string;
  /** Whether any part that is simulated is made up; every page and report says so. */
  synthetic: boolean;
  /** The point that xM = 0, yM = 0 stands for. */
  originLatitudeDeg: number;
  originLongitudeDeg: number;
  /** Local scale at the origin: a flat map of a city. latitude = origin + yM / metresPerDegreeNorth. */
  metresPerDegreeNorth: number;
  metresPerDegreeEast: number;
  /** First day of a run, 'YYYY-MM-DD': sunset, lamps and timetables follow from it. */
  date: string;
  /** Minutes that local time is ahead of UTC on that day. */
  utcOffsetMin: number;
  /** Length of a step unless the person says otherwise; SUMO's 1 s for a SUMO import. */
  stepS: number;
  /** When a run starts and ends if the person does not say; seconds since midnight. */
  defaultFromS: number;
  defaultUntilS: number;
  /** true: run on past the end until all have arrived, as SUMO does without an end time. */
  runUntilAllArrived: boolean;
  /** After how long standing a vehicle may be moved on, as SUMO's time-to-teleport; counted and printed. 0 = never. */
  rescueAfterS: number;
  /** Share of drivers with guidance, who leave a jammed way, unless the person says otherwise; none if left out, as in SUMO. */
  rerouteShare?: number;
  /** How much more time drivers spend on the planned routes than on the quickest ones (relative gap of the equilibrium), by span; left out where nobody has measured it. */
  routeGaps?: { fromS: number; untilS: number; relativeGap: number }[];
  /** Figures that scenarios and reports need, by city. */
  lighting: { switchOnOffsetMin: number; switchOffOffsetMin: number; standbyPowerW: number };
  energy: { priceEurPerKwh: number; priceSource: Text; carbonGPerKwh: number; carbonSource: Text };
  sources: Source[];
}

/** The city at rest: nothing in it changes during a run. */
export type Twin = { facts: CityFacts } & TwinTables;
export type ReadingTwin = { readonly facts: Readonly<CityFacts> } & { readonly [Name in keyof TwinTables]: Reading<TwinTables[Name]> };

/** A twin with these facts and every table empty. */
export function emptyTwin(facts: CityFacts): Twin {
  const tables = Object.entries(twinTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)]);
  return { facts, ...(Object.fromEntries(tables) as TwinTables) };
}
