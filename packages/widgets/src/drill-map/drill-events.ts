/** Another division is shown. */
export interface DrillChange {
  /** Its code; undefined for the whole. */
  readonly code: string | undefined;
  /** The codes from the widest level down to it. */
  readonly path: readonly string[];
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    /** The reader went to another division. */
    'yzt-drill-change': DrillChange;
  }
}
