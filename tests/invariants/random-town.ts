import { randomShare } from '../../engine/foundation/random.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown, type Town, type TownVehicle } from '../situations/traffic-town.ts';

/** A crossing of two streets with two lanes in each direction, signals or none, and traffic at random; buses halt on the way. */
export function randomTown(seed: number, vehicleCount: number): Twin {
  const draw = (purpose: number, row: number): number => randomShare(seed, 900 + purpose, row, 0);
  const arms = ['n', 'e', 's', 'w'], hasSignals = draw(0, 0) < 0.5;
  const links = arms.flatMap((arm) => [{ name: `${arm}In`, from: arm, to: 'J', lengthM: 200 + Math.floor(200 * draw(1, arms.indexOf(arm))), lanes: 2 }, { name: `${arm}Out`, from: 'J', to: arm, lengthM: 150, lanes: 2 }]);
  const straightOf = (arm: number): string => arms[(arm + 2) % 4]!, rightOf = (arm: number): string => arms[(arm + 3) % 4]!;
  const movements = arms.flatMap((arm, at) => [
    { from: `${arm}In.0`, to: `${straightOf(at)}Out.0`, group: hasSignals ? at % 2 : -1, lengthM: 20 },
    { from: `${arm}In.0`, to: `${rightOf(at)}Out.0`, group: hasSignals ? at % 2 : -1, lengthM: 8, speedMps: 6 },
    { from: `${arm}In.1`, to: `${straightOf(at)}Out.1`, group: hasSignals ? at % 2 : -1, lengthM: 20 },
  ]);
  const conflicts: Town['conflicts'] = [];
  for (const [at, arm] of arms.entries()) {
    if (at % 2 === 0) continue;
    // East and west give way to north and south.
    for (const lane of [0, 1]) {
      for (const [other, foe] of [['n', 's'], ['s', 'n']] as const) {
        for (const foeLane of [0, 1]) {
          const near = (arm === 'e') === (other === 'n') ? 0 : 1;
          const atM = 3 + 7 * (near ^ foeLane), foeAtM = 3 + 7 * (near ^ lane ^ 1);
          conflicts.push({ yields: [`${arm}In.${lane}>${straightOf(at)}Out.${lane}`, `${other}In.${foeLane}>${foe}Out.${foeLane}`], kind: 'cross', atM, untilM: atM + 5, foeAtM, foeUntilM: foeAtM + 5 });
        }
      }
    }
  }
  for (const [at, arm] of arms.entries()) {
    const target = `${rightOf(at)}Out.0`, from = arms.find((_, other) => straightOf(other) === rightOf(at))!;
    conflicts.push({ yields: [`${arm}In.0>${target}`, `${from}In.0>${target}`], kind: 'merge', atM: 4, untilM: 8, foeAtM: 15, foeUntilM: 20 });
  }
  const vehicles: TownVehicle[] = Array.from({ length: vehicleCount }, (_, row) => {
    const at = Math.floor(4 * draw(2, row)), arm = arms[at]!, route = [`${arm}In`, draw(3, row) < 0.3 ? `${rightOf(at)}Out` : `${straightOf(at)}Out`], isBus = draw(5, row) < 0.05;
    const halts = isBus ? { halts: [{ link: route[0]!, lane: 0, positionM: 100, dwellS: 15 }] } : {};
    return { departS: Math.floor(600 * draw(4, row)), route, type: isBus ? 'bus' : draw(6, row) < 0.1 ? 'lorry' : 'car', ...halts };
  });
  return buildTown({
    links, movements, conflicts, vehicles,
    types: { car: { imperfectionShare: 0.5, speedFactorDeviation: 0.1 }, lorry: { category: category.lorry, lengthM: 12, accelerationMps2: 1.2, maxSpeedMps: 22, imperfectionShare: 0.5 }, bus: { category: category.bus, lengthM: 12, accelerationMps2: 1.2 } },
    ...(hasSignals ? { signals: { J: [{ durationS: 30, shown: 'Gr' }, { durationS: 3, shown: 'yr' }, { durationS: 2, shown: 'rr' }, { durationS: 30, shown: 'rG' }, { durationS: 3, shown: 'ry' }, { durationS: 2, shown: 'rr' }] } } : {}),
  });
}
