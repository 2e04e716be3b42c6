import { orderCriteria } from '../engine/lighting/compliance/nuisance-order.ts';
import { lightingClass } from '../engine/lighting/road/lighting-classes.ts';
import type { StreetLight } from '../engine/lighting/road/street-light.ts';
import { HOURS_OF_DAY, type HourVolumes } from '../engine/twin/hour-volumes.ts';
import { classInHour } from '../engine/twin/lighting-class-of.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { Language } from '../scenarios/language/language.ts';
import type { LightSummary } from '../scenarios/measure/light-summary.ts';
import { verdictName } from '../scenarios/measure/streets-below-class.ts';
import { clockText } from './clock-text.ts';
import { csvLine, type CsvValue } from './csv-lines.ts';
import type { LightAt } from './light-text.ts';

/** How the file begins: tells it from files of others. */
export const STREET_LIGHT_HEAD = 'row,longitudeDeg,latitudeDeg,street,commune,zone,lengthM,';
/** How files began before streets had a place: they may be written anew. */
export const EARLIER_STREET_LIGHT_HEAD = 'street,commune,zone,lengthM,spacingM,';

const figures = ['lavCdM2', 'uo', 'ul', 'fTiPct', 'rei', 'eavLx', 'eminLx', 'eUo'] as const;

/** Every lit street as CSV: its row in the city and the middle of its centre line, its installation's light at full output, the class of each hour, the hours of the year by verdict, the figures of the order of 2018, and how it stands at a moment where one is asked for. */
export function* lightFile(twin: ReadingTwin, light: StreetLight, volumes: HourVolumes, { year, order, below }: LightSummary, language: Language, at?: LightAt): Generator<string> {
  const { litStreets, streets, communes, lightingZones } = twin, hours = Array.from({ length: HOURS_OF_DAY }, (_, hour) => hour), worst = new Map(below.map((one) => [one.row, one])), then = at && momentFields(twin, at);
  yield csvLine(`${STREET_LIGHT_HEAD}spacingM,longestGapM,heightM,widthM,fluxLm,designClass,${hours.map((hour) => `class${hour}h`).join(',')},${figures.join(',')},nightH,belowH,darkH,overLitH,missesMost,at,value,asked,${orderCriteria.flatMap((name) => [`order${capital(name)}`, `order${capital(name)}Verdict`]).join(',')}${then ? `,${momentHeads.join(',')}` : ''}`.split(','), language);
  for (let row = 0; row < litStreets.count; row++) {
    const street = litStreets.street[row]!, family = litStreets.family[row]!, missed = worst.get(row), { figures: orderFigures, verdicts } = order[row]!;
    const classOf = (classIndex: number): string => lightingClass(family, classIndex).name;
    yield csvLine([
      row, ...placeFields(twin, street), streets.name[street]!, communes.name[streets.commune[street]!] ?? null, lightingZones.name[litStreets.zone[row]!] ?? null, sixDigits(streets.lengthM[street]!),
      ...[litStreets.spacingM, litStreets.longestGapM, litStreets.heightM, litStreets.widthM, litStreets.fluxLm].map((column) => sixDigits(column[row]!)),
      classOf(litStreets.classIndex[row]!), ...hours.map((hour) => classOf(classInHour(litStreets, row, volumes[hour * streets.count + street]!))),
      ...figures.map((name) => sixDigits(light[name][row]!)), ...[year.nightH, year.belowH, year.darkH, year.overLitH].map((column) => sixDigits(column[row]!)),
      ...(missed ? [missed.shortfall.criterion, `${missed.hour}h`, sixDigits(missed.shortfall.value), sixDigits(missed.shortfall.asked)] : ['', '', '', '']),
      ...orderCriteria.flatMap((name) => [sixDigits(orderFigures[name]), verdicts[name]]), ...(then ? then(row) : []),
    ], language);
  }
}

const momentHeads = ['timeThen', 'classThen', 'outputPercentThen', 'verdictThen', 'levelShareThen', 'missesMostThen', 'valueThen', 'askedThen'];

/** A street at the moment asked for; by day the time alone. `levelShareThen`: its mean over that of the class then. */
function momentFields({ litStreets }: ReadingTwin, { atS, compliance, below }: LightAt): (row: number) => CsvValue[] {
  const missing = new Map(below.map(({ row, shortfalls }) => [row, shortfalls[0]])), time = clockText(atS);
  return (row) => {
    if (!compliance) return [time, ...momentHeads.slice(1).map(() => '')];
    const most = missing.get(row);
    return [
      time, lightingClass(litStreets.family[row]!, compliance.classIndex[row]!).name, sixDigits(100 * compliance.outputShare[row]!), verdictName(compliance.verdict[row]!), sixDigits(compliance.levelShare[row]!),
      ...(most ? [most.criterion, sixDigits(most.value), sixDigits(most.asked)] : ['', '', '']),
    ];
  };
}

/** The middle of a street along its centre line, to about 10 cm. */
function placeFields({ streets, points, facts }: ReadingTwin, street: number): [longitude: number, latitude: number] {
  const first = streets.firstPoint[street]!, last = first + streets.pointCount[street]! - 1, pieces = Array.from({ length: last - first }, (_, at) => Math.hypot(points.xM[first + at + 1]! - points.xM[first + at]!, points.yM[first + at + 1]! - points.yM[first + at]!));
  let restM = pieces.reduce((sum, lengthM) => sum + lengthM, 0) / 2, piece = 0;
  while (piece < pieces.length - 1 && restM > pieces[piece]!) restM -= pieces[piece++]!;
  const share = pieces[piece]! > 0 ? restM / pieces[piece]! : 0, from = first + piece, between = (column: ArrayLike<number>): number => column[from]! + share * ((column[from + 1] ?? column[from]!) - column[from]!);
  return [facts.originLongitudeDeg + between(points.xM) / facts.metresPerDegreeEast, facts.originLatitudeDeg + between(points.yM) / facts.metresPerDegreeNorth].map((degrees) => Number(degrees.toFixed(6))) as [number, number];
}

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);
/** Six digits that count: what is unknown is empty. */
const sixDigits = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);
