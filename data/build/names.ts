import type { junctionControl, roadClass } from '../../engine/twin/streets.ts';

export type RoadClassName = keyof typeof roadClass;
export type JunctionControlName = keyof typeof junctionControl;
