import type { Text } from '../../engine/foundation/text.ts';

/** What reports on savings need in France beside price and carbon, each with its date and source. */

/** Greenhouse gases of a kilowatt-hour of French electricity, as published. */
export const frenchCarbonFactors: readonly { year: number; gPerKwh: number; what: Text; source: Text }[] = [
  { year: 2021, gPerKwh: 55, what: { fr: 'mix moyen', en: 'mean mix' }, source: { fr: 'RTE', en: 'RTE' } },
  { year: 2022, gPerKwh: 73, what: { fr: 'mix moyen', en: 'mean mix' }, source: { fr: 'RTE', en: 'RTE' } },
  { year: 2023, gPerKwh: 32, what: { fr: 'production seule', en: 'production alone' }, source: { fr: 'RTE', en: 'RTE' } },
];

/** A standard form of the French energy certificates, by the dates between which operations must have been ordered. */
export interface CertificateForm {
  form: string;
  title: Text;
  /** Empty: not known. */
  fromDate: string;
  untilDate: string;
  /** What volume is counted by: watts of lamps that are dimmed, or luminaires replaced. */
  basis: 'dimmedWatts' | 'replacedLuminaires';
  /** kWh cumac for each; undefined: no figure found. */
  kwhCumacEach: number | undefined;
  source: Text;
}

export const frenchCertificateForms: readonly CertificateForm[] = [
  {
    form: 'RES-EC-103', title: { fr: 'système de variation de puissance en éclairage extérieur', en: 'dimming of outdoor lighting' }, fromDate: '', untilDate: '', basis: 'dimmedWatts', kwhCumacEach: 8,
    source: { fr: '8 × P (W) sur 12 ans, gc2e.fr', en: '8 × P (W) over 12 years, gc2e.fr' },
  },
  {
    form: 'RES-EC-104', title: { fr: 'rénovation d’éclairage extérieur', en: 'renewal of outdoor lighting' }, fromDate: '', untilDate: '2025-11-23', basis: 'replacedLuminaires', kwhCumacEach: 9300,
    source: { fr: '9 300 kWh cumac par luminaire, avant la réforme du 24 novembre 2025', en: '9,300 kWh cumac a luminaire, before the reform of 24 November 2025' },
  },
  {
    form: 'RES-EC-104', title: { fr: 'rénovation d’éclairage extérieur', en: 'renewal of outdoor lighting' }, fromDate: '2025-11-24', untilDate: '', basis: 'replacedLuminaires', kwhCumacEach: undefined,
    source: { fr: 'réforme du 24 novembre 2025 : nouveau chiffre non trouvé', en: 'reform of 24 November 2025: new figure not found' },
  },
];

const assumed = (fr: string, en: string): Text => ({ fr: `hypothèse : ${fr}`, en: `assumption: ${en}` });

/** Inputs of uncertainty where nobody gives better: relative, standard uncertainties but for the limit of a meter's class. */
export const usualUncertainty = {
  catalogueWattsShare: 0.05, wattsCommonShare: 0.5, dimmedPowerShare: 0.05, wattmeterShare: 0.01, hoursShare: 0.01, depreciationBeforeShare: 0.03, depreciationAfterShare: 0.02, meterLimitShare: 0.01, meterCommonShare: 0.5,
  sources: {
    catalogueWattsShare: assumed('une puissance d’inventaire est juste à 10 % près dix-neuf fois sur vingt', 'watts of an inventory are right within 10% nineteen times out of twenty'),
    wattsCommonShare: assumed('même inventaire, mêmes fiches, même façon de compter l’appareillage', 'one inventory, the same data sheets, one way of counting gear'),
    dimmedPowerShare: assumed('à mi-niveau, la puissance est connue à 5 % de la pleine puissance près dix-neuf fois sur vingt ; les échantillons se mesurent à pleine puissance', 'at half output, power is known within 5% of full power nineteen times out of twenty; samples are measured at full output'),
    wattmeterShare: assumed('pince ou wattmètre de classe 1', 'a wattmeter of class 1'),
    hoursShare: assumed('2,5 min d’écart à l’allumage et à l’extinction', '2.5 min off at switching on and off'),
    depreciationBeforeShare: assumed('appareillage vieilli des lampes à décharge', 'aged gear of discharge lamps'),
    depreciationAfterShare: assumed('flux constant et température des LED', 'constant light output and temperature of LED'),
    meterLimitShare: { fr: 'classe B de l’EN 50470-3 : ±1 %, valeur usuelle, norme non consultée', en: 'class B of EN 50470-3: ±1%, the usual figure, standard not consulted' },
    meterCommonShare: assumed('compteurs de même fabrication et de même étalonnage', 'meters of one make and calibration'),
  },
} as const;
