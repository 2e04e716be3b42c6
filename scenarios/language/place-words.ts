import type { Place } from '../changes/place.ts';
import type { Language } from './language.ts';

/** Functional classes of streets, in the plural. */
const classWords = {
  motorway: { fr: 'autoroutes', en: 'motorways' }, trunk: { fr: 'voies rapides', en: 'trunk roads' }, primary: { fr: 'routes principales', en: 'primary roads' },
  secondary: { fr: 'routes secondaires', en: 'secondary roads' }, tertiary: { fr: 'rues de desserte', en: 'tertiary streets' }, residential: { fr: 'rues résidentielles', en: 'residential streets' },
  service: { fr: 'voies de service', en: 'service roads' }, busway: { fr: 'voies de bus', en: 'busways' }, tramway: { fr: 'voies de tram', en: 'tramways' }, footway: { fr: 'rues piétonnes', en: 'pedestrian streets' },
} as const;

/** Where on the streets: 'Rue Monge, Dijon', 'residential streets, Quetigny', 'links a, b'. */
export function placeInWords(place: Place, language: Language): string {
  const french = language === 'fr';
  if ('links' in place) return `${french ? (place.links.length > 1 ? 'tronçons' : 'tronçon') : place.links.length > 1 ? 'links' : 'link'} ${place.links.join(', ')}`;
  const streets = 'street' in place ? place.street : place.classes ? place.classes.map((name) => classWords[name][language]).join(', ') : french ? 'toutes les rues' : 'all streets';
  return 'commune' in place && place.commune !== undefined ? `${streets}, ${place.commune}` : streets;
}
