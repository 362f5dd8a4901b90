/** Hot and cold spots by confidence. */
import type { CodeScheme } from './scheme.js';

/** Classes of hot and cold spots, the usual three levels of confidence either way. Places that are neither have no class. Colours: ColorBrewer RdBu. */
export const HOT_SPOT: CodeScheme = {
  scheme: 'hot-spot',
  version: '1',
  label: { zh: '热点与冷点（Gi*）', en: 'Hot and cold spots (Gi*)' },
  source: 'Getis & Ord 1992, Geographical Analysis 24: 189–206; Ord & Getis 1995, Geographical Analysis 27: 286–306',
  evidence: 'conventional',
  entries: [
    { code: 'hot-99', label: { zh: '热点（置信度 99%）', en: 'Hot, 99 % confidence' }, color: '#b2182b', colorEvidence: 'conventional' },
    { code: 'hot-95', label: { zh: '热点（置信度 95%）', en: 'Hot, 95 % confidence' }, color: '#ef8a62', colorEvidence: 'conventional' },
    { code: 'hot-90', label: { zh: '热点（置信度 90%）', en: 'Hot, 90 % confidence' }, color: '#fddbc7', colorEvidence: 'conventional' },
    { code: 'cold-90', label: { zh: '冷点（置信度 90%）', en: 'Cold, 90 % confidence' }, color: '#d1e5f0', colorEvidence: 'conventional' },
    { code: 'cold-95', label: { zh: '冷点（置信度 95%）', en: 'Cold, 95 % confidence' }, color: '#67a9cf', colorEvidence: 'conventional' },
    { code: 'cold-99', label: { zh: '冷点（置信度 99%）', en: 'Cold, 99 % confidence' }, color: '#2166ac', colorEvidence: 'conventional' },
  ],
};
