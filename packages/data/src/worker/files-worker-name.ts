/** Name of the worker that reads files: in the single-file form one script is every worker. */
export const FILES_WORKER_NAME = 'yzt-files';
