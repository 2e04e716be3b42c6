import type { Problem } from '../../engine/foundation/problem.ts';

type Words = (p: Problem['parameters']) => string;

/** What readers of the file say of it, in French. What the XML parser says stays as it says it. */
const causesFr: readonly (readonly [RegExp, string])[] = [
  [/^it is neither OSM XML nor OSM PBF$/, 'ni OSM XML, ni OSM PBF'],
  [/^there is no element in it$/, 'il ne contient aucun élément'],
  [/^the first element is (<.*>), not <osm>$/, 'le premier élément est $1, non <osm>'],
  [/^a block is packed in a way that is neither raw nor zlib$/, 'un bloc n’est ni brut, ni comprimé par zlib'],
  [/^block (\d+) claims (-?\d+) bytes$/, 'le bloc $1 annonce $2 octets'],
  [/^block (\d+) is missing$/, 'le bloc $1 manque'],
  [/^the file ends (\d+) bytes early$/, 'il manque $1 octets à la fin'],
  [/^more than (\d+) bytes unpacked from (\d+)$/, 'plus de $1 octets tirés de $2'],
  [/^(\d+) ways$/, '$1 chemins'],
  [/^(\d+) km across$/, '$1 km d’étendue'],
];
const causeFr = ({ cause }: Problem['parameters']): string => {
  const [pattern, french] = causesFr.find(([one]) => one.test(String(cause))) ?? [/^/, ''];
  return String(cause).replace(pattern, french);
};

/** Words for what can be wrong with an OpenStreetMap file: what it is, and how to mend it. */
export const osmProblems: Record<string, { en: Words; fr: Words }> = {
  'osm-empty-file': { en: () => 'the file is empty. Download it again.', fr: () => 'le fichier est vide. Téléchargez-le de nouveau.' },
  'osm-not-osm': {
    en: (p) => `this is not an OpenStreetMap file (${p['cause']}). Give .osm, .osm.gz or .osm.pbf as downloaded.`,
    fr: (p) => `ce n’est pas un fichier OpenStreetMap (${causeFr(p)}). Donnez un .osm, .osm.gz ou .osm.pbf tel que téléchargé.`,
  },
  'osm-broken-xml': {
    en: (p) => `the XML is broken (${p['cause']}). Download the file again.`,
    fr: (p) => `le XML est invalide (${causeFr(p)}). Téléchargez le fichier de nouveau.`,
  },
  'osm-cut-short': {
    en: (p) => `the file cannot be read to its end (${p['cause']}). It may be cut short: download it again.`,
    fr: (p) => `le fichier est illisible jusqu’au bout (${causeFr(p)}). Il est peut-être tronqué : téléchargez-le de nouveau.`,
  },
  'osm-too-large': {
    en: (p) => `the file is larger than a city (${p['cause']}). Cut it to your region, or mend the node that lies elsewhere.`,
    fr: (p) => `le fichier dépasse la taille d’une ville (${causeFr(p)}). Réduisez-le à votre région, ou corrigez le nœud qui est ailleurs.`,
  },
  'osm-no-streets': {
    en: () => 'there is no street in it that vehicles may use. Was the file filtered?',
    fr: () => 'il ne contient aucune rue ouverte aux véhicules. Le fichier a-t-il été filtré ?',
  },
  'osm-cut-ways': {
    en: (p) => `${p['count']} streets lead out of the file; they end at its edge.`,
    fr: (p) => `${p['count']} rues sortent du fichier ; elles s’arrêtent à son bord.`,
  },
  'osm-stretches-left-out': {
    en: (p) => `${p['count']} stretches of street are drawn twice over the same nodes, or meet more than ${p['mostArms']} others at one node; they are left out. Mend the map if that is wrong.`,
    fr: (p) => `${p['count']} sections de rue sont dessinées deux fois sur les mêmes nœuds, ou en touchent plus de ${p['mostArms']} autres en un nœud ; elles sont laissées de côté. Corrigez la carte si c’est une erreur.`,
  },
  'osm-crossings-left-out': {
    en: (p) => `${p['count']} pedestrian crossings are left out: a second node of the same crossing, no room on the lanes, or no time in the signal plan.`,
    fr: (p) => `${p['count']} traversées piétonnes sont laissées de côté : second nœud d’une même traversée, pas de place sur les voies, ou pas de temps dans le plan de feux.`,
  },
  'osm-restrictions-unclear': {
    en: (p) => `${p['count']} turn restrictions do not say which way over which place they mean, or hold at some hours only; they are passed over. Mend the map if that is wrong.`,
    fr: (p) => `${p['count']} interdictions de tourner ne disent pas quel trajet elles visent, ou ne valent qu’à certaines heures ; elles sont ignorées. Corrigez la carte si c’est une erreur.`,
  },
  'osm-restrictions-across': {
    en: (p) => `${p['count']} turn restrictions run over more than one junction; vehicles are not kept from such ways here.`,
    fr: (p) => `${p['count']} interdictions de tourner portent sur plus d’un carrefour ; ces trajets restent possibles ici.`,
  },
  'osm-stops-off-streets': {
    en: (p) => `${p['count']} stops lie more than 25 m from any street that buses may use; no bus halts there.`,
    fr: (p) => `${p['count']} arrêts sont à plus de 25 m de toute rue ouverte aux bus ; aucun bus ne s’y arrête.`,
  },
};
