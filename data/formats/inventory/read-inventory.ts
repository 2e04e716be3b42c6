import { readFile, stat } from 'node:fs/promises';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, type ProblemList } from '../problem-list.ts';
import { csvTable } from './csv-table.ts';
import { geojsonTable } from './geojson-table.ts';
import { MOST_INVENTORY_BYTES, type InventoryTable } from './inventory-table.ts';
import type { LampMapping } from './mapping-schema.ts';
import { readLamps, type InventoryLamp } from './read-lamps.ts';
import { shapefileTable } from './shapefile-table.ts';

/** The lamps of an inventory file: a Shapefile where its name ends in .shp, GeoJSON in .geojson or .json, else CSV. */
export async function readInventory(file: string, mapping: LampMapping): Promise<Checked<InventoryLamp[]>> {
  const problems = makeProblemList(), table = await readTable(file, problems);
  const lamps = table ? readLamps(file.split('/').at(-1)!, table, mapping, problems) : [];
  return problems.hasErrors() ? { problems: problems.all() } : { value: lamps, problems: problems.all() };
}

async function readTable(file: string, problems: ProblemList): Promise<InventoryTable | undefined> {
  const bytes = await bytesOf(file, problems);
  if (!bytes) { if (!problems.hasErrors()) problems.error('lamps-no-file', file); return undefined; }
  if (/\.(geo)?json$/i.test(file)) return geojsonTable(file, bytes, problems);
  if (!/\.shp$/i.test(file)) return csvTable(file, bytes, problems);
  const beside = (ending: string): Promise<Uint8Array | undefined> => besideOf(file, ending, problems);
  const dbf = await beside('dbf'), prj = await beside('prj'), cpg = await beside('cpg');
  if (problems.hasErrors()) return undefined;
  if (!dbf) { problems.error('lamps-no-file', file.replace(/shp$/i, 'dbf')); return undefined; }
  return shapefileTable(file, { shp: bytes, dbf, prj, cpg }, problems);
}

/** The file beside a .shp, its ending in small letters or in capitals. */
async function besideOf(file: string, ending: string, problems: ProblemList): Promise<Uint8Array | undefined> {
  const base = file.slice(0, -3);
  return (await bytesOf(base + ending, problems)) ?? bytesOf(base + ending.toUpperCase(), problems);
}

/** The bytes of a plain file of a size that an inventory may have; undefined where there is none. */
async function bytesOf(file: string, problems: ProblemList): Promise<Uint8Array | undefined> {
  const about = await stat(file).catch(() => undefined);
  if (!about?.isFile()) return undefined;
  if (about.size > MOST_INVENTORY_BYTES) { problems.error('lamps-too-large', file, { limit: MOST_INVENTORY_BYTES }); return undefined; }
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
