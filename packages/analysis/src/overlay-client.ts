/** Laying an area over a layer without holding up the page: in a worker, or in slices where there can be none. */
import { TaskWorker } from '@yizhangtu/data/task-worker';
import type { Areal } from './geometry.js';
import { overlaySteps, type Overlay, type OverlayRow } from './overlay.js';

/** An area, and the rows of the layer near it. */
export interface OverlayRequest {
  /** Parts that overlap count once. */
  readonly subject: readonly Areal[];
  readonly layer: readonly OverlayRow[];
}

const worker = new TaskWorker<OverlayRequest, Overlay>({
  make(url) {
    if (url !== undefined) return new Worker(url, { type: 'module', name: 'yzt-overlay' });
    // Bundlers find the worker by exactly this form.
    return new Worker(new URL('./overlay.worker.js', import.meta.url), { type: 'module', name: 'yzt-overlay' });
  },
  here: ({ subject, layer }) => overlaySteps(subject, layer),
  lost: {
    zh: '叠加分析的 Worker 无法启动（可能是内容安全策略、跨域或单文件脚本），改在页面线程中分段计算，结果相同。单文件脚本请把 yizhangtu.overlay.js 放在同一目录。',
    en: 'The worker that lays areas over layers cannot start (content security policy, another origin or a single-file script); it is done on the page, in slices, with the same result. With a single-file script put yizhangtu.overlay.js beside it.',
  },
});

/** Says where the file of the worker is, for pages whose bundler does not find it; same origin as the page. */
export function setOverlayWorkerUrl(url: string | URL): void {
  worker.setUrl(url);
}

/**
 * Lays an area over the polygons of a layer, as `overlaySteps` does: in a worker that ends with its last task, or here in slices where there can be none.
 * @param signal Gives it up; a worker without any other task ends at once.
 * @throws DOMException `AbortError` when the signal says so; Error when there is not enough memory.
 */
export function overlayApart(request: OverlayRequest, signal?: AbortSignal): Promise<Overlay> {
  return worker.do(request, signal);
}

/** State of the worker, for tests. */
export function overlayWorkerState(): 'none' | 'running' | 'unavailable' {
  return worker.state;
}
