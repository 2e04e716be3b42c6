import { PLAIN_CABINET, writeZonesByClock } from '../../data/build/lamps/write-zones.ts';
import { DAY_S } from '../../engine/foundation/clock.ts';
import { makeTable, tableFrom, type Columns, type RowValues } from '../../engine/foundation/table.ts';
import { REPLAY_SEGMENT_S, replayKnotColumns, replayWalkColumns, resultTables, type ReplaySegment, type ResultTables } from '../../engine/results/tables.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category, junctionControl, ORDINARY_TRAFFIC, roadClass, turn } from '../../engine/twin/streets.ts';
import { landUse } from '../../engine/twin/territory.ts';
import { lineClass, transitMode } from '../../engine/twin/transit.ts';
import { emptyTwin, twinTables, type Twin } from '../../engine/twin/twin.ts';

/** A town of 6 by 5 crossroads, 100 m apart: everything the viewer shows, in round numbers. */
const COLUMNS = 6, ROWS = 5, STEP_M = 100, LANE_M = 3.25;
export const BUS_COUNT = 4;

type Point = { xM: number; yM: number };
type Rows = { [Name in keyof typeof twinTables]: RowValues<(typeof twinTables)[Name]>[] };

const junctionAt = (column: number, row: number): number => row * COLUMNS + column;
const crossing = (column: number, row: number): Point => ({
  xM: (column - (COLUMNS - 1) / 2) * STEP_M + (row % 2) * 12,
  yM: (row - (ROWS - 1) / 2) * STEP_M + (column % 3) * 7,
});

function addPoints(rows: Rows, points: readonly Point[]): { firstPoint: number; pointCount: number } {
  const firstPoint = rows.points.length;
  rows.points.push(...points);
  return { firstPoint, pointCount: points.length };
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, point, at) => sum + Math.hypot(point.xM - points[at]!.xM, point.yM - points[at]!.yM), 0);

/** One street between two crossroads, with one lane each way, lamps and houses along it. */
function addStreet(rows: Rows, from: number, to: number, main: boolean, name: string): void {
  const a = rows.junctions[from]!, b = rows.junctions[to]!;
  const length = Math.hypot(b.xM - a.xM, b.yM - a.yM);
  const east = (b.xM - a.xM) / length, north = (b.yM - a.yM) / length;
  const at = (alongM: number, leftM: number): Point => ({ xM: a.xM + east * alongM - north * leftM, yM: a.yM + north * alongM + east * leftM });
  const street = rows.streets.length;
  rows.streets.push({ name, class: main ? roadClass.secondary : roadClass.residential, commune: 0, lengthM: length, widthM: 6.5, level: 0, ...addPoints(rows, [at(0, 0), at(length, 0)]) });
  for (const forward of [true, false]) {
    const line = forward ? [at(9, -LANE_M / 2), at(length - 9, -LANE_M / 2)] : [at(length - 9, LANE_M / 2), at(9, LANE_M / 2)];
    const lane = rows.lanes.length;
    rows.lanes.push({ link: rows.links.length, lengthM: length - 18, widthM: LANE_M, speedLimitMps: 13.9, permitted: ORDINARY_TRAFFIC, firstMovement: 0, movementCount: 0, ...addPoints(rows, line) });
    rows.links.push({ name: `${name}/${forward ? 'out' : 'back'}`, street, fromJunction: forward ? from : to, toJunction: forward ? to : from, lengthM: length - 18, speedLimitMps: 13.9, priority: main ? 2 : 1, firstLane: lane, laneCount: 1 });
  }
  for (let alongM = 15, count = 0; alongM < length; alongM += 25, count++) {
    const place = at(alongM, count % 2 === 0 ? 4.6 : -4.6);
    rows.lamps.push({ name: `PL-${rows.lamps.length + 1}`, ...place, street, cabinet: 0, zone: main ? 0 : 1, luminaire: -1, replaced: -1, installedYear: 0, heightM: main ? 8 : 6, ratedPowerW: main ? 60 : 35, powerBeforeW: main ? 150 : 100, ratedFluxLm: main ? 7500 : 4200 });
  }
  for (const side of [1, -1]) {
    for (let alongM = 18; alongM < length - 12; alongM += 15) {
      rows.houses.push({ ...at(alongM, side * 14), widthM: 13, depthM: 10, heightM: 6 + ((alongM * 7 + street) % 5) * 2, facadeEast: east, facadeNorth: north });
    }
  }
}

