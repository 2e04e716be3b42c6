import type { ProblemList } from '../problem-list.ts';
import { decodeText, MOST_COLUMNS, MOST_ROWS, type InventoryRow, type InventoryTable } from './inventory-table.ts';

/**
 * A Shapefile of points (ESRI Shapefile Technical Description, July 1998) with its dBASE table. Read here and not by a library because names and
 * numbers must stay the text that the table has ("0010" is a name), rows struck out must not count, and no size that a damaged file states may be believed.
 */
export interface ShapefileParts { shp: Uint8Array; dbf: Uint8Array; prj?: Uint8Array | undefined; cpg?: Uint8Array | undefined }

const SHP_HEAD_BYTES = 100, FILE_CODE = 9994;
/** Point, PointZ and PointM begin alike: x and y. MultiPoint and its kin count only with a single point. */
const POINTS = new Set([1, 11, 21]), MULTIPOINTS = new Set([8, 18, 28]);

export function shapefileTable(file: string, { shp, dbf, prj, cpg }: ShapefileParts, problems: ProblemList): InventoryTable | undefined {
  const points = readPoints(file, shp, problems), attributes = readDbf(file, dbf, cpg, problems);
  if (!points || !attributes) return undefined;
  if (points.length !== attributes.records.length) problems.warning('lamps-shapefile-parts-differ', file, { shapes: points.length, records: attributes.records.length });
  const at = new Map(attributes.columns.map((name, index) => [name, index]));
  const rows = attributes.records.flatMap((fields, index): InventoryRow[] => {
    if (!fields) return [];
    const point = points[index];
    return [{ row: index + 1, text: (column) => fields[at.get(column) ?? -1] ?? '', ...(point && { point }) }];
  });
  return { rowsAre: 'feature', columns: attributes.columns, rows, hasGeometry: true, ...(prj && { crs: decodeText(prj).trim().slice(0, 10_000) }) };
}

/** One entry a record: its point, or undefined where it has none. */
function readPoints(file: string, bytes: Uint8Array, problems: ProblemList): (readonly [number, number] | undefined)[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < SHP_HEAD_BYTES || view.getInt32(0) !== FILE_CODE) {
    problems.error('lamps-not-shapefile', file, { part: '.shp' });
    return undefined;
  }
  const points: (readonly [number, number] | undefined)[] = [];
  let at = SHP_HEAD_BYTES;
  while (at + 12 <= bytes.length) {
    const contentBytes = view.getInt32(at + 4) * 2, kind = view.getInt32(at + 8, true), next = at + 8 + contentBytes;
    if (contentBytes < 4 || next > bytes.length || points.length >= MOST_ROWS) {
      problems.error('lamps-shapefile-cut', file, { record: points.length + 1 });
      return undefined;
    }
    // A multipoint has its box and its count before the first point.
    const pointAt = POINTS.has(kind) ? at + 12 : MULTIPOINTS.has(kind) && contentBytes >= 56 && view.getInt32(at + 44, true) === 1 ? at + 48 : 0;
    points.push(pointAt > 0 && pointAt + 16 <= next ? [view.getFloat64(pointAt, true), view.getFloat64(pointAt + 8, true)] : undefined);
    at = next;
  }
  return points;
}

interface DbfTable { columns: string[]; /** Undefined: struck out. */ records: (string[] | undefined)[] }

const DBF_HEAD_BYTES = 32, DBF_FIELD_BYTES = 32, END_OF_FIELDS = 13, STRUCK_OUT = 42;

/** A dBASE III table as text: every field as it is written, without blanks around it. */
function readDbf(file: string, bytes: Uint8Array, cpg: Uint8Array | undefined, problems: ProblemList): DbfTable | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (): undefined => { problems.error('lamps-not-shapefile', file, { part: '.dbf' }); return undefined; };
  if (bytes.length < DBF_HEAD_BYTES + 1) return refuse();
  const count = view.getUint32(4, true), headBytes = view.getUint16(8, true), recordBytes = view.getUint16(10, true);
  const fields: { name: string; bytes: number }[] = [], decode = decoderOf(cpg);
  for (let at = DBF_HEAD_BYTES; at + DBF_FIELD_BYTES <= headBytes && at + DBF_FIELD_BYTES <= bytes.length && bytes[at] !== END_OF_FIELDS; at += DBF_FIELD_BYTES) {
    const name = bytes.subarray(at, at + 11), end = name.indexOf(0);
    fields.push({ name: decode(end < 0 ? name : name.subarray(0, end)).trim(), bytes: bytes[at + 16]! });
  }
  const fieldBytes = fields.reduce((sum, field) => sum + field.bytes, 1);
  if (fields.length === 0 || fieldBytes > recordBytes || headBytes + count * recordBytes > bytes.length) return refuse();
  if (count > MOST_ROWS) { problems.error('lamps-too-many-rows', file, { limit: MOST_ROWS }); return undefined; }
  if (fields.length > MOST_COLUMNS) { problems.error('lamps-too-many-columns', file, { limit: MOST_COLUMNS }); return undefined; }
  const records = Array.from({ length: count }, (_, record): string[] | undefined => {
    let at = headBytes + record * recordBytes;
    if (bytes[at] === STRUCK_OUT) return undefined;
    at++;
    return fields.map((field) => { const text = decode(bytes.subarray(at, at + field.bytes)); at += field.bytes; return text.replace(/\0[^]*$/, '').trim(); });
  });
  return { columns: fields.map(({ name }) => name), records };
}

/** The .cpg file beside the table names its encoding; without one the bytes decide. */
function decoderOf(cpg: Uint8Array | undefined): (bytes: Uint8Array) => string {
  const name = cpg === undefined ? '' : decodeText(cpg).trim().replace(/^(?:ANSI |CP|ISO[- _]?8859[-_ ]?)?(\d+)$/i, (_, number: string) => (number.length <= 2 ? `iso-8859-${number}` : number === '88591' ? 'iso-8859-1' : `windows-${number}`));
  try {
    const decoder = new TextDecoder(name === '' ? 'no such encoding' : name);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decodeText;
  }
}
