export { degreesBetween, eachPiece, placeAt, pointCount } from './degrees.js';
export { isPlace, knownMercator, toMercator } from './mercator.js';
