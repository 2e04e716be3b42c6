/** What a change can set: words for each are in scenarios/language/claims. */
export type ClaimSubject =
  | 'lighting-program' | 'switching-rule' | 'adaptive-rule' | 'order' | 'fallback' | 'cabinet-control' | 'lamp-zones'
  | 'bus-priority' | 'priority-rule' | 'transponder' | 'preemption' | 'signal-control' | 'signal-plan' | 'lamp' | 'weather' | 'holding'
  | 'passage' | 'lanes' | 'lane' | 'bus-lane' | 'bollards' | 'posted-limit' | 'speed-limit' | 'detour' | 'departures' | 'headway' | 'departure-times' | 'running-times';

/**
 * One thing that a change sets, or looks at while it is made. Two changes that set one thing to other values at one time
 * contradict each other; two that share none give the same city in either order.
 */
export interface Claim {
  what: ClaimSubject;
  /** By the name that the city gives it: a controller, zone, line, link. */
  of: string;
  /** Which side of it, where it has several: a field of its rules, a night of the week. */
  part?: string;
  /** What it is set to. Without one the change only looks at it, or adds to it: then the order matters, and nothing contradicts. */
  value?: string;
  /** Clock times between which it is set, every day; always without them. */
  span?: { readonly from: string; readonly until: string };
  /** How much is meant at once: one who speaks of a single thing (0, the usual) after one who spoke of all makes an exception. */
  breadth?: number;
}

/** The things that a change names, with the breadth of the naming. */
export const namesMeant = (given: 'all' | readonly string[], known: ArrayLike<string>): { names: readonly string[]; breadth: number } =>
  (given === 'all' ? { names: Array.from(known), breadth: 1 } : { names: [...new Set(given)], breadth: 0 });
