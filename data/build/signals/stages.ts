import { turn } from '../../../engine/twin/streets.ts';
import type { Relations } from './relations.ts';
import type { SignalPlanInput } from './plan-input.ts';
import { goesStraight, headingOf, type Stream } from './streams.ts';

/** A stage: streams that are green together. */
export interface Stage {
  streams: Set<number>;
  /** The streams that it was made for: they decide how long it lasts. Others may use it. */
  madeFor: readonly number[];
}

/** Approaches share a stage if they lie on one line to within 40°: the sine of it. */
const SAME_AXIS_SINE = 0.643;
/** A left turn gets a stage of its own above this limit of the oncoming traffic: gaps at 70 km/h are hard to judge. */
const PERMISSIVE_UP_TO_MPS = 14;
/** ... or across this many oncoming lanes, where one vehicle hides the next; or two abreast. */
const TOO_MANY_LANES = 3;

/** The stages of a junction in their order: opposite approaches together, left turns with them or before them. */
export function stagesOf(tables: SignalPlanInput, streams: readonly Stream[], relations: Relations): Stage[] {
  const stages: Stage[] = [];
  for (const approaches of axesOf(tables, streams, relations)) {
    const ofAxis = streams.map((_, stream) => stream).filter((stream) => approaches.includes(streams[stream]!.link));
    const main = stageFrom(ofAxis.filter((stream) => !wantsOwnStage(tables, ofAxis.map((other) => streams[other]!), streams[stream]!)), streams, relations);
    let rest = ofAxis.filter((stream) => !main.streams.has(stream));
    // Protected turns go first: the queue in their lanes does not then run into the street's own.
    while (rest.length > 0) {
      const stage = stageFrom(rest, streams, relations);
      rest = rest.filter((stream) => !stage.streams.has(stream));
      stages.push(stage);
    }
    if (main.streams.size > 0) stages.push(main);
  }
  for (const stage of stages) addFreeStreams(stage, streams, relations);
  return withoutServed(stages);
}

/** A stage of as many of the candidates as go together, straight ones first. Never empty. */
function stageFrom(candidates: readonly number[], streams: readonly Stream[], relations: Relations): Stage {
  const chosen: number[] = [];
  for (const bundle of bundlesOf(candidates, streams)) {
    if (bundle.every((stream) => chosen.every((other) => relations[stream]![other]!.together))) chosen.push(...bundle);
  }
  return { streams: new Set(chosen), madeFor: chosen };
}

/** Candidates that leave from the same lanes go or wait together: one that waits would stop the others. Those with a straight stream come first. */
function bundlesOf(candidates: readonly number[], streams: readonly Stream[]): number[][] {
  const bundles: number[][] = [];
  for (const stream of [...candidates].sort((one, other) => streams[one]!.turn - streams[other]!.turn || one - other)) {
    const sharing = bundles.filter((bundle) => bundle.some((other) => streams[other]!.lanes.some((lane) => streams[stream]!.lanes.includes(lane))));
    if (sharing.length === 0) { bundles.push([stream]); continue; }
    const [first, ...others] = sharing as [number[], ...number[][]];
    first.push(...others.flat(), stream);
    for (const other of others) bundles.splice(bundles.indexOf(other), 1);
  }
  return bundles;
}

/** Without stages all of whose streams also run in others: they would only lengthen the cycle. The last ones, made for the fewest streams, go first. */
function withoutServed(stages: readonly Stage[]): Stage[] {
  const kept = [...stages];
  for (const stage of [...stages].reverse().sort((one, other) => one.madeFor.length - other.madeFor.length)) {
    const others = kept.filter((other) => other !== stage);
    if ([...stage.streams].every((stream) => others.some((other) => other.streams.has(stream)))) kept.splice(kept.indexOf(stage), 1);
  }
  return kept;
}

