import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';
import { zoneInWords } from './zones.ts';

type LampReplacement = Extract<Change, { change: 'lamp-replacement' }>;

/** Which lamps are replaced by what. */
export function lampReplacementInWords({ where, by, installed, rollOut }: LampReplacement, language: Language): string {
  const french = language === 'fr', { plain, share } = numbersIn(language), nbsp = '\u00a0';
  const figure = (value: number, unit: string): string => `${plain(value, Number.isInteger(value) ? 0 : 1)}${nbsp}${unit}`;
  const { luminaire, powerW, powerShare, fluxLm, fluxShare, photometry, ...kind } = by;
  const said = [
    luminaire ?? '',
    powerW === undefined ? '' : figure(powerW, 'W'),
    powerShare === undefined ? '' : french ? `${share(powerShare)} de la puissance` : `${share(powerShare)} of the power`,
    fluxLm === undefined ? '' : figure(fluxLm, 'lm'),
    fluxShare === undefined ? '' : french ? `${share(fluxShare)} du flux` : `${share(fluxShare)} of the flux`,
    photometry === undefined ? '' : french ? `photométrie ${photometry}` : `photometry ${photometry}`,
    ...Object.entries(kind as Record<string, number>).map(([name, value]) => `${FIGURES[name as keyof typeof FIGURES][language]} ${plain(value, decimalsOf(value))}`),
  ].filter((one) => one !== '').join(', ');
  const when = rollOut ? (french ? `, déploiement à la fin de ${rollOut.atEndOf}` : `, roll-out at the end of ${rollOut.atEndOf}`) : installed === undefined ? '' : french ? `, posés en ${installed}` : `, installed in ${installed}`;
  return french ? `Points lumineux remplacés (${lampsInWords(where, language)}${when}) : ${said}.` : `Lamps replaced (${lampsInWords(where, language)}${when}): ${said}.`;
}

const FIGURES = {
  fixedLossShare: { fr: 'pertes fixes (part de la puissance)', en: 'fixed loss (share of power)' },
  standbyPowerW: { fr: 'veille (W)', en: 'standby (W)' },
  powerFactor: { fr: 'facteur de puissance', en: 'power factor' },
  dimmedPowerFactor: { fr: 'facteur de puissance au dixième du flux', en: 'power factor at a tenth of output' },
  constantFluxStartShare: { fr: 'flux constant, part de puissance au début', en: 'constant light output, share of power at the start' },
  constantFluxEndH: { fr: 'flux constant jusqu’à (h)', en: 'constant light output until (h)' },
  fluxDecayPerH: { fr: 'dépréciation du flux (par h)', en: 'lumen depreciation (per h)' },
  dirtPerYearShare: { fr: 'encrassement (part par an)', en: 'dirt (share a year)' },
  cleaningYears: { fr: 'années entre nettoyages', en: 'years between cleanings' },
  powerRisePerH: { fr: 'hausse de puissance (par h)', en: 'rise of power (per h)' },
  upwardShare: { fr: 'part du flux vers le haut', en: 'share of flux upward' },
  colourTemperatureK: { fr: 'température de couleur (K)', en: 'colour temperature (K)' },
} as const;

const MOST_DECIMALS = 6;
const decimalsOf = (value: number): number => Math.min(MOST_DECIMALS, (String(value).split('.')[1] ?? '').length);

function lampsInWords({ zone, street, commune, cabinet, luminaire, installedBefore }: LampReplacement['where'], language: Language): string {
  const french = language === 'fr';
  const said = [
    zone === undefined ? '' : zoneInWords(zone, language), street ?? '', commune ?? '',
    cabinet === undefined ? '' : french ? `armoire ${cabinet}` : `cabinet ${cabinet}`, luminaire ?? '',
    installedBefore === undefined ? '' : french ? `d’avant ${installedBefore}` : `from before ${installedBefore}`,
  ].filter((one) => one !== '').join(', ');
  return said === '' ? (french ? 'tous' : 'all') : said;
}
