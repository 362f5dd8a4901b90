/** The page's side: a worker that is started for a hierarchy and ended when none is being built. */
import { TaskWorker } from '../task-worker/task-worker.js';
import { buildTree } from './build-tree.js';
import type { ClusterTree, ClusterTreeRequest } from './types.js';
import { WORKER_NAME } from './worker-name.js';

const worker = new TaskWorker<ClusterTreeRequest, ClusterTree>({
  make(url) {
    if (url !== undefined) return new Worker(url, { type: 'module', name: WORKER_NAME });
    // Bundlers find the worker by exactly this form.
    return new Worker(new URL('./cluster.worker.js', import.meta.url), { type: 'module', name: 'yzt-clusters' });
  },
  here: buildTree,
  lost: {
    zh: '计算聚合的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中分段计算。单文件脚本请用 setClusterWorkerUrl() 指明文件。',
    en: 'The worker that builds clusters cannot start (content security policy, another origin or a single-file script); they are built on the page, in slices. With a single-file script name its file with setClusterWorkerUrl().',
  },
});

/**
 * Says where the file of the worker is, for pages that load the library as one script. Call it before the first clustered layer; same
 * origin as the page.
 */
export function setClusterWorkerUrl(url: string | URL): void {
  worker.setUrl(url);
}

/**
 * Builds a hierarchy of clusters: in a worker that ends with its last task, or here in slices where there can be none.
 * @param signal Gives the task up; a worker without any other task ends at once.
 * @throws DOMException `AbortError` when the signal says so; Error when there is not enough memory.
 */
export function clusterTree(request: ClusterTreeRequest, signal?: AbortSignal): Promise<ClusterTree> {
  return worker.do(request, signal);
}

/** State of the worker, for tests. */
export function clusterWorkerState(): 'none' | 'running' | 'unavailable' {
  return worker.state;
}
