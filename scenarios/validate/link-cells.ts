import { geh, GEH_MATCH } from '../compare/geh.ts';
import type { ObservedLink, ObservedRun } from './observed-run.ts';
import { mean, median } from './spread.ts';

/** One link in one quarter of an hour, as two runs saw it. */
export interface LinkCell {
  link: string;
  fromS: number;
  /** Vehicles an hour that came onto it: reference, then the run held against it. */
  flowsPerHour: readonly [number, number];
  /** undefined where one of them saw nobody drive. */
  travelTimesS: readonly [number, number] | undefined;
}

/** Cells in which neither run has so many vehicles say nothing about flows or speeds. */
export const LEAST_VEHICLES = 10;
const HOUR_S = 3600, QUARTER_S = 900;
/** Intervals of two files that overlap by this share are the same one: quarters may count from the start of a run or from the clock. */
const SAME_INTERVAL_SHARE = 0.95;

const isWhole = ({ fromS, untilS }: ObservedLink): boolean => untilS - fromS === QUARTER_S;

const overlapShare = (one: ObservedLink, other: ObservedLink): number =>
  (Math.min(one.untilS, other.untilS) - Math.max(one.fromS, other.fromS)) / QUARTER_S;

/** Every cell in which at least one of two runs saw enough vehicles. A link that one of them does not list had none. */
export function linkCells(reference: ObservedRun, compared: ObservedRun): LinkCell[] {
  const intervals = sharedIntervals(reference, compared);
  const compareds = new Map(compared.links.map((cell) => [`${cell.fromS} ${cell.link}`, cell]));
  const references = new Map(reference.links.map((cell) => [`${cell.fromS} ${cell.link}`, cell]));
  const cells: LinkCell[] = [];
  for (const [one, other] of intervals) {
    const names = new Set([...reference.links.filter(({ fromS }) => fromS === one.fromS), ...compared.links.filter(({ fromS }) => fromS === other.fromS)].map(({ link }) => link));
    for (const link of names) {
      const first = references.get(`${one.fromS} ${link}`), second = compareds.get(`${other.fromS} ${link}`);
      if (Math.max(first?.entered ?? 0, second?.entered ?? 0) < LEAST_VEHICLES) continue;
      cells.push({
        link, fromS: one.fromS,
        flowsPerHour: [perHour(first), perHour(second)],
        travelTimesS: first?.travelTimeS !== undefined && second?.travelTimeS !== undefined ? [first.travelTimeS, second.travelTimeS] : undefined,
      });
    }
  }
  return cells;
}

const perHour = (cell: ObservedLink | undefined): number => ((cell?.entered ?? 0) * HOUR_S) / QUARTER_S;

/** The whole quarters that both runs have, each as the one's and the other's. The quarter that a run ends in is left out: it is too short to give a flow. */
function sharedIntervals(reference: ObservedRun, compared: ObservedRun): [ObservedLink, ObservedLink][] {
  const firsts = (run: ObservedRun): ObservedLink[] =>
    [...new Map(run.links.filter(isWhole).map((cell) => [cell.fromS, cell])).values()].sort((one, other) => one.fromS - other.fromS);
  const theirs = firsts(compared);
  return firsts(reference).flatMap((one): [ObservedLink, ObservedLink][] => {
    const other = theirs.find((cell) => overlapShare(one, cell) >= SAME_INTERVAL_SHARE);
    return other ? [[one, other]] : [];
  });
}

/** How near two sets of runs are, link by link: over all cells of all pairs. */
export interface LinkAgreement {
  cells: number;
  /** Share of cells whose GEH is below 5; undefined without cells. */
  gehBelow5Share: number | undefined;
  /** Median of the relative difference of travel times. */
  travelTimeErrorShare: number | undefined;
}

export function linkAgreement(cells: readonly LinkCell[]): LinkAgreement {
  const good = cells.filter(({ flowsPerHour: [one, other] }) => geh(one, other) < GEH_MATCH).length;
  return {
    cells: cells.length,
    gehBelow5Share: cells.length === 0 ? undefined : good / cells.length,
    travelTimeErrorShare: median(cells.flatMap(({ travelTimesS }) => (travelTimesS && travelTimesS[0] > 0 ? [Math.abs(travelTimesS[1] / travelTimesS[0] - 1)] : []))),
  };
}

/** A cell with the means over all pairs of runs that have it. */
export interface MeanCell extends LinkCell { geh: number }

/** One cell for each link and interval: the means of what the pairs of runs saw. */
export function meanCells(cells: readonly LinkCell[]): MeanCell[] {
  const byCell = new Map<string, LinkCell[]>();
  for (const cell of cells) {
    const key = `${cell.fromS} ${cell.link}`, same = byCell.get(key);
    if (same) same.push(cell);
    else byCell.set(key, [cell]);
  }
  return [...byCell.values()].map((same) => {
    const flowsPerHour = meanPair(same.map((cell) => cell.flowsPerHour)), timed = same.flatMap(({ travelTimesS }) => (travelTimesS ? [travelTimesS] : []));
    return {
      link: same[0]!.link, fromS: same[0]!.fromS, flowsPerHour, geh: geh(...flowsPerHour),
      travelTimesS: timed.length === 0 ? undefined : meanPair(timed),
    };
  });
}

const meanPair = (pairs: readonly (readonly [number, number])[]): [number, number] => [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))];
