/** From this hour on the streets of a day are not empty any more: a run that starts later lacks those who were under way. */
const STREETS_FILL_FROM_S = 4 * 3600;

export const startsInEmptyStreets = ({ synthetic }: { synthetic: boolean }, { fromS }: { fromS: number }): boolean => synthetic && fromS > STREETS_FILL_FROM_S;
