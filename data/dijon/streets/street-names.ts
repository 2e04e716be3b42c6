import { randomBits } from '../../../engine/foundation/random.ts';

const SEED = 14;
const PURPOSE = 7421;

const KINDS = ['Rue', 'Rue', 'Rue', 'Rue', 'Rue', 'Rue', 'Allée', 'Impasse', 'Chemin', 'Passage'] as const;
const COLLECTOR_KINDS = ['Rue', 'Rue', 'Avenue', 'Boulevard'] as const;

/** Names that streets of French towns bear; which street bears which is made up. */
const BEARERS = [
  'des Lilas', 'des Acacias', 'des Tilleuls', 'des Marronniers', 'des Cerisiers', 'des Peupliers', 'des Érables', 'des Noisetiers', 'des Bouleaux', 'des Roses',
  'de l\'Église', 'de la Mairie', 'du Moulin', 'de la Fontaine', 'du Lavoir', 'des Vignes', 'du Clos', 'des Champs', 'des Prés', 'du Stade', 'de la Gare', 'du Château',
  'des Écoles', 'du Parc', 'de la Source', 'du Puits', 'de la Combe', 'des Coteaux', 'du Vallon', 'de la Plaine', 'du Canal', 'de l\'Ouche', 'du Suzon', 'des Carrières',
  'Victor-Schœlcher', 'Pasteur', 'Jules-Ferry', 'Jean-Moulin', 'Voltaire', 'Diderot', 'Molière', 'Racine', 'La Fontaine', 'Montaigne', 'Rousseau', 'Lamartine', 'Musset',
  'Balzac', 'Zola', 'Colette', 'George-Sand', 'Rameau', 'Berlioz', 'Debussy', 'Ravel', 'Chopin', 'Mozart', 'Bizet', 'Monet', 'Renoir', 'Cézanne', 'Rude', 'Sluter', 'Vauban',
  'Monge', 'Carnot', 'Eiffel', 'Ampère', 'Lavoisier', 'Marie-Curie', 'Arago', 'Papin', 'Niépce', 'Pierre-de-Coubertin', 'Mermoz', 'Saint-Exupéry', 'Blériot', 'Guynemer',
  'de Bourgogne', 'de Franche-Comté', 'd\'Alsace', 'de Lorraine', 'de Champagne', 'de Savoie', 'de Bretagne', 'de Provence', 'du Jura', 'des Vosges', 'du Morvan', 'de Mayence',
  'de Volgograd', 'de Prague', 'de Guimarães', 'de York', 'de Reggio', 'de Chambertin', 'de Meursault', 'de Pommard', 'de Volnay', 'de Nuits', 'de Beaune', 'du Clos-de-Vougeot',
] as const;

/** Turns the working titles of side streets, a letter and a number, into names; drawn roads keep theirs. */
export function streetNames(): (title: string) => string {
  return (title) => {
    const [, prefix, letter, digits] = /^(Rond-point |)([cs])(\d+)$/.exec(title) ?? [];
    if (letter === undefined) return title;
    const bits = randomBits(SEED, PURPOSE, Number(digits), 0);
    const kinds = letter === 'c' ? COLLECTOR_KINDS : KINDS;
    return `${prefix}${kinds[(bits >>> 16) % kinds.length]} ${BEARERS[bits % BEARERS.length]}`;
  };
}
