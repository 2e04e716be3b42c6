import type { Question } from './question.ts';

export const thirtyInDijon: Question = {
  name: 'thirty-in-dijon',
  title: { fr: 'Dijon à 30 km/h', en: 'Thirty in Dijon' },
  question: {
    fr: 'Que coûte en temps, aux voitures et aux bus, une limite à 30 km/h dans toutes les rues de Dijon, rocade à part ?',
    en: 'What does a limit of 30 km/h in all streets of Dijon, the ring road apart, cost cars and buses in time?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'speed-limit', where: { commune: 'Dijon', classes: ['primary', 'secondary', 'tertiary', 'residential', 'service'] }, limitKmh: 30,
      why: {
        fr: 'Grenoble, Lille, Nantes, Paris et Lyon l’ont fait ; ce que la règle coûte en temps est la première question que l’on pose.',
        en: 'Grenoble, Lille, Nantes, Paris and Lyon have done it; what the rule costs in time is what people ask first.',
      },
    },
  ],
  indicators: [
    'traffic-mean-travel-time-s', 'traffic-mean-time-loss-s', 'bus-mean-delay-s', 'bus-commercial-speed-kmh', 'bus-punctuality-percent', 'passenger-mean-time-s', 'traffic-co2-kg', 'traffic-energy-kwh', 'vehicle-kilometres',
    'traffic-not-arrived', 'pedestrian-mean-wait-s', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'rises', least: 3, most: 15, unit: 'percent',
      why: {
        fr: 'De 50 à 30 km/h, un kilomètre libre prend 48 s de plus, mais la moitié du temps en ville se passe à attendre ; un bon tiers des kilomètres sont parcourus à Dijon hors rocade.',
        en: 'From 50 to 30 km/h a free kilometre takes 48 s more, but half of the time in town is spent waiting; a good third of all kilometres are driven in Dijon off the ring road.',
      },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'rises', least: 20, most: 150, unit: 'own',
      why: {
        fr: 'Une dizaine de secondes par interstation de 350 m, soit une à trois minutes au bout de la ligne, que l’horaire, resté le même, ne donne pas.',
        en: 'Some ten seconds from stop to stop over 350 m, so one to three minutes at the end of the line, which the timetable, left as it is, does not give.',
      },
    },
    {
      indicator: 'traffic-co2-kg', moves: 'stays', most: 6, unit: 'percent',
      why: { fr: 'On accélère jusqu’à moins, mais on roule plus longtemps.', en: 'Vehicles accelerate to less, but drive for longer.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: 59.2, low: 57, high: 61.4 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 40.7, low: 33.9, high: 47.5 },
      { indicator: 'traffic-co2-kg', baseline: 42_861, difference: -1637, low: -1741, high: -1533 },
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: -5.8, low: -7.39, high: -4.22 },
    ],
  },
};
