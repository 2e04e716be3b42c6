// Goal: on real maps no vehicle can make a turn that a restriction of the map forbids: counted from the text of the file, beside the import.
import { expect, test } from 'vitest';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { category } from '../../engine/twin/streets.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { elements, tags, textOf } from './sumo-net-reader.ts';

interface Sign { word: string; from: string; via: string; to: string }

/** Restrictions over one node as the file states them. */
const signsOf = (text: string): Sign[] => elements(text, 'relation').flatMap(({ inner }) => {
  const word = tags(inner, 'tag').find(({ k, v }) => k === 'restriction' && /^(no|only)_/.test(v!))?.['v'];
  const members = tags(inner, 'member'), one = (role: string) => members.filter((member) => member['role'] === role);
  const [from, via, to] = [one('from'), one('via'), one('to')];
  return word && from.length === 1 && to.length === 1 && via.length === 1 && via[0]!['type'] === 'node' ? [{ word, from: from[0]!['ref']!, via: via[0]!['ref']!, to: to[0]!['ref']! }] : [];
});

describeOnSharedData('restrictions of real maps', () => {
  test.each([
    { map: 'badhersfeld_bbox.osm.xml.gz', least: 40 }, { map: 'north-bayreuth.osm.gz', least: 20 },
  ])('$map: no car makes a forbidden turn, and every turn that is asked for can be made', async ({ map, least }) => {
    const path = sharedPath(`02-osm/${map}`), signs = signsOf(textOf(path));
    const { junctions, links, lanes, movements } = buildStreets((await readOsm(path)).value!.streets);
    const wayOf = (link: number): string => /^osm:way\/(\d+)/.exec(links.name[link]!)![1]!;
    const isAt = (junction: number, node: string): boolean => junctions.name[junction]!.split('+').includes(`osm:node/${node}`);
    /** Turns of cars as 'way, way' at each junction with a sign. */
    const turnsAt = (via: string): { from: string; to: string; fromLink: number }[] => Array.from({ length: movements.count }, (_, row) => row)
      .filter((row) => isAt(movements.junction[row]!, via) && (movements.permitted[row]! & category.car) !== 0)
      .map((row) => ({ fromLink: lanes.link[movements.fromLane[row]!]!, toLink: lanes.link[movements.toLane[row]!]! }))
      .map(({ fromLink, toLink }) => ({ from: wayOf(fromLink), to: wayOf(toLink), fromLink }));
    let held = 0;
    const broken: Sign[] = [];
    for (const sign of signs) {
      // Joined pieces carry the name of one of their ways: signs whose ways are not found by name are left to the drawn tests.
      const turns = turnsAt(sign.via), mine = turns.filter(({ from }) => from === sign.from);
      if (sign.from === sign.to || mine.length === 0) continue;
      if (sign.word.startsWith('no_')) {
        const starts = new Set(mine.map(({ fromLink }) => fromLink));
        // A way that is drawn through the junction comes from both sides; one of them may go on.
        if (starts.size === 1) { held++; if (mine.some(({ to }) => to === sign.to)) broken.push(sign); }
      } else if ([...junctions.name].includes(`osm:node/${sign.via}`) && mine.some(({ to }) => to === sign.to)) {
        // In a junction of several nodes the way that must be taken may lead on to others.
        held++;
        if (new Set(mine.map(({ fromLink }) => fromLink)).size === 1 && mine.some(({ to }) => to !== sign.to)) broken.push(sign);
      }
    }
    console.log(`${map}: ${signs.length} restrictions over a node in the file, ${held} of them at turns found again by name, ${broken.length} broken`);
    expect(broken).toEqual([]);
    expect(held).toBeGreaterThanOrEqual(least);
  });
});
