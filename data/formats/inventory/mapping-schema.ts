import * as z from 'zod';
import { roadSurface } from '../../../engine/twin/lit-streets.ts';
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

const path = z.string().min(1).max(1000);
/** A photometric file, its path taken from the folder of the mapping; turned where its C0 does not lie along the road. */
const photometricFile = z.union([path, z.strictObject({ file: path, turnDeg: z.literal([0, 90, 180, 270]).meta({ description: 'about its own vertical, counter-clockwise from above: 90 where C0 of the file points across the road' }) })]);
export type PhotometricFileName = z.infer<typeof photometricFile>;

/** What a luminaire is like beside its light, by the columns of `luminaires` in a twin: the least and the most of each. */
export const luminaireTraits = {
  fixedLossShare: [0, 1], standbyPowerW: [0, 100], constantFluxStartShare: [0.1, 1], constantFluxEndH: [0, 1e6], fluxDecayPerH: [0, 0.001], dirtPerYearShare: [0, 1], cleaningYears: [0, 100],
  powerRisePerH: [0, 0.001],
} as const;
export type LuminaireTrait = keyof typeof luminaireTraits;
export const traitNames = Object.keys(luminaireTraits) as LuminaireTrait[];

function eachTrait<T extends z.ZodType>(of: (trait: LuminaireTrait) => T) {
  return z.strictObject(Object.fromEntries(traitNames.map((trait) => [trait, z.exactOptional(of(trait))])) as Record<LuminaireTrait, z.ZodExactOptional<T>>);
}
const traits = eachTrait((trait) => z.number().min(luminaireTraits[trait][0]).max(luminaireTraits[trait][1]));

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
    flux: z.strictObject({ column, unit: z.enum(['lm', 'klm']).default('lm'), of: z.enum(['lamp', 'luminaire']).default('lamp').meta({ description: 'lamp: of the light sources; luminaire: what leaves it' }) }).optional(),
    photometry: z.strictObject({ column, files: z.record(z.string().max(300), photometricFile) }).optional().meta({ description: 'photometric file for each value of a column' }),
    tilt: column.optional().meta({ description: 'degrees, upward from level' }),
    luminaire: eachTrait(() => column).optional().meta({ description: 'losses and ageing of luminaires' }),
    colourTemperature: column.optional().meta({ description: 'kelvin' }),
    lampsHere: column.optional().meta({ description: 'how many equal lamps stand at this place' }),
    cabinet: column.optional(),
    zone: column.optional(),
    street: column.optional().meta({ description: 'name of the street that the lamp lights' }),
    installedYear: column.optional().meta({ description: 'a year, or a date with one' }),
  }).default({}),
  leaveOut: z.array(z.strictObject({ column, values: z.array(z.string().max(300)).min(1).max(1000) })).max(50).default([]).meta({ description: 'rows whose column holds one of these values' }),
  unknown: z.array(z.string().max(300)).max(100).default([]).meta({ description: 'texts that mean that nobody knows, e.g. N/A' }),
  assume: z.strictObject({
    technology: technology.optional(),
    powerW: z.number().positive().max(5000).optional(),
    powerBeforeW: z.number().min(0).max(5000).optional(),
    heightM: z.number().positive().max(60).optional(),
    fluxLm: z.number().positive().max(1e6).optional(),
    photometry: photometricFile.optional(),
    tiltDeg: z.number().min(-90).max(90).optional(),
    luminaires: z.partialRecord(technology, traits).optional().meta({ description: 'losses and ageing, by technology' }),
    surface: z.enum(Object.keys(roadSurface) as [keyof typeof roadSurface]).optional().meta({ description: 'r-table of carriageways' }),
    maintenanceFactor: z.number().min(0.1).max(1).optional().meta({ description: 'light at the end of a maintenance cycle over light when new' }),
  }).default({}).meta({ description: 'stands in where a row has none' }),
});

export type LampMapping = z.infer<typeof mappingSchema>;
