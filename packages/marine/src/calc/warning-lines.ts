/** 24 小时与 48 小时警戒线 of China's typhoon service. */

/** A warning line: where a storm that crosses it may reach the coast within so many hours. */
export interface WarningLine {
  readonly hours: 24 | 48;
  readonly label: { readonly zh: string; readonly en: string };
  /** Longitude and latitude of its corners, from south to north. */
  readonly line: readonly (readonly [lon: number, lat: number])[];
}

/** Both lines as published by China's typhoon sites, which agree on them. */
export const WARNING_LINES: readonly WarningLine[] = [
  {
    hours: 24,
    label: { zh: '24小时警戒线', en: '24 h warning line' },
    line: [[105, 0], [113, 4.5], [119, 11], [119, 18], [127, 22], [127, 34]],
  },
  {
    hours: 48,
    label: { zh: '48小时警戒线', en: '48 h warning line' },
    line: [[105, 0], [120, 0], [132, 15], [132, 34]],
  },
];
