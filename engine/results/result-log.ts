import type { ReadingTwin } from '../twin/twin.ts';
import { makeEnergyLog, type EnergyLog } from './energy-log.ts';
import { finished, makeGrowingTable, type GrowingTable } from './growing-table.ts';
import type { JunctionLog } from './junction-log.ts';
import { makeLinkCounts, type LinkCounts } from './link-counts.ts';
import type { ReplayRecorder } from './replay-recorder.ts';
import {
  aspectChangeColumns, boardingColumns, crossingResultColumns, detectorResultColumns, diversionColumns, groupedLampColumns, groupSwitchColumns, junctionPassageColumns, lampSwitchColumns, laneGreenColumns, lightingResultColumns, linkEnergyColumns, linkResultColumns, minuteColumns, peopleAtStopColumns, priorityDecisionColumns, rescueColumns, signalChangeColumns, signalPassageColumns, stopVisitColumns,
  tripEnergyColumns, tripResultColumns,
  type ResultTables,
} from './tables.ts';

/** Where the systems of a step append what happened. Only ever written by a run; nothing in a run reads it. */
export interface ResultLog {
  trips: GrowingTable<typeof tripResultColumns>;
  links: GrowingTable<typeof linkResultColumns>;
  stopVisits: GrowingTable<typeof stopVisitColumns>;
  boardings: GrowingTable<typeof boardingColumns>;
  peopleAtStops: GrowingTable<typeof peopleAtStopColumns>;
  signalPassages: GrowingTable<typeof signalPassageColumns>;
  lighting: GrowingTable<typeof lightingResultColumns>;
  lampSwitches: GrowingTable<typeof lampSwitchColumns>;
  groupSwitches: GrowingTable<typeof groupSwitchColumns>;
  groupedLamps: GrowingTable<typeof groupedLampColumns>;
  signalChanges: GrowingTable<typeof signalChangeColumns>;
  aspectChanges: GrowingTable<typeof aspectChangeColumns>;
  detectors: GrowingTable<typeof detectorResultColumns>;
  minutes: GrowingTable<typeof minuteColumns>;
  rescues: GrowingTable<typeof rescueColumns>;
  crossings: GrowingTable<typeof crossingResultColumns>;
  diversions: GrowingTable<typeof diversionColumns>;
  tripEnergy: GrowingTable<typeof tripEnergyColumns>;
  linkEnergy: GrowingTable<typeof linkEnergyColumns>;
  priorityDecisions: GrowingTable<typeof priorityDecisionColumns>;
  junctionPassages: GrowingTable<typeof junctionPassageColumns>;
  laneGreens: GrowingTable<typeof laneGreenColumns>;
  /** What links have seen in the interval that is running. */
  linkCounts: LinkCounts;
  /** Energy taken so far; undefined in a city that does not say what its vehicles are driven by. */
  energy: EnergyLog | undefined;
  /** Undefined in a run that keeps no record of junctions. */
  junctions: JunctionLog | undefined;
  /** By stop of a line, people who had boarded before results counted; undefined in a run that measures from its start. */
  boardedBefore: Uint32Array | undefined;
  /** Where vehicles are, for the viewer; undefined when nobody wants to watch. */
  replay: ReplayRecorder | undefined;
}

export function makeResultLog(twin: ReadingTwin, fromS: number, replay?: ReplayRecorder): ResultLog {
  return {
    trips: makeGrowingTable(tripResultColumns),
    links: makeGrowingTable(linkResultColumns),
    stopVisits: makeGrowingTable(stopVisitColumns),
    boardings: makeGrowingTable(boardingColumns),
    peopleAtStops: makeGrowingTable(peopleAtStopColumns),
    signalPassages: makeGrowingTable(signalPassageColumns),
    lighting: makeGrowingTable(lightingResultColumns),
    lampSwitches: makeGrowingTable(lampSwitchColumns),
    groupSwitches: makeGrowingTable(groupSwitchColumns),
    groupedLamps: makeGrowingTable(groupedLampColumns),
    signalChanges: makeGrowingTable(signalChangeColumns),
    aspectChanges: makeGrowingTable(aspectChangeColumns),
    detectors: makeGrowingTable(detectorResultColumns),
    minutes: makeGrowingTable(minuteColumns),
    rescues: makeGrowingTable(rescueColumns),
    crossings: makeGrowingTable(crossingResultColumns),
    diversions: makeGrowingTable(diversionColumns),
    tripEnergy: makeGrowingTable(tripEnergyColumns),
    linkEnergy: makeGrowingTable(linkEnergyColumns),
    priorityDecisions: makeGrowingTable(priorityDecisionColumns),
    junctionPassages: makeGrowingTable(junctionPassageColumns),
    laneGreens: makeGrowingTable(laneGreenColumns),
    linkCounts: makeLinkCounts(twin.links.count, fromS),
    energy: makeEnergyLog(twin, fromS),
    junctions: undefined,
    boardedBefore: undefined,
    replay,
  };
}

export function finishedTables(log: ResultLog): ResultTables {
  return {
    trips: finished(log.trips),
    links: finished(log.links),
    stopVisits: finished(log.stopVisits),
    boardings: finished(log.boardings),
    peopleAtStops: finished(log.peopleAtStops),
    signalPassages: finished(log.signalPassages),
    lighting: finished(log.lighting),
    lampSwitches: finished(log.lampSwitches),
    groupSwitches: finished(log.groupSwitches),
    groupedLamps: finished(log.groupedLamps),
    signalChanges: finished(log.signalChanges),
    aspectChanges: finished(log.aspectChanges),
    detectors: finished(log.detectors),
    minutes: finished(log.minutes),
    rescues: finished(log.rescues),
    crossings: finished(log.crossings),
    diversions: finished(log.diversions),
    tripEnergy: finished(log.tripEnergy),
    linkEnergy: finished(log.linkEnergy),
    priorityDecisions: finished(log.priorityDecisions),
    junctionPassages: finished(log.junctionPassages),
    laneGreens: finished(log.laneGreens),
  };
}
