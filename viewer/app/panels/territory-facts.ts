import type { ThingWords } from '../session/words.ts';
import { linked, numberText, type Fact, type FactContext } from './fact.ts';

export function communeFacts({ twin, words, language }: FactContext, row: number): Fact[] {
  const { communes, streets, lamps } = twin;
  let streetsM = 0, lampCount = 0;
  for (let street = 0; street < streets.count; street++) if (streets.commune[street] === row) streetsM += streets.lengthM[street]!;
  for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.street[lamp]! >= 0 && streets.commune[lamps.street[lamp]!] === row) lampCount++;
  const areaKm2 = communes.areaKm2[row]!;
  return [
    { label: words.population, value: numberText(language, communes.population[row]!), unit: words.inhabitants },
    { label: words.area, value: numberText(language, areaKm2, 1), unit: 'km²' },
    ...(areaKm2 > 0 ? [{ label: words.density, value: numberText(language, communes.population[row]! / areaKm2), unit: `${words.inhabitants}/km²` }] : []),
    { label: words.streetsLength, value: numberText(language, streetsM / 1000, 1), unit: 'km' },
    { label: words.lampCount, value: numberText(language, lampCount) },
    { label: words.inseeCode, value: communes.code[row]! },
  ];
}

/** Equipment that is placed and at rest: where it stands and what it is for. */
export function placedFacts({ twin, words, language }: FactContext, kind: string, row: number): Fact[] {
  const commune = (of: number): Fact[] => linked(words.commune, twin.communes.name as ArrayLike<string>, 'communes', of, words.unnamed);
  switch (kind) {
    case 'cameras': return commune(twin.cameras.commune[row]!);
    case 'buildings': return [{ label: words.renovated, value: twin.buildings.renovated[row] ? words.yes : words.no }, ...commune(twin.buildings.commune[row]!)];
    case 'bollardSites': {
      const link = twin.bollardSites.link[row]!;
      return [
        ...linked(words.closes, twin.streets.name as ArrayLike<string>, 'streets', link >= 0 ? twin.links.street[link]! : -1, words.unnamed),
        ...linked(words.kindPedestrianZone, twin.pedestrianZones.name as ArrayLike<string>, 'pedestrianZones', twin.bollardSites.pedestrianZone[row]!, words.unnamed),
      ];
    }
    case 'serviceVehicles': return [
      { label: words.service, value: twin.serviceVehicles.service[row]! },
      { label: words.equipment, value: twin.serviceVehicles.equipment[row] === 0 ? words.geolocation : words.radio },
    ];
    case 'areas': return [{ label: words.use, value: words[`use${twin.areas.use[row]}` as keyof ThingWords] as string }];
    case 'fibres': return [{ label: words.length, value: numberText(language, twin.fibres.lengthM[row]!), unit: 'm' }];
    default: return [];
  }
}
