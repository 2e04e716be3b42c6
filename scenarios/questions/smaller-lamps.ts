import type { Question } from './question.ts';

export const smallerLamps: Question = {
  name: 'smaller-lamps',
  title: { fr: 'Lampes plus petites dans les rues d’habitation', en: 'Smaller lamps in residential streets' },
  question: {
    fr: 'Qu’économise-t-on, et quelles rues passent sous leur classe, si les lampes de 40 W des rues d’habitation sont remplacées en fin de vie par des lampes de 24 W ?',
    en: 'What is saved, and which streets fall below their class, if the 40 W lamps of residential streets are replaced by 24 W at the end of their life?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 1,
  changes: [
    {
      change: 'lamp-replacement', where: { zone: 'residential', luminaire: 'LED 40 W' }, by: { luminaire: 'LED 24 W' },
      why: {
        fr: 'Plus de la moitié des rues sont éclairées à plus d’une fois et demie ce que demande leur classe : la prochaine génération de lampes peut être plus petite.',
        en: 'More than half of the streets have over one and a half times the light that their class asks for: the next generation of lamps can be smaller.',
      },
    },
  ],
  indicators: ['lighting-energy-year-kwh', 'lighting-below-class-km', 'lighting-over-lit-percent', 'lighting-cost-year-eur', 'lighting-co2-year-kg', 'lighting-saving-since-led-percent', 'lighting-energy-kwh'],
  expected: [
    {
      indicator: 'lighting-energy-year-kwh', moves: 'falls', least: 10, most: 20, unit: 'percent',
      why: {
        fr: 'Les rues d’habitation ont 898 des 1 645 kW installés, dont environ trois quarts en lampes de 40 W, qui en perdent 16 : quelque 15 %.',
        en: 'Residential streets have 898 of the 1,645 kW installed, about three quarters of it in lamps of 40 W, which lose 16: some 15%.',
      },
    },
    {
      indicator: 'lighting-below-class-km', moves: 'rises', least: 20, most: 400, unit: 'own',
      why: { fr: 'Le flux tombe de 5 000 à 3 000 lm : des rues qui ont moins de 1,67 fois leur classe passent dessous.', en: 'The flux falls from 5,000 to 3,000 lm: streets that have less than 1.67 times their class fall below it.' },
    },
    {
      indicator: 'lighting-over-lit-percent', moves: 'falls', least: 5, most: 40, unit: 'own',
      why: { fr: 'Les autres reviennent près de ce que leur classe demande.', en: 'The others come near to what their class asks for.' },
    },
  ],
  found: {
    figures: [
      { indicator: 'lighting-energy-year-kwh', baseline: 5_509_130, difference: -833_329, low: -833_329, high: -833_329 },
      { indicator: 'lighting-below-class-km', baseline: 82.3, difference: -9.3, low: -9.3, high: -9.3 },
      { indicator: 'lighting-over-lit-percent', baseline: 58.7, difference: 3.67, low: 3.67, high: 3.67 },
      { indicator: 'lighting-cost-year-eur', baseline: 1_101_826, difference: -166_666, low: -166_666, high: -166_666 },
    ],
    surprises: {
      'lighting-below-class-km': {
        fr: 'La lampe de 24 W a une optique de chemin : son faisceau, deux fois moins large, met sur une chaussée étroite autant de lumière avec 3 000 lm que l’autre avec 5 000, au prix des trottoirs et des façades, que la classe ne compte pas. Avec l’optique d’avant et 3 000 lm, 299 km de plus passent sous leur classe.',
        en: 'The 24 W lamp has the optic of a path: its beam, half as wide, puts as much light on a narrow carriageway with 3,000 lm as the other with 5,000, at the cost of pavements and fronts, which the class does not count. With the optic of before and 3,000 lm, 299 km more fall below their class.',
      },
      'lighting-over-lit-percent': {
        fr: 'Pour la même raison ; avec l’optique d’avant la part trop éclairée baisse de 25 points.',
        en: 'For the same reason; with the optic of before the over-lit share falls by 25 points.',
      },
    },
  },
};
