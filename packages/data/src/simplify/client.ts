/** The page's side: a worker that is started for shapes and ended when none are being looked at. */
import { TaskWorker } from '../task-worker/task-worker.js';
import type { RankRequest, VertexRanks } from './types.js';
import { vertexRanks } from './vertex-ranks.js';
import { RANKS_WORKER_NAME } from './worker-name.js';

const worker = new TaskWorker<RankRequest, VertexRanks>({
  make(url) {
    if (url !== undefined) return new Worker(url, { type: 'module', name: RANKS_WORKER_NAME });
    // Bundlers find the worker by exactly this form.
    return new Worker(new URL('./simplify.worker.js', import.meta.url), { type: 'module', name: 'yzt-ranks' });
  },
  here: vertexRanks,
  lost: {
    zh: '化简形状的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中分段计算。单文件脚本请用 setSimplifyWorkerUrl() 指明文件。',
    en: 'The worker that simplifies shapes cannot start (content security policy, another origin or a single-file script); they are simplified on the page, in slices. With a single-file script name its file with setSimplifyWorkerUrl().',
  },
});

/**
 * Says where the file of the worker is, for pages that load the library as one script. Call it before the first layer of lines or
 * polygons; same origin as the page.
 */
export function setSimplifyWorkerUrl(url: string | URL): void {
  worker.setUrl(url);
}

/**
 * Ranks the vertices of lines and rings by the zoom at which they are first needed: in a worker that ends with its last task, or here in
 * slices where there can be none. What two shapes share stays shared at every zoom.
 * @param signal Gives the task up; a worker without any other task ends at once.
 * @throws DOMException `AbortError` when the signal says so; Error when there is not enough memory.
 */
export function ranksOf(request: RankRequest, signal?: AbortSignal): Promise<VertexRanks> {
  return worker.do(request, signal);
}

/** State of the worker, for tests. */
export function simplifyWorkerState(): 'none' | 'running' | 'unavailable' {
  return worker.state;
}
