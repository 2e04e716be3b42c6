import type { Question } from './question.ts';

export const darkVillages: Question = {
  name: 'dark-villages',
  title: { fr: 'Extinction dans les villages', en: 'Lamps off in the villages' },
  question: {
    fr: 'Qu’économise-t-on en éteignant les villages de minuit à 5 heures, comme le fait déjà Sennecey-lès-Dijon ?',
    en: 'What does switching the villages off from midnight to 5:00 save, as Sennecey-lès-Dijon does already?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 1,
  changes: [
    {
      change: 'dim-lamps', zone: 'villages', from: '00:00', until: '05:00', outputShare: 0,
      why: {
        fr: 'Des milliers de communes françaises éteignent une partie de la nuit ; à Sennecey-lès-Dijon c’est fait.',
        en: 'Thousands of French municipalities switch off for a part of the night; Sennecey-lès-Dijon does so.',
      },
    },
  ],
  indicators: ['lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-co2-year-kg', 'lighting-below-class-km', 'lighting-over-lit-percent', 'lighting-saving-since-led-percent', 'lighting-energy-kwh'],
  expected: [
    {
      indicator: 'lighting-energy-year-kwh', moves: 'falls', least: 3, most: 6, unit: 'percent',
      why: {
        fr: '252 kW installés, à mi-flux à ces heures, 1 825 heures par an : quelque 240 MWh sur 5 500.',
        en: '252 kW installed, at half output at this time, 1,825 hours a year: some 240 of 5,500 MWh.',
      },
    },
    {
      indicator: 'lighting-below-class-km', moves: 'rises', least: 30, most: 200, unit: 'own',
      why: {
        fr: 'Deux à trois cents kilomètres de rues de village n’ont plus de lumière pendant 44 % des heures de nuit ; une partie était déjà sous sa classe à mi-flux.',
        en: 'Two to three hundred kilometres of village streets have no light in 44% of the hours of darkness; a part of them was below its class at half output already.',
      },
    },
    {
      indicator: 'lighting-over-lit-percent', moves: 'falls', least: 0, most: 10, unit: 'own',
      why: { fr: 'À mi-flux, une partie de ces rues avait encore plus d’une fois et demie ce que demande leur classe.', en: 'At half output a part of these streets still had more than one and a half times what their class asks for.' },
    },
  ],
  found: {
    figures: [
      { indicator: 'lighting-energy-year-kwh', baseline: 5_509_130, difference: -235_958, low: -235_958, high: -235_958 },
      { indicator: 'lighting-below-class-km', baseline: 82.3, difference: 79.7, low: 79.7, high: 79.7 },
      { indicator: 'lighting-over-lit-percent', baseline: 58.7, difference: -6.67, low: -6.67, high: -6.67 },
      { indicator: 'lighting-cost-year-eur', baseline: 1_101_826, difference: -47_192, low: -47_192, high: -47_192 },
      { indicator: 'lighting-co2-year-kg', baseline: 303_002, difference: -12_978, low: -12_978, high: -12_978 },
    ],
  },
};
