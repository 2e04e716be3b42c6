import type { RoadInstallation } from './installation.ts';

/** Least and most of each size of an installation: wider than any street has, narrow enough that no file keeps a machine busy. */
export const installationLimits = {
  spacingM: [2, 500], heightM: [0.5, 40], widthM: [0.5, 100], laneCount: [1, 16], overhangM: [-50, 50], tiltDeg: [-90, 90], turnDeg: [-360, 360],
  maintenanceFactor: [0.01, 1], fluxLm: [0, 1e7], powerW: [0, 1e5],
} as const satisfies Partial<Record<keyof RoadInstallation, readonly [least: number, most: number]>>;

export type LimitedSize = keyof typeof installationLimits;
const sizes = Object.keys(installationLimits) as LimitedSize[];

/** Whether an installation can be computed: all its sizes are numbers within the limits. */
export const isWithinLimits = (installation: Pick<RoadInstallation, LimitedSize>): boolean =>
  sizes.every((size) => {
    const value = installation[size] ?? 0;
    return value >= installationLimits[size][0] && value <= installationLimits[size][1];
  });
