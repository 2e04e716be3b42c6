// Goal: drawn streets become junctions on which people drive as a traffic engineer would expect. One unit is a metre.
import { describe, expect, test } from 'vitest';
import { category, junctionControl, ORDINARY_TRAFFIC, type turn } from '../../engine/twin/streets.ts';
import { drawnStreets, oneWay, tram, type Places } from './street-building-scenes.ts';

const CROSS: Places = { w: [-200, 0], e: [200, 0], n: [0, 200], s: [0, -200], J: [0, 0] };
const CALM = { speedLimitMps: 30 / 3.6 };
const turnNames: readonly (keyof typeof turn)[] = ['straight', 'right', 'left', 'uTurn'];

describe('a T junction on a main road', () => {
  //        n
  //        |
  //  w-----J-----e     w-J-e is the main road
  const scene = drawnStreets(CROSS, { 'w-J-e': { class: 'secondary' }, 'n-J': {} });

  test('has a priority road', () => expect(scene.control('J')).toBe(junctionControl.priority));
  test('every lane leads where it can', () => {
    expect(scene.turnsOf('w', 'J')).toEqual(['straight left']);
    expect(scene.turnsOf('e', 'J')).toEqual(['straight right']);
    expect(scene.turnsOf('n', 'J')).toEqual(['right left']);
  });
  test('the side street gives way, and so does the left turn off the main road to who comes towards it', () => {
    expect(scene.against('n>J>e', 'w>J>e')).toBe('gives way');
    expect(scene.against('n>J>e', 'e>J>w')).toBe('gives way');
    expect(scene.against('n>J>w', 'e>J>w')).toBe('gives way');
    expect(scene.against('w>J>n', 'e>J>w')).toBe('gives way');
    expect(scene.against('w>J>n', 'n>J>e')).toBe('goes first');
    expect(scene.against('w>J>e', 'e>J>w')).toBe('never meets');
  });
  test('streets end clear of each other: 3.25 m of the main road and 3 m of corner', () => {
    const { links } = scene.twin;
    expect(links.lengthM[scene.link('n', 'J')]).toBeCloseTo(200 - 3.25 - 3, 3);
    expect(links.lengthM[scene.link('w', 'J')]).toBeCloseTo(200 - 2.75 - 3, 3);
  });
});

describe('a crossroads of an avenue with two lanes each way and a street', () => {
  const scene = drawnStreets(CROSS, { 'w-J-e': { class: 'primary', lanesForward: 2, lanesBackward: 2 }, 'n-J-s': {} });

  test('right lane right and straight, left lane left and straight', () => expect(scene.turnsOf('w', 'J')).toEqual(['straight right', 'straight left']));
  test('straight on nobody changes lane', () => expect(scene.lanePairs('w>J>e')).toEqual(['0>0', '1>1']));
  test('the right turn ends in the right lane, the left turn in the left lane', () => {
    expect(scene.lanePairs('s>J>e')).toEqual(['0>0']);
    expect(scene.lanePairs('s>J>w')).toEqual(['0>1']);
  });
  test('the avenue goes first', () => {
    for (const way of ['n>J>s', 'n>J>e', 's>J>n', 's>J>w']) {
      expect(scene.against(way, 'w>J>e')).toBe('gives way');
      expect(scene.against('e>J>w', way)).toMatch('goes first');
    }
  });
  test('left turns off the avenue give way to the avenue, wait inside and do not cross each other', () => {
    expect(scene.against('w>J>n', 'e>J>w')).toBe('gives way');
    expect(scene.against('w>J>n', 'e>J>s')).toBe('never meets');
    for (const row of scene.by('w>J>n')) expect(scene.twin.movements.waitAtM[row]).toBeGreaterThan(2);
  });
  test('turns are slower than the straight way: a right turn 10 to 25 km/h, a left turn faster than that', () => {
    const speedKmh = (way: string) => scene.twin.movements.speedLimitMps[scene.by(way)[0]!]! * 3.6;
    expect(speedKmh('w>J>e')).toBeCloseTo(50, 6);
    expect(speedKmh('w>J>s')).toBeGreaterThan(10);
    expect(speedKmh('w>J>s')).toBeLessThan(25);
    expect(speedKmh('w>J>n')).toBeGreaterThan(speedKmh('w>J>s'));
  });
  test('the ground shared by crossing ways is about a car wide', () => {
    const { conflicts } = scene.twin;
    for (const row of scene.conflictsOf('n>J>s', 'w>J>e')) expect(conflicts.untilM[row]! - conflicts.fromM[row]!).toBeCloseTo(4.2, 0);
  });
});

