/** 风圈: the winds whose reach a bulletin gives, and the colours circles are drawn in. */
import type { CodeScheme } from '@yizhangtu/standards/scheme';

/** Forces whose reach is told: 7 from 13.9 m/s (30 kt in other countries' bulletins), 10 from 24.5 m/s (50 kt), 12 from 32.7 m/s (64 kt). */
export const CIRCLE_FORCES = ['7', '10', '12'] as const;
export type CircleForce = (typeof CIRCLE_FORCES)[number];

/** Wind circles. No standard gives colours; these keep yellow, orange, red in the usual order and are told apart by brightness too. */
export const WIND_CIRCLE: CodeScheme = {
  scheme: 'typhoon-wind-circle',
  version: '2024',
  label: { zh: '台风风圈', en: 'Wind circles' },
  source: 'GB/T 28591-2012《风力等级》的七级、十级、十二级；颜色为惯用色',
  evidence: 'conventional',
  unit: 'm/s',
  entries: [
    { code: '7', label: { zh: '七级风圈', en: 'Force 7 circle' }, short: { zh: '七级', en: 'force 7' }, min: 13.9, color: '#e8b400' },
    { code: '10', label: { zh: '十级风圈', en: 'Force 10 circle' }, short: { zh: '十级', en: 'force 10' }, min: 24.5, color: '#e8730c' },
    { code: '12', label: { zh: '十二级风圈', en: 'Force 12 circle' }, short: { zh: '十二级', en: 'force 12' }, min: 32.7, color: '#d11f2d' },
  ],
};
