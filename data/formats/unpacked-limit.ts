/** No file of a city unpacks to more than this. */
export const MOST_UNPACKED_BYTES = 20e9;
/** Text packs to a tenth, XML to a fiftieth; what unpacks to more than this many times its size is made to fill memory. */
const MOST_TIMES = 200;
/** Small files may be odd. */
const WITHOUT_QUESTION_BYTES = 64 * 1024 * 1024;

/** Whether so much may come out of so little. */
export const unpacksTooFar = (unpackedBytes: number, packedBytes: number): boolean =>
  unpackedBytes > MOST_UNPACKED_BYTES || (unpackedBytes > WITHOUT_QUESTION_BYTES && unpackedBytes > MOST_TIMES * packedBytes);
