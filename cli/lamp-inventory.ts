import { readFile, stat } from 'node:fs/promises';
import { checkTwin } from '../data/build/check-twin.ts';
import { addInventory, cityOfLamps } from '../data/build/lamps/from-inventory.ts';
import type { Inventory, LampAssumptions } from '../data/build/lamps/inventory.ts';
import { MOST_MAPPING_BYTES, type LampMapping } from '../data/formats/inventory/mapping-schema.ts';
import { readInventory } from '../data/formats/inventory/read-inventory.ts';
import { readMapping } from '../data/formats/inventory/read-mapping.ts';
import { hasErrors, type Checked, type Problem } from '../engine/foundation/problem.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { BadInput, badInput } from './bad-input.ts';
import { readLampPhotometries } from './lamp-photometries.ts';

/** An inventory as it was read, with what was worth a word. */
export interface ReadInventory extends Inventory { problems: readonly Problem[] }

export interface LampOptions { lamps?: string; lampsMapping?: string; osm?: string }

/** The inventory that `--lamps` names, read by `--lamps-mapping`; undefined where neither is given, or where the mapping is for the lamps of a map. */
export async function readLampInventory({ lamps: file, lampsMapping, osm }: LampOptions): Promise<ReadInventory | undefined> {
  if (file === undefined && (lampsMapping === undefined || osm !== undefined)) return undefined;
  if (file === undefined || lampsMapping === undefined) throw badInput('cli-lamps-and-mapping', file === undefined ? '--lamps' : '--lamps-mapping');
  const mapping = await readMappingFile(lampsMapping), { value: photometries, problems: ofLight } = readLampPhotometries(lampsMapping, mapping);
  const { value: lamps, problems: ofRows } = await readInventory(file, mapping), told = [...ofLight, ...ofRows];
  if (!lamps || !photometries) throw new BadInput(told);
  return { file, mapping, lamps, photometries, problems: told };
}

/** What `--lamps-mapping` without an inventory assumes of the lamps of a map. */
export async function readLampAssumptions({ lamps, lampsMapping }: LampOptions): Promise<(LampAssumptions & { problems: readonly Problem[] }) | undefined> {
  if (lamps !== undefined || lampsMapping === undefined) return undefined;
  const mapping = await readMappingFile(lampsMapping), { value: photometries, problems } = readLampPhotometries(lampsMapping, mapping);
  if (!photometries) throw new BadInput(problems);
  return { mapping, photometries, problems };
}

async function readMappingFile(path: string): Promise<LampMapping> {
  const { value, problems } = readMapping(path, await mappingText(path));
  if (!value) throw new BadInput(problems);
  return value;
}

async function mappingText(path: string): Promise<string> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_MAPPING_BYTES) throw badInput('lamps-too-large', path, { limit: MOST_MAPPING_BYTES });
  return readFile(path, 'utf8').catch(() => { throw badInput('cli-no-such-file', path); });
}

/** A city of these lamps and nothing else. */
export function lampsAlone(inventory: ReadInventory): Checked<Twin> {
  const { twin, problems } = cityOfLamps(inventory.file.split('/').at(-1)!.replace(/\.[a-z]+$/i, ''), inventory);
  return checked(twin, [...inventory.problems, ...problems]);
}

/** A city with these lamps in place of its own. */
export function lampsOnto(twin: Twin, inventory: ReadInventory, before: readonly Problem[]): Checked<Twin> {
  return checked(twin, [...before, ...inventory.problems, ...addInventory(twin, inventory)]);
}

function checked(twin: Twin, told: readonly Problem[]): Checked<Twin> {
  const problems = [...told, ...checkTwin(twin).filter(({ severity }) => severity === 'error')];
  return hasErrors(problems) ? { problems } : { value: twin, problems };
}
