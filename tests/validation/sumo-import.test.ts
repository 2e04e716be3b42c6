// Goal: what a SUMO scenario says stands in the twin, figure by figure, against a second reader of the same files.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importSumo, type SumoInput } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { codeName } from '../../engine/foundation/table.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { conflictKind, junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { crossing, elements, points, readNetText, tags, textOf, type NetText } from './sumo-net-reader.ts';

const scenario = (path: string): string => sharedPath(`11-sumo-scenarios/${path}`);

const scenarios: { title: string; net: string; input: SumoInput; warnings: string[]; departures: number }[] = [
  { title: 'Bologna acosta', net: 'bologna-acosta/acosta_buslanes.net.xml', input: { config: scenario('bologna-acosta/run.sumocfg') }, departures: 8779,
    warnings: ['sumo-attribute-not-applied'] },
  { title: 'grid, 4,000 vehicles', net: 'grid/grid12.net.xml.gz', input: { net: scenario('grid/grid12.net.xml.gz'), routes: [scenario('grid/g12_4000.rou.xml.gz')] }, departures: 4000,
    warnings: ['sumo-unknown-place'] },
  { title: 'RESCO Cologne 1', net: 'resco-cologne1/cologne1.net.xml', input: { config: scenario('resco-cologne1/cologne1.sumocfg') }, departures: 2015, warnings: [] },
  { title: 'Wildau', net: 'wildau/Netzmodell2.net.xml.gz', input: { config: scenario('wildau/output_configuration_sampler.sumocfg') }, departures: 3556,
    warnings: ['sumo-green-below-french', 'sumo-junction-type-approximated', 'sumo-rail-signals-left-open', 'sumo-wait-above-french'] },
  { title: 'Bad Hersfeld with its buses', net: 'bad-hersfeld/osm_edited.net.xml.gz',
    input: {
      net: scenario('bad-hersfeld/osm_edited.net.xml.gz'), additional: ['gtfs_publictransport.add.xml.gz', 'pt_vtypes.xml'].map((name) => scenario(`bad-hersfeld/${name}`)),
      routes: ['gtfs_publictransport.rou.xml.gz', 'r3000.rou.xml.gz'].map((name) => scenario(`bad-hersfeld/${name}`)),
    }, departures: 3457,
    warnings: ['sumo-attribute-not-applied', 'sumo-green-below-french', 'sumo-junction-type-approximated', 'sumo-rail-signals-left-open', 'sumo-wait-above-french', 'twin-length-differs'] },
  { title: 'one signal', net: 'signal-unit/n.net.xml', input: { net: scenario('signal-unit/n.net.xml') }, departures: 0, warnings: ['sumo-unknown-place'] },
  { title: 'a crossing with bus priority', net: 'tsp-unit/n.net.xml', input: { net: scenario('tsp-unit/n.net.xml') }, departures: 0, warnings: ['sumo-unknown-place'] },
];

const laneName = (twin: Twin, lane: number): string => `${twin.links.name[twin.lanes.link[lane]!]}_${lane - twin.links.firstLane[twin.lanes.link[lane]!]!}`;
const movementName = (twin: Twin, movement: number): string => `${laneName(twin, twin.movements.fromLane[movement]!)} > ${laneName(twin, twin.movements.toLane[movement]!)}`;
const connectionName = ({ from, fromLane, to, toLane }: Record<string, string>): string => `${from}_${fromLane} > ${to}_${toLane}`;

