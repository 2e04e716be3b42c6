// Goal: drivers behave as people expect at the places where they meet: small scenes, from easy to hard, in round numbers.
import { describe, expect, test } from 'vitest';
import { category, turn } from '../../engine/twin/streets.ts';
import { arrivalS, buildTown, simulate, timeLossS, type Town, type TownVehicle } from './traffic-town.ts';

const cars = (count: number, everyS: number, route: string[], fromS = 0): TownVehicle[] => Array.from({ length: count }, (_, row) => ({ departS: fromS + row * everyS, route }));

describe('one road', () => {
  const road = (vehicles: TownVehicle[], lanes = 1): Town => ({ links: [{ name: 'road', from: 'a', to: 'b', lengthM: 1000, lanes }], movements: [], vehicles, types: { car: {}, slow: { maxSpeedMps: 5 } } });

  test('a lone car drives at the limit and loses nothing', () => {
    const results = simulate(buildTown(road([{ departS: 0, route: ['road'] }])));
    expect(arrivalS(results, 0)).toBe(Math.ceil((1000 - 5.1) / 13.89));
    expect(timeLossS(results, 0)).toBeCloseTo(0, 6);
  });

  test('on one lane a fast car stays behind a slow one', () => {
    const results = simulate(buildTown(road([{ departS: 0, route: ['road'], type: 'slow' }, { departS: 10, route: ['road'] }])));
    expect(arrivalS(results, 1)).toBeGreaterThan(arrivalS(results, 0));
  });

  test('on two lanes it overtakes', () => {
    const results = simulate(buildTown(road([{ departS: 0, route: ['road'], type: 'slow' }, { departS: 10, route: ['road'] }], 2)));
    expect(arrivalS(results, 1)).toBeLessThan(arrivalS(results, 0) - 60);
  });
});

describe('a side road meets a main road', () => {
  const junction = (vehicles: TownVehicle[]): Town => ({
    links: [
      { name: 'main', from: 'w', to: 'J', lengthM: 300 }, { name: 'on', from: 'J', to: 'e', lengthM: 300 },
      { name: 'side', from: 's', to: 'J', lengthM: 300 }, { name: 'up', from: 'J', to: 'n', lengthM: 300 },
    ],
    movements: [{ from: 'main.0', to: 'on.0' }, { from: 'side.0', to: 'up.0' }],
    conflicts: [{ yields: ['side.0>up.0', 'main.0>on.0'], kind: 'cross', atM: 3, untilM: 7, foeAtM: 3, foeUntilM: 7 }],
    vehicles,
  });

  test('who has priority never waits', () => {
    const { tables: { trips }, figures } = simulate(buildTown(junction([...cars(50, 4, ['main', 'on']), ...cars(50, 4, ['side', 'up'])])));
    for (let row = 0; row < trips.count; row++) if (trips.departure[row]! % 2 === 0) expect(trips.waitingS[row]).toBe(0);
    expect(figures.collisions).toBe(0);
    expect(figures.vehiclesArrived).toBe(100);
  });

  test('who gives way waits for a gap and then goes', () => {
    const alone = simulate(buildTown(junction(cars(1, 1, ['side', 'up']))));
    const against = simulate(buildTown(junction([...cars(12, 3, ['main', 'on']), { departS: 0, route: ['side', 'up'] }])));
    const side = against.tables.trips.departure.indexOf(1);
    expect(against.tables.trips.arriveS[side]).toBeGreaterThan(arrivalS(alone, 0) + 5);
  });

  test('a gap of ten seconds lets the one who waits through before the platoon is over', () => {
    const main = [...cars(4, 3, ['main', 'on']), ...cars(40, 3, ['main', 'on'], 22)];
    const results = simulate(buildTown(junction([...main, { departS: 0, route: ['side', 'up'] }])));
    expect(arrivalS(results, 1)).toBeLessThan(80);
  });
});

