import { lampPower, powerW } from '../../../engine/lighting/lamp-power.ts';
import { zoneInWords } from '../../../scenarios/language/zones.ts';
import { linked, numberText, type Fact, type FactContext } from './fact.ts';

export function lampFacts({ twin, words, language, lampShare }: FactContext, row: number): Fact[] {
  const { lamps, streets, cabinets, lightingZones } = twin;
  const share = lampShare(row);
  const n = (value: number, digits?: number) => numberText(language, value, digits);
  return [
    { label: words.outputNow, value: n(share * 100), unit: '%' },
    { label: words.powerNow, value: n(powerW(lampPower(twin, row), share), 1), unit: 'W' },
    { label: words.ratedPower, value: n(lamps.ratedPowerW[row]!), unit: 'W' },
    { label: words.powerBefore, value: n(lamps.powerBeforeW[row]!), unit: 'W' },
    { label: words.ratedFlux, value: n(lamps.ratedFluxLm[row]!), unit: 'lm' },
    { label: words.height, value: n(lamps.heightM[row]!, 1), unit: 'm' },
    ...linked(words.lights, streets.name as ArrayLike<string>, 'streets', lamps.street[row]!, words.unnamed),
    ...linked(words.cabinet, cabinets.name as ArrayLike<string>, 'cabinets', lamps.cabinet[row]!, words.unnamed),
    ...(lamps.zone[row]! >= 0 ? [{ label: words.zone, value: zoneInWords(lightingZones.name[lamps.zone[row]!]!, language) }] : []),
  ];
}

export function cabinetFacts({ twin, words, language, lampShare }: FactContext, row: number): Fact[] {
  const { lamps, cabinets, communes } = twin;
  let count = 0, installedW = 0, nowW = 0;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    if (lamps.cabinet[lamp] !== row) continue;
    count++;
    installedW += lamps.ratedPowerW[lamp]!;
    nowW += powerW(lampPower(twin, lamp), lampShare(lamp));
  }
  return [
    { label: words.lampCount, value: numberText(language, count) },
    { label: words.installedPower, value: numberText(language, installedW / 1000, 2), unit: 'kW' },
    { label: words.powerNow, value: numberText(language, nowW / 1000, 2), unit: 'kW' },
    ...linked(words.commune, communes.name as ArrayLike<string>, 'communes', cabinets.commune[row]!, words.unnamed),
  ];
}
