/** A whole number with thousands separated: `1,284`. Written out, because ICU data is missing in some old kernels. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}
