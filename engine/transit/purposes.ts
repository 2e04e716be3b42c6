/** What random numbers of passengers are drawn for: keeps draws of different meaning apart. */
export const purposes = { arrival: 401, destination: 402 } as const;
