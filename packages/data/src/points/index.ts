export { degreesBetween, eachPiece, placeAt, pointCount } from './degrees.js';
