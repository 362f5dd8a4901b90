export { serveTasks } from '../worker/serve-tasks.js';
export { TaskWorker, type TaskPlan } from '../worker/task-worker.js';
