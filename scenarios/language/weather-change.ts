import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';

type Weather = Extract<Change, { change: 'weather-night' }>;

const KINDS = {
  'light-rain': { fr: 'pluie faible', en: 'light rain' }, rain: { fr: 'pluie', en: 'rain' }, 'heavy-rain': { fr: 'forte pluie', en: 'heavy rain' },
  fog: { fr: 'brouillard', en: 'fog' }, 'light-snow': { fr: 'neige faible', en: 'light snow' }, snow: { fr: 'chaussée enneigée', en: 'snow on the road' },
} as const satisfies Record<Weather['weather'], Record<Language, string>>;

/** What falls, and the figures that were given in place of the published ones. */
export function weatherInWords({ weather, speedShare, saturationShare, brakingShare, daylightShare }: Weather, language: Language): string {
  const french = language === 'fr', { share } = numbersIn(language);
  const said = [
    speedShare === undefined ? '' : french ? `vitesse voulue ${share(speedShare)}` : `wanted speed ${share(speedShare)}`,
    saturationShare === undefined ? '' : french ? `débit de saturation ${share(saturationShare)}` : `saturation flow ${share(saturationShare)}`,
    brakingShare === undefined ? '' : french ? `freinage ${share(brakingShare)}` : `braking ${share(brakingShare)}`,
    daylightShare === undefined ? '' : french ? `lumière du jour ${share(daylightShare)}` : `daylight ${share(daylightShare)}`,
  ].filter((one) => one !== '').join(', '), given = said === '' ? '' : ` (${said})`;
  return french ? `Météo pendant toute la simulation : ${KINDS[weather].fr}${given}.` : `Weather during the whole run: ${KINDS[weather].en}${given}.`;
}
