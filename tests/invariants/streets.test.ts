// Goal: whatever is drawn, what is built holds together: a seed that fails draws the same streets again.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importedFacts } from '../../data/build/imported-facts.ts';
import type { RawStreets, RawWay } from '../../data/build/raw-city.ts';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { category, conflictKind, ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const seeds = Array.from({ length: proof ? 400 : 8 }, (_, seed) => seed + 1);

/** Numbers from 0 to 1 by a linear congruence (Numerical Recipes, ranqd1): any sequence will do here. */
function numbers(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}

const classes = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'residential', 'service', 'busway', 'tramway'] as const;
const marks = ['left', 'through', 'right', 'slight_left', 'sharp_right', 'reverse', ''];

/** Forty nodes anywhere in a quarter of a square kilometre, some on top of each other, and ways that wander between them. */
function scribble(seed: number): RawStreets {
  const next = numbers(seed), upTo = (limit: number) => Math.floor(next() * limit);
  const nodes = Array.from({ length: 40 }, (_, row) => ({
    name: `n${row}`, xM: Math.round(next() * 5000) / (row % 7 === 0 ? 100 : 10), yM: Math.round(next() * 5000) / (row % 7 === 0 ? 100 : 10),
    ...(next() < 0.2 && { control: 'signals' as const }),
  }));
  const ways = Array.from({ length: 30 }, (_, row): RawWay => {
    const kind = classes[upTo(classes.length)]!;
    const isStreet = kind !== 'tramway' && kind !== 'busway';
    const lanes = () => 1 + upTo(4);
    const marked = () => (next() < 0.3 ? Array.from({ length: lanes() }, () => [marks[upTo(marks.length)]!].filter((mark) => mark !== '')) : undefined);
    const forward = marked(), backward = marked();
    return {
      name: `w${row}`, title: '', class: kind, nodes: Array.from({ length: 2 + upTo(5) }, () => upTo(nodes.length)),
      oneWay: ([-1, 0, 0, 1] as const)[upTo(4)]!, lanesForward: lanes(), lanesBackward: lanes(), busLaneForward: isStreet && next() < 0.15, busLaneBackward: isStreet && next() < 0.15,
      speedLimitMps: 5 + next() * 30, roundabout: next() < 0.1, slipRoad: next() < 0.1, level: 0,
      permitted: kind === 'tramway' ? category.tram : kind === 'busway' ? category.bus : ORDINARY_TRAFFIC,
      ...(forward && { turnLanesForward: forward }), ...(backward && { turnLanesBackward: backward }),
    };
  });
  return { nodes, ways };
}

const built = (seed: number): Twin => ({ ...emptyTwin(importedFacts('scribble', flatMapAt(47, 5))), ...buildStreets(scribble(seed)) });

describe(`scribbled streets, ${seeds.length} seeds${proof ? '' : ' of 400'}`, () => {
  test.each(seeds)('seed %i makes a whole twin', (seed) => {
    expect(checkTwin(built(seed)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(seeds)('seed %i: of two movements that meet exactly one gives way, and areas lie where vehicles drive', (seed) => {
    const { conflicts, movements } = built(seed);
    const yields = new Map<string, number>();
    for (let row = 0; row < conflicts.count; row++) {
      if (conflicts.kind[row] !== conflictKind.diverge) yields.set(`${conflicts.movement[row]} ${conflicts.foe[row]}`, conflicts.yields[row]!);
      expect(conflicts.untilM[row]!).toBeLessThanOrEqual(movements.lengthM[conflicts.movement[row]!]! + 1e-9);
    }
    for (const [pair, mine] of yields) expect(mine + yields.get(pair.split(' ').reverse().join(' '))!, pair).toBe(1);
  });

  test.each(seeds)('seed %i: every lane leads on for all who may leave, and nobody drives where they may not', (seed) => {
    const { lanes, links, movements } = built(seed);
    for (let movement = 0; movement < movements.count; movement++) {
      const permitted = movements.permitted[movement]!;
      expect(permitted & lanes.permitted[movements.fromLane[movement]!]! & lanes.permitted[movements.toLane[movement]!]!).toBe(permitted);
      expect(permitted).toBeGreaterThan(0);
    }
    const leadsOn = (lane: number, categories: number): boolean =>
      Array.from({ length: lanes.movementCount[lane]! }, (_, index) => movements.permitted[lanes.firstMovement[lane]! + index]!).some((permitted) => (permitted & categories) !== 0);
    for (let lane = 0; lane < lanes.count; lane++) {
      if (lanes.movementCount[lane]! > 0) continue;
      // Where the lanes beside it lead on for cars, or for all that are not cars, this one must too.
      const link = lanes.link[lane]!, permitted = lanes.permitted[lane]!, main = (permitted & category.car) !== 0 ? category.car : permitted;
      const beside = Array.from({ length: links.laneCount[link]! }, (_, index) => links.firstLane[link]! + index).filter((other) => lanes.permitted[other] === permitted);
      expect(beside.some((other) => leadsOn(other, main)), `lane ${lane}`).toBe(false);
    }
  });

  test.each(seeds)('seed %i is built the same twice', (seed) => expect(built(seed)).toEqual(built(seed)));
});
