export { NAV_STATUS } from './nav-status.js';
export { STALE_LOOK, VESSEL_LOOK } from './vessel-look.js';
export { CIRCLE_FORCES, WIND_CIRCLE, type CircleForce } from './wind-circle.js';
