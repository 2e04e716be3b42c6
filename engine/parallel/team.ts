import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { orderByDeparture, phasesBy, type Phases } from '../phases.ts';
import { columnsIn, type RunMemory } from '../compiled/run-memory.ts';
import type { Parts } from '../traffic/parts.ts';
import { fitTraffic, replacedColumns, type Traffic } from '../traffic/traffic.ts';
import { beginRound, endRound, foundBy, makeControl, phase, type Control, type Phase } from './control.ts';
import { divide } from './divide.ts';
import { doPart, numbersOf } from './help.ts';
import type { Helper, Picture, StartHelper } from './picture.ts';
import { shareColumns, sharedColumn, withColumns, withoutTexts } from './shared-columns.ts';

/** Traffic moves slowly from one part of a city to another. */
const DIVIDE_EVERY_TICKS = 32;
/** With fewer vehicles than this for each thread, threads wait for each other longer than they help. */
const WORTHWHILE_VEHICLES = 300;

/** Threads for one run. */
export interface Together {
  threads: number;
  startHelper: StartHelper;
  /** From how many vehicles a thread on the phases are divided. */
  worthwhileVehicles?: number;
}

/** How thread 0, and every other like it, works out its part of a phase. */
export interface Work {
  parts: Parts;
  compiled: { module: WebAssembly.Module; memory: RunMemory } | undefined;
}

/** Several threads that take the phases of a step together. */
export interface Team extends Phases {
  /** Lets the helpers go. */
  end(): void;
}

/** What belongs to one helper alone. */
interface Place { helper: Helper; crossing: Int32Array; changing: Int32Array; takenUntilS: Float64Array }

/**
 * One run on `threads` threads: the same bits as on one. Only whole phases are divided, by link; each thread walks its
 * places in the order in which one thread would, so that sums of a link have one order. What threads list is put
 * together in that order too. Between phases there is one thread as ever.
 */
export function makeTeam(traffic: Traffic, state: CityState, log: ResultLog, { threads, startHelper, worthwhileVehicles = WORTHWHILE_VEHICLES, parts, compiled }: Together & Work): Team {
  const helpers = Array.from({ length: threads - 1 }, startHelper);
  const numbers = numbersOf(state), control: Control = makeControl(helpers.length, numbers.length);
  const linkLoad = new Float64Array(traffic.twin.links.count);
  let places: Place[] = [], merged = new Int32Array(0), dividedTick = -Infinity, known: unknown[] = [];

  const alone = phasesBy(parts);

  const isKnown = (): boolean => replacedColumns(traffic, state).every((column, at) => column === known[at]);
  /** Lists of vehicles that several threads see lie where compiled code reaches them, if it is compiled code that writes them. */
  const list = compiled ? columnsIn(compiled.memory).make : sharedColumn;
  const owner = list(Uint8Array, state.places.count), own = { owner, thread: 0 };

  /** Hands the helpers all columns anew. */
  const show = (): void => {
    // From the second time on they are waiting for rounds, and have to be called away to receive anything.
    if (known.length > 0) beginRound(control, phase.receive);
    shareColumns(state);
    shareColumns(traffic.roads);
    shareColumns(traffic.approaches);
    shareColumns(traffic.presence);
    shareColumns(log.linkCounts);
    traffic.changeTo = list(Int8Array, state.vehicles.count);
    traffic.approaches.isShared = true;
    known = [...replacedColumns(traffic, state)];
    const room = state.vehicles.count, windows = traffic.twin.crossingWindows.count;
    merged = new Int32Array(room);
    places = helpers.map((helper) => ({ helper, crossing: list(Int32Array, room), changing: list(Int32Array, room), takenUntilS: list(Float64Array, windows) }));
    places.forEach(({ helper, crossing, changing, takenUntilS }, index) => helper.post({
      control, thread: index + 1, seed: traffic.seed, stepS: traffic.stepS, twin: withColumns(withoutTexts(traffic.twin), compiled?.memory.copies), roads: traffic.roads, state, approaches: traffic.approaches, presence: traffic.presence, linkCounts: log.linkCounts,
      owner, crossing, changing, changeTo: traffic.changeTo, takenUntilS, compiled: compiled && { module: compiled.module, memory: compiled.memory.memory },
    } satisfies Picture));
    endRound(control);
  };

  const together = (what: Phase): number => {
    for (let at = 0; at < numbers.length; at++) control.numbers[at] = numbers[at]!.part[numbers[at]!.name] as number;
    beginRound(control, what);
    const found = doPart(what, parts, traffic, state);
    endRound(control);
    return found;
  };

  return {
    lookAhead() {
      fitTraffic(traffic, state);
      traffic.own = state.counts.running >= worthwhileVehicles * threads ? own : undefined;
      if (!traffic.own) return alone.lookAhead(traffic, state);
      parts.forgetApproaches();
      parts.lookAtJunctions();
      if (!isKnown()) show();
      if (state.tick - dividedTick >= DIVIDE_EVERY_TICKS) {
        divide(traffic.roads, state, linkLoad, owner, threads);
        dividedTick = state.tick;
      }
      together(phase.lookAhead);
      for (let thread = 1; thread < threads; thread++) state.counts.collisions += foundBy(control, thread);
      gatherTaken(state, places);
    },
    giveWay() {
      if (!traffic.own) return alone.giveWay(traffic, state);
      together(phase.giveWay);
    },
    move() {
      if (!traffic.own) return alone.move(traffic, state);
      const found = together(phase.drive), count = merge(state, merged, [traffic.crossing, ...places.map(({ crossing }) => crossing)], [found, ...places.map((_, index) => foundBy(control, index + 1))]);
      traffic.crossing.set(merged.subarray(0, count));
      parts.passOn(count);
    },
    changeLanes() {
      if (!traffic.own) return alone.changeLanes(traffic, state);
      let count = together(phase.chooseLane);
      places.forEach(({ changing }, index) => {
        const found = foundBy(control, index + 1);
        traffic.changing.set(changing.subarray(0, found), count);
        count += found;
      });
      orderByDeparture(traffic, state, count);
      parts.takeGaps(count);
    },
    end() {
      if (known.length > 0) beginRound(control, phase.end);
      for (const helper of helpers) helper.end();
    },
  };
}

/** Until when windows of crossings are taken: the latest that any thread has seen. */
function gatherTaken({ pedestrians }: CityState, places: readonly Place[]): void {
  if (!pedestrians) return;
  const { windows, blockedWindows, blockedCount } = pedestrians;
  for (const { takenUntilS } of places) {
    for (let index = 0; index < blockedCount; index++) {
      const window = blockedWindows[index]!;
      if (takenUntilS[window]! > windows.takenUntilS[window]!) windows.takenUntilS[window] = takenUntilS[window]!;
      takenUntilS[window] = 0;
    }
  }
}

/** Puts lists together in the order of the active places, as one thread would have found them; returns how many there are. */
function merge({ places, vehicles }: CityState, merged: Int32Array, lists: readonly Int32Array[], lengths: readonly number[]): number {
  const next = lists.map(() => 0);
  let count = 0;
  for (;;) {
    let chosen = -1, least = Infinity;
    for (let list = 0; list < lists.length; list++) {
      if (next[list]! >= lengths[list]!) continue;
      const index = places.activeIndex[vehicles.place[lists[list]![next[list]!]!]!]!;
      if (index < least) { least = index; chosen = list; }
    }
    if (chosen < 0) return count;
    merged[count++] = lists[chosen]![next[chosen]++]!;
  }
}
