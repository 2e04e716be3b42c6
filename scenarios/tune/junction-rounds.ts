import type { JunctionLoss } from './junction-losses.ts';
import type { JunctionSettings, Setting } from './knob.ts';
import { shuffled } from '../sweep/latin-hypercube.ts';

/** One run of a setting at each junction. */
export interface JunctionTrial { settings: JunctionSettings; seed: number }

export interface JunctionRoundsInput {
  /** By junction, as many at each: what is to be tried there. */
  candidates: readonly (readonly Setting[])[];
  /** What each trial cost at each junction, in their order. */
  evaluate: (trials: readonly JunctionTrial[]) => Promise<readonly (readonly JunctionLoss[])[]>;
  /** No more runs than this. */
  mostRuns: number;
  /** For the draws of who is tried with whom. */
  seed: number;
  /** Every block of runs has a seed of its own, from this one on. */
  firstRunSeed: number;
  onRound?: (round: { candidates: number; runs: number }) => void;
}

/** A setting that was tried at one junction. */
export interface JunctionTried {
  setting: Setting;
  /** What it cost there, block by block. Who was tried in as many blocks was tried with the same seeds. */
  losses: readonly JunctionLoss[];
}

const ROUNDS = 3;
/** After each round so many of a junction's candidates go on, but two at least: the last round tells the best from the next. */
const KEPT_SHARE = 1 / 3, LEAST_KEPT = 2;

/**
 * The better settings of every junction, all junctions in the same runs. In a block of runs with one seed each junction meets each of
 * its candidates once, in an order of chance that is its own: what its neighbours have meanwhile is drawn by chance, and their part evens out
 * (randomised blocks; Fisher 1935). After a third of the runs the better third of a junction's candidates goes on (successive halving), so
 * that later blocks compare them beside neighbours that are near their best, too. `by` is what a junction's setting is judged by.
 *
 * Left out: what a setting does to the junctions beyond its own. The combination of the best has to be tried as a whole.
 */
export async function junctionRounds({ candidates, evaluate, mostRuns, seed, firstRunSeed, onRound }: JunctionRoundsInput, by: (loss: JunctionLoss) => number): Promise<{ tried: JunctionTried[][]; runs: number }> {
  const tried = candidates.map((all) => all.map((setting): { setting: Setting; losses: JunctionLoss[] } => ({ setting, losses: [] })));
  let going = tried, runs = 0, blocks = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const count = going[0]?.length ?? 0, room = Math.floor((mostRuns - runs) / (ROUNDS - round));
    // A block has a run for each of them.
    if (count === 0 || room < count) break;
    const trials: JunctionTrial[] = [], placed: number[][] = [];
    for (const untilBlock = blocks + Math.floor(room / count); blocks < untilBlock; blocks++) {
      const orders = going.map((_, junction) => shuffled(count, seed + blocks, junction));
      for (let at = 0; at < count; at++) {
        placed.push(orders.map((order) => order[at]!));
        trials.push({ settings: orders.map((order, junction) => going[junction]![order[at]!]!.setting), seed: firstRunSeed + blocks });
      }
    }
    const losses = await evaluate(trials);
    // Runs of a block stand together, and a candidate has one of them: its losses come in the order of blocks.
    losses.forEach((byJunction, trial) => byJunction.forEach((loss, junction) => going[junction]![placed[trial]![junction]!]!.losses.push(loss)));
    runs += trials.length;
    onRound?.({ candidates: count, runs });
    going = going.map((all) => [...all].sort((one, other) => total(one, by) - total(other, by)).slice(0, Math.max(LEAST_KEPT, Math.ceil(count * KEPT_SHARE))));
  }
  return { tried, runs };
}

const total = ({ losses }: JunctionTried, by: (loss: JunctionLoss) => number): number => losses.reduce((sum, loss) => sum + by(loss), 0);
