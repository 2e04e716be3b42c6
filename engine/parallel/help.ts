import { leavesOf, type Part } from '../checkpoint/leaves.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { compiledParts } from '../compiled/compiled-parts.ts';
import { openRunMemory } from '../compiled/run-memory.ts';
import { plainParts, type Parts } from '../traffic/parts.ts';
import { makeScratch } from '../traffic/prepare-traffic.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { awaitRound, currentRound, failPart, finishPart, phase, roundPhase, type Phase } from './control.ts';
import type { Picture } from './picture.ts';
import { remade } from './shared-columns.ts';

/**
 * A helper's whole work: takes its part of each round until it is to receive another picture, or to end. Returns whether
 * it is to go on. The thread does nothing else meanwhile.
 */
export function help(picture: Picture): boolean {
  const { control, thread } = picture, { traffic, state, log, numbers } = openPicture(picture), { compiled } = picture;
  const parts = compiled ? compiledParts(compiled.module, openRunMemory(compiled.memory), traffic, state, log) : plainParts(traffic, state, log);
  let round = currentRound(control);
  finishPart(control, thread, 0);
  for (;;) {
    round = awaitRound(control, round);
    const what = roundPhase(control);
    if (what === phase.receive || what === phase.end) return what === phase.receive;
    try {
      for (let at = 0; at < numbers.length; at++) numbers[at]!.part[numbers[at]!.name] = control.numbers[at]!;
      finishPart(control, thread, doPart(what, parts, traffic, state));
    } catch (error) {
      failPart(control, thread);
      throw error;
    }
  }
}

function openPicture(picture: Picture): { traffic: Traffic; state: CityState; log: ResultLog; numbers: { part: Part; name: string }[] } {
  const { seed, stepS, owner, thread, crossing, changing, changeTo, linkCounts } = picture;
  const state = remade(picture.state), twin = remade(picture.twin), roads = remade(picture.roads);
  if (state.pedestrians) state.pedestrians.windows.takenUntilS = picture.takenUntilS;
  const approaches = { ...remade(picture.approaches), touched: new Int32Array(twin.movements.count), touchedCount: 0, nextRecord: 0, endRecord: 0 };
  const presence = remade(picture.presence), deciding = new Int32Array(approaches.roomSlots);
  const traffic = { twin, roads, seed, stepS, approaches, presence, deciding, decidingCount: 0, crossing, crossingCount: 0, changing, changeTo, own: { owner, thread }, ...makeScratch(stepS) } as Traffic;
  return { traffic, state, log: { linkCounts: remade(linkCounts) } as ResultLog, numbers: numbersOf(state) };
}

/** The plain numbers of a state, but for those of its vehicle columns. */
export const numbersOf = (state: CityState): { part: Part; name: string }[] =>
  leavesOf({ ...state, vehicles: undefined } as unknown as Part).filter(({ value }) => typeof value === 'number')
    .map(({ path, part, name }) => ({ part: path.includes('.') ? part : state as unknown as Part, name }));

/** One thread's part of a phase; returns how many vehicles it has listed for thread 0, or collisions counted. */
export function doPart(what: Phase, parts: Parts, traffic: Traffic, state: CityState): number {
  switch (what) {
    case phase.lookAhead: {
      const before = state.counts.collisions;
      parts.lookOnOwn();
      return state.counts.collisions - before;
    }
    case phase.giveWay: parts.giveWay(); return 0;
    case phase.drive:
      // Everyone has read who comes.
      parts.forgetApproaches();
      parts.moveOwn();
      return traffic.crossingCount;
    default: return parts.chooseSides();
  }
}
