export { atOnce, begun, drive, isPromise, pause, SLICED_FROM, type DriveOptions, type Steps } from './drive.js';
export { inParts } from './in-parts.js';
