export { atOnce, begun, drive, pause, type DriveOptions, type Steps } from './drive.js';
