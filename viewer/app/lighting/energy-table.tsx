import { useMemo } from 'react';
import { textIn } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import type { CityStreets } from './city-streets.ts';
import { energyYears } from './trial-energy.ts';
import { streetIndicators } from './street-indicators.ts';
import { leastShare, nightHours } from './night-output.ts';
import type { ZoneNight } from './trial-streets.ts';
import type { Trial } from './use-trial.ts';

interface Row { name: string; unit: string; before: number | undefined; tried: number | undefined; decimals: number }

/** What the zone takes in a year as it is and as it is tried, and EN 13201-5's two indicators of its streets, always together. */
export function EnergyTable({ trial: { zone, tried }, rows, streets, night, before }: { trial: Trial; rows: readonly number[]; streets: CityStreets | undefined; night: ZoneNight; before: ZoneNight }) {
  const { city: { twin } } = useViewer();
  const language = useSession((state) => state.language), hour = useSession((state) => state.lighting.hour);
  const words = lightingWordsFor(language), { plain, signed, signedPercent } = numbersIn(language);
  const asItIs = useMemo(() => energyYears(twin, zone), [twin, zone]), now = useMemo(() => energyYears(tried, zone), [tried, zone]);
  const at = nightHours.find((one) => one.hour === hour)!;
  const indicators = (of: ZoneNight, energyKwh: number) => streets && streetIndicators(twin, streets.light, rows, leastShare(of.stretches, of.burning, at), energyKwh, zone);
  const densities = { before: indicators(before, asItIs.zone.energyKwh), tried: indicators(night, now.zone.energyKwh) };
  const list: Row[] = [
    { name: words.energy, unit: words.perYear('kWh'), before: asItIs.zone.energyKwh, tried: now.zone.energyKwh, decimals: 0 },
    { name: words.cost, unit: words.perYear('€'), before: asItIs.zone.costEur, tried: now.zone.costEur, decimals: 0 },
    { name: words.co2, unit: words.perYear('kg'), before: asItIs.zone.co2Kg, tried: now.zone.co2Kg, decimals: 0 },
    ...(densities.before && densities.tried ? [
      { name: words.powerDensity(`${hour}:00`), unit: 'mW/(lx·m²)', before: densities.before.powerDensityMwPerLxM2, tried: densities.tried.powerDensityMwPerLxM2, decimals: 1 },
      { name: words.energyPerArea, unit: words.perYear('kWh/m²'), before: densities.before.energyKwhPerM2, tried: densities.tried.energyKwhPerM2, decimals: 2 },
    ] : []),
  ];
  const { priceEurPerKwh, carbonGPerKwh, priceSource, carbonSource } = twin.facts.energy, cityPercent = (100 * (now.city.energyKwh - asItIs.city.energyKwh)) / asItIs.city.energyKwh;
  return (
    <div className="energy">
      <table>
        <caption>{words.figures}</caption>
        <thead><tr><td /><th scope="col">{words.asItIs}</th><th scope="col">{words.tried}</th><th scope="col">{words.difference}</th></tr></thead>
        <tbody>
          {list.map(({ name, unit, before: one, tried: other, decimals }) => (
            <tr key={name} data-figure={name}>
              <th scope="row">{name} <span className="unit">{unit}</span></th>
              <td>{one === undefined ? '–' : plain(one, decimals)}</td>
              <td><b>{other === undefined ? '–' : plain(other, decimals)}</b></td>
              <td>{one === undefined || other === undefined ? '–' : signed(other - one, decimals)}{one !== undefined && other !== undefined && one > 0 && <> <small>{signedPercent((100 * (other - one)) / one)}</small></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asItIs.city.energyKwh > 0 && <p className="note" title={words.factors(textIn(priceSource, language), textIn(carbonSource, language))}>{words.ofCity(signedPercent(cityPercent))} {words.factors(`${plain(priceEurPerKwh, 2)} €/kWh`, `${plain(carbonGPerKwh)} g/kWh`)}</p>}
    </div>
  );
}
