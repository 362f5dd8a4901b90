export { mapPicture, type MapPicture, type PictureOptions } from './map-picture.js';