/** Movements of every lane to every lane that leaves its junction, but not back. Sorted by lane. */
function addMovements(rows: Rows): void {
  rows.lanes.forEach((lane, fromLane) => {
    const link = rows.links[lane.link]!;
    lane.firstMovement = rows.movements.length;
    const end = rows.points[lane.firstPoint + 1]!, start = rows.points[lane.firstPoint]!;
    rows.lanes.forEach((toLaneRow, toLane) => {
      const next = rows.links[toLaneRow.link]!;
      if (next.fromJunction !== link.toJunction || next.street === link.street) return;
      const out = rows.points[toLaneRow.firstPoint]!, far = rows.points[toLaneRow.firstPoint + 1]!;
      const bend = (end.xM - start.xM) * (far.yM - out.yM) - (end.yM - start.yM) * (far.xM - out.xM);
      const middle = { xM: (end.xM + out.xM) / 2 + (rows.junctions[link.toJunction]!.xM - (end.xM + out.xM) / 2) * 0.4, yM: (end.yM + out.yM) / 2 + (rows.junctions[link.toJunction]!.yM - (end.yM + out.yM) / 2) * 0.4 };
      const line = [end, middle, out];
      const controlled = rows.junctions[link.toJunction]!.controller >= 0;
      const northSouth = Math.abs(end.yM - start.yM) > Math.abs(end.xM - start.xM);
      rows.movements.push({
        fromLane, toLane, junction: link.toJunction, turn: Math.abs(bend) < 3000 ? turn.straight : bend > 0 ? turn.left : turn.right,
        signalGroup: controlled ? (northSouth ? 0 : 1) : -1, lengthM: lengthOf(line), speedLimitMps: 8, waitAtM: 0, keepsClear: 1, stopsFirst: 0, visibilityM: 4.5, permitted: ORDINARY_TRAFFIC,
        firstConflict: 0, conflictCount: 0, ...addPoints(rows, line),
      });
      lane.movementCount++;
    });
  });
}

/** Two stages of 25 s with 5 s between them, one controller a crossroads of the main street. */
function addController(rows: Rows, place: Point): number {
  const controller = rows.controllers.length;
  const plan = [[aspect.green, aspect.red, 25], [aspect.amber, aspect.red, 5], [aspect.red, aspect.green, 25], [aspect.red, aspect.amber, 5]] as const;
  rows.controllers.push({ name: `F${controller + 1}`, ...place, groupCount: 2, cycleS: 60, offsetS: controller * 10, firstInterval: rows.intervals.length, intervalCount: 4, busPriority: 1 });
  for (const [first, second, durationS] of plan) {
    rows.intervals.push({ controller, durationS, longestS: durationS, stage: durationS === 25 ? 1 : 0, firstAspect: rows.aspects.length });
    rows.aspects.push({ shown: first }, { shown: second });
  }
  return controller;
}

function addEquipment(rows: Rows): void {
  const near = crossing(2, 2);
  const square = (xM: number, yM: number, halfM: number): Point[] => [{ xM: xM - halfM, yM: yM - halfM }, { xM: xM + halfM, yM: yM - halfM }, { xM: xM + halfM, yM: yM + halfM }, { xM: xM - halfM, yM: yM + halfM }];
  rows.communes.push({ name: 'Petiteville', code: '00001', population: 2400, areaKm2: 0.8, xM: 0, yM: 0, ...addPoints(rows, square(0, 0, 450)) });
  rows.areas.push({ name: 'Jardin des Essais', use: landUse.park, ...addPoints(rows, square(-200, 250, 60)) }, { name: 'Lac', use: landUse.water, ...addPoints(rows, square(330, 200, 70)) });
  rows.cabinets.push({ name: 'ARM-1', xM: near.xM + 12, yM: near.yM + 12, commune: 0, ...PLAIN_CABINET });
  rows.cameras.push({ name: 'CAM-1', xM: near.xM - 10, yM: near.yM + 10, commune: 0 });
  rows.buildings.push({ name: 'Mairie', xM: 40, yM: 30, renovated: 1, commune: 0 }, { name: 'École', xM: -80, yM: -30, renovated: 0, commune: 0 });
  rows.pedestrianZones.push({ name: 'Place centrale', ...addPoints(rows, square(40, 60, 30)) });
  rows.bollardSites.push({ name: 'Rue 3', xM: 60, yM: 20, link: 0, pedestrianZone: 0 });
  rows.controlPosts.push({ name: 'Poste de pilotage', xM: -40, yM: 40 });
  rows.fibres.push({ lengthM: 80, fromKind: 0, fromRow: 0, toKind: 1, toRow: 0, ...addPoints(rows, [{ xM: -40, yM: 40 }, near]) });
  rows.serviceVehicles.push({ name: 'V-1', service: 'snow clearing', equipment: 0, xM: -150, yM: -150 });
  rows.stops.push({ name: 'Gare', code: 'S1', xM: -150, yM: 3, lane: 0, positionM: 40, lengthM: 20 }, { name: 'Théâtre', code: 'S2', xM: 150, yM: 3, lane: 2, positionM: 40, lengthM: 20 });
  rows.lines.push({ name: 'L1', title: 'Gare - Théâtre', mode: transitMode.bus, colour: 0xd6006c, lengthM: 600, headwayS: 600, lineClass: lineClass.structuring, assumed: 1 });
}

