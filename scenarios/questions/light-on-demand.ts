import type { Change } from '../changes/change.ts';
import type { Question } from './question.ts';

/** Residential streets, villages and works light up while somebody is there. */
const inZone = (zone: string): Change => ({
  change: 'adaptive-lighting', zone, from: '22:00', until: '06:00', fallS: 20, rule: { by: 'presence', quietShare: 0.2, busyShare: 0.7, holdS: 60 },
  why: {
    fr: 'Des détecteurs de mouvement équipent déjà quelques secteurs de la métropole ; que feraient-ils dans toutes les rues calmes ?',
    en: 'Motion sensors already stand in some sectors of the métropole; what would they do in all quiet streets?',
  },
});

export const lightOnDemand: Question = {
  name: 'light-on-demand',
  title: { fr: 'Éclairage à la demande', en: 'Light on demand' },
  question: {
    fr: 'Qu’économise-t-on si, de 22 heures à 6 heures, les rues calmes ne s’éclairent à 70 % que lorsqu’un véhicule ou un piéton s’y trouve, et à 20 % sinon ?',
    en: 'What is saved if, from 22:00 to 6:00, quiet streets light up to 70% only while a vehicle or somebody who crosses is there, and give 20% otherwise?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: ['residential', 'villages', 'industrial'].map(inZone),
  indicators: ['lighting-energy-kwh', 'bus-mean-delay-s', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'rescues', 'collisions'],
  expected: [
    {
      indicator: 'lighting-energy-kwh', moves: 'falls', least: 5, most: 50, unit: 'percent',
      why: { fr: 'Ces trois zones consomment plus de la moitié de l’énergie ; leurs rues sont vides la plupart des minutes, et donnent alors 20 %.', en: 'These three zones take more than half of the energy; their streets are empty in most minutes, and then give 20%.' },
    },
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'stays', most: 0, unit: 'own',
      why: { fr: 'Aucun conducteur du modèle ne regarde les lampes.', en: 'No driver of the model looks at lamps.' },
    },
  ],
  found: {
    runs: { from: '22:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'lighting-energy-kwh', baseline: 1274.8, difference: -582.7, low: -583.2, high: -582.3 },
      { indicator: 'traffic-mean-travel-time-s', baseline: 716.3, difference: 0, low: 0, high: 0 },
    ],
  },
};
