import type { Problem } from '../../engine/foundation/problem.ts';
import { asWritten, type ProblemWords } from './problem-words.ts';

/** Whether a warning stands for several rows of one cause. */
const isMany = (p: Problem['parameters']): boolean => Number(p['count']) > 1;

/** What stands in cells of a column that are not empty, one a line; the last is a mark where there are more. */
const textsOf = (p: Problem['parameters']): string[] => String(p['texts']).split('\n').filter((text) => text !== '');
const hasTexts = (p: Problem['parameters']): boolean => textsOf(p).length > 0;
const quoted = {
  en: (p: Problem['parameters']) => textsOf(p).map((text) => (text === '…' ? text : `"${text}"`)).join(', '),
  fr: (p: Problem['parameters']) => textsOf(p).map((text) => (text === '…' ? text : `« ${text} »`)).join(', '),
};

/** Words for what can be wrong with inventories of lamps and their mapping files. */
export const lampProblems: ProblemWords = {
  'lamps-no-file': {
    en: () => 'the file cannot be read. Check its path; a Shapefile needs its .shp and .dbf side by side.',
    fr: () => 'le fichier ne peut pas être lu. Vérifiez son chemin ; un Shapefile demande son .shp et son .dbf côte à côte.',
  },
  'lamps-too-large': {
    en: (p) => `the file is longer than ${p['limit']} bytes, which no city needs. Divide it, or check that it is the right file.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets, ce dont aucune ville n’a besoin. Divisez-le, ou vérifiez que c’est le bon fichier.`,
  },
  'lamps-too-many-rows': {
    en: (p) => `the file has more than ${p['limit']} rows. Divide it by district, or check that it is the right file.`,
    fr: (p) => `le fichier a plus de ${p['limit']} lignes. Divisez-le par secteur, ou vérifiez que c’est le bon fichier.`,
  },
  'lamps-too-many-columns': {
    en: (p) => `the file has more than ${p['limit']} columns. Keep those that the mapping names.`,
    fr: (p) => `le fichier a plus de ${p['limit']} colonnes. Gardez celles que nomme la correspondance.`,
  },
  'lamps-not-csv': {
    en: (p) => `the file cannot be read as CSV (${p['cause']}). Save it as CSV with one line for each lamp.`,
    fr: (p) => `le fichier ne se lit pas comme un CSV (${p['cause']}). Enregistrez-le en CSV, une ligne par point lumineux.`,
  },
  'lamps-not-geojson': {
    en: (p) => `the file is no GeoJSON feature collection (${p['cause']}). Export the inventory as GeoJSON again.`,
    fr: (p) => `le fichier n’est pas une collection GeoJSON (${p['cause']}). Exportez de nouveau l’inventaire en GeoJSON.`,
  },
  'lamps-not-shapefile': {
    en: (p) => `the ${p['part']} part is no Shapefile, or it is damaged. Export the inventory again, with .shp, .dbf and .prj.`,
    fr: (p) => `la partie ${p['part']} n’est pas un Shapefile, ou elle est abîmée. Exportez de nouveau l’inventaire, avec .shp, .dbf et .prj.`,
  },
  'lamps-shapefile-cut': {
    en: (p) => `the .shp part breaks off at record ${p['record']}. Copy or export the file again.`,
    fr: (p) => `la partie .shp s’interrompt à l’enregistrement ${p['record']}. Copiez ou exportez de nouveau le fichier.`,
  },
  'lamps-shapefile-parts-differ': {
    en: (p) => `the .shp part has ${p['shapes']} places, the .dbf part ${p['records']} rows; they are put together in order. Export both at once.`,
    fr: (p) => `la partie .shp a ${p['shapes']} positions, la partie .dbf ${p['records']} lignes ; elles sont associées dans l’ordre. Exportez-les ensemble.`,
  },
  'lamps-not-yaml': {
    en: (p) => `the mapping cannot be read as YAML or JSON (${p['cause']}). Mend the line.`,
    fr: (p) => `la correspondance ne se lit pas comme du YAML ou du JSON (${p['cause']}). Corrigez la ligne.`,
  },
  'lamps-other-format': {
    en: (p) => `a mapping file begins with "format: ${p['format']}" and "version: ${p['version']}". Write both at its head.`,
    fr: (p) => `un fichier de correspondance commence par « format: ${p['format']} » et « version: ${p['version']} ». Écrivez les deux en tête.`,
  },
  'lamps-unknown-field': {
    en: (p) => `a mapping has no field "${p['field']}". Check its spelling in docs/models/lamp-inventories.md.`,
    fr: (p) => `une correspondance n’a pas de champ « ${p['field']} ». Vérifiez son orthographe dans docs/models/lamp-inventories.md.`,
  },
  'lamps-missing-field': {
    en: (p) => `the field "${p['field']}" is missing here. Add it as docs/models/lamp-inventories.md shows.`,
    fr: (p) => `le champ « ${p['field']} » manque ici. Ajoutez-le comme le montre docs/models/lamp-inventories.md.`,
  },
  'lamps-wrong-field': {
    en: (p) => `the field "${p['field']}" does not hold what it should: ${p['cause']}.`,
    fr: (p) => `le champ « ${p['field']} » ne contient pas ce qu’il devrait : ${p['causeFr']}.`,
  },
  'lamps-no-column': {
    en: (p) => `the mapping names the column "${p['column']}", which the file does not have. It has: ${p['known']}.`,
    fr: (p) => `la correspondance nomme la colonne « ${p['column']} », que le fichier n’a pas. Il a : ${p['known']}.`,
  },
  'lamps-no-place-columns': {
    en: (p) => `the file has no geometry, and the mapping names no columns for it. Write "place: { x: …, y: … }" with two of: ${p['known']}.`,
    fr: (p) => `le fichier n’a pas de géométrie, et la correspondance ne nomme pas ses colonnes. Écrivez « place: { x: …, y: … } » avec deux de : ${p['known']}.`,
  },
  'lamps-no-crs': {
    en: () => 'neither the file nor the mapping says in which reference system its coordinates are. Write "crs: EPSG:2154" or another code in the mapping.',
    fr: () => 'ni le fichier ni la correspondance ne disent dans quel système de référence sont les coordonnées. Écrivez « crs: EPSG:2154 » ou un autre code dans la correspondance.',
  },
  'lamps-unknown-crs': {
    en: (p) => `the reference system "${p['crs']}" is not known here. Add its PROJ text or its WKT to the mapping as "definition"; epsg.io shows it.`,
    fr: (p) => `le système de référence « ${p['crs']} » n’est pas connu ici. Ajoutez son texte PROJ ou son WKT à la correspondance, sous « definition » ; epsg.io l’affiche.`,
  },
  'lamps-none': {
    en: (p) => `none of the ${p['rows']} rows gives a lamp. Check the columns of place, the reference system and which rows are left out.`,
    fr: (p) => `aucune des ${p['rows']} lignes ne donne de point lumineux. Vérifiez les colonnes de position, le système de référence et les lignes laissées de côté.`,
  },
  'lamps-elsewhere': {
    en: (p) => `the lamps lie ${p['awayKm']} km from the city. Check the reference system in the mapping, or take the city that they belong to.`,
    fr: (p) => `les points lumineux se trouvent à ${p['awayKm']} km de la ville. Vérifiez le système de référence dans la correspondance, ou prenez leur ville.`,
  },
  'lamps-elsewhere-exchanged': {
    en: (p) => `the lamps lie ${p['awayKm']} km from the city; with longitude and latitude exchanged they would lie in it. Exchange x and y under "place" in the mapping, or the coordinates in the file.`,
    fr: (p) => `les points lumineux se trouvent à ${p['awayKm']} km de la ville ; longitude et latitude échangées, ils s’y trouveraient. Échangez x et y sous « place » dans la correspondance, ou les coordonnées dans le fichier.`,
  },
  'lamps-exchanged': {
    en: (p) => `x (about ${p['x']}) and y (about ${p['y']}) seem to be exchanged: x is east or longitude, y is north or latitude. Exchange them under "place" in the mapping, or the coordinates in the file.`,
    fr: (p) => `x (environ ${p['x']}) et y (environ ${p['y']}) semblent échangés : x est l’est ou la longitude, y le nord ou la latitude. Échangez-les sous « place » dans la correspondance, ou les coordonnées dans le fichier.`,
  },
  'lamps-not-degrees': {
    en: (p) => `x (about ${p['x']}) and y (about ${p['y']}) are no longitude and latitude in degrees, as ${p['crs']} has them. Give the system of these coordinates in the mapping, in France often "crs: EPSG:2154".`,
    fr: (p) => `x (environ ${p['x']}) et y (environ ${p['y']}) ne sont pas une longitude et une latitude en degrés, comme le veut ${p['crs']}. Donnez le système de ces coordonnées dans la correspondance, en France souvent « crs: EPSG:2154 ».`,
  },
  'lamps-not-metres': {
    en: (p) => `x (about ${p['x']}) and y (about ${p['y']}) look like degrees, ${p['crs']} has metres. Write "crs: EPSG:4326" in the mapping.`,
    fr: (p) => `x (environ ${p['x']}) et y (environ ${p['y']}) semblent être des degrés, ${p['crs']} est en mètres. Écrivez « crs: EPSG:4326 » dans la correspondance.`,
  },
  'lamps-perhaps-degrees': {
    en: (p) => `x (about ${p['x']}) and y (about ${p['y']}) were taken as a few metres from the origin of ${p['crs']}; they could be degrees. Check where the lamps lie. If they are longitude and latitude, write "crs: EPSG:4326" in the mapping, without "definition".`,
    fr: (p) => `x (environ ${p['x']}) et y (environ ${p['y']}) sont pris pour quelques mètres depuis l’origine de ${p['crs']} ; ce pourraient être des degrés. Vérifiez où se trouvent les points lumineux. Si ce sont une longitude et une latitude, écrivez « crs: EPSG:4326 » dans la correspondance, sans « definition ».`,
  },
  'lamps-outside-system': {
    en: (p) => `x (about ${p['x']}) and y (about ${p['y']}) lie outside of the area for which ${p['crs']} is made. Give the system of these coordinates in the mapping.`,
    fr: (p) => `x (environ ${p['x']}) et y (environ ${p['y']}) sont hors du territoire pour lequel ${p['crs']} est fait. Donnez le système de ces coordonnées dans la correspondance.`,
  },
  'lamps-columns-in-reverse': {
    en: (p) => `the mapping takes x from "${p['x']}" and y from "${p['y']}", whose names say the reverse: x is east or longitude, y is north or latitude. Check where the lamps lie.`,
    fr: (p) => `la correspondance prend x dans « ${p['x']} » et y dans « ${p['y']} », dont les noms disent l’inverse : x est l’est ou la longitude, y le nord ou la latitude. Vérifiez où se trouvent les points lumineux.`,
  },
  'lamps-off-streets': {
    en: (p) => `${p['count']} of ${p['lamps']} lamps stand farther than ${p['withinM']} m from any street: they light none of them. Check their places if there are many.`,
    fr: (p) => `${p['count']} points lumineux sur ${p['lamps']} sont à plus de ${p['withinM']} m de toute rue : ils n’en éclairent aucune. Vérifiez leurs positions s’ils sont nombreux.`,
  },
  'lamps-no-place': {
    en: (p) => (isMany(p) ? `${p['count']} rows have no place on the globe, and were left out. Give them coordinates.` : 'the row has no place on the globe, and was left out. Give it coordinates.'),
    fr: (p) => (isMany(p) ? `${p['count']} lignes n’ont pas de position sur le globe, et ont été laissées de côté. Donnez-leur des coordonnées.` : 'la ligne n’a pas de position sur le globe, et a été laissée de côté. Donnez-lui des coordonnées.'),
  },
  'lamps-far-away': {
    en: (p) => (isMany(p) ? `${p['count']} lamps lie more than 100 km from the rest, the first of them, "${p['name']}", ${p['awayKm']} km, and were left out. Check their coordinates.` : `lamp "${p['name']}" lies ${p['awayKm']} km from the rest, and was left out. Check its coordinates.`),
    fr: (p) => (isMany(p) ? `${p['count']} points lumineux se trouvent à plus de 100 km des autres, le premier, « ${p['name']} », à ${p['awayKm']} km, et ont été laissés de côté. Vérifiez leurs coordonnées.` : `le point lumineux « ${p['name']} » se trouve à ${p['awayKm']} km des autres, et a été laissé de côté. Vérifiez ses coordonnées.`),
  },
  'lamps-rows-left-out': {
    en: (p) => `${p['count']} rows were left out for what their column "${p['column']}" holds, as the mapping asks.`,
    fr: (p) => `${p['count']} lignes ont été laissées de côté pour ce que contient leur colonne « ${p['column']} », comme le demande la correspondance.`,
  },
  'lamps-same-name': {
    en: (p) => (isMany(p) ? `${p['count']} lamps have the name of another, the first of them "${p['name']}", that of row ${p['before']}; all are kept. Give each its own.` : `the name "${p['name']}" is that of row ${p['before']} too; both lamps are kept. Give each its own.`),
    fr: (p) => (isMany(p) ? `${p['count']} points lumineux portent le nom d’un autre, le premier « ${p['name']} », celui de la ligne ${p['before']} ; tous sont gardés. Donnez un nom à chacun.` : `le nom « ${p['name']} » est aussi celui de la ligne ${p['before']} ; les deux points lumineux sont gardés. Donnez un nom à chacun.`),
  },
  'lamps-same-place': {
    en: (p) => (isMany(p) ? `${p['count']} lamps stand where another stands, the first of them where that of row ${p['before']} does; all are kept. Strike out those that were written twice.` : `this lamp stands where that of row ${p['before']} stands; both are kept. Strike one out if it was written twice.`),
    fr: (p) => (isMany(p) ? `${p['count']} points lumineux sont au même endroit qu’un autre, le premier là où est celui de la ligne ${p['before']} ; tous sont gardés. Supprimez les doublons.` : `ce point lumineux est au même endroit que celui de la ligne ${p['before']} ; les deux sont gardés. Supprimez-en un si c’est un doublon.`),
  },
  'lamps-odd-watts': {
    en: (p) => (isMany(p) ? `${p['count']} lamps take more than ten times what the middle lamp of their technology does, ${asWritten.en(p['middleW'])} W, the first of them ${asWritten.en(p['powerW'])} W; all are kept. Check whether points were lost.` : `this lamp takes ${asWritten.en(p['powerW'])} W, the middle one of its technology ${asWritten.en(p['middleW'])} W; it is kept. Check whether a point was lost.`),
    fr: (p) => (isMany(p) ? `${p['count']} points lumineux prennent plus de dix fois ce que prend celui du milieu de leur technologie, ${asWritten.fr(p['middleW'])} W, le premier ${asWritten.fr(p['powerW'])} W ; tous sont gardés. Vérifiez qu’aucune virgule ne s’est perdue.` : `ce point lumineux prend ${asWritten.fr(p['powerW'])} W, celui du milieu de sa technologie ${asWritten.fr(p['middleW'])} W ; il est gardé. Vérifiez qu’aucune virgule ne s’est perdue.`),
  },
  'lamps-no-power': {
    en: (p) => `${isMany(p) ? `${p['count']} rows give` : 'the row gives'} no watts in column "${p['column']}"${hasTexts(p) ? ` (${quoted.en(p)})` : ''}; usual ones of the technology are assumed. Fill the column.`,
    fr: (p) => `${isMany(p) ? `${p['count']} lignes ne donnent` : 'la ligne ne donne'} pas de watts dans la colonne « ${p['column']} »${hasTexts(p) ? ` (${quoted.fr(p)})` : ''} ; ceux, usuels, de la technologie sont supposés. Remplissez la colonne.`,
  },
  'lamps-odd-value': {
    en: (p) => (isMany(p) ? `in ${p['count']} rows the column "${p['column']}" holds no such quantity (${quoted.en(p)}); it was taken as unknown. Write numbers, with or without their unit, or name the right column in the mapping.` : `${quoted.en(p)} in column "${p['column']}" is no such quantity; it was taken as unknown. Write a number, with or without its unit.`),
    fr: (p) => (isMany(p) ? `dans ${p['count']} lignes, la colonne « ${p['column']} » ne contient pas une telle grandeur (${quoted.fr(p)}) ; elle est tenue pour inconnue. Écrivez des nombres, avec ou sans unité, ou nommez la bonne colonne dans la correspondance.` : `${quoted.fr(p)}, dans la colonne « ${p['column']} », n’est pas une telle grandeur ; elle est tenue pour inconnue. Écrivez un nombre, avec ou sans unité.`),
  },
  'lamps-unknown-technology': {
    en: (p) => (isMany(p) ? `in ${p['count']} rows the column "${p['column']}" holds what the mapping does not explain (${quoted.en(p)}); the technology was taken as unknown. Add each to "values".` : `the mapping does not say what ${quoted.en(p)} in column "${p['column']}" is; the technology was taken as unknown. Add it to "values".`),
    fr: (p) => (isMany(p) ? `dans ${p['count']} lignes, la colonne « ${p['column']} » contient ce que la correspondance n’explique pas (${quoted.fr(p)}) ; la technologie est tenue pour inconnue. Ajoutez chaque texte à « values ».` : `la correspondance ne dit pas ce qu’est ${quoted.fr(p)} dans la colonne « ${p['column']} » ; la technologie est tenue pour inconnue. Ajoutez-le à « values ».`),
  },
  'lamps-unknown-photometry': {
    en: (p) => (isMany(p) ? `in ${p['count']} rows the column "${p['column']}" holds what the mapping names no photometric file for (${quoted.en(p)}); their light is the assumed one, or unknown. Add each to "files".` : `the mapping names no photometric file for ${quoted.en(p)} in column "${p['column']}"; its light is the assumed one, or unknown. Add it to "files".`),
    fr: (p) => (isMany(p) ? `dans ${p['count']} lignes, la colonne « ${p['column']} » contient ce pour quoi la correspondance ne nomme pas de fichier photométrique (${quoted.fr(p)}) ; leur lumière est celle qui est supposée, ou inconnue. Ajoutez chaque texte à « files ».` : `la correspondance ne nomme pas de fichier photométrique pour ${quoted.fr(p)}, dans la colonne « ${p['column']} » ; sa lumière est celle qui est supposée, ou inconnue. Ajoutez ce texte à « files ».`),
  },
  'lamps-no-photometry': {
    en: (p) => `the mapping names a photometric file that is not there or cannot be read: ${p['path']}. Check its path, which begins in the folder of the mapping.`,
    fr: (p) => `la correspondance nomme un fichier photométrique qui n’existe pas ou ne peut pas être lu : ${p['path']}. Vérifiez son chemin, qui part du dossier de la correspondance.`,
  },
  'lamps-too-many-photometries': {
    en: (p) => `the mapping names ${p['count']} photometric files, more than ${p['limit']}. Name those of the luminaires that light most streets.`,
    fr: (p) => `la correspondance nomme ${p['count']} fichiers photométriques, plus de ${p['limit']}. Nommez ceux des luminaires qui éclairent le plus de rues.`,
  },
  'lamps-photometries-too-large': {
    en: (p) => `the photometric files of the mapping hold more than ${p['limit']} intensities together, ${p['path']} and those before it. Name fewer files, or coarser ones: steps of 2.5 degrees are enough for streets.`,
    fr: (p) => `les fichiers photométriques de la correspondance contiennent ensemble plus de ${p['limit']} intensités, ${p['path']} et ceux qui le précèdent. Nommez-en moins, ou de moins fins : des pas de 2,5 degrés suffisent pour des rues.`,
  },
  'lamps-odd-photometry': {
    en: (p) => `this is no luminaire of a street: a flux of ${p['fluxLm']} lm from ${p['powerW']} W, of which ${p['outputPercent']}% leave it, or tilt factors above 2. Check the file.`,
    fr: (p) => `ce n’est pas un luminaire de rue : un flux de ${p['fluxLm']} lm pour ${p['powerW']} W, dont ${p['outputPercent']} % en sortent, ou des facteurs d’inclinaison au-dessus de 2. Vérifiez le fichier.`,
  },
  'lamps-photometry-across': {
    en: (p) => `the luminaire throws its light mostly across the road. If C0 of the file does not lie along it, name the file as { file: …, turnDeg: ${p['turnDeg']} }.`,
    fr: (p) => `le luminaire envoie sa lumière surtout en travers de la chaussée. Si le C0 du fichier ne la suit pas, nommez le fichier sous la forme { file: …, turnDeg: ${p['turnDeg']} }.`,
  },
  'lamps-half-constant-flux': {
    en: (p) => `constant light output has "${p['has']}" but no "${p['lacks']}". Give both: the share of power that a new driver takes, and the burning hours until it takes all.`,
    fr: (p) => `le flux constant a « ${p['has']} » mais pas « ${p['lacks']} ». Donnez les deux : la part de puissance que prend une alimentation neuve, et les heures d’allumage après lesquelles elle la prend toute.`,
  },
  'lamps-off-named-street': {
    en: (p) => `${p['count']} of ${p['lamps']} lamps name a street that does not lie near them under that name; they light the nearest. Compare the names.`,
    fr: (p) => `${p['count']} points lumineux sur ${p['lamps']} nomment une rue qui n’est pas près d’eux sous ce nom ; ils éclairent la plus proche. Comparez les noms.`,
  },
};
