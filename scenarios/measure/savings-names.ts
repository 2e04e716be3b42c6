/**
 * What is wrong with readings of meters, or worth a look. Every one is listed by name with what was done about it:
 * `empty`, `negative`, `differs` (two readings of one time), `reset` (an index that fell), `gap`, `zero`: not used, the month counts as not metered;
 * `repeated` (the same reading twice): used once; `unknown-meter`, `outside`, `part-month`, `shared-meter`: not used;
 * `no-such-hour` (the one that clocks leave out in March): not used, the month counts as metered without it;
 * `no-readings`, `no-cabinet`: modelled; `far-from-model`: used as it is.
 */
export const findingKinds = ['no-readings', 'gap', 'empty', 'negative', 'differs', 'repeated', 'reset', 'no-such-hour', 'unknown-meter', 'shared-meter', 'part-month', 'outside', 'zero', 'far-from-model', 'no-cabinet'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What measurement and verification asks for (IPMVP Core Concepts; facts of it that a report can see). */
export type Requirement =
  | 'boundary-stated' | 'hours-stated' | 'watts-before-measured' | 'watts-after-measured' | 'samples-precise' | 'report-metered' | 'baseline-metered'
  | 'readings-sound' | 'non-routine-listed' | 'model-fits' | 'uncertainty-small' | 'raw-data-hashed' | 'same-service';

/** Inputs that make a saving uncertain. */
export const uncertaintyNames = ['watts', 'dimming', 'hours', 'depreciation', 'meters', 'model'] as const;
export type UncertaintyName = (typeof uncertaintyNames)[number];
