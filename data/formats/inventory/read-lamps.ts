import type { lampTechnology } from '../../../engine/twin/photometry.ts';
import type { ProblemList } from '../problem-list.ts';
import { areNamedInReverse, checkCoordinates } from './coordinate-faults.ts';
import { rowPlace, type InventoryRow, type InventoryTable } from './inventory-table.ts';
import { luminaireTraits, traitNames, type LampMapping, type LuminaireTrait, type PhotometricFileName } from './mapping-schema.ts';
import { projectionOf, type ToDegrees } from './projection.ts';
import { plainNumberIn, quantityIn, yearIn, type QuantityKind } from './quantity.ts';
import { rowWarnings, type RowPlace, type RowWarnings } from './row-warnings.ts';

/** A lamp as an inventory has it; what it does not say is left out. */
export interface InventoryLamp {
  /** Line of a CSV, number of the feature elsewhere. */
  row: number;
  /** The row as problems name it. */
  where: string;
  name: string;
  longitudeDeg: number;
  latitudeDeg: number;
  technology?: keyof typeof lampTechnology;
  powerW?: number;
  powerBeforeW?: number;
  heightM?: number;
  fluxLm?: number;
  colourTemperatureK?: number;
  installedYear?: number;
  photometry?: PhotometricFileName;
  /** Upward from level. */
  tiltDeg?: number;
  traits?: Partial<Record<LuminaireTrait, number>>;
  cabinet: string;
  zone: string;
  street: string;
}

/** Limits of what a lamp can be; beyond them a number is mistyped. */
const MOST = { powerW: 5000, heightM: 60, fluxLm: { lamp: 1e6, luminaire: 2e5 }, colourTemperatureK: 20_000, lampsHere: 50, tiltDeg: 90 };
const LONGEST_NAME = 200;
/** One installation is not wider than this; a lamp farther from the middle one has a mistyped place. */
const MOST_FROM_MIDDLE_M = 100_000;
const METRES_PER_DEGREE = 111_195;

/** Lamps of an inventory by its mapping. Every row that is left out or read in part is told, together with others of the same cause. */
export function readLamps(file: string, table: InventoryTable, mapping: LampMapping, problems: ProblemList): InventoryLamp[] {
  const toDegrees = checkedProjection(file, table, mapping, problems);
  checkColumns(file, table, mapping, problems);
  if (problems.hasErrors() || !toDegrees) return [];
  const warnings = rowWarnings(), place = ({ row }: InventoryRow): RowPlace => ({ row, where: rowPlace(file, table.rowsAre, row) });
  const reader = { place, mapping, warnings, unknown: new Set(mapping.unknown) };
  const leftOut = mapping.leaveOut.map(({ column, values }) => ({ column, values: new Set(values), count: 0 }));
  const found: InventoryLamp[] = [];
  for (const row of table.rows) {
    const rule = leftOut.find(({ column, values }) => values.has(row.text(column)));
    if (rule) { rule.count++; continue; }
    const lamp = readLamp(reader, row, toDegrees);
    if (!lamp) continue;
    const here = lampsHere(reader, row);
    for (let one = 1; one <= here; one++) found.push(here === 1 ? lamp : { ...lamp, name: `${lamp.name}/${one}` });
  }
  for (const { column, count } of leftOut) if (count > 0) problems.warning('lamps-rows-left-out', file, { column, count });
  const lamps = withoutFarOnes(found, warnings);
  tellSameNames(lamps, warnings);
  warnings.into(problems);
  if (lamps.length === 0) problems.error('lamps-none', file, { rows: table.rows.length });
  return lamps;
}

function checkedProjection(file: string, table: InventoryTable, mapping: LampMapping, problems: ProblemList): ToDegrees | undefined {
  const crs = mapping.definition ?? mapping.crs ?? table.crs;
  if (!table.hasGeometry && !mapping.place) problems.error('lamps-no-place-columns', file, { known: table.columns.join(', ').slice(0, 300) });
  if (crs === undefined) { problems.error('lamps-no-crs', file); return undefined; }
  const toDegrees = projectionOf(crs);
  if (!toDegrees) { problems.error('lamps-unknown-crs', file, { crs: crs.slice(0, 80) }); return undefined; }
  if (mapping.place && areNamedInReverse(mapping.place)) problems.warning('lamps-columns-in-reverse', file, mapping.place);
  const points = table.rows.map((row) => pointOf(row, mapping)), coordinate = (axis: 0 | 1): number[] => points.map((point) => point?.[axis] ?? NaN);
  checkCoordinates(file, crs, { x: coordinate(0), y: coordinate(1) }, toDegrees, problems);
  return toDegrees;
}

