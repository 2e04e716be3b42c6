import * as z from 'zod';
import { busPriority } from './bus-priority.ts';
import { dimLamps } from './dim-lamps.ts';

/** Every kind of change, by the name that a scenario gives it. */
export const changeKinds = { 'dim-lamps': dimLamps, 'bus-priority': busPriority } as const;

export const changeSchema = z.discriminatedUnion('change', [dimLamps.schema, busPriority.schema]);

/** One alteration of the twin that a scenario asks for. */
export type Change = z.infer<typeof changeSchema>;
