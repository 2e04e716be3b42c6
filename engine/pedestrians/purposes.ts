/** What random numbers of pedestrians are drawn for: keeps draws of different meaning apart. `randomNormal` adds multiples of 65,536. */
export const purposes = { arrival: 201, kerb: 202, walkingSpeed: 203 } as const;
