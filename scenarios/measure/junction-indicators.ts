import type { IndicatorName } from './indicators.ts';

/** What a run measures only if it keeps a record of its junctions. */
export const junctionIndicators: readonly IndicatorName[] = ['junction-delay-bus-s', 'junction-delay-other-s', 'junction-delay-person-s', 'queue-at-green-m', 'split-failures-percent'];