describe('streets of one zone', () => {
  const scene = drawnStreets(CROSS, { 'w-J-e': CALM, 'n-J-s': CALM });

  test('right before left, all the way round', () => {
    expect(scene.control('J')).toBe(junctionControl.rightBeforeLeft);
    expect(scene.against('w>J>e', 's>J>n')).toBe('gives way');
    expect(scene.against('s>J>n', 'e>J>w')).toBe('gives way');
    expect(scene.against('e>J>w', 'n>J>s')).toBe('gives way');
    expect(scene.against('n>J>s', 'w>J>e')).toBe('gives way');
  });
  test('left gives way to oncoming', () => expect(scene.against('w>J>n', 'e>J>w')).toBe('gives way'));
  test('a yard gives way to the street it opens on', () => {
    const yard = drawnStreets(CROSS, { 'w-J-e': CALM, 's-J': { ...CALM, class: 'service' } });
    expect(yard.control('J')).toBe(junctionControl.priority);
    expect(yard.against('s>J>w', 'w>J>e')).toBe('gives way');
  });
});

test('a priority road that bends: who stays on it goes before who leaves it', () => {
  const scene = drawnStreets(CROSS, { 'w-J-n': { class: 'secondary' }, 's-J-e': {} });
  expect(scene.against('n>J>s', 'w>J>n')).toBe('gives way');
  expect(scene.against('s>J>n', 'w>J>n')).toBe('gives way');
  expect(scene.against('e>J>w', 'n>J>w')).toBe('gives way');
});

describe('a roundabout with four arms', () => {
  const RING: Places = {
    w: [-200, 0], e: [200, 0], n: [0, 200], s: [0, -200], W: [-20, 0], E: [20, 0], N: [0, 20], S: [0, -20],
    a: [-14, -14], b: [14, -14], c: [14, 14], d: [-14, 14],
  };
  const ring = { roundabout: true, ...oneWay(1) };
  const scene = drawnStreets(RING, { 'W-a-S-b-E-c-N-d-W': ring, 'w-W': {}, 'e-E': {}, 'n-N': {}, 's-S': {} });

  test('the ring goes first', () => {
    expect(scene.control('S')).toBe(junctionControl.roundabout);
    expect(scene.against('s>S>E', 'W>S>E')).toBe('gives way');
  });
  test('who enters goes round, and does not turn back into the street it came by', () => {
    expect(scene.by('s>S>E')).toHaveLength(1);
    expect(scene.by('s>S>s')).toHaveLength(0);
    expect(scene.by('W>S>s')).toHaveLength(1);
  });
  test('the ring is driven at 20 to 35 km/h and entered not much slower', () => {
    const ringMps = scene.twin.links.speedLimitMps[scene.link('W', 'S')]!;
    expect(ringMps * 3.6).toBeGreaterThan(20);
    expect(ringMps * 3.6).toBeLessThan(35);
    expect(scene.twin.movements.speedLimitMps[scene.by('s>S>E')[0]!]! * 3.6).toBeGreaterThan(18);
  });
});