/** The twin of the small town. */
export function smallCity(): Twin {
  const rows = Object.fromEntries(Object.keys(twinTables).map((name) => [name, []])) as unknown as Rows;
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const place = crossing(column, row);
      const controller = row === 2 && column > 0 && column < COLUMNS - 1 ? addController(rows, place) : -1;
      rows.junctions.push({ name: `J${column}${row}`, ...place, control: controller >= 0 ? junctionControl.signals : junctionControl.rightBeforeLeft, controller, commune: 0 });
    }
  }
  for (let row = 0; row < ROWS; row++) for (let column = 0; column + 1 < COLUMNS; column++) addStreet(rows, junctionAt(column, row), junctionAt(column + 1, row), row === 2, row === 2 ? 'Avenue de la République' : `Rue ${row + 1}`);
  for (let column = 0; column < COLUMNS; column++) for (let row = 0; row + 1 < ROWS; row++) addStreet(rows, junctionAt(column, row), junctionAt(column, row + 1), false, `Allée ${column + 1}`);
  addMovements(rows);
  addEquipment(rows);
  const type = (name: string, bit: number, lengthM: number, widthM: number) => ({ name, category: bit, carFollowing: 0, lengthM, widthM, minGapM: 2, accelerationMps2: 2, decelerationMps2: 3, emergencyDecelerationMps2: 8, maxSpeedMps: 40, headwayS: 1, imperfectionShare: 0, speedFactorMean: 1, speedFactorDeviation: 0 });
  rows.vehicleTypes.push(type('car', category.car, 4.5, 1.8), type('bus', category.bus, 12, 2.55), type('tram', category.tram, 33, 2.4), type('lorry', category.lorry, 10, 2.5));
  rows.routes.push({ firstLink: 0, linkCount: 1 });
  rows.lanes[rows.links[0]!.firstLane]!.permitted |= category.tram; // Vehicle 4 is one.
  rows.routeLinks.push({ link: 0 });
  for (let vehicle = 0; vehicle < 60; vehicle++) {
    const vehicleType = vehicle < BUS_COUNT ? 1 : vehicle === BUS_COUNT ? 2 : vehicle % 10 === 0 ? 3 : 0;
    rows.departures.push({ name: `vehicle ${vehicle}`, vehicleType, route: 0, departS: 0, departLane: -4, departPositionM: 0, departSpeedMps: 0, arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1 });
  }
  const twin = emptyTwin({
    name: 'Petiteville', synthetic: true, originLatitudeDeg: 47.322, originLongitudeDeg: 5.0415, metresPerDegreeNorth: 111_170, metresPerDegreeEast: 75_600,
    date: '2026-03-17', utcOffsetMin: 60, stepS: 0.5, defaultFromS: 0, defaultUntilS: DAY_S, runUntilAllArrived: false, rescueAfterS: 300,
    lighting: { switchOnOffsetMin: 0, switchOffOffsetMin: 0, standbyPowerW: 0.5 },
    energy: { priceEurPerKwh: 0.2, priceSource: { fr: 'un nombre rond', en: 'a round number' }, carbonGPerKwh: 50, carbonSource: { fr: 'un nombre rond', en: 'a round number' } },
    sources: [{ what: { fr: 'tout', en: 'everything' }, from: { fr: 'dessiné à la main pour les essais', en: 'drawn by hand for the tests' }, licence: 'Apache-2.0', synthetic: true }],
  });
  for (const [name, columns] of Object.entries(twinTables)) (twin as unknown as Record<string, unknown>)[name] = tableFrom(columns as Columns, rows[name as keyof Rows] as never);
  writeZonesByClock(twin, [
    { name: 'main', levels: [{ fromS: 0, outputShare: 1 }] },
    { name: 'residential', levels: [{ fromS: 0, outputShare: 0.4 }, { fromS: 5 * 3600, outputShare: 1 }, { fromS: 23 * 3600, outputShare: 0.4 }] },
  ]);
  return twin;
}

