import type { Question } from './question.ts';

export const tenPercentMoreCars: Question = {
  name: 'ten-percent-more-cars',
  title: { fr: 'Dix pour cent de trafic en plus', en: 'Ten per cent more traffic' },
  question: {
    fr: 'Combien de temps perd-on le matin si le trafic augmente de 10 %, sur les mêmes chemins ?',
    en: 'How much time is lost in the morning if traffic grows by 10%, on the same ways?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'demand-growth', growth: 0.1, from: '06:00', until: '09:00',
      why: {
        fr: 'Un quartier neuf, un carburant moins cher, une ligne de tram en travaux : on veut savoir ce qu’il reste de réserve à la voirie à l’heure de pointe.',
        en: 'A new quarter, cheaper fuel, works on a tram line: what is asked is how much room streets have left in the peak hour.',
      },
    },
  ],
  indicators: [
    'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'vehicle-kilometres', 'traffic-co2-kg', 'bus-mean-delay-s', 'bus-time-loss-s-per-km', 'traffic-not-arrived', 'split-failures-percent', 'queue-at-green-m', 'passenger-mean-time-s', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'rises', least: 6, most: 40, unit: 'percent',
      why: {
        fr: 'Aux feux peu chargés le retard ne change guère ; là où la saturation est proche il croît comme la puissance quatre du débit (courbe BPR), soit 46 % pour 10 %.',
        en: 'At signals with room left delay hardly changes; near saturation it grows with the fourth power of the flow (the BPR curve), by 46% for 10%.',
      },
    },
    {
      indicator: 'vehicle-kilometres', moves: 'rises', least: 6, most: 11, unit: 'percent',
      why: { fr: 'Un dixième de trajets en plus sur les mêmes chemins ; bus et trams restent, et ceux qui ne sont pas arrivés comptent moins loin.', en: 'A tenth more trips on the same ways; buses and trams stay, and those who have not arrived have driven less far.' },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'rises', least: 0, most: 30, unit: 'own',
      why: { fr: 'Les bus partagent la voie des voitures presque partout, et les mêmes files.', en: 'Buses share their lane with cars almost everywhere, and so the same queues.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: 11.05, low: 5.41, high: 16.68 },
      { indicator: 'vehicle-kilometres', baseline: 195_054, difference: 18_613, low: 17_931, high: 19_294 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 1.29, low: -0.102, high: 2.68 },
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: 7.79, low: 4.02, high: 11.57 },
    ],
  },
};