describe('motorway ramps', () => {
  //  w=====D======M====e
  //         \    /
  //          x  y
  const ROAD: Places = { w: [-600, 0], D: [-200, 0], M: [200, 0], e: [600, 0], x: [-60, -60], y: [60, -60] };
  const main = { class: 'motorway', ...oneWay(2), speedLimitMps: 30 } as const, ramp = { class: 'motorway', slipRoad: true, ...oneWay(1), speedLimitMps: 20 } as const;
  const scene = drawnStreets(ROAD, { 'w-D-M-e': main, 'D-x': ramp, 'y-M': ramp });

  test('the exit leaves from the right lane, both lanes go on', () => expect(scene.turnsOf('w', 'D')).toEqual(['straight right', 'straight']));
  test('the entry gives way to the right lane and does not touch the left one', () => {
    expect(scene.lanePairs('y>M>e')).toEqual(['0>0']);
    expect(scene.lanePairs('D>M>e')).toEqual(['0>0', '1>1']);
    expect(scene.conflictsOf('y>M>e', 'D>M>e')).toHaveLength(1);
    expect(scene.against('y>M>e', 'D>M>e')).toBe('gives way');
  });
  test('nobody enters against the traffic', () => expect(scene.by('y>M>e')).toHaveLength(1));
  test('an entry with a lane of its own meets nobody', () => {
    const added = drawnStreets(ROAD, { 'w-D-M': main, 'M-e': { ...main, lanesForward: 3 }, 'y-M': ramp });
    expect(added.lanePairs('y>M>e')).toEqual(['0>0']);
    expect(added.lanePairs('w>M>e')).toEqual(['0>1', '1>2']);
    expect(added.against('y>M>e', 'w>M>e')).toBe('never meets');
  });
  test('where three lanes part into two and one, each lane leads to one side', () => {
    const fork = drawnStreets(ROAD, { 'w-D': { ...main, lanesForward: 3 }, 'D-M-e': main, 'D-x': ramp });
    expect(fork.turnsOf('w', 'D')).toEqual(['right', 'straight', 'straight']);
    expect(fork.lanePairs('w>D>e')).toEqual(['1>0', '2>1']);
  });
});

describe('a dual carriageway', () => {
  //   w <===== A <===== e      10 m apart, a street n-A-B-s across
  //   v =====> B =====> f
  const DUAL: Places = { w: [-200, 10], e: [200, 10], v: [-200, 0], f: [200, 0], A: [0, 10], B: [0, 0], n: [0, 200], s: [0, -200] };
  const half = { class: 'primary', ...oneWay(2) } as const;

  test('is crossed at one junction: nobody could wait between its halves', () => {
    const scene = drawnStreets(DUAL, { 'e-A-w': half, 'v-B-f': half, 'n-A-B-s': {} });
    expect(scene.junction('A')).toBe(scene.junction('B'));
    expect(scene.by('n>A>s')).toHaveLength(1);
    expect(scene.by('v>B>w')).toHaveLength(0);
    expect(scene.against('n>A>s', 'v>B>f')).toBe('gives way');
    expect(scene.against('n>A>s', 'e>A>w')).toBe('gives way');
  });
  test('with signals has one controller', () => {
    const scene = drawnStreets({ ...DUAL, A: [0, 14, { control: 'signals' }], B: [0, 0, { control: 'signals' }] }, { 'e-A-w': half, 'v-B-f': half, 'n-A-B-s': {} });
    expect(scene.twin.controllers.count).toBe(1);
  });
  test('wide apart stays two junctions', () => {
    const scene = drawnStreets({ ...DUAL, A: [0, 40] }, { 'e-A-w': half, 'v-B-f': half, 'n-A-B-s': {} });
    expect(scene.junction('A')).not.toBe(scene.junction('B'));
  });
});

