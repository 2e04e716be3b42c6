import type { Question } from './question.ts';

export const brokenDownLorry: Question = {
  name: 'broken-down-lorry',
  title: { fr: 'Un camion en panne avenue de Gray', en: 'A lorry broken down on the avenue de Gray' },
  question: {
    fr: 'Que coûte un camion en panne une demi-heure sur la voie de droite, juste avant le feu le plus chargé de l’avenue de Gray ?',
    en: 'What does a lorry cost that stands broken down for half an hour on the right lane, just before the busiest signal of the avenue de Gray?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'incident', link: 'w369#0-', lane: 1, fromM: 40, lengthM: 15, from: '07:10', until: '07:40',
      why: {
        fr: 'Sept cent trente voitures et douze bus par heure y passent sur deux voies : de combien un dépannage plus rapide soulagerait-il ?',
        en: 'Seven hundred and thirty cars and twelve buses an hour pass there on two lanes: how much would a quicker recovery service relieve?',
      },
    },
  ],
  indicators: [
    'traffic-mean-time-loss-s', 'bus-mean-delay-s', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'bus-punctuality-percent', 'queue-at-green-m', 'split-failures-percent', 'vehicles-diverted', 'traffic-co2-kg', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'rises', least: 0, most: 3, unit: 'percent',
      why: {
        fr: 'Une voie laisse passer quelque 800 voitures par heure à ce feu : trois à quatre cents voitures attendent une à trois minutes de plus, parmi seize mille trajets.',
        en: 'One lane lets some 800 cars an hour through at this signal: three to four hundred cars wait one to three minutes more, among sixteen thousand trips.',
      },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'stays', most: 10, unit: 'own',
      why: { fr: 'Six bus passent dans cette demi-heure, sur plus d’une centaine en service.', en: 'Six buses pass in this half hour, of more than a hundred in service.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: 8.38, low: 5.27, high: 11.5 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 8.21, low: 4.9, high: 11.51 },
      { indicator: 'bus-excess-wait-s', baseline: 3.44, difference: 6.52, low: 5.63, high: 7.4 },
      { indicator: 'rescues', baseline: 0, difference: 6.33, low: 3.46, high: 9.2 },
    ],
    surprises: {
      'traffic-mean-time-loss-s': {
        fr: 'La file coûte plus que le feu à une voie ne le laissait prévoir : qui se trouve derrière le camion doit changer de voie dans une file à l’arrêt, et six véhicules en moyenne sont restés bloqués plus de cinq minutes, jusqu’à ce que le simulateur les déplace. De vrais conducteurs se laisseraient entrer plus tôt : un majorant, sans doute.',
        en: 'The queue costs more than one lane of the signal let expect: who is behind the lorry has to change lane in a queue that stands, and six vehicles on average stood for more than five minutes until the simulator moved them on. Real drivers would let them in sooner: an upper bound, probably.',
      },
    },
  },
};