/** Groups of approaches that may be green together: those on one line, the straightest pairs first. */
function axesOf(tables: SignalPlanInput, streams: readonly Stream[], relations: Relations): number[][] {
  const approaches = [...new Set(streams.map(({ link }) => link))];
  const axes = new Map(approaches.map((link) => [link, [link]]));
  const pairs: { one: number; other: number; sine: number }[] = [];
  for (let first = 0; first < approaches.length; first++) {
    for (let second = first + 1; second < approaches.length; second++) {
      const a = headingOf(tables, approaches[first]!), b = headingOf(tables, approaches[second]!);
      const sine = Math.abs(a.east * b.north - a.north * b.east), isSameWay = a.east * b.east + a.north * b.north > 0;
      // Two queues that meet on a short stretch from both ends block each other: they run one after the other.
      const meetsInside = [approaches[first]!, approaches[second]!].every((link) => streams.some((stream) => stream.link === link && (stream.isInner || (stream.leadsInside && goesStraight(stream)))));
      if (sine <= SAME_AXIS_SINE && (isSameWay || !meetsInside)) pairs.push({ one: approaches[first]!, other: approaches[second]!, sine });
    }
  }
  for (const { one, other } of pairs.sort((a, b) => a.sine - b.sine || a.one - b.one || a.other - b.other)) {
    const mine = axes.get(one)!, theirs = axes.get(other)!;
    if (mine === theirs || !mayShare(mine, theirs, streams, relations)) continue;
    const joined = [...mine, ...theirs].sort((a, b) => a - b);
    for (const link of joined) axes.set(link, joined);
  }
  return [...new Set(approaches.map((link) => axes.get(link)!))];
}

/** Whether the main streams of two groups of approaches may be green together. Turns that cannot be get a stage of their own. */
function mayShare(mine: readonly number[], theirs: readonly number[], streams: readonly Stream[], relations: Relations): boolean {
  const main = (links: readonly number[]): number[] => links.flatMap((link) => {
    const ofLink = streams.map((_, stream) => stream).filter((stream) => streams[stream]!.link === link);
    const straight = ofLink.filter((stream) => goesStraight(streams[stream]!));
    return straight.length > 0 ? straight : ofLink;
  });
  return main(mine).every((one) => main(theirs).every((other) => relations[one]![other]!.together));
}

/** Left turns from lanes of their own that drivers could hardly make through gaps. */
function wantsOwnStage({ links }: SignalPlanInput, ofAxis: readonly Stream[], mine: Stream): boolean {
  const hasOwnLanes = mine.lanes.every((lane) => ofAxis.every((other) => other === mine || other.turn === turn.uTurn || !other.lanes.includes(lane)));
  if (mine.turn !== turn.left || !hasOwnLanes) return false;
  const oncoming = ofAxis.filter((other) => other.link !== mine.link && goesStraight(other));
  if (oncoming.length === 0) return false;
  const oncomingLanes = oncoming.reduce((sum, other) => sum + other.lanes.length, 0);
  const crossesFast = oncoming.some(({ link }) => links.speedLimitMps[link]! > PERMISSIVE_UP_TO_MPS);
  return crossesFast || mine.lanes.length >= 2 || oncomingLanes >= TOO_MANY_LANES;
}

/**
 * Streams that meet nobody of a stage may use its green, where no vehicle of another stream stands in their lanes; those
 * that come off a short stretch between two junctions also where they can give way: it must not stay full.
 */
function addFreeStreams(stage: Stage, streams: readonly Stream[], relations: Relations): void {
  const clearsAway = (stream: number, other: number): boolean =>
    streams[stream]!.isInner && relations[stream]![other]!.together && relations[stream]![other]!.yields && !relations[other]![stream]!.yields;
  for (const link of new Set(streams.map((stream) => stream.link))) {
    const free = streams.map((_, stream) => stream).filter((stream) =>
      streams[stream]!.link === link && !stage.streams.has(stream) && [...stage.streams].every((other) => !relations[stream]![other]!.meet || clearsAway(stream, other)));
    const goes = new Set([...stage.streams, ...free]);
    const waits = streams.filter((_, stream) => !goes.has(stream));
    const usable = free.filter((stream) => streams[stream]!.lanes.every((lane) => waits.every(({ lanes }) => !lanes.includes(lane))));
    for (const stream of usable) if (usable.every((other) => relations[stream]![other]!.together)) stage.streams.add(stream);
  }
}
