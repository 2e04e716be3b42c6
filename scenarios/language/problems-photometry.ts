import type { ProblemWords } from './problem-words.ts';

const again = { fr: 'Exportez-le à nouveau ou demandez-le au fabricant.', en: 'Export it again or ask its maker for it.' };

const hvFr = (axis: unknown): string => (axis === 'H' ? 'horizontaux (H)' : 'verticaux (V)'), hvEn = (axis: unknown): string => (axis === 'H' ? 'horizontal (H)' : 'vertical (V)');

/** Words for what can be wrong with a photometric file, IES LM-63 or EULUMDAT. */
export const photometryProblems: ProblemWords = {
  'photometry-too-large': {
    fr: (p) => `le fichier dépasse ${p['limit']} octets : aucun luminaire n’en demande tant. Vérifiez que c’est un fichier photométrique.`,
    en: (p) => `the file is larger than ${p['limit']} bytes: no luminaire needs so many. Check that it is a photometric file.`,
  },
  'photometry-neither': {
    fr: () => 'ce n’est ni de l’IES LM-63 (une ligne TILT=), ni de l’EULUMDAT (deuxième et troisième lignes : type et symétrie). Donnez le fichier .ies ou .ldt du fabricant.',
    en: () => 'it is neither IES LM-63 (a line TILT=) nor EULUMDAT (second and third lines: type and symmetry). Give the .ies or .ldt file of the maker.',
  },
  'photometry-no-tilt': {
    fr: () => 'il manque la ligne TILT= qui précède les nombres d’un fichier IES LM-63 : est-ce bien un fichier IES ? Un fichier EULUMDAT doit se terminer par .ldt.',
    en: () => 'the line TILT=, which comes before the numbers of an IES LM-63 file, is missing: is it an IES file? One in EULUMDAT must end in .ldt.',
  },
  'photometry-unknown-edition': {
    fr: (p) => `l’édition « ${p['given']} » n’est pas connue : le fichier est lu comme LM-63-2002. Vérifiez la première ligne.`,
    en: (p) => `the edition "${p['given']}" is not known: the file is read as LM-63-2002. Check its first line.`,
  },
  'photometry-no-tilt-file': {
    fr: (p) => `le fichier d’inclinaison « ${p['name']} » n’est pas à côté : le flux est supposé ne pas changer quand le luminaire est incliné. Placez-le dans le même dossier.`,
    en: (p) => `the tilt file "${p['name']}" is not beside it: flux is taken not to change when the luminaire is tilted. Put it into the same folder.`,
  },
  'photometry-measured-tilt': {
    fr: (p) => `le luminaire a été mesuré incliné de ${p['tiltDeg']} degrés : « street » retranche cet angle de --tilt, et les valeurs du luminaire seul sont celles de cette inclinaison. Donnez à --tilt l’inclinaison réelle.`,
    en: (p) => `the luminaire was measured tilted by ${p['tiltDeg']} degrees: "street" takes that off --tilt, and figures of the luminaire alone are those at that tilt. Give --tilt as it hangs.`,
  },
  'photometry-type': {
    fr: (p) => `la photométrie est de type ${p['type']} : elle est convertie en plans C, ${p['type'] === 'B' ? 'le luminaire visant droit vers le bas (H = V = 0) et C0 du côté de V = 90' : 'le luminaire visant à l’horizontale vers C0 (H = V = 0)'}. Inclinez-le s’il vise ailleurs.`,
    en: (p) => `the photometry is of type ${p['type']}: it is converted to C planes, the luminaire aiming ${p['type'] === 'B' ? 'straight down (H = V = 0), with C0 on the side of V = 90' : 'level, towards C0 (H = V = 0)'}. Tilt it if it aims elsewhere.`,
  },
  'photometry-hv-angles': {
    fr: (p) => `les angles ${hvFr(p['axis'])} doivent croître, de ${p['least']} à ${p['most']} degrés ; le ${p['position']}e vaut ${p['value']}. Corrigez-le.`,
    en: (p) => `the ${hvEn(p['axis'])} angles must rise, from ${p['least']} to ${p['most']} degrees; number ${p['position']} is ${p['value']}. Mend it.`,
  },
  'photometry-hv-span': {
    fr: (p) => `les angles ${hvFr(p['axis'])} vont de ${p['first']} à ${p['last']} degrés ; ils doivent aller de -90 ou de 0 à 90. ${again.fr}`,
    en: (p) => `the ${hvEn(p['axis'])} angles go from ${p['first']} to ${p['last']} degrees; they must go from -90 or 0 to 90. ${again.en}`,
  },
  'photometry-hv-part': {
    fr: (p) => `les angles ${hvFr(p['axis'])} vont de ${p['first']} à ${p['last']} degrés, non de -90 ou 0 à 90 : ailleurs l’intensité est comptée nulle. Vérifiez que rien ne manque.`,
    en: (p) => `the ${hvEn(p['axis'])} angles go from ${p['first']} to ${p['last']} degrees, not from -90 or 0 to 90: elsewhere intensity counts as 0. Check that nothing is missing.`,
  },
  'photometry-v-mirrored': {
    fr: () => 'les angles verticaux (V) commencent à 0 : la lumière en dessous est supposée la même qu’au-dessus. Demandez au fabricant un fichier à partir de -90 si elle ne l’est pas.',
    en: () => 'the vertical (V) angles begin at 0: light below is taken to be as that above. Ask the maker for a file from -90 if it is not.',
  },
  'photometry-field': {
    fr: (p) => `le champ « ${p['field']} » vaut « ${p['value']} » ; il doit être un nombre de ${p['least']} à ${p['most']}. Corrigez-le.`,
    en: (p) => `the field "${p['field']}" is "${p['value']}"; it must be a number from ${p['least']} to ${p['most']}. Mend it.`,
  },
  'photometry-plane-count': {
    fr: (p) => `le nombre de plans C (${p['count']}) doit être entier, de 1 à ${p['most']}. ${again.fr}`,
    en: (p) => `the number of C planes (${p['count']}) must be whole, from 1 to ${p['most']}. ${again.en}`,
  },
  'photometry-angle-count': {
    fr: (p) => `le nombre d’angles gamma (${p['count']}) doit être entier, de 2 à ${p['most']}. ${again.fr}`,
    en: (p) => `the number of gamma angles (${p['count']}) must be whole, from 2 to ${p['most']}. ${again.en}`,
  },
  'photometry-too-many-values': {
    fr: (p) => `le fichier annonce ${p['count']} intensités ; la limite est ${p['most']}. Exportez-le avec moins d’angles.`,
    en: (p) => `the file claims ${p['count']} intensities; the limit is ${p['most']}. Export it with fewer angles.`,
  },
  'photometry-planes-of-symmetry': {
    fr: (p) => `${p['planes']} plans C ne se partagent pas selon la symétrie ${p['symmetry']}. ${again.fr}`,
    en: (p) => `${p['planes']} C planes cannot be parted by symmetry ${p['symmetry']}. ${again.en}`,
  },
  'photometry-c-of-symmetry': {
    fr: (p) => `les plans C vont de ${p['first']} à ${p['last']} degrés, ce qui ne convient pas à la symétrie ${p['symmetry']} (2 : de 0 à 180 ; 3 : de 270 à 90 ; 4 : de 0 à 90). ${again.fr}`,
    en: (p) => `the C planes go from ${p['first']} to ${p['last']} degrees, which does not fit symmetry ${p['symmetry']} (2: 0 to 180; 3: 270 to 90; 4: 0 to 90). ${again.en}`,
  },
  'photometry-c-span': {
    fr: (p) => `les plans C vont de ${p['first']} à ${p['last']} degrés ; ils doivent aller de 0 à 90, 180 ou 360, ou de 90 à 270, ou n’être que 0. ${again.fr}`,
    en: (p) => `the C planes go from ${p['first']} to ${p['last']} degrees; they must go from 0 to 90, 180 or 360, or from 90 to 270, or be 0 alone. ${again.en}`,
  },
  'photometry-c-angles': {
    fr: (p) => `les angles C doivent croître, de ${p['least']} à ${p['most']} degrés ; le ${p['position']}e vaut ${p['value']}. Corrigez-le.`,
    en: (p) => `the C angles must rise, from ${p['least']} to ${p['most']} degrees; number ${p['position']} is ${p['value']}. Mend it.`,
  },
  'photometry-gamma-angles': {
    fr: (p) => `les angles gamma doivent croître, de ${p['least']} à ${p['most']} degrés ; le ${p['position']}e vaut ${p['value']}. Corrigez-le.`,
    en: (p) => `the gamma angles must rise, from ${p['least']} to ${p['most']} degrees; number ${p['position']} is ${p['value']}. Mend it.`,
  },
  'photometry-tilt-angles': {
    fr: (p) => `les angles d’inclinaison doivent croître, de ${p['least']} à ${p['most']} degrés ; le ${p['position']}e vaut ${p['value']}. Corrigez-le.`,
    en: (p) => `the tilt angles must rise, from ${p['least']} to ${p['most']} degrees; number ${p['position']} is ${p['value']}. Mend it.`,
  },
  'photometry-part-of-angles': {
    fr: (p) => `les angles gamma vont de ${p['first']} à ${p['last']} degrés, non de 0 ou 90 à 90 ou 180 : ailleurs l’intensité est comptée nulle. Vérifiez que rien ne manque.`,
    en: (p) => `the gamma angles go from ${p['first']} to ${p['last']} degrees, not from 0 or 90 to 90 or 180: elsewhere intensity counts as 0. Check that nothing is missing.`,
  },
  'photometry-intensity': {
    fr: (p) => `l’intensité « ${p['value']} » n’est pas un nombre d’au plus ${p['most']} cd. Corrigez-la.`,
    en: (p) => `the intensity "${p['value']}" is not a number of at most ${p['most']} cd. Mend it.`,
  },
  'photometry-negative': {
    fr: (p) => `${p['count']} intensités négatives sont comptées nulles. Vérifiez la mesure si elles sont nombreuses.`,
    en: (p) => `${p['count']} negative intensities count as 0. Check the measurement if there are many.`,
  },
  'photometry-dark': {
    fr: () => `toutes les intensités sont nulles. ${again.fr}`,
    en: () => `all intensities are 0. ${again.en}`,
  },
  'photometry-no-flux': {
    fr: () => 'le flux des lampes est nul : les intensités ne se rapportent à rien. Donnez les lumens (en IES, -1 pour une mesure absolue).',
    en: () => 'the flux of the lamps is 0: intensities refer to nothing. Give their lumens (in IES, -1 for an absolute measurement).',
  },
  'photometry-lamp-sets': {
    fr: (p) => `le fichier décrit ${p['count']} jeux de lampes ; le premier est utilisé (${p['used']}). Placez en tête celui que vous voulez.`,
    en: (p) => `the file describes ${p['count']} sets of lamps; the first is used (${p['used']}). Put the one that you want in front.`,
  },
  'photometry-too-short': {
    fr: (p) => `le fichier a ${p['lines']} lignes, ses plans et angles en demandent ${p['needed']}. ${again.fr}`,
    en: (p) => `the file has ${p['lines']} lines, its planes and angles need ${p['needed']}. ${again.en}`,
  },
  'photometry-too-few-numbers': {
    fr: (p) => `le fichier se termine trop tôt : il y reste ${p['found']} nombres, il en faut ${p['needed']}. ${again.fr}`,
    en: (p) => `the file ends too early: ${p['found']} numbers are left in it, ${p['needed']} are needed. ${again.en}`,
  },
  'photometry-left-over': {
    fr: (p) => `${p['count']} valeurs suivent la dernière attendue et ne sont pas lues. Vérifiez les nombres de plans et d’angles.`,
    en: (p) => `${p['count']} values follow the last one expected and are not read. Check the numbers of planes and angles.`,
  },
  'photometry-stated-ratio': {
    fr: (p) => `le rendement indiqué (${p['stated']} %) n’est pas celui de la table (${p['table']} %). La table est utilisée ; demandez au fabricant ce qui est juste.`,
    en: (p) => `the light output ratio stated (${p['stated']}%) is not that of the table (${p['table']}%). The table is used; ask the maker which is right.`,
  },
  'photometry-stated-downward': {
    fr: (p) => `la part du flux vers le bas indiquée (${p['stated']} %) n’est pas celle de la table (${p['table']} %). La table est utilisée ; demandez au fabricant ce qui est juste.`,
    en: (p) => `the share of flux downward that is stated (${p['stated']}%) is not that of the table (${p['table']}%). The table is used; ask the maker which is right.`,
  },
};
