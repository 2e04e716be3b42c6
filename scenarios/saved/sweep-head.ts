import * as z from 'zod';

const title = z.union([z.string().max(500), z.strictObject({ fr: z.string().max(500), en: z.string().max(500) })]);

/** What a list tells of a sweep; it lies beside it, for a sweep of many runs is some megabytes. */
export const sweepHeadSchema = z.strictObject({
  /** 32 hexadecimal digits: the name of its folder. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** As it was typed. */
  file: z.string().max(5000),
  title,
  city: z.string().max(5000),
  twinHash: z.string().max(200),
  points: z.number().int().min(1),
  /** Of each point; 0 where nothing ran. */
  seeds: z.number().int().min(0),
});

export type SweepHead = z.infer<typeof sweepHeadSchema>;
