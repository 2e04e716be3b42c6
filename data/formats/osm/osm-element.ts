export type Tags = Readonly<Record<string, string>>;
export interface OsmNode { type: 'node'; id: number; latitudeDeg: number; longitudeDeg: number; tags: Tags }
export interface OsmWay { type: 'way'; id: number; nodeIds: readonly number[]; tags: Tags }
export interface OsmRelation { type: 'relation'; id: number; members: readonly { type: string; id: number; role: string }[]; tags: Tags }
export type OsmElement = OsmNode | OsmWay | OsmRelation;

/** Thrown by the readers where a file is not what it should be; becomes a problem in read-elements.ts and goes no further. */
export class UnreadableOsm extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
