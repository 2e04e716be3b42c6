import type { Question } from './question.ts';

export const photocells: Question = {
  name: 'photocells',
  title: { fr: 'Cellules au lieu de l’horloge', en: 'Photocells in place of the clock' },
  question: {
    fr: 'Qu’économise-t-on si les lampes s’allument à 20 lx de lumière du jour et s’éteignent à 20 lx, au lieu de quinze minutes après le coucher et avant le lever du soleil ?',
    en: 'What is saved if lamps come on at 20 lx of daylight and go off at 20 lx, in place of fifteen minutes after sunset and before sunrise?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 1,
  changes: [
    {
      change: 'switching-rule', zone: 'all', rule: { by: 'photocell', onLx: 20, offLx: 20 },
      why: {
        fr: 'L’horloge astronomique allume le même nombre de minutes après le coucher du soleil toute l’année ; le crépuscule, lui, est plus long en été.',
        en: 'The astronomical clock switches on so many minutes after sunset all year; twilight is longer in summer.',
      },
    },
  ],
  indicators: ['lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-co2-year-kg', 'lighting-below-class-km', 'lighting-over-lit-percent', 'lighting-saving-since-led-percent', 'lighting-energy-kwh'],
  expected: [
    {
      indicator: 'lighting-energy-year-kwh', moves: 'falls', least: 1, most: 5, unit: 'percent',
      why: {
        fr: 'Vingt lux, c’est un soleil à 4 ou 5 degrés sous l’horizon, une dizaine de minutes après l’heure de l’horloge, soir et matin : vingt minutes sur onze heures, à plein flux.',
        en: 'Twenty lux is a sun 4 to 5 degrees below the horizon, some ten minutes past the time of the clock, evening and morning: twenty minutes of eleven hours, at full output.',
      },
    },
    {
      indicator: 'lighting-cost-year-eur', moves: 'falls', least: 1, most: 5, unit: 'percent',
      why: { fr: 'Un seul prix du kilowattheure.', en: 'One price for every kilowatt-hour.' },
    },
  ],
  found: {
    figures: [
      { indicator: 'lighting-energy-year-kwh', baseline: 5_509_130, difference: -164_665, low: -164_665, high: -164_665 },
      { indicator: 'lighting-cost-year-eur', baseline: 1_101_826, difference: -32_933, low: -32_933, high: -32_933 },
      { indicator: 'lighting-co2-year-kg', baseline: 303_002, difference: -9057, low: -9057, high: -9057 },
      { indicator: 'lighting-below-class-km', baseline: 82.3, difference: 1.3, low: 1.3, high: 1.3 },
      { indicator: 'lighting-over-lit-percent', baseline: 58.7, difference: -0.751, low: -0.751, high: -0.751 },
    ],
  },
};
