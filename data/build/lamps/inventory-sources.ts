import type { Source } from '../../../engine/twin/twin.ts';
import type { LampMapping } from '../../formats/inventory/mapping-schema.ts';
import { ASSUMED_HEIGHT_M, type Inventory } from './inventory.ts';

export type Assumption = 'photometry' | 'tilt' | 'traits' | 'technology' | 'power' | 'powerOfFile' | 'gear' | 'powerBefore' | 'flux' | 'fluxOfFile' | 'height';

const PARIS = { fr: 'lampes usuelles de l’inventaire de Paris', en: 'usual lamps of the Paris inventory' };
/** Nothing is assumed of it but by the mapping. */
const NONE = { fr: '', en: '' };
const OF_FILE = { fr: 'selon le fichier photométrique que suppose la correspondance', en: 'that of the photometric file that the mapping assumes' };
export const BY_MAPPING = { fr: 'hypothèse du fichier de correspondance', en: 'assumption of the mapping file' };
/** What stands in, in words, where the mapping has nothing. */
const WORDS: Readonly<Record<Assumption, { what: { fr: string; en: string }; like: { fr: string; en: string } }>> = {
  photometry: { what: { fr: 'répartition de la lumière', en: 'distribution of light' }, like: NONE },
  tilt: { what: { fr: 'inclinaison', en: 'tilt' }, like: { fr: 'à plat', en: 'level' } },
  traits: { what: { fr: 'pertes et vieillissement', en: 'losses and ageing' }, like: NONE },
  technology: { what: { fr: 'technologie', en: 'technology' }, like: { fr: 'inconnue', en: 'unknown' } },
  power: { what: { fr: 'puissance', en: 'power' }, like: PARIS },
  gear: { what: { fr: 'pertes de l’appareillage', en: 'losses of the gear' }, like: PARIS },
  powerBefore: { what: { fr: 'puissance avant rénovation', en: 'power before renovation' }, like: { fr: 'celle d’aujourd’hui', en: 'that of today' } },
  powerOfFile: { what: { fr: 'puissance', en: 'power' }, like: OF_FILE },
  fluxOfFile: { what: { fr: 'flux', en: 'flux' }, like: OF_FILE },
  flux: { what: { fr: 'flux', en: 'flux' }, like: PARIS },
  height: { what: { fr: 'hauteur', en: 'height' }, like: { fr: `${ASSUMED_HEIGHT_M} m, usuel dans les rues d’habitation`, en: `${ASSUMED_HEIGHT_M} m, usual in residential streets` } },
};

/** What a city's sources have to say of its lamps beside what the inventory itself does. */
export interface Told {
  /** How many lamps each assumption concerns. */
  assumed: ReadonlyMap<Assumption, number>;
  /** How many lamps have photometric data, and from which files. */
  lit: { count: number; files: ReadonlySet<string> };
  /** Where streets are lit: how they were taken. */
  streets?: { surface: string; maintenanceFactor: number };
}

/** The inventory itself, its photometric files, and one line for each quantity that it does not have of all lamps. */
export function sourcesOf({ file, lamps, mapping: { source, assume } }: Inventory, { assumed, lit, streets }: Told): Source[] {
  const name = file.split('/').at(-1)!, from = source?.from ?? name;
  return [
    {
      what: { fr: `${lamps.length} points lumineux`, en: `${lamps.length} lamps` }, from: { fr: from, en: from },
      licence: source ? source.licence : { fr: 'non indiquée', en: 'not stated' }, synthetic: false,
    },
    ...(lit.count > 0 ? [lightSource(lit, lamps.length)] : []),
    ...(lit.count > 0 && streets ? [streetSource(streets, assume)] : []),
    ...[...assumed].map(([what, count]): Source => ({
      what: {
        fr: `points lumineux, ${WORDS[what].what.fr} : ${count} sur ${lamps.length}`,
        en: `lamps, ${WORDS[what].what.en}: ${count} of ${lamps.length}`,
      },
      from: isSetByMapping(what, assume)
        ? { fr: `${BY_MAPPING.fr}, car ${name} ne le donne pas`, en: `${BY_MAPPING.en}, because ${name} does not give it` }
        : { fr: `hypothèse : ${WORDS[what].like.fr}, car ${name} ne le donne pas`, en: `assumption: ${WORDS[what].like.en}, because ${name} does not give it` },
      licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true,
    })),
  ];
}

/** So many files are named; the rest are counted. */
const FILES_NAMED = 5;

export function lightSource({ count, files }: Told['lit'], lamps: number): Source {
  const named = [...files].slice(0, FILES_NAMED).join(', '), more = files.size - FILES_NAMED;
  return {
    what: { fr: `répartition de la lumière de ${count} points lumineux sur ${lamps}`, en: `distribution of light of ${count} of ${lamps} lamps` },
    from: { fr: `fichiers photométriques ${named}${more > 0 ? ` et ${more} autres` : ''}`, en: `photometric files ${named}${more > 0 ? ` and ${more} more` : ''}` },
    licence: { fr: 'non indiquée', en: 'not stated' }, synthetic: false,
  };
}

export const streetSource = ({ surface, maintenanceFactor }: NonNullable<Told['streets']>, assume: LampMapping['assume']): Source => ({
  what: { fr: `chaussées : revêtement ${surface.toUpperCase()}, facteur de maintenance ${`${maintenanceFactor}`.replace('.', ',')}`, en: `carriageways: surface ${surface.toUpperCase()}, maintenance factor ${maintenanceFactor}` },
  from: (assume.surface ?? assume.maintenanceFactor) !== undefined ? BY_MAPPING : { fr: 'hypothèse usuelle en projet d’éclairage', en: 'assumption, usual where lighting is designed' },
  licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true,
});

function isSetByMapping(what: Assumption, { technology, powerW, powerBeforeW, fluxLm, heightM, tiltDeg, photometry, luminaires }: LampMapping['assume']): boolean {
  const set: Readonly<Record<Assumption, unknown>> = { photometry, tilt: tiltDeg, traits: luminaires, technology, power: powerW, powerBefore: powerBeforeW, flux: fluxLm, height: heightM, gear: undefined, powerOfFile: undefined, fluxOfFile: undefined };
  return set[what] !== undefined;
}
