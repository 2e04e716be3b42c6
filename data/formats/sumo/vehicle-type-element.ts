import { carFollowing } from '../../../engine/twin/demand.ts';
import { category } from '../../../engine/twin/streets.ts';
import { readAttributes } from './attributes.ts';
import type { SumoVehicleType } from './demand-records.ts';
import { placeName, type Place, type ProblemList } from '../problem-list.ts';
import { categoryOfClass } from './vehicle-classes.ts';
import { DEFAULT_HEADWAY_S, defaultsOfClass } from './vehicle-type-defaults.ts';
import type { XmlElement } from './xml-elements.ts';
import { wordTable } from '../word-table.ts';

const models: Readonly<Record<string, number>> = wordTable({ Krauss: carFollowing.krauss, KraussOrig1: carFollowing.krauss, KraussPS: carFollowing.krauss, IDM: carFollowing.idm });

/** 'normc(1,0.1,0.2,2)', 'norm(1,0.1)', or a number, as mean and deviation; undefined when it is none of them. */
export function parseSpeedFactor(value: string): { mean: number; deviation: number | undefined } | undefined {
  const drawn = /^(normc?)\(([^)]*)\)$/.exec(value.trim());
  const numbers = (drawn ? drawn[2]!.split(',') : [value]).map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [mean, deviation] = numbers;
  if (numbers.some((number) => !(number >= 0 && number <= 100)) || !(mean! > 0) || (drawn && deviation === undefined)) return undefined;
  return { mean: mean!, deviation };
}

/** A vType element as a row of `vehicleTypes`, SUMO's defaults for its class filled in. */
export function vehicleTypeFrom(element: XmlElement, place: Place, problems: ProblemList): SumoVehicleType {
  const read = readAttributes(element, place.file, problems);
  const id = read.text('id'), where = placeName(place, `vType "${id}"`);
  const vehicleClass = read.text('vClass', 'passenger');
  if (categoryOfClass[vehicleClass] === undefined || categoryOfClass[vehicleClass] === 0) problems.error('sumo-unknown-class', where, { class: vehicleClass });
  const defaults = defaultsOfClass(vehicleClass);
  const model = read.text('carFollowModel', 'Krauss');
  if (models[model] === undefined) problems.warning('sumo-car-following-approximated', where, { model });
  const factor = parseSpeedFactor(read.text('speedFactor', '1'));
  if (factor === undefined) problems.error('sumo-bad-number', where, { attribute: 'speedFactor', value: read.text('speedFactor', '') });
  const decelerationMps2 = read.number('decel', defaults.decelerationMps2, 0.01, 100);
  const emergencyMps2 = read.number('emergencyDecel', Math.max(decelerationMps2, defaults.emergencyDecelerationMps2), 0.01, 100);
  // Whoever plans to brake harder than they can drives into the one ahead.
  if (emergencyMps2 < decelerationMps2) problems.warning('sumo-emergency-below-decel', where, { emergencyMps2, decelerationMps2 });
  return {
    id, place,
    row: {
      name: id,
      category: categoryOfClass[vehicleClass] || category.car,
      carFollowing: models[model] ?? carFollowing.krauss,
      lengthM: read.number('length', defaults.lengthM, 0.1, 1000),
      widthM: read.number('width', defaults.widthM, 0.1, 20),
      minGapM: read.number('minGap', defaults.minGapM, 0, 100),
      accelerationMps2: read.number('accel', defaults.accelerationMps2, 0.01, 100),
      decelerationMps2,
      emergencyDecelerationMps2: Math.max(decelerationMps2, emergencyMps2),
      maxSpeedMps: read.number('maxSpeed', defaults.maxSpeedMps, 0.1, 500),
      headwayS: read.number('tau', DEFAULT_HEADWAY_S, 0.01, 60),
      imperfectionShare: read.number('sigma', defaults.imperfectionShare, 0, 1),
      speedFactorMean: factor?.mean ?? 1,
      speedFactorDeviation: read.number('speedDev', factor?.deviation ?? defaults.speedFactorDeviation, 0, 10),
    },
  };
}
