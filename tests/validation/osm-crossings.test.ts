// Goal: crossings of a real map stand where its file has them, counted by a second reader, with signals that people can use.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { importOsm } from '../../data/build/from-osm.ts';
import { crossingControl } from '../../engine/twin/crossings.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

describeOnSharedData('crossings of Bad Hersfeld', () => {
  let twin: Twin, leftOut: number, text: string;
  beforeAll(async () => {
    const path = sharedPath('02-osm/badhersfeld_bbox.osm.xml.gz');
    const { value, problems } = await importOsm(path);
    twin = value!;
    leftOut = Number(problems.find(({ code }) => code === 'osm-crossings-left-out')?.parameters['count'] ?? 0);
    text = gunzipSync(readFileSync(path)).toString('utf8');
  });

  test('each node with the tag that lies on a street is a crossing or counted as left out', () => {
    const streets = [...text.matchAll(/<way [\s\S]*?<\/way>/g)].map(([way]) => way).filter((way) => /k="highway" v="(motorway|trunk|primary|secondary|tertiary|unclassified|residential|living_street|service)(_link)?"/.test(way));
    const onStreets = new Set(streets.flatMap((way) => [...way.matchAll(/<nd ref="(\d+)"/g)].map(([, id]) => id!)));
    const tagged = [...text.matchAll(/<node id="(\d+)"[^>]*[^/]>([\s\S]*?)<\/node>/g)].filter(([, id, tags]) => tags!.includes('k="highway" v="crossing"') && onStreets.has(id!));
    console.log(`${tagged.length} nodes on streets, ${twin.crossings.count} crossings, ${leftOut} left out`);
    expect(twin.crossings.count).toBeGreaterThan(50);
    for (let row = 0; row < twin.crossings.count; row++) expect(tagged.map(([, id]) => `osm:node/${id}`)).toContain(twin.crossings.name[row]);
    // Some service ways (driveways, aisles of car parks) are no streets of the twin.
    expect(twin.crossings.count + leftOut).toBeLessThanOrEqual(tagged.length);
    expect(twin.crossings.count + leftOut).toBeGreaterThan(0.9 * tagged.length);
  });

  test('people at signals get their green in every cycle, and never together with vehicles that go straight over it', () => {
    const { crossings, crossingWindows, controllers, intervals, aspects, movements } = twin;
    let withSignals = 0;
    for (let row = 0; row < crossings.count; row++) {
      if (crossings.control[row] !== crossingControl.signals) continue;
      withSignals++;
      const controller = crossings.controller[row]!, first = controllers.firstInterval[controller]!;
      let greenS = 0;
      for (let interval = first; interval < first + controllers.intervalCount[controller]!; interval++) {
        const shown = (group: number): number => aspects.shown[intervals.firstAspect[interval]! + group]!;
        if (shown(crossings.signalGroup[row]!) !== aspect.green) continue;
        greenS += intervals.durationS[interval]!;
        for (let window = crossings.firstWindow[row]!; window < crossings.firstWindow[row]! + crossings.windowCount[row]!; window++) {
          const movement = crossingWindows.movement[window]!;
          // What begins just behind its stop line leaves the arm; the others come into it.
          if (movement >= 0 && crossingWindows.fromM[window]! < 1) expect(shown(movements.signalGroup[movement]!)).toBe(aspect.red);
        }
      }
      expect(greenS).toBeGreaterThanOrEqual(Math.max(6, crossings.lengthM[row]! / 1.2));
    }
    expect(withSignals).toBeGreaterThan(5);
  });

  test('windows lie within their lanes and ways, and one beside the other from kerb to kerb', () => {
    const { crossings, crossingWindows, lanes, movements } = twin;
    for (let window = 0; window < crossingWindows.count; window++) {
      const lane = crossingWindows.lane[window]!, movement = crossingWindows.movement[window]!, crossing = crossingWindows.crossing[window]!;
      expect(crossingWindows.fromM[window]).toBeGreaterThanOrEqual(0);
      expect(crossingWindows.untilM[window]).toBeLessThanOrEqual(lane >= 0 ? lanes.lengthM[lane]! : movements.lengthM[movement]!);
      expect(crossingWindows.nearM[window]).toBeLessThan(crossingWindows.farM[window]!);
      expect(crossingWindows.farM[window]).toBeLessThanOrEqual(crossings.lengthM[crossing]! + 1e-6);
      expect((lane >= 0 ? lanes.permitted[lane]! : movements.permitted[movement]!) & ORDINARY_TRAFFIC).not.toBe(0);
    }
  });
});
