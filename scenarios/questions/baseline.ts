import type { Question } from './question.ts';

export const baseline: Question = {
  name: 'baseline',
  title: { fr: 'Situation actuelle', en: 'As it is today' },
  question: { fr: 'Comment fonctionne la ville un jour ouvrable, sans rien changer ?', en: 'How does the city work on a weekday, with nothing changed?' },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [],
  indicators: [
    'lighting-energy-kwh', 'lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-co2-year-kg', 'lighting-saving-since-led-percent',
    'bus-mean-delay-s', 'bus-punctuality-percent', 'bus-on-time-percent', 'bus-excess-wait-s', 'bus-stop-line-delay-s', 'bus-commercial-speed-kmh', 'bus-run-time-spread-s', 'bus-time-loss-s-per-km', 'bus-priority-extensions',
    'passenger-mean-time-s', 'passenger-mean-wait-s', 'passengers-left-behind', 'passenger-rides',
    'traffic-mean-travel-time-s', 'traffic-mean-time-loss-s', 'traffic-not-arrived', 'traffic-energy-kwh', 'traffic-co2-kg', 'bus-energy-kwh-per-km', 'vehicle-kilometres', 'pedestrian-mean-wait-s', 'people-crossed', 'rescues', 'collisions',
  ],
};
