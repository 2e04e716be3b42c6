import type { Indicator } from './indicator.ts';
import { totalEnergy } from './vehicle-energy.ts';

export const trafficEnergy: Indicator<'traffic-energy-kwh'> = {
  name: 'traffic-energy-kwh',
  title: { fr: 'Énergie des véhicules', en: 'Energy of vehicles' },
  subject: { fr: 'l’énergie des véhicules', en: 'the energy of vehicles' },
  unit: { fr: 'kWh', en: 'kWh' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Carburant (pouvoir calorifique inférieur) et électricité à la prise de tous les véhicules, bus et trams compris, par un modèle de puissance à la roue ; moteurs chauds, routes plates.',
    en: 'Fuel (lower heating value) and electricity at the plug of all vehicles, buses and trams included, by a model of the power at the wheels; engines warm, roads level.',
  },
  measure(over) {
    const total = totalEnergy(over);
    return total ? total.takenWh / 1000 : null;
  },
};
