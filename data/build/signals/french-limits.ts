/** Amber up to 50 km/h and above: instruction interministérielle sur la signalisation routière, part 6, article 110. */
export const FRENCH_AMBER_S = 3;
export const FRENCH_FAST_AMBER_S = 5;
/** 50 km/h, and a little for figures that were rounded. */
export const FAST_MPS = 14;
/** Usual in France: not verified against a text. */
export const FRENCH_MINIMUM_GREEN_S = 6;
/** Nobody waits longer at red: the same instruction, article 110-C-3, which allows 240 s for some cycles that help public transport. */
export const FRENCH_LONGEST_WAIT_S = 120;
