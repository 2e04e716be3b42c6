/** Fewest and most jobs of one sender that are with the broker. So many runs wait that no worker is ever idle, and so few that a sweep of any size weighs nothing. */
const LEAST = 64, MOST = 1000, FOR_EACH_SLOT = 4;

/** How many jobs may be with the broker when workers take `slots` runs at a time. */
export const windowFor = (slots: number): number => Math.min(MOST, Math.max(LEAST, FOR_EACH_SLOT * slots));

/** Runs that a worker takes at a time stand in its name, for a broker knows connections only: 'x4'. PostgreSQL keeps 63 characters of a name, the queue's included. */
export const workerName = (slots: number): string => `x${slots}`;

/** Slots of all workers, from the names that the broker gives them. One that has no such name, as where a broker hides its connections, takes one. */
export const slotsOf = (names: readonly (string | undefined)[]): number =>
  names.reduce((sum, name) => sum + Number(/(?:^|:)x(\d+)$/.exec(name ?? '')?.[1] ?? 1), 0);
