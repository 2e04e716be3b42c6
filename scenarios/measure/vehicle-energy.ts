import { energySource } from '../../engine/twin/propulsion.ts';
import type { Measured } from './indicator.ts';
import { isBus } from './vehicle-kind.ts';

/** Carbon dioxide of burning fuel, grams a megajoule of lower heating value: IPCC (2006), Guidelines for National Greenhouse Gas Inventories, volume 2, table 3.2.1. */
const FUEL_G_PER_MJ = { petrol: 69.3, diesel: 74.1 };
const MJ_PER_WH = 0.0036;

type Energy = Pick<Measured, 'twin' | 'tables'>;

/** Tells what each trip took and how many grams of carbon dioxide that makes, electricity by the city's figure. */
function forEachTrip({ twin, tables: { tripEnergy } }: Energy, tell: (departure: number, takenWh: number, co2G: number) => void): void {
  const gPerWh = new Map<number, number>([
    [energySource.petrol, FUEL_G_PER_MJ.petrol * MJ_PER_WH], [energySource.diesel, FUEL_G_PER_MJ.diesel * MJ_PER_WH],
  ]);
  const ofElectricity = twin.facts.energy.carbonGPerKwh / 1000;
  for (let row = 0; row < tripEnergy.count; row++) {
    const takenWh = tripEnergy.takenWh[row]!, source = twin.propulsions.source[tripEnergy.propulsion[row]!]!;
    tell(tripEnergy.departure[row]!, takenWh, takenWh * (gPerWh.get(source) ?? ofElectricity));
  }
}

/** Of all vehicles of the run; undefined where nobody says what drives them. */
export function totalEnergy(over: Energy): { takenWh: number; co2G: number } | undefined {
  if (over.tables.tripEnergy.count === 0) return undefined;
  const total = { takenWh: 0, co2G: 0 };
  forEachTrip(over, (_, takenWh, co2G) => { total.takenWh += takenWh; total.co2G += co2G; });
  return total;
}

/** Of all buses. */
export function busEnergyWh(over: Energy): number {
  let sumWh = 0;
  forEachTrip(over, (departure, takenWh) => { if (isBus(over.twin, departure)) sumWh += takenWh; });
  return sumWh;
}
