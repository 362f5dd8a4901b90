/** The worker that reads files, started with the first one. */
import { serveFiles } from './serve-files.js';

serveFiles();
