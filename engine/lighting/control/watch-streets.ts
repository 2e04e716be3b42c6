import { LINK_INTERVAL_S } from '../../results/link-counts.ts';
import type { ResultLog } from '../../results/result-log.ts';
import type { CityState } from '../../state/city-state.ts';
import type { LightingState } from '../../state/lighting-state.ts';
import { mostSteps, sampleLengthS, trafficRule, type LightingWatch } from '../../state/lighting-watch.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { watchedPlaces, type WatchedPlaces } from './watched-places.ts';

/** Lamps see who is on their streets, once a step after all have moved; a group that waited in the dark is due at once. */
export function watchStreets(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { watch } = state.lighting;
  if (!watch) return;
  const places = watchedPlaces(twin), { activePlaces, pedestrians } = state;
  for (let at = 0; at < state.activePlaceCount; at++) {
    const place = activePlaces[at]!;
    for (let entry = places.placeFirst[place]!; entry < places.placeFirst[place + 1]!; entry++) notice(state.lighting, watch, places.placeGroups[entry]!, state.timeS);
  }
  for (let person = 0; pedestrians && person < pedestrians.peopleCount; person++) {
    const crossing = pedestrians.people.crossing[person]!;
    for (let entry = places.crossingFirst[crossing]!; entry < places.crossingFirst[crossing + 1]!; entry++) notice(state.lighting, watch, places.crossingGroups[entry]!, state.timeS);
  }
  if (watch.nextSampleS === Infinity) return;
  // The counts of results begin anew behind this step.
  if (state.timeS >= log.linkCounts.fromS + LINK_INTERVAL_S) countOn(places, watch, log, true);
  if (state.timeS >= watch.nextSampleS) endSample(twin, state.lighting, watch, places, log, state.timeS);
}

function notice(lighting: LightingState, { groups }: LightingWatch, group: number, timeS: number): void {
  groups.lastSeenS[group] = timeS;
  if (groups.isQuiet[group] === 0) return;
  groups.isQuiet[group] = 0;
  lighting.zones.nextSwitchS[group] = timeS;
  lighting.nextEventS = Math.min(lighting.nextEventS, timeS);
}

/** Adds what has come onto links since the last look to the running sample. `isLast`: the counts looked at begin anew now. */
export function countOn({ links }: WatchedPlaces, watch: LightingWatch, { linkCounts }: ResultLog, isLast: boolean): void {
  const { seenEnteredCount, seenLeftCount, enteredCount, leftCount } = watch.links;
  for (const link of links) {
    const entered = linkCounts.entered[link]!, left = linkCounts.left[link]!;
    enteredCount[link] = enteredCount[link]! + entered - seenEnteredCount[link]!;
    leftCount[link] = leftCount[link]! + left - seenLeftCount[link]!;
    seenEnteredCount[link] = isLast ? 0 : entered;
    seenLeftCount[link] = isLast ? 0 : left;
  }
}

/** Each group that counts takes the step that its busiest street has been confirmed to ask for. */
function endSample(twin: ReadingTwin, lighting: LightingState, watch: LightingWatch, places: WatchedPlaces, log: ResultLog, timeS: number): void {
  const { groups } = watch, sampleS = sampleLengthS(twin);
  if (timeS < log.linkCounts.fromS + LINK_INTERVAL_S) countOn(places, watch, log, false);
  const onStreet = new Float64Array(twin.streets.count);
  // Who starts on a link does not come onto it, and who ends there does not leave it.
  for (const link of places.links) onStreet[twin.links.street[link]!] = onStreet[twin.links.street[link]!]! + Math.max(watch.links.enteredCount[link]!, watch.links.leftCount[link]!);
  for (let group = 0; group < places.groups.count; group++) {
    const rule = trafficRule(twin, places.groups.zone[group]!), streets = places.groups.streets[group]!;
    if (rule < 0 || streets.length === 0) continue;
    let busiest = 0;
    for (const street of streets) busiest = Math.max(busiest, onStreet[street]!);
    const step = confirmedStep(twin, watch, group, rule, stepFor(twin, rule, (busiest * 3600) / sampleS));
    if (step === groups.stepIndex[group]) continue;
    groups.stepIndex[group] = step;
    lighting.zones.nextSwitchS[group] = timeS;
    lighting.nextEventS = Math.min(lighting.nextEventS, timeS);
  }
  watch.links.enteredCount.fill(0);
  watch.links.leftCount.fill(0);
  watch.nextSampleS = (Math.floor(timeS / sampleS) + 1) * sampleS;
}

/**
 * The highest step of those that the last samples asked for, as many as confirm: up at once, down no further than all of them agree on. A step is
 * given up when so many samples in a row asked for less than it, so no single quiet sample among busier ones can take a street below them.
 */
function confirmedStep(twin: ReadingTwin, { steps: { lowerCount } }: LightingWatch, group: number, rule: number, asked: number): number {
  const { stepCount, confirmationCount } = twin.adaptiveRules, first = group * mostSteps(twin), confirmations = confirmationCount[rule]!;
  let confirmed = 0;
  for (let step = 1; step < stepCount[rule]!; step++) {
    const lower = asked < step ? Math.min(confirmations, lowerCount[first + step]! + 1) : 0;
    lowerCount[first + step] = lower;
    if (lower < confirmations) confirmed = step;
  }
  return confirmed;
}

function stepFor({ adaptiveRules, adaptiveSteps }: ReadingTwin, rule: number, flowPerH: number): number {
  const first = adaptiveRules.firstStep[rule]!;
  let step = 0;
  while (step + 1 < adaptiveRules.stepCount[rule]! && adaptiveSteps.fromFlowPerH[first + step + 1]! <= flowPerH) step++;
  return step;
}
