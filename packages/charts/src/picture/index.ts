export { pictureOf } from './collect.js';
export { paintPicture } from './paint.js';
export type { Picture } from './types.js';
