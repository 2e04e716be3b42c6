import { DAY_S } from '../foundation/clock.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { momentS, runClock, type CivilClock } from './civil-clock.ts';
import { levelStarts, type LevelStart } from './program-levels.ts';
import { burningSpan, wholeS } from './switching.ts';

/** What the lamps of a zone do from now on, and until when that is sure. */
export interface LampOutput {
  /** 0 off, 1 full output. */
  outputShare: number;
  /** When their course may change next; later than the time asked for. */
  nextSwitchS: number;
  /** Output moves evenly from `startShare` at `startS` to `endShare` at `nextSwitchS`, and power from that of the one to that of the other. */
  startS: number;
  startShare: number;
  endShare: number;
}

/** Told of each stretch over which output moves evenly, in the order of time; stretches join without gaps. Power moves evenly on them too. */
export type TellStretch = (startS: number, startShare: number, endS: number, endShare: number) => void;

/** What the programs of a zone ask its lamps for in a run. `zone` = lightingZones.count: lamps of no zone, never dimmed. */
export function scheduledOutput(twin: ReadingTwin, zone: number, timeS: number): LampOutput {
  const day = Math.floor(timeS / DAY_S);
  let found: LampOutput | undefined;
  walkOutput(twin, runClock(twin.facts), zone, { firstDay: day, endDay: day + 2 }, (startS, startShare, endS, endShare) => {
    if (found || endS <= timeS) return;
    const outputShare = startShare + (endShare - startShare) * ((timeS - startS) / (endS - startS));
    found = { outputShare, nextSwitchS: endS, startS, startShare, endShare };
  });
  return found!;
}

/**
 * Output of a zone over days: lamps burn when its switching rule says so, as its program of the day says, at most what limits let them.
 *
 * What comes on or goes off does so at once, and so does what a limit lowers or lets go. A level that begins while lamps burn comes by its
 * ramp, from where output is at that moment. Who asks for what is asked for already changes nothing. All moments are whole seconds. The first
 * stretch told may begin before the first day, on which nothing is left of a ramp of the day before last.
 */
export function walkOutput(twin: ReadingTwin, clock: CivilClock, zone: number, { firstDay, endDay }: { firstDay: number; endDay: number }, tell: TellStretch): void {
  const rule = zone < twin.lightingZones.count ? twin.lightingZones.switching[zone]! : -1;
  walkEvents({
    burningS: burningEdges(twin, clock, rule, firstDay - 3, endDay), levels: columnsOf(levelStarts(twin, clock, zone, firstDay - 2, endDay)),
    limits: columnsOf(limitEdges(twin, clock, zone, firstDay - 2, endDay)),
  }, { beginS: momentS(clock, firstDay - 1, 0), fromS: momentS(clock, firstDay, 0), endS: momentS(clock, endDay, 0) }, tell);
}

/** Levels that begin, in the order of time. */
interface LevelColumns { count: number; atS: ArrayLike<number>; share: ArrayLike<number>; rampS: ArrayLike<number> }

/** All that happens to a zone: when lamps come on, go off, come on ..., what programs ask for and what limits let them. */
interface OutputEvents { burningS: ArrayLike<number>; levels: LevelColumns; limits: LevelColumns }

/** What happens before `beginS` says where output stands then; stretches are told from `fromS` on. */
function walkEvents({ burningS, levels, limits }: OutputEvents, { beginS, fromS, endS }: { beginS: number; fromS: number; endS: number }, tell: TellStretch): void {
  const edgeCount = burningS.length, levelCount = levels.count, limitCount = limits.count;
  let edge = 0, level = 0, limit = 0, isBurning = false, levelShare = 1, limitShare = 1;
  let startS = beginS, startShare = 0, target = 0, rampEndS = beginS;
  for (;;) {
    const atS = Math.min(edge < edgeCount ? burningS[edge]! : Infinity, level < levelCount ? levels.atS[level]! : Infinity, limit < limitCount ? limits.atS[limit]! : Infinity);
    const wasBurning: boolean = isBurning;
    let rampS = 0;
    for (; edge < edgeCount && burningS[edge] === atS; edge++) isBurning = !isBurning;
    for (; level < levelCount && levels.atS[level] === atS; level++) [levelShare, rampS] = [levels.share[level]!, levels.rampS[level]!];
    for (; limit < limitCount && limits.atS[limit] === atS; limit++) limitShare = limits.share[limit]!;
    const wanted = isBurning ? Math.min(levelShare, limitShare) : 0, untilS = Math.min(atS, endS);
    if (atS <= beginS) target = startShare = wanted;
    // Lamps that go off on their way to nothing are dark at once.
    else if (wanted !== target || atS >= endS || (isBurning !== wasBurning && atS < rampEndS)) {
      // Where output is at that moment: on its ramp or past it.
      const share = untilS >= rampEndS ? target : startShare + ((target - startShare) * (untilS - startS)) / (rampEndS - startS), bendS = Math.min(rampEndS, untilS);
      if (bendS > startS && bendS > fromS) tell(startS, startShare, bendS, share);
      if (untilS > bendS && untilS > fromS) tell(bendS, target, untilS, target);
      if (atS >= endS) return;
      const comesByRamp = isBurning && wasBurning && rampS > 0;
      startShare = comesByRamp ? share : wanted;
      startS = atS;
      target = wanted;
      rampEndS = comesByRamp ? atS + rampS : atS;
    }
  }
}

