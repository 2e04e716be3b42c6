import type { TwinTables } from '../../../engine/twin/twin.ts';

/** What signal plans are made from. `movements.signalGroup` and `junctions.controller` are written, the rest is read. */
export type SignalPlanInput = Pick<TwinTables, 'points' | 'junctions' | 'streets' | 'links' | 'lanes' | 'movements' | 'conflicts'>;