/** Every column that the mapping names must be there: a mistyped one would leave its quantity to assumptions. */
function checkColumns(file: string, table: InventoryTable, { place, columns, leaveOut }: LampMapping, problems: ProblemList): void {
  const { luminaire, ...others } = columns;
  const named = [place?.x, place?.y, ...Object.values(others).map((one) => (typeof one === 'object' ? one.column : one)), ...Object.values(luminaire ?? {}), ...leaveOut.map(({ column }) => column)];
  const known = new Set(table.columns);
  for (const column of new Set(named)) if (column !== undefined && !known.has(column)) problems.error('lamps-no-column', file, { column, known: table.columns.join(', ').slice(0, 300) });
}

interface RowReader { place(row: InventoryRow): RowPlace; mapping: LampMapping; warnings: RowWarnings; unknown: ReadonlySet<string> }

/** What the file has for the place of a row, in whatever system. */
const pointOf = (row: InventoryRow, { place }: LampMapping): readonly [x: number, y: number] | undefined =>
  (place ? [plainNumberIn(row.text(place.x)), plainNumberIn(row.text(place.y))] : row.point);

function readLamp(reader: RowReader, row: InventoryRow, toDegrees: ToDegrees): InventoryLamp | undefined {
  const { mapping: { columns }, warnings } = reader, place = reader.place(row);
  const text = (column: string | undefined): string => textOf(reader, row, column).slice(0, LONGEST_NAME);
  const at = pointOf(row, reader.mapping), degrees = at && toDegrees(at[0], at[1]);
  if (!degrees) { warnings.tell('lamps-no-place', place); return undefined; }
  const { power, powerBefore, height, flux } = columns, technology = technologyOf(reader, row), photometry = photometryOf(reader, row), traits = traitsOf(reader, row);
  const measured = {
    powerW: power && quantity(reader, row, power.column, 'power', power.unit, MOST.powerW),
    powerBeforeW: powerBefore && quantity(reader, row, powerBefore.column, 'power', powerBefore.unit, MOST.powerW),
    heightM: height && quantity(reader, row, height.column, 'length', height.unit, MOST.heightM),
    fluxLm: flux && quantity(reader, row, flux.column, 'flux', flux.unit, MOST.fluxLm[flux.of]),
    colourTemperatureK: columns.colourTemperature === undefined ? undefined : quantity(reader, row, columns.colourTemperature, 'temperature', 'K', MOST.colourTemperatureK),
    installedYear: yearIn(text(columns.installedYear)),
    tiltDeg: bounded(reader, row, columns.tilt, (cell) => quantityIn(cell, 'angle', 'deg'), -MOST.tiltDeg, MOST.tiltDeg),
  };
  if (power && saysNothing(textOf(reader, row, power.column), 'power', power.unit)) warnings.tellCell('lamps-no-power', place, power.column, row.text(power.column));
  const said = Object.fromEntries(Object.entries(measured).filter(([, value]) => value !== undefined));
  return {
    ...place, name: text(columns.name) || `${row.row}`, ...degrees, ...(technology && { technology }), ...(photometry !== undefined && { photometry }), ...(traits && { traits }), ...said,
    cabinet: text(columns.cabinet), zone: text(columns.zone), street: text(columns.street),
  };
}

/** The text of a column; empty where it says that nobody knows. */
function textOf({ unknown }: RowReader, row: InventoryRow, column: string | undefined): string {
  const text = column === undefined ? '' : row.text(column);
  return unknown.has(text) ? '' : text;
}

/** An empty cell, and a 0: nobody knows. */
const saysNothing = (text: string, of: QuantityKind, unit: string): boolean => text === '' || quantityIn(text, of, unit) === 0;

