import type { Indicator } from './indicator.ts';
import { totalEnergy } from './vehicle-energy.ts';

export const trafficCo2: Indicator<'traffic-co2-kg'> = {
  name: 'traffic-co2-kg',
  title: { fr: 'CO₂ des véhicules', en: 'CO₂ of vehicles' },
  subject: { fr: 'le CO₂ des véhicules', en: 'the CO₂ of vehicles' },
  unit: { fr: 'kg CO₂', en: 'kg CO₂' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'CO₂ du carburant brûlé (GIEC 2006 : 69,3 g/MJ d’essence, 74,1 g/MJ de gazole) et de l’électricité à l’intensité carbone de la ville ; sans l’extraction du carburant ni la fabrication des véhicules. NOx et particules ne sont pas calculés.',
    en: 'CO₂ of the fuel burnt (IPCC 2006: 69.3 g/MJ of petrol, 74.1 g/MJ of diesel) and of electricity at the city’s carbon intensity; without the making of fuel or vehicles. NOx and particles are not computed.',
  },
  measure(over) {
    const total = totalEnergy(over);
    return total ? total.co2G / 1000 : null;
  },
};
