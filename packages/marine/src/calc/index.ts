export { bowOf, courseOf, headingOf, isPlace, sizeOf, speedOf, statusOf } from './ais-values.js';
export { circleWatch, type CircledVessel, type CircleWatch } from './circle-watch.js';
export { closedSeasonAt, type ClosedNow } from './closed-season.js';
export { compassPoint, keptCourse, nearestApproach, type Approach } from './approach.js';
export { lastOf, missingFields, radiiAt, trackPieces, typhoonTracks, type TrackPiece, type TyphoonPosition, type TyphoonTrack } from './tracks.js';
export { vesselGroup } from './vessel-group.js';
export { latestFixes, momentOf, vesselKeys, type FixLimits, type VesselFix } from './vessels.js';
export { WARNING_LINES, type WarningLine } from './warning-lines.js';
export { windCircle, type Radii } from './wind-circle.js';
