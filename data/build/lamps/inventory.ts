import type { LampMapping } from '../../formats/inventory/mapping-schema.ts';
import type { InventoryLamp } from '../../formats/inventory/read-lamps.ts';
import type { PhotometricFiles } from './lamp-lights.ts';

/** Lamps read from a file, by which mapping, and the photometric files that it names. */
export interface Inventory { file: string; lamps: readonly InventoryLamp[]; mapping: LampMapping; photometries?: PhotometricFiles }

/** What a mapping assumes of lamps that nobody describes, with the files that it names. */
export interface LampAssumptions { mapping: Pick<LampMapping, 'assume'>; photometries: PhotometricFiles }

/** Where nobody says how high: usual in residential streets. */
export const ASSUMED_HEIGHT_M = 8;
