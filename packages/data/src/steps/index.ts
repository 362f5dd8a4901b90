export { atOnce, begun, drive, type DriveOptions, type Steps } from './drive.js';
