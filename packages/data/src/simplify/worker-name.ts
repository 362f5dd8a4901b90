/** Name the worker is started with; the single-file library has one file for all its workers. */
export const RANKS_WORKER_NAME = 'yzt-ranks';
