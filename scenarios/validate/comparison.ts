import { LIMITS } from './limits.ts';
import { linkAgreement, linkCells, meanCells, type LinkAgreement, type LinkCell, type MeanCell } from './link-cells.ts';
import type { ObservedCounts, ObservedRun } from './observed-run.ts';
import { mean, standardDeviation } from './spread.ts';

/** What two simulators are compared by, in the order in which it is told. */
export const figureNames = [
  'inserted', 'arrived', 'running', 'rescued', 'duration', 'timeLoss', 'departDelay', 'busTimeLoss', 'linkFlows', 'linkTimes',
] as const;
export type FigureName = (typeof figureNames)[number];

/**
 * kept: within the limit. own-spread: outside, yet no farther from the mean of the reference than two standard deviations
 * of its own seeds, so that the reference itself would miss it as often. missed: neither.
 */
export type Verdict = 'kept' | 'own-spread' | 'missed';

/** One figure of both sides, and whether the limit is kept. */
export interface ComparedFigure {
  name: FigureName;
  /** Means over the runs. For link flows and times: what the reference reaches against itself, seed against seed. */
  reference: number | undefined;
  ours: number;
  /** Standard deviation between the seeds of the reference. */
  referenceDeviation: number;
  /** How far ours is from the reference, as a share of it; undefined where that says nothing. */
  differenceShare: number | undefined;
  /** Bound on `ours`, both ends included; undefined for what is shown only. */
  limit: Bounds | undefined;
  /** undefined without a limit. */
  verdict: Verdict | undefined;
}

export interface SideBySide {
  reference: readonly ObservedRun[];
  ours: readonly ObservedRun[];
  figures: ComparedFigure[];
  /** Means over all pairs of runs, one for each link and quarter of an hour. */
  cells: MeanCell[];
  agreement: LinkAgreement;
  /** The reference against itself, seed against seed; without cells where it has one run. */
  ownAgreement: LinkAgreement;
}

/** Ours against a reference, from all runs of both. `buses`: names of the vehicles that are buses. */
export function compareSideBySide(reference: readonly ObservedRun[], ours: readonly ObservedRun[], buses: ReadonlySet<string>): SideBySide {
  const cells = reference.flatMap((one) => ours.flatMap((other) => linkCells(one, other)));
  const agreement = linkAgreement(cells), ownAgreement = linkAgreement(ownCells(reference));
  return {
    reference, ours, agreement, ownAgreement,
    figures: [...countFigures(reference, ours), ...tripFigures(reference, ours, buses), ...linkFigures(agreement, ownAgreement)],
    cells: meanCells(cells),
  };
}

const ownCells = (runs: readonly ObservedRun[]): LinkCell[] =>
  runs.flatMap((one, at) => runs.slice(at + 1).flatMap((other) => linkCells(one, other)));

function figure(name: FigureName, references: readonly number[], ours: readonly number[], limitOf: (reference: number, deviation: number) => Bounds | undefined): ComparedFigure[] {
  if (references.length === 0 || ours.length === 0) return [];
  const reference = mean(references), our = mean(ours), referenceDeviation = standardDeviation(references), limit = limitOf(reference, referenceDeviation);
  return [{
    name, reference, ours: our, referenceDeviation, limit, differenceShare: reference !== 0 ? our / reference - 1 : undefined,
    verdict: limit && verdictOn(our, limit, within(reference, LIMITS.meanDeviations * referenceDeviation)),
  }];
}

function verdictOn(value: number, limit: Bounds, own?: Bounds): Verdict {
  if (value >= limit.least && value <= limit.most) return 'kept';
  return own && value >= own.least && value <= own.most ? 'own-spread' : 'missed';
}

interface Bounds { least: number; most: number }

const within = (reference: number, by: number): Bounds => ({ least: reference - by, most: reference + by });

function countFigures(reference: readonly ObservedRun[], ours: readonly ObservedRun[]): ComparedFigure[] {
  const of = (name: keyof ObservedCounts, limitOf: (reference: number) => Bounds | undefined): ComparedFigure[] =>
    figure(name as FigureName, reference.map(({ counts }) => counts[name]), ours.map(({ counts }) => counts[name]), limitOf);
  const share = (vehicles: number): Bounds => within(vehicles, Math.max(LIMITS.countVehicles, LIMITS.countShare * vehicles));
  // Where all arrive in every run of the reference, all must: a share of nothing left on the road is nothing.
  const allArrive = reference.every(({ counts: { running, waiting } }) => running === 0 && waiting === 0);
  return [
    ...of('inserted', allArrive ? (vehicles) => within(vehicles, 0) : share), ...of('arrived', allArrive ? (vehicles) => within(vehicles, 0) : share),
    ...of('running', allArrive ? (vehicles) => within(vehicles, 0) : share), ...of('rescued', (teleports) => ({ least: 0, most: teleports })),
  ];
}

function tripFigures(reference: readonly ObservedRun[], ours: readonly ObservedRun[], buses: ReadonlySet<string>): ComparedFigure[] {
  const means = (runs: readonly ObservedRun[], quantity: 'durationS' | 'timeLossS' | 'departDelayS', only?: ReadonlySet<string>): number[] =>
    runs.flatMap(({ trips }) => {
      const values = trips.filter(({ name }) => !only || only.has(name)).map((trip) => trip[quantity]);
      return values.length > 0 ? [mean(values)] : [];
    });
  const nearMean = (value: number, deviation: number): Bounds =>
    within(value, Math.max(LIMITS.meanShare * value, LIMITS.meanDeviations * deviation));
  const of = (name: FigureName, quantity: Parameters<typeof means>[1], limitOf: Parameters<typeof figure>[3], only?: ReadonlySet<string>): ComparedFigure[] =>
    figure(name, means(reference, quantity, only), means(ours, quantity, only), limitOf);
  return [
    ...of('duration', 'durationS', nearMean), ...of('timeLoss', 'timeLossS', nearMean), ...of('departDelay', 'departDelayS', () => undefined),
    ...of('busTimeLoss', 'timeLossS', (value) => within(value, LIMITS.busTimeLossShare * value), buses),
  ];
}

function linkFigures(agreement: LinkAgreement, own: LinkAgreement): ComparedFigure[] {
  const { gehBelow5Share: flows, travelTimeErrorShare: times } = agreement;
  const of = (name: FigureName, reference: number | undefined, ours: number, limit: Bounds): ComparedFigure =>
    ({ name, reference, ours, referenceDeviation: 0, differenceShare: undefined, limit, verdict: verdictOn(ours, limit) });
  const mostTimes = Math.max(LIMITS.linkTimeShare, LIMITS.linkTimeTimesOwn * (own.travelTimeErrorShare ?? 0));
  return [
    ...(flows === undefined ? [] : [of('linkFlows', own.gehBelow5Share, flows, { least: LIMITS.gehBelow5Share, most: 1 })]),
    ...(times === undefined ? [] : [of('linkTimes', own.travelTimeErrorShare, times, { least: 0, most: mostTimes })]),
  ];
}
