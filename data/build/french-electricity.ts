import type { CityFacts } from '../../engine/twin/twin.ts';

/** What a kilowatt-hour of a French city costs and emits where nobody says better; a city may give its own. */
export const frenchElectricity: CityFacts['energy'] = {
  priceEurPerKwh: 0.2,
  priceSource: {
    fr: 'hypothèse : 200 €/MWh, tout compris ; les marchés publics étaient sous 100 en 2021, entre 300 et 600 en 2022',
    en: 'assumption: €200/MWh, all in; public contracts were under 100 in 2021 and at 300 to 600 in 2022',
  },
  carbonGPerKwh: 55,
  carbonSource: { fr: 'RTE, mix électrique français moyen en 2021 : 55 g/kWh', en: 'RTE, mean French electricity mix in 2021: 55 g/kWh' },
};
