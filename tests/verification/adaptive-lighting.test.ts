// Goal: lamps that follow the traffic do so as theory and naive accounts say: who is there, second by second; up at once, down after the hold, or to what the confirming samples agree on, read off the whole series of counts.
import { describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { switchDueLamps } from '../../engine/lighting/switch-lamps.ts';
import { closeLinkInterval, LINK_INTERVAL_S } from '../../engine/results/link-counts.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { run } from '../../engine/run.ts';
import { lampGroups } from '../../engine/twin/lamp-groups.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { watch } from '../situations/crossing-town.ts';
import { changed, litStreet } from './lit-street.ts';

const HOURS = process.env['JUMEAU_PROOF'] === '1' ? 400 : 40;
const presence = (more: { holdS?: number; quietShare?: number } = {}, fallS = 0) =>
  ({ change: 'adaptive-lighting', zone: 'night', from: '00:00', until: '24:00', fallS, rule: { by: 'presence', quietShare: 0.2, busyShare: 0.8, holdS: 60, ...more } }) as const;
const hour = { seed: 1, fromS: 0, untilS: 3600, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
/** The group of the lamps of a street. */
const groupOf = (twin: Twin, street: number): number => lampGroups(twin).streets.findIndex((streets) => streets.includes(street));

describe('presence', () => {
  test.each([[30, 20], [90, 60], [300, 15]])(`Poisson arrivals, %i an hour held %i s, over ${HOURS} h: lit up for 1 - exp(-lambda tau) of the time`, (perH, holdS) => {
    const twin = changed(litStreet(1, {}), presence({ holdS })), group = groupOf(twin, 0), state = prepareState(twin, 0), log = makeResultLog(twin, 0);
    let busyS = 0;
    for (; state.timeS < HOURS * 3600; state.timeS++, state.tick++) {
      // Who comes is there for one step.
      state.activePlaceCount = randomShare(7, 4412, state.tick, perH) < 1 - Math.exp(-perH / 3600) ? 1 : 0;
      switchDueLamps(twin, state, log);
      if (Math.abs(state.lighting.zones.outputShare[group]! - 0.8) < 1e-9) busyS++;
      if (state.timeS >= log.linkCounts.fromS + LINK_INTERVAL_S) closeLinkInterval(log.linkCounts, log.links, state.timeS);
    }
    const share = busyS / state.timeS, expected = 1 - Math.exp((-perH * holdS) / 3600);
    // Five standard errors of the mean of so many renewals.
    const error = 5 * Math.sqrt((expected * (1 - expected) * 2 * holdS) / state.timeS);
    console.log(`${perH} an hour, held ${holdS} s: ${(100 * share).toFixed(2)} % of ${HOURS} h (theory ${(100 * expected).toFixed(2)} %)`);
    expect(Math.abs(share - expected)).toBeLessThan(error);
  });

  test.each([1, 2, 3])('cars and people of a simulated hour: every second what a naive account says (seed %i)', (seed) => {
    const twin = changed(litStreet(seed, { carsPerH: 60, peopleAnHour: 30 }), presence()), groups = [0, 1].map((street) => groupOf(twin, street));
    const lastSeenS = [-1e9, -1e9], seenStates = new Set<string>();
    watch(twin, 3600, (state) => {
      const { vehicles, pedestrians } = state;
      for (let slot = 0; slot < vehicles.count; slot++) if (vehicles.departure[slot]! >= 0) lastSeenS[twin.links.street[vehicles.link[slot]!]!] = state.timeS;
      if (pedestrians!.peopleCount > 0) lastSeenS[0] = state.timeS;
      const output = groups.map((group) => state.lighting.zones.outputShare[group]!), naive = lastSeenS.map((seenS) => (state.timeS - seenS < 60 ? 0.8 : 0.2));
      expect(output, `at ${state.timeS} s`).toEqual(naive);
      seenStates.add(naive.join(' '));
    }, { seed });
    // All four states have been there, or the test would look at nothing.
    expect(seenStates.size).toBe(4);
  });

  test('output falls evenly and rises at once, and the energy of an hour is that of a naive account, to a billionth', () => {
    const twin = changed(litStreet(2, { carsPerH: 50 }), presence({ holdS: 30 }, 20)), lastSeenS = [-1e9, -1e9], before = [0.2, 0.2], lampsOf = [4, 2];
    let naiveWs = 3600 * 2 * 100 * 0.7, falling = 0;
    watch(twin, 3600, ({ vehicles, timeS }) => {
      for (const street of [0, 1]) {
        // As it is when nobody comes; who does come makes it jump.
        const sinceS = timeS - lastSeenS[street]! - 30, reached = sinceS <= 0 ? 0.8 : Math.max(0.2, 0.8 - (0.6 * sinceS) / 20);
        naiveWs += (100 * lampsOf[street]! * (before[street]! + reached)) / 2;
        if (reached > 0.2 && reached < 0.8) falling++;
        if (vehicles.departure.some((departure, slot) => departure >= 0 && twin.links.street[vehicles.link[slot]!] === street)) lastSeenS[street] = timeS;
        before[street] = lastSeenS[street] === timeS ? 0.8 : reached;
      }
    }, { seed: 1 });
    const { figures } = run(twin, hour);
    expect(falling).toBeGreaterThan(200);
    expect(Math.abs((figures.lightingEnergyKwh * 3.6e6) / naiveWs - 1)).toBeLessThan(1e-9);
  });
});

describe('traffic', () => {
  const steps = [{ fromFlowPerH: 0, outputShare: 0.3 }, { fromFlowPerH: 60, outputShare: 0.6 }, { fromFlowPerH: 300, outputShare: 1 }] as const;
  const traffic = (intervalS: number, confirmations: number) => ({ change: 'adaptive-lighting', zone: 'night', from: '00:00', until: '24:00', fallS: 0, rule: { by: 'traffic', intervalS, confirmations, steps: [...steps] } }) as const;

  /** Output after each sample with so many vehicles. */
  function outputsAfter(counts: readonly number[], intervalS = 600, confirmations = 2): number[] {
    const twin = changed(litStreet(1, {}), traffic(intervalS, confirmations)), group = groupOf(twin, 0), state = prepareState(twin, 0), log = makeResultLog(twin, 0), outputs: number[] = [];
    switchDueLamps(twin, state, log);
    for (const [sample, count] of counts.entries()) {
      for (let second = 1; second <= intervalS; second++) {
        state.timeS = sample * intervalS + second;
        // Spread over the sample, across the quarters at which counts of results begin anew.
        log.linkCounts.entered[0]! += Math.floor((count * second) / intervalS) - Math.floor((count * (second - 1)) / intervalS);
        switchDueLamps(twin, state, log);
        if (state.timeS >= log.linkCounts.fromS + LINK_INTERVAL_S) closeLinkInterval(log.linkCounts, log.links, state.timeS);
      }
      outputs.push(state.lighting.zones.outputShare[group]!);
    }
    return outputs;
  }

  /** The least output whose limit of flow all the samples that confirm kept below; who has not been counted yet has the traffic of the design class. */
  const byTheRule = (flowsPerH: readonly number[], confirmations: number): number[] => flowsPerH.map((_, sample) => {
    const confirming = flowsPerH.slice(Math.max(0, sample + 1 - confirmations), sample + 1);
    if (confirming.length < confirmations) return 1;
    return Math.max(...confirming) < 60 ? 0.3 : Math.max(...confirming) < 300 ? 0.6 : 1;
  });

  test('ten-minute counts times six: up at once, down after two samples in a row, to what both ask for, from the design class on', () => {
    // 49 in ten minutes are 294 an hour, 50 are 300.
    expect(outputsAfter([50, 49, 49, 9, 50, 9, 9, 9, 10, 0, 50, 0, 49, 9])).toEqual([1, 1, 0.6, 0.6, 1, 1, 0.3, 0.3, 0.6, 0.6, 1, 1, 0.6, 0.6]);
    expect(outputsAfter([0, 0, 0])).toEqual([1, 0.3, 0.3]);
    // Two samples ask for 0.6 or less, only one for 0.3.
    expect(outputsAfter([50, 49, 9])).toEqual([1, 1, 0.6]);
    expect(outputsAfter([50, 49, 9, 9])).toEqual([1, 1, 0.6, 0.3]);
    expect(outputsAfter([50, 9, 49, 9, 9])).toEqual([1, 1, 0.6, 0.6, 0.3]);
    expect(outputsAfter([50, 49, 9, 9, 9], 600, 3)).toEqual([1, 1, 1, 0.6, 0.3]);
    expect(outputsAfter([50, 49, 9, 49], 600, 1)).toEqual([1, 0.6, 0.3, 0.6]);
  });

  test.each([1, 2, 3, 5])('300 samples at random, %i of which confirm: what the rule says of the whole series', (confirmations) => {
    // A vehicle a minute is 60 an hour. Eight samples in a row come up to one step at most, or nothing would ever be confirmed.
    const draw = (purpose: number, row: number, below: number): number => Math.floor(below * randomShare(31, purpose, row, confirmations));
    const counts = Array.from({ length: 300 }, (_, sample) => [0, 2, 6][draw(4413, sample, 1 + draw(4414, Math.floor(sample / 8), 3))]!);
    const outputs = outputsAfter(counts, 60, confirmations);
    expect(outputs).toEqual(byTheRule(counts.map((count) => 60 * count), confirmations));
    // Every way from a step to a step has been gone.
    expect(new Set(outputs.map((output, sample) => `${outputs[sample - 1] ?? 1} ${output}`))).toEqual(new Set(['1 1', '1 0.6', '1 0.3', '0.6 1', '0.6 0.6', '0.6 0.3', '0.3 1', '0.3 0.6', '0.3 0.3']));
  });

  test('in a simulated hour output follows the counts of who came onto the street', () => {
    const twin = changed(litStreet(5, { carsPerH: 240 }), traffic(600, 2)), group = groupOf(twin, 1), flows: number[] = [], known = new Set<number>();
    watch(twin, 3600, ({ vehicles, timeS }) => {
      for (let slot = 0; slot < vehicles.count; slot++) if (vehicles.departure[slot]! >= 0 && vehicles.link[slot] === 1) known.add(vehicles.departure[slot]!);
      if (timeS % 600 === 0) flows.push(known.size * 6 - flows.reduce((sum, flow) => sum + flow, 0));
    }, { seed: 1 });
    const expected = byTheRule(flows, 2);
    const { groupSwitches } = run(twin, hour).tables;
    const outputAt = (timeS: number): number => Array.from({ length: groupSwitches.count }, (_, row) => row).filter((row) => groupSwitches.group[row] === group && groupSwitches.timeS[row]! <= timeS).map((row) => groupSwitches.outputShare[row]!).at(-1)!;
    console.log(`flows of ten minutes, vehicles an hour: ${flows.join(', ')}; output ${expected.join(', ')}`);
    // The run ends with the last sample, before it is looked at.
    for (const [at, share] of expected.slice(0, -1).entries()) expect(outputAt((at + 1) * 600 + 1), `sample ${at}`).toBeCloseTo(share, 6);
    expect(new Set(expected.slice(0, -1)).size).toBeGreaterThan(1);
  });
});