describe('lanes', () => {
  const AVENUE = { class: 'primary', lanesForward: 3, lanesBackward: 3 } as const;

  test('from three lanes on the leftmost is for the left turn', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': AVENUE, 'n-J-s': {} });
    expect(scene.turnsOf('w', 'J')).toEqual(['straight right', 'straight', 'left']);
  });
  test('marked turns are kept, left to right as OpenStreetMap writes them', () => {
    const scene = drawnStreets(CROSS, { 'w-J': { ...AVENUE, turnLanesForward: [['left'], ['left', 'through'], ['right']] }, 'J-e': {}, 'n-J-s': { lanesForward: 2, lanesBackward: 2 } });
    expect(scene.turnsOf('w', 'J')).toEqual(['right', 'straight left', 'left']);
  });
  test('marks that do not fit the junction are not followed blindly: every lane leads somewhere', () => {
    const scene = drawnStreets(CROSS, { 'w-J': { ...AVENUE, turnLanesForward: [['left'], ['left'], ['right']] }, 'J-e': {} });
    for (const turns of scene.turnsOf('w', 'J')) expect(turns).not.toBe('');
  });
  test('a lane that ends merges into the one beside it, over the length of a taper', () => {
    const scene = drawnStreets(CROSS, { 'w-J': { ...oneWay(2) }, 'J-e': { ...oneWay(1) } });
    expect(scene.lanePairs('w>J>e')).toEqual(['0>0', '1>0']);
    for (const lengthM of scene.twin.movements.lengthM) expect(lengthM).toBeGreaterThan(25);
  });
  test('a ban on lorries ahead makes nobody turn round', () => {
    const scene = drawnStreets(CROSS, { 'w-J': {}, 'J-e': { permitted: ORDINARY_TRAFFIC & ~category.lorry } });
    expect(scene.turnsOf('w', 'J')).toEqual(['straight']);
  });
  test('two lanes at the foot of a T: right turns right, left turns left', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': { class: 'primary' }, 's-J': { ...oneWay(2) } });
    expect(scene.turnsOf('s', 'J')).toEqual(['right', 'left']);
  });
  test('a bus lane goes on as a bus lane, and cars that turn right across it wait for its buses', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': { class: 'primary', busLaneForward: true }, 'n-J-s': {} });
    const [busLane] = scene.lanesOf(scene.link('w', 'J'));
    expect(scene.twin.lanes.permitted[busLane!]! & (category.bus | category.car)).toBe(category.bus);
    expect(scene.lanePairs('w>J>e')).toEqual(['0>0', '1>1']);
    const { conflicts, movements } = scene.twin;
    const yields = scene.conflictsOf('w>J>s', 'w>J>e').filter((row) => movements.fromLane[conflicts.foe[row]!] === busLane && movements.fromLane[conflicts.movement[row]!] !== busLane);
    expect(yields.length).toBeGreaterThan(0);
    for (const row of yields) expect(conflicts.yields[row]).toBe(1);
  });
});

describe('ends and odd ends', () => {
  test('a dead end lets everyone turn round', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': {}, 'n-J': {} });
    expect(scene.control('n')).toBe(junctionControl.deadEnd);
    expect(scene.turnsOf('J', 'n')).toEqual(['uTurn']);
  });
  test('nobody turns round where there is another way on', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': {}, 'n-J': {} });
    expect(scene.by('w>J>w')).toHaveLength(0);
  });
  test('a one-way street is entered at its start only', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': {}, 'J-n': oneWay(1) });
    expect(scene.turnsOf('w', 'J')).toEqual(['straight left']);
    expect(() => scene.link('n', 'J')).toThrow();
  });
  test('a way drawn in pieces and in both directions is one street, with its corners', () => {
    const scene = drawnStreets({ a: [0, 0], b: [50, 20], c: [100, 0], d: [150, 20] }, { 'a-b': { title: 'x' }, 'c-b': { title: 'x' }, 'c-d': { title: 'x' } });
    expect(scene.twin.streets.count).toBe(1);
    expect(scene.twin.streets.pointCount[0]).toBe(4);
    expect(scene.twin.links.count).toBe(2);
  });
  test('a bridge does not meet the street below', () => {
    const scene = drawnStreets(CROSS, { 'w-e': { level: 1 }, 'n-s': {} });
    expect(scene.twin.junctions.count).toBe(4);
    for (const code of scene.twin.movements.turn) expect(turnNames[code]).toBe('uTurn');
  });
  test('a tram crosses a street: it goes first, cars do not turn onto its track', () => {
    const scene = drawnStreets(CROSS, { 'w-J-e': { class: 'primary' }, 'n-J-s': tram });
    expect(scene.turnsOf('w', 'J')).toEqual(['straight']);
    expect(scene.against('w>J>e', 'n>J>s')).toBe('gives way');
  });
  test('signals marked at the stop lines belong to the junction', () => {
    const scene = drawnStreets({ ...CROSS, p: [-12, 0, { control: 'signals' }], q: [12, 0, { control: 'signals' }] }, { 'w-p-J-q-e': { class: 'secondary' }, 'n-J-s': {} });
    expect(scene.control('J')).toBe(junctionControl.signals);
    expect(scene.twin.controllers.count).toBe(1);
    expect(scene.twin.streets.count).toBe(4);
  });
  test('with signals left turns give way to oncoming traffic, whichever road is the greater', () => {
    const scene = drawnStreets({ ...CROSS, J: [0, 0, { control: 'signals' }] }, { 'w-J-e': { class: 'secondary' }, 'n-J-s': {} });
    expect(scene.against('n>J>e', 's>J>n')).toBe('gives way');
    expect(scene.against('w>J>n', 'e>J>w')).toBe('gives way');
  });
});
