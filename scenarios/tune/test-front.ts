import { pairedInterval } from '../compare/paired-mean.ts';
import { settingsKey, type JunctionSettings } from './knob.ts';
import { LOSSES, meanLost, type LostTime } from './lost-time.ts';
import type { KnownSetting } from './priority-setting.ts';
import type { Simulate } from './remembered-runs.ts';

/** Settings, tested on seeds that the search has not seen. */
export interface Tested { settings: JunctionSettings; mean: LostTime; bySeed: readonly LostTime[] }

/** What the chosen settings are held against: those that everybody knows, and the best that the search found for all junctions alike. */
export type Peer = KnownSetting | 'everywhere';

/** The chosen settings less those of a peer, seed by seed. */
export type Gains = Record<keyof LostTime, ReturnType<typeof pairedInterval>>;

export interface TestedFront {
  /** By rising loss of buses. */
  front: readonly Tested[];
  peers: Record<Peer, Tested>;
  /** Of the front, where a person lost least in the search. */
  chosen: Tested;
  gains: Record<Peer, Gains>;
}

/** Settings on new seeds, and the chosen ones held against the peers in pairs. `chosen`: one of the front. */
export async function testFront(simulate: Simulate, { front, chosen, peers, seeds }: { front: readonly JunctionSettings[]; chosen: JunctionSettings; peers: Record<Peer, JunctionSettings>; seeds: readonly number[] }): Promise<TestedFront> {
  const settings = [...new Map([...front, ...Object.values(peers)].map((one) => [settingsKey(one), one])).values()];
  const outcomes = await simulate(settings.flatMap((one) => seeds.map((seed) => ({ settings: one, seed }))));
  const tested = new Map(settings.map((one, at): [string, Tested] => {
    const bySeed = outcomes.slice(at * seeds.length, (at + 1) * seeds.length).map(({ lost }) => lost);
    return [settingsKey(one), { settings: one, bySeed, mean: meanLost(bySeed) }];
  }));
  const testedOf = (one: JunctionSettings): Tested => tested.get(settingsKey(one))!, best = testedOf(chosen);
  const byPeer = <V>(value: (peer: Tested) => V): Record<Peer, V> => Object.fromEntries(Object.entries(peers).map(([name, one]) => [name, value(testedOf(one))])) as Record<Peer, V>;
  return {
    front: front.map(testedOf).sort((one, other) => one.mean.busS - other.mean.busS),
    chosen: best, peers: byPeer((peer) => peer), gains: byPeer((peer) => gainsOf(best, peer)),
  };
}

const gainsOf = (chosen: Tested, peer: Tested): Gains =>
  Object.fromEntries(LOSSES.map((kind) => [kind, pairedInterval(chosen.bySeed.map((one, at) => one[kind] - peer.bySeed[at]![kind]))])) as Gains;
