import type { Text } from '../../engine/foundation/text.ts';
import type { ClaimSubject } from '../changes/claim.ts';

/** What two changes can quarrel about, as it stands before "of". */
export const claimWords: Readonly<Record<ClaimSubject, Text>> = {
  'lighting-program': { fr: 'le programme d’éclairage', en: 'the lighting program' },
  'switching-rule': { fr: 'la règle d’allumage', en: 'the switching rule' },
  'adaptive-rule': { fr: 'la règle d’éclairage selon le trafic', en: 'the rule of lighting by traffic' },
  order: { fr: 'l’ordre du poste de pilotage', en: 'the order of the control post' },
  fallback: { fr: 'le repli en cas de perte de communication', en: 'the fallback while out of reach' },
  'cabinet-control': { fr: 'le mode de commande', en: 'the way of control' },
  'lamp-zones': { fr: 'la zone des points lumineux', en: 'the zone of lamps' },
  'bus-priority': { fr: 'la priorité aux bus', en: 'bus priority' },
  'priority-rule': { fr: 'un réglage de la priorité', en: 'a setting of priority' },
  transponder: { fr: 'l’équipement de priorité', en: 'the equipment for priority' },
  preemption: { fr: 'le passage avant le plan de feux', en: 'going before the signal plan' },
  'signal-control': { fr: 'la commande des feux', en: 'the control of signals' },
  'signal-plan': { fr: 'le plan de feux', en: 'the signal plan' },
  lamp: { fr: 'ce qui remplace le point lumineux', en: 'what replaces the lamp' },
  weather: { fr: 'le temps qu’il fait', en: 'the weather' },
  holding: { fr: 'la régulation', en: 'the holding' },
  lanes: { fr: 'les voies', en: 'the lanes' },
  'posted-limit': { fr: 'la vitesse limite affichée', en: 'the posted speed limit' },
  passage: { fr: 'la circulation', en: 'the passage' },
  'speed-limit': { fr: 'la vitesse limite', en: 'the speed limit' },
  detour: { fr: 'la déviation', en: 'the detour' },
  headway: { fr: 'l’intervalle entre les départs', en: 'the headway' },
  'departure-times': { fr: 'les heures de départ', en: 'the departure times' },
  'running-times': { fr: 'les temps de parcours', en: 'the running times' },
  'bus-lane': { fr: 'la voie réservée', en: 'the bus lane' },
  lane: { fr: 'une voie', en: 'a lane' },
  bollards: { fr: 'les heures des bornes', en: 'the hours of bollards' },
  departures: { fr: 'les départs', en: 'the departures' },
};
