/** What random numbers of priority are drawn for: keeps draws of different meaning apart. `randomNormal` adds multiples of 65,536. */
export const purposes = { messageLoss: 501, signOffLoss: 502, position: 503, waveCallLoss: 504, waveSignOffLoss: 505 } as const;
