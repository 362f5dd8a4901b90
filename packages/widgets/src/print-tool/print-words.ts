import { YztError } from '@yizhangtu/base/errors';
import type { LayerElement } from '@yizhangtu/map/layer';

/** Layers that keep a sheet from being given away, and what can be done. */
export function notExportable(layers: readonly LayerElement[]): YztError {
  const zh = layers.map((layer) => `“${layer.label || layer.localName}”`).join('、');
  const en = layers.map((layer) => `"${layer.label || layer.localName}"`).join(', ');
  return new YztError('not-exportable', {
    zh: `<yzt-print-tool>：图层${zh}的图片来自别的站点，那里没有允许读取，浏览器不让导出。请在图层上写 cross-origin="anonymous" 并让服务器返回 Access-Control-Allow-Origin，或经本站代理；也可以不含它导出。`,
    en: `<yzt-print-tool>: images of ${en} come from another origin that does not allow them to be read, so the browser does not give the picture away. Set cross-origin="anonymous" on the layer and let the server answer with Access-Control-Allow-Origin, or use a proxy of this site; or print without it.`,
  });
}
