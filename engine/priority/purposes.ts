/** What random numbers of priority are drawn for: keeps draws of different meaning apart. `randomNormal` adds multiples of 65,536. */
export const purposes = { messageLoss: 401, signOffLoss: 402, position: 403 } as const;
