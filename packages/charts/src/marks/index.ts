/** Parts of charts that other views use too. Registers nothing. */
export { timeStep, timeTexts, timeTicks, type TimeStep, type TimeTickText } from './time-ticks.js';
