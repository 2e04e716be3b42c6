import type { Question } from './question.ts';

export const dimAfterMidnight: Question = {
  name: 'dim-after-midnight',
  title: { fr: 'Abaisser l’éclairage après minuit', en: 'Dim after midnight' },
  question: {
    fr: 'Qu’économise-t-on en abaissant toute la ville à 40 % de minuit à 5 heures ?',
    en: 'What does dimming the whole city to 40% from midnight to 5:00 save?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [
    {
      change: 'dim-lamps', zone: 'all', from: '00:00', until: '05:00', outputShare: 0.4,
      why: {
        fr: 'Les rues sont presque vides entre minuit et 5 heures ; d’autres communes y abaissent ou y éteignent l’éclairage.',
        en: 'Streets are almost empty between midnight and 5:00; other municipalities dim or switch off their lamps in these hours.',
      },
    },
  ],
  indicators: [
    'lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-co2-year-kg', 'lighting-below-class-km', 'lighting-over-lit-percent', 'bus-mean-delay-s',
    'lighting-saving-since-led-percent', 'lighting-energy-kwh', 'bus-punctuality-percent', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'lighting-energy-year-kwh', moves: 'falls', least: 8, most: 25, unit: 'percent',
      why: {
        fr: 'Les lampes brûlent quelque 4 100 heures par an, dont 1 825 entre minuit et 5 heures ; à 40 % au lieu d’un programme qui abaisse déjà une partie de la ville, il reste moins de la moitié de ces 44 %.',
        en: 'Lamps burn some 4,100 hours a year, 1,825 of them between midnight and 5:00; at 40% in place of a program that dims part of the city already, less than half of these 44% is left to save.',
      },
    },
    {
      indicator: 'lighting-below-class-km', moves: 'rises', least: 50, most: 800, unit: 'own',
      why: {
        fr: 'Des rues éclairées au plus juste de leur classe tombent en dessous dès que le flux baisse de plus de moitié.',
        en: 'Streets lit just as their class asks fall below it once the flux is more than halved.',
      },
    },
    {
      indicator: 'lighting-over-lit-percent', moves: 'falls', least: 3, most: 40, unit: 'own',
      why: { fr: 'Les rues trop éclairées le sont moins pendant ces cinq heures.', en: 'Streets that are over-lit are less so in these five hours.' },
    },
  ],
  found: {
    figures: [
      { indicator: 'lighting-energy-year-kwh', baseline: 5_509_130, difference: -730_550, low: -730_550, high: -730_550 },
      { indicator: 'lighting-cost-year-eur', baseline: 1_101_826, difference: -146_110, low: -146_110, high: -146_110 },
      { indicator: 'lighting-co2-year-kg', baseline: 303_002, difference: -40_180, low: -40_180, high: -40_180 },
      { indicator: 'lighting-below-class-km', baseline: 82.3, difference: 321.8, low: 321.8, high: 321.8 },
      { indicator: 'lighting-over-lit-percent', baseline: 58.7, difference: -15.6, low: -15.6, high: -15.6 },
    ],
  },
};
