/** Cloud-optimised GeoTIFF on a server, read in parts over HTTP ranges, or in a file of the reader's. */
export { CogFile, type CogBlock, type CogFacts, type CogLevel, type CogOptions } from './cog-file.js';
export type { Numbers } from './block-numbers.js';
export type { Affine, GeoPlace } from './geo-keys.js';
export type { BandFacts } from './band-facts.js';
