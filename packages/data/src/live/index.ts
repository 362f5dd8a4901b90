/** Positions that come one by one: messages, the rows they make, and the connection that brings them. */
export { liveMessage, type LiveNames, type LivePosition } from './live-message.js';
export { LiveRows } from './live-rows.js';
export { LiveLink, type LiveState } from './live-link.js';
