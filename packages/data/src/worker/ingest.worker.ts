/** The worker that reads, one for the page. */
import { serveIngest } from './serve-ingest.js';

serveIngest();
