import { tableFrom } from '../../../engine/foundation/table.ts';
import { category } from '../../../engine/twin/streets.ts';
import { blockColumns, lineClass, lineColumns, stopColumns, transitMode } from '../../../engine/twin/transit.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { addRoutes } from '../../build/demand/add-routes.ts';
import { pointOn } from '../../build/streets/line.ts';
import { makeBlocks, shareVehicles, type TripToServe } from '../../build/transit/make-blocks.ts';
import { emptyStopRegister, placeStops, type StopRegister, type StopRules } from '../../build/transit/place-stops.ts';
import { runningTimesS, type RunningTimeRules } from '../../build/transit/running-times.ts';
import { writeTimetable, type DirectionOfLine, type TimetabledTrip } from '../../build/transit/write-timetable.ts';
import { makeVehicleTypes, vehicleTypeRow } from '../../build/demand/vehicle-types.ts';
import { frenchFleet } from '../../build/french-fleet.ts';
import { transitFigures } from '../facts/transit.ts';
import { firstOfFleet, makeFleet } from './fleet.ts';
import { layLine, makeLineRouter, type LineOnMap, type LineRouter } from './line-courses.ts';
import { lineFacts, type LineFacts, type Service } from './lines.ts';
import { addPassengers } from './passengers.ts';
import { grantPriority } from './priority-controllers.ts';
import { departuresS } from './timetable.ts';

const DWELL_S = transitFigures.dwellS.value;

const BUS_STOPS: StopRules = { categoryBit: category.bus, spacingM: 380, leastM: 250, vehicleM: 18, beforeStopLineM: 10, stopLengthM: 18 };
const TRAM_STOPS: StopRules = { categoryBit: category.tram, spacingM: 500, leastM: 350, vehicleM: 34, beforeStopLineM: 6, stopLengthM: 33 };

/**
 * Timetables that a punctual driver can keep: lines come out at 16 to 20 km/h, as in published timetables of such cities (assumed).
 * Trams wait for short greens of long cycles: with what each plan costs them they come out at 18 km/h, those of Dijon, which have priority, at 20.
 */
const BUS_TIMES: RunningTimeRules = { speedShare: 0.85, fastestMps: 16, signalWaitS: 16, junctionWaitS: 5, brakeAndPullAwayS: 9, dwellS: DWELL_S };
const TRAM_TIMES: RunningTimeRules = { speedShare: 0.9, fastestMps: 14, signalWaitS: 'plan', junctionWaitS: 3, brakeAndPullAwayS: 12, dwellS: DWELL_S };

const isTram = (facts: LineFacts) => facts.service === 'tram';

/** A line with its routes, stops and times, outward and back. */
interface RunningLine { facts: LineFacts; directions: [DirectionOfLine, DirectionOfLine]; lengthM: number }

/** Vehicle types, fleet, lines, stops, timetable, blocks, their departures, and the controllers that give buses priority. */
export function addTransit(twin: Twin): void {
  twin.vehicleTypes = makeVehicleTypes();
  const { buses, articulatedBuses, hybridBuses, hybridArticulatedBuses } = transitFigures;
  twin.propulsions = frenchFleet(twin.vehicleTypes, {
    standard: hybridBuses.value / (buses.value - articulatedBuses.value), articulated: hybridArticulatedBuses.value / articulatedBuses.value,
  });
  twin.fleet = makeFleet(twin);
  const busRouter = makeLineRouter(twin, category.bus), tramRouter = makeLineRouter(twin, category.tram);
  const register = emptyStopRegister();
  const lines = lineFacts.map((facts) => {
    const router = isTram(facts) ? tramRouter : busRouter;
    return runningLine(twin, layLine(twin, facts, router), router, register);
  });
  writeStops(twin, register);
  writeLines(twin, lines);
  const trips = writeBlocks(twin, lines);
  writeTimetable(twin, trips, register.stops, { dwellS: DWELL_S, leastDwellS: 0, timingPointEvery: 5, earliestS: 60 });
  addPassengers(twin);
  grantPriority(twin);
}

