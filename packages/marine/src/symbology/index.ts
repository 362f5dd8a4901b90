export { CIRCLE_FORCES, WIND_CIRCLE, type CircleForce } from './wind-circle.js';
