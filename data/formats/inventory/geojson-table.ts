import type { ProblemList } from '../problem-list.ts';
import { decodeText, MOST_COLUMNS, MOST_FIELD_CHARACTERS, MOST_ROWS, type InventoryRow, type InventoryTable } from './inventory-table.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A GeoJSON feature collection (RFC 7946) of points. Of the older writing (GeoJSON 2008, 3) the named `crs` is read: inventories still come
 * with it, and without it their coordinates would be taken for degrees.
 */
export function geojsonTable(file: string, bytes: Uint8Array, problems: ProblemList): InventoryTable | undefined {
  let collection: unknown;
  try {
    collection = JSON.parse(decodeText(bytes).replace(/^\uFEFF/, ''));
  } catch (cause) {
    problems.error('lamps-not-geojson', file, { cause: (cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
    return undefined;
  }
  if (!isObject(collection) || collection['type'] !== 'FeatureCollection' || !Array.isArray(collection['features'])) {
    problems.error('lamps-not-geojson', file, { cause: 'FeatureCollection' });
    return undefined;
  }
  const features = collection['features'] as unknown[], columns = new Set<string>();
  if (features.length > MOST_ROWS) problems.error('lamps-too-many-rows', file, { limit: MOST_ROWS });
  const rows = problems.hasErrors() ? [] : features.map((feature, index): InventoryRow => {
    const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {};
    if (columns.size <= MOST_COLUMNS) for (const name of Object.keys(properties)) columns.add(name);
    const point = isObject(feature) ? pointOf(feature['geometry']) : undefined;
    return { row: index + 1, text: (column) => (Object.hasOwn(properties, column) ? textOf(properties[column]) : ''), ...(point && { point }) };
  });
  if (columns.size > MOST_COLUMNS) problems.error('lamps-too-many-columns', file, { limit: MOST_COLUMNS });
  if (problems.hasErrors()) return undefined;
  return { rowsAre: 'feature', columns: [...columns], rows, hasGeometry: true, crs: crsOf(collection['crs']) ?? 'EPSG:4326' };
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim().slice(0, MOST_FIELD_CHARACTERS) : '');

/** A point, or the only one of several. */
function pointOf(geometry: unknown): readonly [number, number] | undefined {
  if (!isObject(geometry) || !Array.isArray(geometry['coordinates'])) return undefined;
  const coordinates = geometry['coordinates'] as unknown[];
  const at = geometry['type'] === 'Point' ? coordinates : geometry['type'] === 'MultiPoint' && coordinates.length === 1 ? coordinates[0] : undefined;
  if (!Array.isArray(at)) return undefined;
  const [x, y] = at as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined;
}

/** 'urn:ogc:def:crs:EPSG::22174' is EPSG:22174, and CRS84 what RFC 7946 has anyway. */
function crsOf(crs: unknown): string | undefined {
  const name = isObject(crs) && isObject(crs['properties']) ? crs['properties']['name'] : undefined;
  if (typeof name !== 'string') return undefined;
  const code = /(?:^|:)EPSG:(?:[\d.]*:)?(\d{1,6})$/i.exec(name)?.[1];
  return code === undefined ? (/CRS84$/i.test(name) ? 'EPSG:4326' : name.slice(0, 200)) : `EPSG:${code}`;
}
