import type { CityState } from '../state/city-state.ts';
import type { Roads } from '../traffic/roads.ts';

/** A vehicle inside a junction looks at more than one on a lane. */
const INSIDE_WEIGHT = 2;
/** A lane costs a little even with one vehicle on it. */
const PLACE_WEIGHT = 0.5;

/**
 * Gives every link, with its lanes and the movements that leave it, to a thread, so that all have about as much to do:
 * by the vehicles that are there now. Threads get rows that follow each other, because their vehicles lie near each
 * other in memory. Nothing that comes out of a run depends on who does what.
 */
export function divide(roads: Roads, { places }: CityState, linkLoad: Float64Array, owner: Uint8Array, threads: number): void {
  linkLoad.fill(0);
  let sum = 0;
  for (let place = 0; place < places.count; place++) {
    const vehicles = places.vehicles[place]!;
    if (vehicles === 0) continue;
    const load = PLACE_WEIGHT + (place < roads.laneCount ? vehicles : INSIDE_WEIGHT * vehicles);
    linkLoad[roads.placeLink[place]!]! += load;
    sum += load;
  }
  let before = 0;
  for (let link = 0; link < linkLoad.length; link++) {
    const load = linkLoad[link]!;
    // The thread in whose share the middle of this link's load lies; from here on the column holds the thread.
    linkLoad[link] = sum > 0 ? Math.min(threads - 1, Math.floor(((before + load / 2) / sum) * threads)) : 0;
    before += load;
  }
  for (let place = 0; place < owner.length; place++) owner[place] = linkLoad[roads.placeLink[place]!]!;
}
