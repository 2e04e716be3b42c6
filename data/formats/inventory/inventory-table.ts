/** Limits on what one inventory may hold: beyond them it is a mistake, or an attack. */
export const MOST_INVENTORY_BYTES = 256 * 1024 * 1024, MOST_ROWS = 1_000_000, MOST_COLUMNS = 1000, MOST_FIELD_CHARACTERS = 10_000;

/** One row of an inventory as its file has it. */
export interface InventoryRow {
  /** Line of a CSV; number of the feature in other files, from 1. */
  row: number;
  /** The text of a column, without blanks around it; empty where there is none. */
  text(column: string): string;
  /** East and north, or longitude and latitude; only where the file has geometry, and this row a single point. */
  point?: readonly [x: number, y: number];
}

/** An inventory as its file has it, whatever the file. */
export interface InventoryTable {
  /** What `row` counts: lines of a text, or features. */
  rowsAre: 'line' | 'feature';
  columns: readonly string[];
  rows: readonly InventoryRow[];
  hasGeometry: boolean;
  /** Coordinate reference system that the file names: a code such as EPSG:2154, or its definition. */
  crs?: string;
}

/** Where a row stands, as problems say it. */
export const rowPlace = (file: string, rowsAre: InventoryTable['rowsAre'], row: number): string => `${file}: ${rowsAre} ${row}`;

/** UTF-8, and where the bytes are not, Windows-1252, in which offices of the West save their tables. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
