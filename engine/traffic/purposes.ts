/** What random numbers of the traffic are drawn for: keeps draws of different meaning apart. `randomNormal` adds multiples of 65,536. */
export const purposes = { inattention: 101, speedFactor: 102, departureSpeed: 103, departureLane: 104, departurePosition: 105, guidance: 106 } as const;
