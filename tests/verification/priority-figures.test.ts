// Goal: the pictures of signals and priority show what the numbers say, in both languages, whatever names hold.
import { describe, expect, test } from 'vitest';
import { aspect } from '../../engine/twin/signals.ts';
import { languages } from '../../scenarios/language/language.ts';
import { delayDistribution } from '../../scenarios/report/figures/delay-distribution.ts';
import { queueProfile } from '../../scenarios/report/figures/queue-profile.ts';
import { stageDiagram } from '../../scenarios/report/figures/stage-diagram.ts';
import { timeSpace } from '../../scenarios/report/figures/time-space.ts';

const HOSTILE = '</text><script>1</script> & "';
const { green, amber, red } = aspect;
const stages = {
  controller: HOSTILE, lengthS: 90, stages: [{ fromS: 0, untilS: 40 }, { fromS: 45, untilS: 85 }],
  groups: [
    { name: 'east', spans: [{ fromS: 0, untilS: 40, aspect: green }, { fromS: 40, untilS: 43, aspect: amber }, { fromS: 43, untilS: 90, aspect: red }] },
    { name: HOSTILE, spans: [{ fromS: 0, untilS: 45, aspect: red }, { fromS: 45, untilS: 85, aspect: aspect.greenPermissive }, { fromS: 85, untilS: 88, aspect: amber }, { fromS: 88, untilS: 90, aspect: red }] },
  ],
};
const corridor = {
  corridor: 'L1', side: HOSTILE, fromS: 27000, untilS: 28800, lengthM: 2000,
  signals: [{ name: HOSTILE, atM: 500, closed: [{ fromS: 27000, untilS: 27900 }] }, { name: 'second', atM: 1500, closed: [] }], stops: [{ name: 'stop', atM: 800 }],
  tracks: [{ points: [{ timeS: 26900, atM: 0 }, { timeS: 27900, atM: 2000 }] }],
};
const queue = { approach: HOSTILE, storageM: 120, curves: [{ name: 'before', timeS: [0, 300, 600], queueM: [10, 110, 0] }, { name: 'after', timeS: [0, 300, 600], queueM: [5, 50, 0] }] };
const delays = { whose: HOSTILE, binS: 10, sides: [{ name: 'before', counts: [10, 30, 60], meanS: 22 }, { name: 'after', counts: [50, 50], meanS: 10 }] };

const drawn = (language: 'fr' | 'en') => [stageDiagram(stages, 'a', language), timeSpace(corridor, 'b', language), queueProfile(queue, 'c', language)!, delayDistribution(delays, 'd', language)!];

describe.each(languages)('in %s', (language) => {
  test.each(drawn(language).map((svg, at) => [['stages', 'time-space', 'queue', 'delays'][at]!, svg] as const))('%s: whole, with words for those who do not see it, and no number that is none', (_name, svg) => {
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(/<title [^>]*>([^<]+)<\/title><desc [^>]*>([^<]+)<\/desc>/.exec(svg)!.slice(1).every((text) => text.length > 10)).toBe(true);
    for (const element of ['svg', 'text', 'g', 'pattern', 'clipPath']) expect(svg.match(new RegExp(`<${element}[ >]`, 'g'))?.length, element).toBe(svg.match(new RegExp(`</${element}>`, 'g'))?.length);
  });
});

/** Attributes of every rectangle whose fill is this. */
const rects = (svg: string, fill: string): Record<string, number>[] =>
  [...svg.matchAll(/<rect ([^>]*)\/>/g)].filter(([, text]) => text!.includes(`fill="${fill}"`)).map(([, text]) => Object.fromEntries([...text!.matchAll(/(\w+)="([\d.]+)"/g)].map(([, name, value]) => [name, Number(value)])));

test('a green is as wide as it is long, and clearing times are hatched', () => {
  const svg = stageDiagram(stages, 'a', 'en'), [legendGreen, , mine, permissive] = rects(svg, 'var(--figure-third, #00715a)');
  expect(legendGreen!['width']).toBe(30);
  // 40 s of 90 s over the width of the picture without its margins.
  expect(mine!['width']).toBeCloseTo((40 / 90) * 540, 6);
  expect(permissive!['width']).toBeCloseTo((40 / 90) * 540, 6);
  expect(permissive!['height']).toBe(mine!['height']! / 2);
  expect(rects(svg, 'url(#a-hatch)').map(({ width }) => Math.round(width! / 6))).toEqual([5, 5]);
});

test('a bus is drawn where the run says it was, and a red as long as it lasted', () => {
  const svg = timeSpace(corridor, 'b', 'en'), [, red1] = rects(svg, 'var(--figure-red, #a3271b)');
  const plotWide = 560 - 58 - 16;
  expect(red1!['width']).toBeCloseTo(plotWide / 2, 6);
  const [from, until] = /points="([^"]+)"/.exec(svg)![1]!.split(/ (?=\S+ \S+$)/).map((point) => point.split(' ').map(Number));
  // 2,000 m in 1,000 s: from the foot of the picture to its top.
  expect(until![0]! - from![0]!).toBeCloseTo((1000 / 1800) * plotWide, 0);
  expect(from![1]! - until![1]!).toBeCloseTo(430, 6);
});

test('shares of each side add up to all of its passages', () => {
  const svg = delayDistribution(delays, 'd', 'en')!;
  for (const [fill, shares] of [['var(--figure-baseline, #0067a3)', [0.1, 0.3, 0.6]], ['var(--figure-scenario, #b84a00)', [0.5, 0.5, 0]]] as const) {
    const bars = rects(svg, fill).slice(1), heights = bars.map(({ height }) => height!), all = heights.reduce((sum, one) => sum + one, 0);
    expect(heights.map((height) => Math.round((height / all) * 100) / 100)).toEqual(shares);
  }
});

test('where nobody passed or no green began there is no picture', () => {
  expect(delayDistribution({ ...delays, sides: [{ name: 'none', counts: [0], meanS: 0 }] }, 'd', 'en')).toBeUndefined();
  expect(queueProfile({ ...queue, curves: [{ name: 'none', timeS: [], queueM: [] }] }, 'c', 'en')).toBeUndefined();
});

test('the room of an approach is shown where queues come near it, and not where it would press them flat', () => {
  expect(queueProfile(queue, 'c', 'en')).toContain('120 m');
  expect(queueProfile({ ...queue, storageM: 5000 }, 'c', 'en')!.replace(/<desc.*<\/desc>/, '')).not.toContain('5,000');
});
