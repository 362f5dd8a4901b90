/** The worker that ranks vertices; it lives only while it has shapes to look at. */
import { serveRanks } from './serve-ranks.js';

serveRanks();
