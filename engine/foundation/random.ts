/**
 * Random numbers as a function of (seed, purpose, row, tick), never a stream: who draws first cannot matter.
 *
 * The mixing steps are those of MurmurHash3's 32-bit finaliser (Austin Appleby, public domain), applied over the four
 * keys in turn. Integer operations only, so the draw is the same on every engine.
 */

const mix = (hash: number): number => {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

/** What all draws of one purpose have in common, worked out once for many. */
export const drawsOf = (seed: number, purpose: number): number => mix(mix(seed ^ 0x9e3779b9) ^ Math.imul(purpose + 1, 0x9e3779b1));

const drawnBits = (draws: number, row: number, tick: number): number =>
  mix(mix(draws ^ Math.imul(row + 1, 0x85ebca77)) ^ Math.imul(tick + 1, 0xc2b2ae3d)) >>> 0;

/** 32 random bits. `purpose` keeps draws of different meaning apart; see `purposes`. */
export const randomBits = (seed: number, purpose: number, row: number, tick: number): number => drawnBits(drawsOf(seed, purpose), row, tick);

/** The number that `randomShare` gives, from what `drawsOf` gave. */
export const drawnShare = (draws: number, row: number, tick: number): number => drawnBits(draws, row, tick) / 4294967296;

/** A number in [0, 1). */
export const randomShare = (seed: number, purpose: number, row: number, tick: number): number =>
  randomBits(seed, purpose, row, tick) / 4294967296;

/**
 * A draw with mean 0 and standard deviation 1, within ±6: the sum of twelve uniform draws minus 6.
 * Close enough to the normal for driver heterogeneity, and free of log and cos.
 */
export function randomNormal(seed: number, purpose: number, row: number, tick: number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += randomShare(seed, purpose + draw * 0x10000, row, tick);
  return sum;
}
