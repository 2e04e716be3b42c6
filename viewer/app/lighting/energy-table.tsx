import { textIn } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { clockText, hourText } from './clock-text.ts';
import type { ZoneFigures } from './use-zone-figures.ts';

interface Row { key: string; name: string; unit: string; before: number | undefined; tried: number | undefined; decimals: number }

/** What the zone takes in a year as it is and as it is tried, its streets below class, and EN 13201-5's two indicators, always together. */
export function EnergyTable({ asItIs, tried }: { asItIs: ZoneFigures; tried: ZoneFigures }) {
  const { city: { twin } } = useViewer();
  const language = useSession((state) => state.language), hour = hourText(useSession((state) => state.lighting.hour)), clockMin = useSession(({ timeS }) => Math.floor(Math.max(0, timeS) / 60));
  const words = lightingWordsFor(language), { plain, signed, signedPercent } = numbersIn(language);
  const row = (key: string, name: string, unit: string, decimals: number, of: (figures: ZoneFigures) => number | undefined): Row => ({ key, name, unit, decimals, before: of(asItIs), tried: of(tried) });
  const list: Row[] = [
    row('energy', words.energy, words.perYear('kWh'), 0, ({ year }) => year.energyKwh),
    row('cost', words.cost, words.perYear('€'), 0, ({ year }) => year.costEur),
    row('co2', words.co2, words.perYear('kg'), 0, ({ year }) => year.co2Kg),
    row('power', words.powerAt(clockText(clockMin)), 'kW', 1, ({ powerKwAt }) => powerKwAt(clockMin * 60)),
    ...(asItIs.below === undefined && tried.below === undefined ? [] : [row('below', words.belowAt(hour), '', 0, ({ below }) => below)]),
    ...(asItIs.indicators ? [
      row('power-density', words.powerDensity, 'mW/(lx·m²)', 1, ({ indicators }) => indicators?.powerDensityMwPerLxM2),
      row('energy-per-area', words.energyPerArea, words.perYear('kWh/m²'), 2, ({ indicators }) => indicators?.energyKwhPerM2),
    ] : []),
  ];
  const { priceEurPerKwh, carbonGPerKwh, priceSource, carbonSource } = twin.facts.energy, cityKwh = tried.city.energyKwh - asItIs.city.energyKwh;
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

/** The gist in one line, which stays in sight while steps are set further down. */
export function TrialGist({ asItIs, tried }: { asItIs: ZoneFigures; tried: ZoneFigures }) {
  const language = useSession((state) => state.language), hour = hourText(useSession((state) => state.lighting.hour)), words = lightingWordsFor(language), { signed, signedPercent } = numbersIn(language);
  const kWh = tried.year.energyKwh - asItIs.year.energyKwh, percent = (100 * kWh) / asItIs.year.energyKwh;
  const below = tried.below !== undefined && asItIs.below !== undefined ? tried.below - asItIs.below : undefined;
  return (
    <p className="gist" role="status">
      <b>{signed(kWh)}</b> {words.perYear('kWh')} {asItIs.year.energyKwh > 0 && <small>{signedPercent(percent)}</small>}
      {below !== undefined && <span className={below > 0 ? 'worse' : ''}> · {below === 0 ? words.sameBelow(hour) : <><b>{signed(below)}</b> {words.moreBelow(below, hour)}</>}</span>}
    </p>
  );
}
