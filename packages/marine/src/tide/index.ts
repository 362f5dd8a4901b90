export { tideLevels, unknownConstituents, type TideConstituent, type TideLevel, type TideSpan } from './predict-tide.js';
