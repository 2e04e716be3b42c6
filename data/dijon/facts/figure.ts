/** V: read in the source. E: estimated here. U: unconfirmed, sources differ or are silent. */
export type Mark = 'V' | 'E' | 'U';

/** A figure of the reference city with where it comes from. */
export interface Figure { value: number; mark: Mark; source: string }

export const read = (value: number, source: string): Figure => ({ value, mark: 'V', source });
export const estimated = (value: number, why: string): Figure => ({ value, mark: 'E', source: why });
export const unconfirmed = (value: number, why: string): Figure => ({ value, mark: 'U', source: why });