/** Pairs that meet, 'way | foe', with '1' where the first yields: from the request tables alone. */
function pairsOf({ junctions, connections }: NetText): Map<string, string> {
  const byLane = new Map(connections.flatMap(({ own, chain }) => chain.map((lane) => [lane, connectionName(own)] as const)));
  const pairs = new Map<string, string>();
  for (const { own, requests } of junctions) {
    const names = own['intLanes']!.split(' ').map((lane) => byLane.get(lane));
    for (const { index, foes, response } of requests) {
      const mine = names[Number(index)];
      names.forEach((theirs, foe) => {
        const meets = foes!.at(-1 - foe) === '1', yields = response!.at(-1 - foe) === '1';
        if (mine === undefined || theirs === undefined || mine === theirs || !(meets || yields)) return;
        pairs.set(`${mine} | ${theirs}`, yields ? '1' : '0');
        if (!pairs.has(`${theirs} | ${mine}`)) pairs.set(`${theirs} | ${mine}`, '0');
      });
    }
  }
  return pairs;
}

describeOnSharedData('SUMO scenarios of others', () => {
  describe.each(scenarios)('$title', ({ net, input, warnings, departures }) => {
    let twin: Twin, problems: readonly Problem[], text: NetText;
    beforeAll(async () => {
      const imported = await importSumo(input, nodeFiles);
      problems = imported.problems;
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      twin = imported.value!;
      text = readNetText(scenario(net));
    });

    test('nothing is wrong with it, and what could not be taken over is said', () => {
      expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(warnings);
      expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(twin.departures.count).toBe(departures);
    });

    test('streets: every edge, lane, length, limit and junction', () => {
      expect([...twin.links.name]).toEqual(text.edges.map(({ own }) => own['id']));
      const lanes = text.edges.flatMap((edge) => edge.lanes);
      expect(Array.from({ length: twin.lanes.count }, (_, lane) => laneName(twin, lane))).toEqual(lanes.map(({ id }) => id));
      expect([...twin.lanes.lengthM]).toEqual(lanes.map(({ length }) => Math.max(0.1, Number(length))));
      expect([...twin.lanes.speedLimitMps]).toEqual(lanes.map(({ speed }) => Math.max(0.1, Number(speed))));
      expect([...twin.junctions.name]).toEqual(text.junctions.map(({ own }) => own['id']));
      const ends = (link: number): [string, string] => [twin.junctions.name[twin.links.fromJunction[link]!]!, twin.junctions.name[twin.links.toJunction[link]!]!];
      expect(text.edges.map((_, link) => ends(link))).toEqual(text.edges.map(({ own }) => [own['from'], own['to']]));
    });

    test('junctions: signals where the net has traffic lights, right before left where it says so', () => {
      const withControl = (control: number): string[] => [...twin.junctions.name].filter((_, row) => twin.junctions.control[row] === control);
      const ofType = (...types: string[]): (string | undefined)[] => text.junctions.filter(({ own }) => types.includes(own['type']!)).map(({ own }) => own['id']);
      expect(withControl(junctionControl.signals)).toEqual(ofType('traffic_light'));
      expect(withControl(junctionControl.rightBeforeLeft)).toEqual(ofType('right_before_left'));
      expect(withControl(junctionControl.deadEnd)).toEqual(ofType('dead_end'));
      expect([...withControl(junctionControl.priority), ...withControl(junctionControl.roundabout)].sort()).toEqual(ofType('priority', 'rail_crossing').sort());
    });

    test('movements: every connection, as long and as fast as its lanes inside the junction, waiting where the first of them ends', () => {
      const found = new Map(Array.from({ length: twin.movements.count }, (_, row) => [movementName(twin, row), row]));
      expect([...found.keys()].sort()).toEqual(text.connections.map(({ own }) => connectionName(own)).sort());
      const toMillimetre = (metres: number): number => Math.round(metres * 1000) / 1000;
      const wanted = text.connections.map(({ own, chain }) => {
        const inside = chain.map((lane) => text.laneById.get(lane)!), lengthM = inside.reduce((sum, lane) => sum + Number(lane['length']), 0);
        const limitMps = Math.max(0.1, Math.min(...inside.map((lane) => Number(lane['speed']))));
        return [connectionName(own), toMillimetre(Math.max(0.1, lengthM)), limitMps, toMillimetre(chain.length > 1 ? lengthM - Number(inside.at(-1)!['length']) : 0)];
      });
      const stated = new Map(text.connections.map(({ own }) => [connectionName(own), [own['keepClear'] === '0' ? 0 : 1, Number(own['visibility'] ?? 4.5)]]));
      for (const [name, row] of found) expect([name, twin.movements.keepsClear[row], twin.movements.visibilityM[row]]).toEqual([name, ...stated.get(name)!]);
      const { lengthM, speedLimitMps, waitAtM } = twin.movements;
      expect(wanted.map(([name]) => found.get(String(name))!).map((row) => [movementName(twin, row), toMillimetre(lengthM[row]!), speedLimitMps[row], toMillimetre(waitAtM[row]!)])).toEqual(wanted);
    });

    test('limits of signal groups: French ones, or what the plan shows second by second where it falls short', () => {
      const { controllers, intervals, aspects, signalGroups } = twin, isActuated = new Set(Array.from(twin.actuations.interval, (interval) => intervals.controller[interval]!));
      let row = 0, looked = 0;
      for (let controller = 0; controller < controllers.count; controller++) {
        const first = controllers.firstInterval[controller]!, rows = Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => first + at);
        const tenths = rows.flatMap((interval) => Array.from({ length: Math.round(intervals.durationS[interval]! * 10) }, () => intervals.firstAspect[interval]!));
        for (let group = 0; group < controllers.groupCount[controller]!; group++, row++) {
          expect(signalGroups.controller[row]).toBe(controller);
          // Twice the cycle, so that every green, amber and red but the first and the last is seen whole.
          const letters = [...tenths, ...tenths].map((from) => ({ [aspect.red]: 'r', [aspect.redAmber]: 'r', [aspect.amber]: 'y', [aspect.green]: 'G', [aspect.greenPermissive]: 'G' })[aspects.shown[from + group]!] ?? 'o').join('');
          const lengthsS = (pattern: RegExp): number[] => [...letters.matchAll(pattern)].map(([, found]) => found!.length / 10);
          if (isActuated.has(controller) || !/[^G]G/.test(letters)) continue;
          expect(signalGroups.minimumGreenS[row]).toBeCloseTo(Math.min(6, ...lengthsS(/(?<=[^G])(G+)(?=[^G])/g)), 6);
          expect(signalGroups.longestWaitS[row]).toBeCloseTo(Math.max(120, ...lengthsS(/(?<=[^r])(r+)(?=[^r])/g)), 6);
          expect(signalGroups.amberS[row]).toBeCloseTo(Math.min(...lengthsS(/G(y*)(?=[^Gy])/g)), 6);
          looked++;
        }
      }
      expect(row).toBe(signalGroups.count);
      if (controllers.count > 0 && isActuated.size < controllers.count) expect(looked).toBeGreaterThan(0);
    });

    test('conflicts: the pairs of the request tables, and who yields', () => {
      const { conflicts } = twin, found = new Map<string, string>();
      for (let row = 0; row < conflicts.count; row++) {
        if (conflicts.kind[row] === conflictKind.diverge) continue;
        found.set(`${movementName(twin, conflicts.movement[row]!)} | ${movementName(twin, conflicts.foe[row]!)}`, String(conflicts.yields[row]));
      }
      const fromOneLane = (pair: string): boolean => new Set(pair.split(' | ').map((way) => way.split(' > ')[0])).size === 1;
      const wanted = [...pairsOf(text)].filter(([pair]) => !fromOneLane(pair)).sort();
      expect([...found].sort()).toEqual(wanted);
    });

    test('conflict areas: where the drawn ways cross lies inside the shared ground of both', () => {
      const shapeOf = new Map(text.connections.map(({ own, chain }) => [connectionName(own), chain.flatMap((lane) => points(text.laneById.get(lane)!['shape']!))]));
      const { conflicts, movements } = twin;
      const drawnM = (shape: readonly [number, number][]): number => shape.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - shape[at]![0], y - shape[at]![1]), 0);
      let looked = 0;
      const outside: string[] = [];
      for (let row = 0; row < conflicts.count; row++) {
        if (conflicts.kind[row] !== conflictKind.cross) continue;
        const movement = conflicts.movement[row]!, mine = shapeOf.get(movementName(twin, movement))!;
        const at = crossing(mine, shapeOf.get(movementName(twin, conflicts.foe[row]!))!);
        if (at === undefined) continue;
        looked++;
        const scale = movements.lengthM[movement]! / drawnM(mine);
        if (at.oneM * scale < conflicts.fromM[row]! - 0.01 || at.oneM * scale > conflicts.untilM[row]! + 0.01) outside.push(`conflict ${row} of ${movementName(twin, movement)}`);
      }
      expect(outside).toEqual([]);
      const crossings = [...conflicts.kind].filter((kind) => kind === conflictKind.cross).length;
      // Ways that swerve around each other, such as opposite left turns, share ground without crossing.
      expect(looked).toBeGreaterThanOrEqual(0.4 * crossings);
    });

    test('signals: every phase of the program that SUMO would run', () => {
      const letters: Record<string, string> = { green: 'G', greenPermissive: 'g', amber: 'y', red: 'r', redAmber: 'u', flashing: 'o', off: 'O', greenArrowAfterStop: 's' };
      const { controllers, intervals, aspects } = twin;
      const loaded = [...text.programs, ...(input.config?.includes('acosta') ? elements(textOf(scenario('bologna-acosta/acosta_tls.add.xml')), 'tlLogic').map(({ own, inner }) => ({ own, phases: tags(inner, 'phase') })) : [])];
      const lastOf = new Map(loaded.map((program) => [program.own['id'], program]));
      expect([...controllers.name].sort()).toEqual([...lastOf.keys()].filter((id) => text.connections.some(({ own }) => own['tl'] === id)).sort());
      for (let row = 0; row < controllers.count; row++) {
        const { own, phases } = lastOf.get(controllers.name[row])!;
        const shown = Array.from({ length: controllers.intervalCount[row]! }, (_, at) => {
          const interval = controllers.firstInterval[row]! + at, first = intervals.firstAspect[interval]!;
          const state = Array.from({ length: controllers.groupCount[row]! }, (_unused, group) => letters[codeName(aspect, aspects.shown[first + group]!)]).join('');
          return [intervals.durationS[interval], state];
        });
        expect(shown).toEqual(phases.map(({ duration, state }) => [Number(duration), state!.replaceAll('Y', 'y')]));
        const { actuations } = twin, bounds = new Map(Array.from({ length: actuations.count }, (_, at) => [actuations.interval[at]! - controllers.firstInterval[row]!, [actuations.shortestS[at], actuations.longestS[at]]]));
        phases.forEach(({ minDur, maxDur }, at) => expect(bounds.get(at)).toEqual(own['type'] === 'actuated' && minDur !== undefined ? [Number(minDur), Number(maxDur)] : undefined));
        const cycleS = phases.reduce((sum, { duration }) => sum + Number(duration), 0);
        expect(controllers.offsetS[row]).toBe(((Number(own['offset'] ?? 0) % cycleS) + cycleS) % cycleS);
      }
      const groups = text.connections.filter(({ own }) => own['tl'] !== undefined && lastOf.has(own['tl'])).map(({ own }) => `${connectionName(own)} ${own['tl']} ${own['linkIndex']}`).sort();
      const found = Array.from({ length: twin.movements.count }, (_, row) => row).filter((row) => twin.movements.signalGroup[row]! >= 0)
        .map((row) => `${movementName(twin, row)} ${controllers.name[twin.junctions.controller[twin.movements.junction[row]!]!]} ${twin.movements.signalGroup[row]}`).sort();
      expect(found).toEqual(groups);
    });
  });

  test('trips take the way that SUMO 1.15 gives them in at least 97 of 100 cases: Bad Hersfeld, 2,810 random trips', async () => {
    const routed = elements(textOf(scenario('bad-hersfeld/r3000.rou.xml.gz')), 'vehicle').map(({ own, inner }) => ({ id: own['id']!, depart: own['depart']!, edges: tags(inner, 'route')[0]!['edges']! }));
    const trips = routed.map(({ id, depart, edges }) => `<trip id="${id}" depart="${depart}" from="${edges.split(' ')[0]}" to="${edges.split(' ').at(-1)}"/>`).join('');
    const net = scenario('bad-hersfeld/osm_edited.net.xml.gz');
    const inMemory = async function* (text: string): AsyncGenerator<Uint8Array> { yield Buffer.from(text); };
    const access = { open: (path: string) => (path === 'trips' ? inMemory(`<routes>${trips}</routes>`) : nodeFiles.open(path)) };
    const twin = (await importSumo({ net, routes: ['trips'] }, access)).value!;
    const ways = new Map(routed.map(({ id, edges }) => [id, edges]));
    const { departures, routes, routeLinks, links } = twin;
    let same = 0;
    for (let row = 0; row < departures.count; row++) {
      const first = routes.firstLink[departures.route[row]!]!;
      const way = Array.from({ length: routes.linkCount[departures.route[row]!]! }, (_, at) => links.name[routeLinks.link[first + at]!]).join(' ');
      if (way === ways.get(departures.name[row]!)) same++;
    }
    console.log(`trips on SUMO's way: ${same} of ${departures.count}`);
    expect(departures.count).toBe(routed.length);
    expect(same).toBeGreaterThanOrEqual(0.97 * departures.count);
  });

  describe('the demand of Bologna acosta', () => {
    let twin: Twin;
    beforeAll(async () => { twin = (await importSumo({ config: scenario('bologna-acosta/run.sumocfg') }, nodeFiles)).value!; });

    test('the share of each kind of car is that of the distribution', () => {
      const weights = tags(textOf(scenario('bologna-acosta/acosta_vtypes.add.xml')), 'vType').filter(({ id }) => id!.startsWith('passenger'));
      const total = weights.reduce((sum, { probability }) => sum + Number(probability), 0);
      const { departures, vehicleTypes } = twin;
      const drawn = [...departures.vehicleType].map((type) => vehicleTypes.name[type]!).filter((name) => name.startsWith('passenger'));
      for (const { id, probability } of weights) {
        const share = Number(probability) / total, sigma = Math.sqrt((share * (1 - share)) / drawn.length);
        expect(Math.abs(drawn.filter((name) => name === id).length / drawn.length - share)).toBeLessThan(4 * sigma);
      }
    });

    test('stops lie on their lanes', () => {
      const wanted = tags(textOf(scenario('bologna-acosta/acosta_bus_stops.add.xml')), 'busStop');
      const { stops } = twin;
      expect(wanted.length).toBe(stops.count);
      wanted.forEach(({ id, lane, startPos, endPos }, row) => {
        expect([stops.code[row], laneName(twin, stops.lane[row]!)]).toEqual([id, lane]);
        const lengthM = twin.lanes.lengthM[stops.lane[row]!]!, along = (position: string) => (Number(position) < 0 ? lengthM + Number(position) : Number(position));
        expect(stops.positionM[row]).toBeCloseTo(Math.min(lengthM, along(endPos!)), 6);
        expect(stops.lengthM[row]).toBeCloseTo(Math.min(lengthM, along(endPos!)) - along(startPos!), 6);
      });
    });

    test('it runs from 00:00 until all have arrived, in steps of a second, as SUMO does by default', () => {
      expect(twin.facts).toMatchObject({ defaultFromS: 0, stepS: 1, runUntilAllArrived: true, rescueAfterS: 300, synthetic: false });
      // The town of Bologna: 44.49 N, 11.31 E.
      expect(twin.facts.originLatitudeDeg).toBeCloseTo(44.49, 2);
      expect(twin.facts.originLongitudeDeg).toBeCloseTo(11.31, 2);
    });
  });
});