/** Every vehicle wanders at 8 m/s, turning by a fixed rule: knots at each change of place. */
export function smallReplay(twin: Twin, fromS: number): ReplaySegment {
  const knots: RowValues<typeof replayKnotColumns>[] = [];
  for (let departure = 0; departure < twin.departures.count; departure++) {
    let lane = (departure * 7 + Math.floor(fromS / REPLAY_SEGMENT_S) * 3) % twin.lanes.count, timeS = 0, turns = departure;
    while (timeS < REPLAY_SEGMENT_S) {
      const drive = (place: number, lengthM: number): void => {
        const restS = REPLAY_SEGMENT_S - timeS;
        if (restS <= 0) return;
        knots.push({ departure, timeS, place, positionM: 0 });
        const lastsS = Math.min(lengthM / 8, restS);
        timeS += lastsS;
        knots.push({ departure, timeS, place, positionM: lastsS * 8 });
      };
      drive(lane, twin.lanes.lengthM[lane]!);
      const count = twin.lanes.movementCount[lane]!;
      if (count === 0) break;
      const movement = twin.lanes.firstMovement[lane]! + (turns++ % count);
      drive(twin.lanes.count + movement, twin.movements.lengthM[movement]!);
      lane = twin.movements.toLane[movement]!;
    }
  }
  return { fromS, untilS: fromS + REPLAY_SEGMENT_S, knots: tableFrom(replayKnotColumns, knots), walks: makeTable(replayWalkColumns, 0) };
}

/** A day's results: lamps from 19:00 to 06:30, residential ones at `nightShare` from 23:00 to 05:00. */
export function smallResults(twin: Twin, nightShare: number): ResultTables {
  const tables = Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
  const hour = (value: number) => value * 3600;
  const switches = [0, 1].flatMap((zone) => [
    { zone, timeS: 0, outputShare: zone === 1 ? nightShare : 1 }, { zone, timeS: hour(5), outputShare: 1 }, { zone, timeS: hour(6.5), outputShare: 0 },
    { zone, timeS: hour(19), outputShare: 1 }, { zone, timeS: hour(23), outputShare: zone === 1 ? nightShare : 1 },
  ]);
  tables.lampSwitches = tableFrom(resultTables.lampSwitches, switches);
  const fullW = Array.from(twin.lamps.ratedPowerW).reduce((sum, powerW) => sum + powerW, 0);
  tables.minutes = tableFrom(resultTables.minutes, Array.from({ length: 1440 }, (_, minute) => {
    const timeS = minute * 60;
    const lit = timeS < hour(6.5) || timeS >= hour(19);
    const late = timeS < hour(5) || timeS >= hour(23);
    return { timeS, running: Math.round(20 + 40 * Math.max(0, Math.sin(((timeS - hour(5)) / hour(17)) * Math.PI))), waitingToEnter: 0, arrived: minute, halting: 3, meanSpeedMps: 8, lightingPowerW: lit ? fullW * (late ? 0.5 + 0.5 * nightShare : 1) : 20 };
  }));
  const changes: RowValues<typeof resultTables.signalChanges>[] = [];
  for (let controller = 0; controller < twin.controllers.count; controller++) {
    const first = twin.controllers.firstInterval[controller]!;
    for (let timeS = twin.controllers.offsetS[controller]! - 60; timeS < DAY_S; timeS += 60) {
      let atS = timeS;
      for (let interval = first; interval < first + 4; interval++) {
        changes.push({ controller, timeS: atS, interval, extendedForPriority: 0 });
        atS += twin.intervals.durationS[interval]!;
      }
    }
  }
  tables.signalChanges = tableFrom(resultTables.signalChanges, changes.sort((a, b) => a.timeS - b.timeS));
  return tables;
}