/** A quantity above 0; what cannot be one is told. */
function quantity(reader: RowReader, row: InventoryRow, column: string, of: QuantityKind, unit: string, most: number): number | undefined {
  const text = textOf(reader, row, column);
  if (saysNothing(text, of, unit)) return undefined;
  const value = quantityIn(text, of, unit);
  if (value !== undefined && value > 0 && value <= most) return value;
  reader.warnings.tellCell('lamps-odd-value', reader.place(row), column, text);
  return undefined;
}

/** A number that may be 0, between bounds; an empty cell says nothing, and what cannot be one is told. */
function bounded(reader: RowReader, row: InventoryRow, column: string | undefined, numberIn: (cell: string) => number | undefined, least: number, most: number): number | undefined {
  const text = textOf(reader, row, column);
  if (column === undefined || text === '') return undefined;
  const value = numberIn(text);
  if (value !== undefined && value >= least && value <= most) return value;
  reader.warnings.tellCell('lamps-odd-value', reader.place(row), column, text);
  return undefined;
}

function traitsOf(reader: RowReader, row: InventoryRow): InventoryLamp['traits'] {
  const columns = reader.mapping.columns.luminaire;
  if (!columns) return undefined;
  const said = traitNames.map((trait) => [trait, bounded(reader, row, columns[trait], plainNumberIn, luminaireTraits[trait][0], luminaireTraits[trait][1])] as const).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function technologyOf(reader: RowReader, row: InventoryRow): InventoryLamp['technology'] {
  const { column, values } = reader.mapping.columns.technology ?? {};
  return meaningOf(reader, row, column, values, (place, named, text) => reader.warnings.tellCell('lamps-unknown-technology', place, named, text));
}

function photometryOf(reader: RowReader, row: InventoryRow): InventoryLamp['photometry'] {
  const { column, files } = reader.mapping.columns.photometry ?? {};
  return meaningOf(reader, row, column, files, (place, named, text) => reader.warnings.tellCell('lamps-unknown-photometry', place, named, text));
}

/** What the mapping says that the text of a cell stands for; a text that it does not explain is told. */
function meaningOf<T>(reader: RowReader, row: InventoryRow, column: string | undefined, meanings: Readonly<Record<string, T>> | undefined, tell: (place: RowPlace, column: string, text: string) => void): T | undefined {
  const text = textOf(reader, row, column);
  if (column === undefined || !meanings || text === '') return undefined;
  if (Object.hasOwn(meanings, text)) return meanings[text];
  tell(reader.place(row), column, text);
  return undefined;
}

/** How many equal lamps a row stands for. */
function lampsHere(reader: RowReader, row: InventoryRow): number {
  const column = reader.mapping.columns.lampsHere, text = textOf(reader, row, column);
  if (column === undefined || text === '') return 1;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST.lampsHere) return count;
  reader.warnings.tellCell('lamps-odd-value', reader.place(row), column, text);
  return 1;
}

/** A mistyped place would stretch the map over half the world; the middle one of all places does not follow it. */
function withoutFarOnes(lamps: readonly InventoryLamp[], warnings: RowWarnings): InventoryLamp[] {
  const middle = (of: (lamp: InventoryLamp) => number): number => lamps.map(of).sort((a, b) => a - b)[lamps.length >> 1] ?? 0;
  const middleEastDeg = middle(({ longitudeDeg }) => longitudeDeg), middleNorthDeg = middle(({ latitudeDeg }) => latitudeDeg);
  const shrink = Math.cos((middleNorthDeg * Math.PI) / 180);
  return lamps.filter(({ row, where, name, longitudeDeg, latitudeDeg }) => {
    const awayM = Math.hypot((longitudeDeg - middleEastDeg) * shrink, latitudeDeg - middleNorthDeg) * METRES_PER_DEGREE;
    if (awayM <= MOST_FROM_MIDDLE_M) return true;
    warnings.tell('lamps-far-away', { row, where }, {}, { name, awayKm: Math.round(awayM / 1000) });
    return false;
  });
}

/** Lamps of one name stay, for they stand in different places; who looks one up is told that there are several. */
function tellSameNames(lamps: readonly InventoryLamp[], warnings: RowWarnings): void {
  const first = new Map<string, number>();
  for (const { row, where, name } of lamps) {
    const before = first.get(name);
    if (before === undefined) first.set(name, row);
    else warnings.tell('lamps-same-name', { row, where }, {}, { name, before });
  }
}
