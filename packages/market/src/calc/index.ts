/** Pure calculations of market supervision. No DOM, no secure context, nothing left to chance. */
export { usccCheckDigit, usccFault, usccParts, type UsccFault, type UsccParts } from './uscc.js';
export { canonicalText, hmacHex, sha256Hex, type Plain } from './digest.js';
export { draw, drawSteps, inspectorsHash, poolHash, poolHashSteps, recordText, seedCommitment, seedOf, type DrawInput } from './draw.js';
export { avoidanceOf } from './pair-inspectors.js';
export { assignInspectors, type Assignment, type AssignmentInput } from './assign.js';
export { cellCounts, cellCountSteps, hotCode, type CellCounts, type CellQuestion } from './hot-cells.js';
export { instantOf } from './instant.js';
export { daysOverdue, overdueSubjects, type OverdueFields, type OverdueSubject } from './overdue.js';
export { verify, verifySteps, type Verification } from './verify.js';
export { minutesOf, type Minutes, type MinutesRow, type MinutesSection } from './minutes.js';
export type { Avoidance, DrawnStratum, DrawnSubject, DrawPlan, DrawRecord, DrawScene, Inspector, Skipped, StratumRule, Subject } from './draw-types.js';
