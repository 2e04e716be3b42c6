import { useMemo } from 'react';
import { textIn } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { belowClass, judgeZone, type CityStreets } from './city-streets.ts';
import { leastShare, nightHours } from './night-output.ts';
import { streetIndicators } from './street-indicators.ts';
import { cityEnergy } from './trial-energy.ts';
import type { ZoneNight } from './trial-streets.ts';
import type { Trial } from './use-trial.ts';

interface Row { key: string; name: string; unit: string; before: number | undefined; tried: number | undefined; decimals: number }

/** What the zone takes in a year as it is and as it is tried, and EN 13201-5's two indicators of its streets, always together. */
export function EnergyTable({ trial: { zone, tried }, rows, streets, night, before }: { trial: Trial; rows: readonly number[]; streets: CityStreets | undefined; night: ZoneNight; before: ZoneNight }) {
  const { city: { twin } } = useViewer();
  const language = useSession((state) => state.language), hour = useSession((state) => state.lighting.hour);
  const words = lightingWordsFor(language), { plain, signed, signedPercent } = numbersIn(language);
  const asItIs = useMemo(() => cityEnergy(twin), [twin]), now = useMemo(() => cityEnergy(tried), [tried]), one = asItIs.zones[zone]!, other = now.zones[zone]!;
  const at = nightHours.find((one) => one.hour === hour)!;
  const indicators = (of: ZoneNight, energyKwh: number) => streets && streetIndicators(twin, streets.light, rows, leastShare(of.stretches, of.burning, at), energyKwh, zone);
  const densities = { before: indicators(before, one.energyKwh), tried: indicators(night, other.energyKwh) };
  const belowIn = (of: ZoneNight): number | undefined => {
    const share = leastShare(of.stretches, of.burning, at);
    return streets && share !== undefined ? belowClass(judgeZone(twin, streets, rows, hour, share).streets) : undefined;
  };
  const below = streets && { before: belowIn(before), tried: belowIn(night) };
  const list: Row[] = [
    { key: 'energy', name: words.energy, unit: words.perYear('kWh'), before: one.energyKwh, tried: other.energyKwh, decimals: 0 },
    { key: 'cost', name: words.cost, unit: words.perYear('€'), before: one.costEur, tried: other.costEur, decimals: 0 },
    { key: 'co2', name: words.co2, unit: words.perYear('kg'), before: one.co2Kg, tried: other.co2Kg, decimals: 0 },
    ...(below ? [{ key: 'below', name: words.belowAt(`${hour}:00`), unit: '', ...below, decimals: 0 }] : []),
    ...(densities.before && densities.tried ? [
      { key: 'power-density', name: words.powerDensity(`${hour}:00`), unit: 'mW/(lx·m²)', before: densities.before.powerDensityMwPerLxM2, tried: densities.tried.powerDensityMwPerLxM2, decimals: 1 },
      { key: 'energy-per-area', name: words.energyPerArea, unit: words.perYear('kWh/m²'), before: densities.before.energyKwhPerM2, tried: densities.tried.energyKwhPerM2, decimals: 2 },
    ] : []),
  ];
  const { priceEurPerKwh, carbonGPerKwh, priceSource, carbonSource } = twin.facts.energy, cityKwh = now.city.energyKwh - asItIs.city.energyKwh;
  return (
    <div className="energy">
      <table>
        <caption>{words.figures}</caption>
        <thead><tr><td /><th scope="col">{words.asItIs}</th><th scope="col">{words.tried}</th><th scope="col">{words.difference}</th></tr></thead>
        <tbody>
          {list.map(({ key, name, unit, before: was, tried: is, decimals }) => (
            <tr key={key} data-figure={key}>
              <th scope="row">{name} <span className="unit">{unit}</span></th>
              <td>{was === undefined ? '–' : plain(was, decimals)}</td>
              <td><b>{is === undefined ? '–' : plain(is, decimals)}</b></td>
              <td>{was === undefined || is === undefined ? '–' : <>{signed(is - was, decimals)} {was > 0 && <small>{signedPercent((100 * (is - was)) / was)}</small>}</>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {asItIs.city.energyKwh > 0 && <p className="note" title={words.factors(textIn(priceSource, language), textIn(carbonSource, language))}>{words.ofCity(signed(cityKwh), signedPercent((100 * cityKwh) / asItIs.city.energyKwh))} {words.factors(`${plain(priceEurPerKwh, 2)} €/kWh`, `${plain(carbonGPerKwh)} g/kWh`)}</p>}
    </div>
  );
}
