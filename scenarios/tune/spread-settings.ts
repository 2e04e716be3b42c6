import { latinHypercube } from '../sweep/latin-hypercube.ts';
import { valueAt, type Knob, type Setting } from './knob.ts';

/** `count` settings spread over the ranges of all knobs (a Latin hypercube), each at the nearest step. */
export const spreadSettings = (knobs: readonly Knob[], count: number, seed: number): Setting[] =>
  latinHypercube(knobs.length, count, seed).map((shares) => knobs.map((knob, at) => valueAt(knob, shares[at]!)));
