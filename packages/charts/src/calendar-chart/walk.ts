/**
 * The day a key leads to in a calendar; undefined for keys that lead nowhere. Page Up and Page Down go four weeks.
 * @param weeks Weeks are columns: a day further is down, a week further is sideways. Otherwise weeks are rows.
 */
export function nextDay(key: string, index: number, count: number, weeks: 'columns' | 'rows'): number | undefined {
  if (count === 0) return undefined;
  const [sideways, down] = weeks === 'columns' ? [7, 1] : [1, 7];
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: sideways,
    ArrowLeft: -sideways,
    ArrowDown: down,
    ArrowUp: -down,
    PageDown: 28,
    PageUp: -28,
    Home: -index,
    End: count - 1 - index,
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  const next = index + step;
  return next < 0 || next >= count ? index : next;
}