test('a permitted left turn waits for oncoming traffic and leaves in the gap', () => {
  const town: Town = {
    links: [
      { name: 'west', from: 'w', to: 'J', lengthM: 200 }, { name: 'east', from: 'e', to: 'J', lengthM: 200 },
      { name: 'toWest', from: 'J', to: 'w', lengthM: 200 }, { name: 'north', from: 'J', to: 'n', lengthM: 200 },
    ],
    movements: [{ from: 'west.0', to: 'north.0', turn: turn.left, group: 0, waitAtM: 5, lengthM: 14, speedMps: 7 }, { from: 'east.0', to: 'toWest.0', group: 1, lengthM: 18 }],
    conflicts: [{ yields: ['west.0>north.0', 'east.0>toWest.0'], kind: 'cross', atM: 7, untilM: 11, foeAtM: 8, foeUntilM: 12 }],
    signals: { J: [{ durationS: 40, shown: 'gG' }, { durationS: 3, shown: 'yy' }, { durationS: 7, shown: 'rr' }] },
    vehicles: [{ departS: 0, route: ['west', 'north'] }, ...cars(6, 3, ['east', 'toWest'])],
  };
  const { tables: { trips }, figures } = simulate(buildTown(town));
  const left = trips.departure.indexOf(0);
  const lastOncomingS = Math.max(...Array.from(trips.arriveS).filter((_, row) => row !== left));
  expect(trips.waitingS[left]).toBeGreaterThan(3);
  expect(trips.arriveS[left]).toBeLessThan(lastOncomingS + 25);
  expect(figures.collisions).toBe(0);
});

test('a left turn that red finds in its pocket is not waited for by those who come with the next green: the junction never locks', () => {
  const crossroads = (fromNorthS: number): Town => ({
    links: [
      { name: 'west', from: 'w', to: 'J', lengthM: 200 }, { name: 'east', from: 'e', to: 'J', lengthM: 200 }, { name: 'south', from: 's', to: 'J', lengthM: 200 }, { name: 'north', from: 'n', to: 'J', lengthM: 200, lanes: 2 },
      { name: 'toWest', from: 'J', to: 'w', lengthM: 200 }, { name: 'toEast', from: 'J', to: 'e', lengthM: 200 }, { name: 'toSouth', from: 'J', to: 's', lengthM: 200 }, { name: 'toNorth', from: 'J', to: 'n', lengthM: 200 },
    ],
    movements: [
      { from: 'west.0', to: 'toNorth.0', turn: turn.left, group: 0, waitAtM: 5, lengthM: 19, speedMps: 8 }, { from: 'east.0', to: 'toWest.0', group: 1, lengthM: 21 },
      { from: 'south.0', to: 'toNorth.0', group: 2, lengthM: 21 }, { from: 'north.0', to: 'toSouth.0', group: 2, lengthM: 21 },
      { from: 'north.1', to: 'toEast.0', turn: turn.left, group: 3, waitAtM: 5, lengthM: 19, speedMps: 8 },
    ],
    conflicts: [
      { yields: ['west.0>toNorth.0', 'east.0>toWest.0'], kind: 'cross', atM: 6.5, untilM: 12, foeAtM: 9.5, foeUntilM: 15.5 },
      { yields: ['west.0>toNorth.0', 'north.0>toSouth.0'], kind: 'cross', atM: 7.5, untilM: 13, foeAtM: 5.5, foeUntilM: 11.5 },
      { yields: ['west.0>toNorth.0', 'north.1>toEast.0'], kind: 'cross', atM: 10.5, untilM: 15.5, foeAtM: 5, foeUntilM: 9 },
      { yields: ['south.0>toNorth.0', 'west.0>toNorth.0'], kind: 'merge', atM: 13, untilM: 21, foeAtM: 12, foeUntilM: 19 },
      { yields: ['north.1>toEast.0', 'south.0>toNorth.0'], kind: 'cross', atM: 6.5, untilM: 12, foeAtM: 9.5, foeUntilM: 15.5 },
    ],
    signals: { J: [{ durationS: 30, shown: 'gGrr' }, { durationS: 3, shown: 'yyrr' }, { durationS: 30, shown: 'rrGg' }, { durationS: 3, shown: 'rryy' }] },
    vehicles: [
      { departS: 0, route: ['west', 'toNorth'] }, ...cars(12, 2, ['east', 'toWest'], 1), { departS: 0, route: ['south', 'toNorth'] },
      ...cars(4, 2, ['north', 'toSouth'], 5), { departS: fromNorthS, route: ['north', 'toEast'] },
    ],
  });
  for (let fromNorthS = 16; fromNorthS <= 30; fromNorthS++) {
    const { figures } = simulate(buildTown(crossroads(fromNorthS)), { untilS: 200 });
    expect(figures.vehiclesArrived, `from the north at ${fromNorthS} s`).toBe(19);
    expect(figures.collisions).toBe(0);
  }
});

