export { serveTasks } from './serve-tasks.js';
export { TaskWorker, type TaskPlan } from './task-worker.js';
