// Looks at the streets after every step and tells what must never be: bodies that touch, forbidden lanes, red lights passed, vehicles lost.
import type { CityState } from '../../engine/state/city-state.ts';
import { movementFrom } from '../../engine/traffic/route-guide.ts';
import type { Roads } from '../../engine/traffic/roads.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { conflictKind } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

export interface Violation { kind: 'bodies touch' | 'crossing ways' | 'merging ways' | 'forbidden lane' | 'red light' | 'conservation' | 'jumped'; timeS: number; who: string; where: string }

/** Bodies that touch by less are a matter of rounding. */
const ROUNDING_M = 0.001;
/** Who could not stop at amber may still come in this long after red has begun. */
const EARLY_RED_S = 2;

/** A stretch of one place under a vehicle's body. */
interface Under { departure: number; rearM: number; frontM: number }
/** Where a vehicle has been: places from the present one backwards, and how far it had driven when its front came onto each; and by which movement and row of its route it means to go on. */
interface Trail { places: number[]; sinceM: number[]; next: number; guideRow: number }

/** Watches one run. `see` after every step. */
export function watchStreets(twin: ReadingTwin, roads: Roads, stepS: number) {
  const { lanes, links, movements, conflicts, vehicleTypes } = twin;
  const trails = new Map<number, Trail>(), redSinceS = new Map<number, number>();
  const violations: Violation[] = [];
  const seen = new Set<string>();
  let pairs = 0;
  const placeName = (place: number): string => (place < lanes.count
    ? `lane ${links.name[lanes.link[place]!]} ${place - links.firstLane[lanes.link[place]!]!}`
    : `way ${placeName(movements.fromLane[place - lanes.count]!)} > ${placeName(movements.toLane[place - lanes.count]!)}`);
  /** Each meeting is told once, when it begins. */
  const tell = (kind: Violation['kind'], timeS: number, who: number[], where: string): void => {
    const key = `${kind} ${who.join(' ')} ${where}`;
    if (seen.has(key)) return;
    seen.add(key);
    violations.push({ kind, timeS, who: who.map((departure) => `vehicle ${departure}`).join(' and '), where });
  };

  /** Places that a vehicle has passed since it was looked at: by the ways that its route told then; undefined where these do not lead to where it is. */
  const wayTaken = ({ places, next, guideRow }: Trail, to: number): number[] | undefined => {
    const way: number[] = [];
    let place = places[0]!, row = guideRow, movement = next;
    while (way.length < 8 && place !== to) {
      // A change of lane at the end of the step.
      if (sameLink(place, to)) return [...way.slice(0, -1), to];
      if (place >= lanes.count) {
        place = movements.toLane[place - lanes.count]!;
        movement = ++row < roads.guide.rowCount ? movementFrom({ roads, twin }, place, row) : -1;
      } else if (movement >= 0) place = lanes.count + movement;
      else return undefined;
      way.push(place);
    }
    return place === to ? way : undefined;
  };
  /** The same for one whose route has changed meanwhile: any way that leads there. */
  const wayBetween = (from: number, to: number, depth = 3): number[] | undefined => {
    if (from === to) return [];
    if (sameLink(from, to)) return [to];
    if (from >= lanes.count) { const lane = movements.toLane[from - lanes.count]!; return rest(lane, wayBetween(lane, to, depth)); }
    if (depth === 0) return undefined;
    const own = lanesOf(from).flatMap((lane) => Array.from({ length: lanes.movementCount[lane]! }, (_, index) => lanes.firstMovement[lane]! + index));
    for (const movement of own) {
      if (lanes.count + movement === to) return [to];
      const onward = wayBetween(lanes.count + movement, to, depth - 1);
      if (onward) return [lanes.count + movement, ...onward];
    }
    return undefined;
  };
  const sameLink = (lane: number, to: number): boolean => lane < lanes.count && to < lanes.count && lanes.link[lane] === lanes.link[to];
  const rest = (first: number, others: number[] | undefined): number[] | undefined => others && [first, ...others];
  const lanesOf = (lane: number): number[] => Array.from({ length: links.laneCount[lanes.link[lane]!]! }, (_, index) => links.firstLane[lanes.link[lane]!]! + index);

  const follow = (state: CityState, slot: number): Trail => {
    const departure = state.vehicles.departure[slot]!, place = state.vehicles.place[slot]!, positionM = state.vehicles.positionM[slot]!, odometerM = state.vehicles.odometerM[slot]!;
    const before = trails.get(departure);
    const next = state.vehicles.nextMovement[slot]!, guideRow = state.vehicles.guideRow[slot]!;
    if (!before) { const trail = { places: [place], sinceM: [odometerM - positionM], next, guideRow }; trails.set(departure, trail); return trail; }
    const way = wayTaken(before, place) ?? wayBetween(before.places[0]!, place);
    before.next = next;
    before.guideRow = guideRow;
    if (!way) { tell('jumped', state.timeS, [departure], `${placeName(before.places[0]!)} to ${placeName(place)}`); before.places = [place]; before.sinceM = [odometerM - positionM]; return before; }
    let sinceM = odometerM - positionM;
    const entered: number[] = way.toReversed();
    entered.forEach((one, at) => { if (at > 0) sinceM -= roads.placeLengthM[one]!; });
    for (const one of way) {
      // A change of lane: the body is on the new lane at once.
      const last = before.places[0]!;
      if (one < lanes.count && last < lanes.count) { before.places[0] = one; before.sinceM[0] = odometerM - positionM; continue; }
      before.places.unshift(one);
      before.sinceM.unshift(sinceM);
      sinceM += roads.placeLengthM[one]!;
      if (one >= lanes.count) checkSignal(state, departure, one - lanes.count);
    }
    before.sinceM[0] = odometerM - positionM;
    before.places.length = before.sinceM.length = Math.min(before.places.length, 12);
    return before;
  };

  const checkSignal = ({ timeS }: CityState, departure: number, movement: number): void => {
    const group = roads.signalIndex[movement]!;
    if (group >= 0 && timeS - (redSinceS.get(group) ?? Infinity) > EARLY_RED_S + stepS) tell('red light', timeS, [departure], placeName(lanes.count + movement));
  };

  const noteSignals = ({ signals, timeS }: CityState): void => {
    signals.shown.forEach((shown, group) => {
      if (shown !== aspect.red && shown !== aspect.redAmber) redSinceS.delete(group);
      else if (!redSinceS.has(group)) redSinceS.set(group, timeS);
    });
  };

  return {
    violations,
    /** How many pairs of bodies on one place, or on ways that meet, were looked at. */
    pairs: () => pairs,
    see(state: CityState): void {
      const { vehicles, counts, timeS } = state, under = new Map<number, Under[]>();
      let running = 0;
      // What is shown now is what drivers saw in this step.
      noteSignals(state);
      for (let slot = 0; slot < vehicles.count; slot++) {
        const departure = vehicles.departure[slot]!;
        if (departure < 0) continue;
        running++;
        const trail = follow(state, slot), place = vehicles.place[slot]!, type = vehicles.vehicleType[slot]!, odometerM = vehicles.odometerM[slot]!, rearM = odometerM - vehicleTypes.lengthM[type]!;
        const permitted = place < lanes.count ? lanes.permitted[place]! : movements.permitted[place - lanes.count]!;
        if ((permitted & vehicleTypes.category[type]!) === 0) tell('forbidden lane', timeS, [departure], placeName(place));
        trail.places.forEach((one, at) => {
          if (at > 0 && trail.sinceM[at - 1]! <= rearM) return;
          const list = under.get(one) ?? [];
          list.push({ departure, rearM: rearM - trail.sinceM[at]!, frontM: odometerM - trail.sinceM[at]! });
          under.set(one, list);
        });
      }
      if (running !== counts.running || counts.inserted !== counts.running + counts.arrived) tell('conservation', timeS, [], `${counts.inserted} entered, ${counts.running} inside, ${counts.arrived} arrived, ${running} seen`);
      for (const [place, list] of under) {
        checkPlace(timeS, place, list);
        if (place >= lanes.count) checkMeetings(timeS, place - lanes.count, list, under);
      }
    },
  };

  /** Nobody on a lane or way has its front inside another. */
  function checkPlace(timeS: number, place: number, list: Under[]): void {
    const lengthM = roads.placeLengthM[place]!;
    for (let one = 0; one < list.length; one++) for (let other = one + 1; other < list.length; other++) {
      const a = list[one]!, b = list[other]!;
      pairs++;
      const touchM = Math.min(a.frontM, b.frontM, lengthM) - Math.max(a.rearM, b.rearM, 0);
      if (touchM > ROUNDING_M) tell('bodies touch', timeS, [a.departure, b.departure].sort((x, y) => x - y), placeName(place));
    }
  }

  /** No two bodies are on the ground that their ways share. */
  function checkMeetings(timeS: number, movement: number, list: Under[], under: Map<number, Under[]>): void {
    const first = movements.firstConflict[movement]!, lengthM = movements.lengthM[movement]!;
    for (let row = first; row < first + movements.conflictCount[movement]!; row++) {
      const foe = conflicts.foe[row]!, mirror = roads.mirror[row]!, kind = conflicts.kind[row]!;
      const foes = foe > movement && mirror >= 0 && kind !== conflictKind.diverge ? under.get(lanes.count + foe) : undefined;
      for (const b of foes ?? []) for (const a of list) {
        if (a.departure === b.departure) continue;
        pairs++;
        const on = (body: Under, at: number): boolean => body.frontM > conflicts.fromM[at]! + ROUNDING_M && body.rearM < conflicts.untilM[at]! - ROUNDING_M;
        if (!on(a, row) || !on(b, mirror)) continue;
        const foeLengthM = movements.lengthM[foe]!, who = [a.departure, b.departure].sort((x, y) => x - y), where = `${placeName(lanes.count + movement)} and ${placeName(lanes.count + foe)}`;
        if (kind === conflictKind.cross) tell('crossing ways', timeS, who, where);
        // Those who merge line up by what is left to the lane that both come to.
        else if (Math.min(a.frontM - lengthM, b.frontM - foeLengthM) - Math.max(a.rearM - lengthM, b.rearM - foeLengthM) > ROUNDING_M) tell('merging ways', timeS, who, where);
      }
    }
  }
}
