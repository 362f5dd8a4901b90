export { atOnce, drive, type DriveOptions, type Steps } from './drive.js';