test('two lanes become one: everyone gets through, nobody touches', () => {
  const town: Town = {
    links: [{ name: 'two', from: 'a', to: 'b', lengthM: 400, lanes: 2 }, { name: 'one', from: 'b', to: 'c', lengthM: 300 }],
    movements: [{ from: 'two.0', to: 'one.0' }],
    vehicles: cars(150, 2, ['two', 'one']).map((vehicle, row) => ({ ...vehicle, lane: row % 2 })),
  };
  const { figures } = simulate(buildTown(town));
  expect(figures.vehiclesArrived).toBe(150);
  expect(figures.collisions).toBe(0);
  // One lane carries 1,800 an hour or more: 150 vehicles that come in 300 s are through soon after.
  expect(figures.simulatedS).toBeLessThan(300 + 60 + 60);
});

test('who has to turn reaches the turning lane in time, through traffic', () => {
  const town: Town = {
    links: [{ name: 'in', from: 'a', to: 'J', lengthM: 500, lanes: 3 }, { name: 'ahead', from: 'J', to: 'b', lengthM: 200, lanes: 2 }, { name: 'left', from: 'J', to: 'c', lengthM: 200 }],
    movements: [{ from: 'in.0', to: 'ahead.0' }, { from: 'in.1', to: 'ahead.1' }, { from: 'in.2', to: 'left.0', turn: turn.left }],
    vehicles: [...cars(60, 3, ['in', 'ahead']), ...cars(20, 9, ['in', 'left']).map((vehicle) => ({ ...vehicle, lane: 0 }))],
  };
  const { figures } = simulate(buildTown(town));
  expect(figures.vehiclesArrived).toBe(80);
  expect(figures.collisions).toBe(0);
  expect(figures.meanTimeLossS!).toBeLessThan(15);
});

test('nobody stops on a junction where others cross', () => {
  const town: Town = {
    links: [
      { name: 'main', from: 'w', to: 'J', lengthM: 300 }, { name: 'short', from: 'J', to: 'K', lengthM: 30 }, { name: 'out', from: 'K', to: 'e', lengthM: 100 },
      { name: 'side', from: 's', to: 'J', lengthM: 200 }, { name: 'up', from: 'J', to: 'n', lengthM: 200 },
    ],
    movements: [{ from: 'main.0', to: 'short.0' }, { from: 'short.0', to: 'out.0', group: 0 }, { from: 'side.0', to: 'up.0' }],
    conflicts: [{ yields: ['side.0>up.0', 'main.0>short.0'], kind: 'cross', atM: 3, untilM: 7, foeAtM: 3, foeUntilM: 7 }],
    // Red for the first five minutes: the short street fills.
    signals: { K: [{ durationS: 300, shown: 'r' }, { durationS: 300, shown: 'G' }] },
    vehicles: [...cars(20, 2, ['main', 'short', 'out']), ...cars(5, 10, ['side', 'up'], 60)],
  };
  const { tables: { trips }, figures } = simulate(buildTown(town));
  for (let row = 0; row < trips.count; row++) {
    if (trips.departure[row]! >= 20) expect(trips.arriveS[row], `side road vehicle ${trips.departure[row]}`).toBeLessThan(200);
  }
  expect(figures.vehiclesArrived).toBe(25);
});

