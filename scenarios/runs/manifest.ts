import * as z from 'zod';
import { STEPS_S } from '../../engine/foundation/clock.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { IndicatorValues } from '../measure/indicators.ts';

/** Raise it when the layout of a result folder changes; a folder of another version is computed anew. */
export const RESULT_FORMAT = 7;

const orNull = z.number().nullable();

export const settingsSchema = z.object({
  seed: z.number(), fromS: z.number(), untilS: z.number(), stepS: z.number().min(STEPS_S.least).max(STEPS_S.most),
  untilAllArrived: z.boolean(), busPriority: z.boolean(), replay: z.boolean(), measuredFromS: z.number().optional(), rerouteShare: z.number().optional(), recordJunctions: z.boolean().optional(),
}) satisfies z.ZodType<RunSettings>;

const figures = z.object({
  hash: z.string(), simulatedS: z.number(), endS: z.number(), vehicleUpdates: z.number(), vehiclesLoaded: z.number(), vehiclesInserted: z.number(),
  vehiclesArrived: z.number(), vehiclesRunning: z.number(), vehiclesWaitingToEnter: z.number(), rescued: z.number(), collisions: z.number(),
  meanTravelTimeS: orNull, meanTimeLossS: orNull, meanDepartDelayS: orNull, busMeanTravelTimeS: orNull, busMeanTimeLossS: orNull,
  lightingEnergyKwh: z.number(),
}) satisfies z.ZodType<RunFigures>;

/** What a run cost. It differs from machine to machine and is no part of the result's identity. */
const costs = z.object({
  /** From the start of the job in its thread to the last file written. */
  wallS: z.number(),
  /** Reading the twin and changing it, and the steps of the simulation. */
  loadS: z.number(), loopS: z.number(),
  /** Processor time of the whole process in that time; null where several runs shared it. */
  cpuS: orNull,
  /** Most memory that the process ever held, code and other runs included. */
  peakRssMb: z.number(),
});

/** manifest.json of a result folder: what was run, with what, and what came out. */
export const manifestSchema = z.object({
  format: z.literal(RESULT_FORMAT),
  key: z.string(),
  twinHash: z.string(),
  city: z.string(),
  /** Whether any part of the city is made up; every page says so. */
  synthetic: z.boolean(),
  /** Name of the question, or of the twin's file. */
  scenario: z.string(),
  changes: z.array(z.unknown()),
  settings: settingsSchema,
  /** For a run that began on streets that another one had filled: where that was stopped, what it ran, and the fingerprint of the checkpoint. */
  begunFrom: z.object({ checkpoint: z.string(), atS: z.number(), scenario: z.string(), changes: z.array(z.unknown()) }).optional(),
  engine: z.string(),
  node: z.string(),
  figures,
  /** Every indicator that needs a run, measured while its tables were in memory; null where there was nothing to measure it on. */
  indicators: z.record(z.string(), orNull) as z.ZodType<IndicatorValues>,
  costs,
  /** Bytes of every other file of the folder, by its path in it: a result that lost one is none. */
  filesBytes: z.record(z.string(), z.number()),
});

export type RunManifest = z.infer<typeof manifestSchema>;
export type RunCosts = z.infer<typeof costs>;
