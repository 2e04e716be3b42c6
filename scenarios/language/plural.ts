/** French has its singular for 0 and 1; a number as it is written. English has it for 1 only. */
export const singularFr = (number: string): boolean => number === '0' || number === '1';