describe('buses at stops', () => {
  const line = (halts: TownVehicle['halts'], lanes = 1): Town => ({
    links: [{ name: 'road', from: 'a', to: 'b', lengthM: 600, lanes }],
    movements: [],
    types: { bus: { category: category.bus, lengthM: 12 }, car: {} },
    vehicles: [{ departS: 0, route: ['road'], type: 'bus', halts: halts! }, { departS: 5, route: ['road'], type: 'car' }],
  });

  test('a bus stands for its dwell time, and not before the timetable lets it go', () => {
    const short = simulate(buildTown(line([{ link: 'road', lane: 0, positionM: 300, dwellS: 20 }])));
    expect(short.tables.stopVisits.count).toBe(1);
    expect(short.tables.stopVisits.departS[0]! - short.tables.stopVisits.arriveS[0]!).toBe(20);
    const early = simulate(buildTown(line([{ link: 'road', lane: 0, positionM: 300, dwellS: 20, untilS: 100 }])));
    expect(early.tables.stopVisits.departS[0]).toBe(100);
    expect(early.tables.stopVisits.timetabledDepartS[0]).toBe(100);
  });

  test('planned dwell is not lost time, braking and starting again is', () => {
    const results = simulate(buildTown(line([{ link: 'road', lane: 0, positionM: 300, dwellS: 60 }])));
    expect(timeLossS(results, 0)).toBeGreaterThan(2);
    expect(timeLossS(results, 0)).toBeLessThan(12);
    expect(results.tables.trips.waitingS[results.tables.trips.departure.indexOf(0)]).toBeLessThan(3);
  });

  test('a car behind waits on one lane and passes on two', () => {
    const halts = [{ link: 'road', lane: 0, positionM: 300, dwellS: 60 }];
    const behind = simulate(buildTown(line(halts))), beside = simulate(buildTown(line(halts, 2)));
    expect(arrivalS(behind, 1)).toBeGreaterThan(arrivalS(behind, 0));
    expect(arrivalS(beside, 1)).toBeLessThan(arrivalS(beside, 0) - 40);
  });

  // As in SUMO 1.15: buses of 12 m serve a stop of 26 m together (Bad Hersfeld), and one of 20 m one after the other (Bologna acosta).
  test.each([[26, 'both at once'], [20, 'the second after the first']])('two buses at a stop of %s m serve it: %s', (lengthM) => {
    const halts = [{ link: 'road', lane: 0, positionM: 300, dwellS: 60 }], town = line(halts);
    const twin = buildTown({ ...town, vehicles: [0, 5].map((departS) => ({ departS, route: ['road'], type: 'bus', halts })) });
    twin.stops.lengthM.fill(lengthM);
    const { stopVisits } = simulate(twin).tables;
    expect(stopVisits.count).toBe(2);
    expect(stopVisits.departS[1]! - stopVisits.departS[0]! > 50).toBe(lengthM === 20);
  });
});

test('a vehicle that stands longer than allowed is moved on, counted and written down', () => {
  const twin = buildTown({
    links: [{ name: 'in', from: 'a', to: 'J', lengthM: 200 }, { name: 'out', from: 'J', to: 'b', lengthM: 200 }],
    movements: [{ from: 'in.0', to: 'out.0', group: 0 }],
    signals: { J: [{ durationS: 5000, shown: 'r' }, { durationS: 1, shown: 'G' }] },
    vehicles: cars(1, 1, ['in', 'out']),
  });
  twin.facts.rescueAfterS = 100;
  const { figures, tables } = simulate(twin);
  expect(figures.rescued).toBe(1);
  expect(tables.rescues.count).toBe(1);
  expect(tables.rescues.timeS[0]).toBeGreaterThan(100);
  expect(figures.vehiclesArrived).toBe(1);
});
