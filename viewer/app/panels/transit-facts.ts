import { DAY_S, formatClock } from '../../../engine/foundation/clock.ts';
import { kindOfDeparture, vehicleKind } from '../feed/vehicle-snapshots.ts';
import { stopsOfLine } from '../map/thing-place.ts';
import type { ThingWords } from '../session/words.ts';
import { hexColour, linked, numberText, type Fact, type FactContext } from './fact.ts';

const kindWords: Record<number, keyof ThingWords> = {
  [vehicleKind.car]: 'kindCar', [vehicleKind.van]: 'kindVan', [vehicleKind.lorry]: 'kindLorry', [vehicleKind.bus]: 'kindBus', [vehicleKind.tram]: 'kindTram',
  [vehicleKind.twoWheeler]: 'kindTwoWheeler', [vehicleKind.emergency]: 'kindEmergency', [vehicleKind.other]: 'kindVehicle',
};

export const vehicleKindWord = ({ twin, words }: FactContext, departure: number): string => words[kindWords[kindOfDeparture(twin, departure)]!] as string;

/** The call that the timetable has next after `timeS`, in s; -1 after the last. */
function nextCall(arriveS: ArrayLike<number>, first: number, count: number, timeS: number): number {
  for (let call = first; call < first + count; call++) if (arriveS[call]! >= timeS) return call;
  return -1;
}

export function vehicleFacts({ city, twin, timeS, shown, words, language }: FactContext, row: number): Fact[] {
  const { departures, vehicleTypes, trips, calls, stops, lines, blocks, lanes, movements, links, streets } = twin;
  const ways = city.run(shown)?.ways.at(timeS, 0);
  const vehicle = ways ? ways.vehicleOf(row) : -1;
  const place = ways && vehicle >= 0 ? ways.placeAt(vehicle, timeS) : -1;
  const lane = place < 0 ? -1 : place < lanes.count ? place : movements.toLane[place - lanes.count]!;
  const street = lane >= 0 ? links.street[lanes.link[lane]!]! : -1;
  const trip = departures.trip[row]!;
  const line = trip >= 0 ? trips.line[trip]! : -1;
  const call = trip >= 0 ? nextCall(calls.arriveS, trips.firstCall[trip]!, trips.callCount[trip]!, timeS) : -1;
  return [
    ...(line >= 0 ? [{ label: words.line, value: `${lines.name[line]} ${lines.title[line]}`, link: { kind: 'lines', row: line }, colour: hexColour(lines.colour[line]!) } satisfies Fact] : []),
    ...(ways && vehicle >= 0 && place >= 0 ? [{ label: words.speedNow, value: numberText(language, ways.speedMps(vehicle, timeS) * 3.6), unit: 'km/h' }] : []),
    ...linked(words.onStreet, streets.name as ArrayLike<string>, 'streets', street, words.unnamed),
    ...(call >= 0 ? [{ label: `${words.nextStop} (${formatClock(calls.arriveS[call]!).slice(0, 5)})`, value: stops.name[calls.stop[call]!] || words.unnamed, link: { kind: 'stops', row: calls.stop[call]! } } satisfies Fact] : []),
    { label: words.departed, value: formatClock(departures.departS[row]!) },
    ...(trip >= 0 && trips.block[trip]! >= 0 ? [{ label: words.block, value: blocks.name[trips.block[trip]!]! }] : []),
    { label: words.vehicleLength, value: numberText(language, vehicleTypes.lengthM[departures.vehicleType[row]!]!, 1), unit: 'm' },
  ];
}

export function lineFacts({ twin, timeS, words, language }: FactContext, row: number): Fact[] {
  const { lines, trips, calls } = twin;
  let tripCount = 0, running = 0;
  for (let trip = 0; trip < trips.count; trip++) {
    if (trips.line[trip] !== row) continue;
    tripCount++;
    const first = trips.firstCall[trip]!, last = first + trips.callCount[trip]! - 1;
    if (last > first && calls.departS[first]! <= timeS && calls.arriveS[last]! >= timeS) running++;
  }
  return [
    { label: words.length, value: numberText(language, lines.lengthM[row]! / 1000, 1), unit: 'km' },
    ...(lines.headwayS[row]! > 0 ? [{ label: words.headway, value: numberText(language, lines.headwayS[row]! / 60, 1), unit: `min (${lines.assumed[row] ? words.assumed : words.published})` }] : []),
    ...(tripCount > 0 ? [
      { label: words.tripsADay, value: numberText(language, tripCount) },
      { label: words.runningNow, value: numberText(language, running) },
      { label: words.stopCount, value: numberText(language, stopsOfLine(twin, row).size) },
    ] : []),
  ];
}

/** Trips that still leave a stop, the next ones first. */
function nextAt({ twin, timeS }: FactContext, stop: number, count: number): { line: number; departS: number }[] {
  const { trips, calls } = twin;
  const found: { line: number; departS: number }[] = [];
  for (let trip = 0; trip < trips.count; trip++) {
    // The last call of a trip is an arrival only.
    for (let at = 0; at < trips.callCount[trip]! - 1; at++) {
      const call = trips.firstCall[trip]! + at;
      if (calls.stop[call] === stop && calls.departS[call]! >= timeS) found.push({ line: trips.line[trip]!, departS: calls.departS[call]! });
    }
  }
  return found.sort((a, b) => a.departS - b.departS).slice(0, count);
}

export function stopFacts(context: FactContext, row: number): Fact[] {
  const { twin, words, timeS } = context;
  const { trips, calls, lines } = twin;
  const serving = new Set<number>();
  for (let trip = 0; trip < trips.count; trip++) {
    if (serving.has(trips.line[trip]!)) continue;
    for (let at = 0; at < trips.callCount[trip]!; at++) if (calls.stop[trips.firstCall[trip]! + at] === row) serving.add(trips.line[trip]!);
  }
  return [
    ...[...serving].map((line): Fact => ({ label: words.line, value: `${lines.name[line]} ${lines.title[line]}`, link: { kind: 'lines', row: line }, colour: hexColour(lines.colour[line]!) })),
    ...nextAt(context, row, 4).map(({ line, departS }): Fact => ({
      label: formatClock(departS).slice(0, 5) + (departS - timeS >= DAY_S ? ' +1' : ''), value: `${lines.name[line]}`, unit: `${Math.max(0, Math.round((departS - timeS) / 60))} min`,
    })),
  ];
}
