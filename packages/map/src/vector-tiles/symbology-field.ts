/** The field that a symbology is about; undefined for one in which all are alike. */
export function symbologyField(spec: string): string | undefined {
  const [kind = '', field] = spec.trim().split(':').map((part) => part.trim());
  return kind === 'class' || kind === 'breaks' ? field || undefined : undefined;
}