function runningLine(twin: Twin, { facts, outward, back }: LineOnMap, { finder }: LineRouter, register: StopRegister): RunningLine {
  const rules = isTram(facts) ? TRAM_STOPS : BUS_STOPS;
  const times = isTram(facts) ? TRAM_TIMES : BUS_TIMES;
  const nameOf = (link: number) => twin.streets.name[twin.links.street[link]!]!;
  const directions = [outward, back].map((course) => {
    const placed = placeStops(twin, course, rules, register, nameOf);
    // The course starts at the first stop and ends at the last: a link before or after would be driven for nobody.
    const firstIndex = placed[0]!.courseIndex, lastIndex = placed[placed.length - 1]!.courseIndex;
    const courseLinks = course.links.slice(firstIndex, lastIndex + 1);
    const stops = placed.map(({ stop, courseIndex }) => ({ stop, courseIndex: courseIndex - firstIndex }));
    const route = addRoutes(twin, courseLinks, [courseLinks.length]);
    return { route, courseLinks, stops, runningS: runningTimesS(twin, finder, courseLinks, stops, register.stops, times) };
  });
  const titles = [facts.via[0]!, facts.via[facts.via.length - 1]!];
  register.stops[directions[0]!.stops[0]!.stop]!.name = titles[0]!;
  register.stops[directions[0]!.stops.at(-1)!.stop]!.name = titles[1]!;
  return { facts, directions: [directions[0]!, directions[1]!], lengthM: outward.lengthM };
}

function writeStops(twin: Twin, { stops }: StopRegister): void {
  const { lanes, points } = twin;
  twin.stops = tableFrom(stopColumns, stops.map((stop, row) => {
    const first = lanes.firstPoint[stop.lane]!, corners = Array.from({ length: lanes.pointCount[stop.lane]! }, (_, at) => first + at);
    const [xM, yM] = pointOn(corners.flatMap((point) => [points.xM[point]!, points.yM[point]!]), stop.positionM);
    return { name: stop.name, code: `S${row + 1}`, xM, yM, lane: stop.lane, positionM: stop.positionM, lengthM: stop.lengthM };
  }));
}

/** Trams, the lines that the operator calls Lianes, and the round line: what its network is built on. That each counts as such at signals is assumed. */
const STRUCTURING: ReadonlySet<Service> = new Set(['tram', 'main'] as const);

function writeLines(twin: Twin, lines: readonly RunningLine[]): void {
  twin.lines = tableFrom(lineColumns, lines.map(({ facts, lengthM }) => ({
    name: facts.name, title: `${facts.via[0]} - ${facts.via[facts.via.length - 1]}`,
    mode: isTram(facts) ? transitMode.tram : transitMode.bus,
    colour: facts.colour, lengthM, headwayS: facts.headwayMin * 60,
    lineClass: STRUCTURING.has(facts.service) ? lineClass.structuring : lineClass.ordinary, assumed: facts.assumed ? 1 : 0,
  })));
}

/** Blocks of every line with their vehicles, and the trips sorted by block and time. */
function writeBlocks(twin: Twin, lines: readonly RunningLine[]): TimetabledTrip[] {
  const blocks: { line: number; trips: TripToServe[]; startS: number; endS: number }[] = [];
  lines.forEach(({ facts, directions }, line) => {
    const trips = ([0, 1] as const).flatMap((direction) =>
      departuresS(facts, line, direction).map((startS): TripToServe => ({ direction, startS, endS: startS + directions[direction].runningS.at(-1)! + DWELL_S })));
    for (const block of makeBlocks(trips, { leastLayoverS: transitFigures.layoverS.value, longestLayoverS: 4500 })) {
      const served = block.map((index) => trips[index]!);
      // Ten minutes between depot and terminus.
      blocks.push({ line, trips: served, startS: served[0]!.startS - 600, endS: served.at(-1)!.endS + 600 });
    }
  });
  const vehicleOf = new Array<number>(blocks.length).fill(-1);
  const groupOf = ({ facts }: RunningLine): keyof typeof firstOfFleet => (isTram(facts) ? 'tram' : facts.articulated ? 'articulated' : 'standard');
  for (const group of ['articulated', 'standard', 'tram'] as const) {
    const members = blocks.map((_, block) => block).filter((block) => groupOf(lines[blocks[block]!.line]!) === group);
    const vehicles = shareVehicles(members.map((block) => blocks[block]!), 600);
    members.forEach((block, index) => { vehicleOf[block] = firstOfFleet[group] + vehicles[index]!; });
  }
  twin.blocks = tableFrom(blockColumns, blocks.map(({ line, startS, endS }, block) => ({
    name: `${lines[line]!.facts.name}-${block + 1}`, mode: isTram(lines[line]!.facts) ? transitMode.tram : transitMode.bus, vehicle: vehicleOf[block]!, startS, endS, leastTurnS: transitFigures.leastTurnS.value,
  })));
  return blocks.flatMap(({ line, trips }, block) => trips.map(({ direction, startS }, order): TimetabledTrip => {
    const { facts, directions } = lines[line]!;
    const vehicleType = isTram(facts) ? vehicleTypeRow.tram : facts.articulated ? vehicleTypeRow.articulatedBus : vehicleTypeRow.bus;
    return { line, direction, block, startS, vehicleType, name: `${twin.blocks.name[block]}-${order + 1}`, running: directions[direction] };
  }));
}