const columnsOf = (starts: readonly LevelStart[]): LevelColumns =>
  ({ count: starts.length, atS: starts.map(({ atS }) => atS), share: starts.map(({ share }) => share), rampS: starts.map(({ rampS }) => rampS) });

/** When lamps come on, go off, come on ... Nights that touch are one. */
export function burningEdges(twin: ReadingTwin, clock: CivilClock, rule: number, firstDay: number, endDay: number): number[] {
  const edges: number[] = [];
  for (let day = firstDay; day < endDay; day++) {
    const span = burningSpan(twin, clock, rule, day), lastOffS = edges.at(-1) ?? -Infinity;
    if (!span || span.offS <= lastOffS) continue;
    if (span.onS <= lastOffS) edges.pop();
    else edges.push(span.onS);
    edges.push(span.offS);
  }
  return edges;
}

/** What the limits laid over a zone let it give from each of their edges on. */
function limitEdges(twin: ReadingTwin, clock: CivilClock, ofZone: number, firstDay: number, endDay: number): LevelStart[] {
  const { count, zone, fromClockS, untilClockS } = twin.lightingLimits, clockTimes = new Set<number>();
  for (let limit = 0; limit < count; limit++) if (zone[limit] === ofZone) clockTimes.add(fromClockS[limit]! % DAY_S).add(untilClockS[limit]! % DAY_S);
  const shares = [...clockTimes].map((clockS) => ({ clockS, share: limitAt(twin, ofZone, clockS).share })), edges: LevelStart[] = [];
  for (let day = firstDay; day < endDay; day++) for (const { clockS, share } of shares) edges.push({ atS: wholeS(momentS(clock, day, clockS)), share, rampS: 0 });
  return edges.sort((one, other) => one.atS - other.atS);
}

export interface SpanOfDay { share: number; untilClockS: number }

/** The level of a program that counts by the clock, at a clock time: the last one begun, or that of yesterday evening. */
export function levelAt({ lightingPrograms, dimmingLevels: { fromS, outputShare } }: ReadingTwin, program: number, clockS: number): SpanOfDay {
  if (program < 0 || lightingPrograms.levelCount[program] === 0) return { share: 1, untilClockS: DAY_S };
  const first = lightingPrograms.firstLevel[program]!, end = first + lightingPrograms.levelCount[program]!;
  let current = end - 1;
  for (let level = first; level < end; level++) {
    if (fromS[level]! > clockS) return { share: outputShare[current]!, untilClockS: fromS[level]! };
    current = level;
  }
  return { share: outputShare[current]!, untilClockS: DAY_S };
}

/** The lowest limit laid over a zone at a clock time. */
export function limitAt({ lightingLimits: { count, zone, fromClockS, untilClockS, mostShare } }: ReadingTwin, ofZone: number, clockS: number): SpanOfDay {
  let share = 1, nextS = DAY_S;
  for (let limit = 0; limit < count; limit++) {
    if (zone[limit] !== ofZone) continue;
    const fromS = fromClockS[limit]!, untilS = untilClockS[limit]!;
    if (fromS < untilS ? clockS >= fromS && clockS < untilS : clockS >= fromS || clockS < untilS) share = Math.min(share, mostShare[limit]!);
    for (const edgeS of [fromS, untilS]) if (edgeS > clockS) nextS = Math.min(nextS, edgeS);
  }
  return { share, untilClockS: nextS };
}
