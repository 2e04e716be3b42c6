import * as z from 'zod';
import { lampTechnology } from '../../../engine/twin/photometry.ts';

/** What stands at the head of a mapping file, and its version. */
export const MAPPING_FORMAT = 'jumeau lamp mapping', MAPPING_VERSION = 1;
export const MOST_MAPPING_BYTES = 1024 * 1024;

const column = z.string().min(1).max(300);
const technology = z.enum(Object.keys(lampTechnology) as [keyof typeof lampTechnology]);

/** Whether watts are those printed on the lamp, or taken with gear or driver. */
const power = z.strictObject({
  column,
  unit: z.enum(['W', 'kW']).default('W').meta({ description: 'of numbers that name none themselves' }),
  of: z.enum(['lamp', 'system']).meta({ description: 'lamp: as printed on it, gear comes on top; system: gear or driver included' }),
});

/** Which column of an inventory holds what. Everything left out is assumed, and the city says so. */
export const mappingSchema = z.strictObject({
  format: z.literal(MAPPING_FORMAT), version: z.literal(MAPPING_VERSION),
  source: z.strictObject({ from: z.string().min(1).max(500), licence: z.string().min(1).max(200) }).optional().meta({ description: 'who publishes the inventory, and its licence' }),
  crs: z.string().regex(/^EPSG:\d{1,6}$/, 'EPSG: and a number').optional().meta({ description: 'coordinate reference system; left out where the file names it' }),
  definition: z.string().min(1).max(4000).optional().meta({ description: 'of that system, as PROJ text or WKT, for codes not known here' }),
  place: z.strictObject({ x: column, y: column }).optional().meta({ description: 'columns of east and north, or longitude and latitude; left out where the file has geometry' }),
  columns: z.strictObject({
    name: column.optional(),
    technology: z.strictObject({ column, values: z.record(z.string().max(300), technology) }).optional(),
    power: power.optional(),
    powerBefore: power.optional(),
    height: z.strictObject({ column, unit: z.enum(['m', 'ft']).default('m') }).optional(),
    flux: z.strictObject({ column, unit: z.enum(['lm', 'klm']).default('lm') }).optional(),
    colourTemperature: column.optional().meta({ description: 'kelvin' }),
    lampsHere: column.optional().meta({ description: 'how many equal lamps stand at this place' }),
    cabinet: column.optional(),
    zone: column.optional(),
    street: column.optional().meta({ description: 'name of the street that the lamp lights' }),
    installedYear: column.optional().meta({ description: 'a year, or a date with one' }),
  }),
  leaveOut: z.array(z.strictObject({ column, values: z.array(z.string().max(300)).min(1).max(1000) })).max(50).default([]).meta({ description: 'rows whose column holds one of these values' }),
  unknown: z.array(z.string().max(300)).max(100).default([]).meta({ description: 'texts that mean that nobody knows, e.g. N/A' }),
  assume: z.strictObject({
    technology: technology.optional(),
    powerW: z.number().positive().max(5000).optional(),
    powerBeforeW: z.number().min(0).max(5000).optional(),
    heightM: z.number().positive().max(60).optional(),
    fluxLm: z.number().positive().max(1e6).optional(),
  }).default({}).meta({ description: 'stands in where a row has none' }),
});

export type LampMapping = z.infer<typeof mappingSchema>;
