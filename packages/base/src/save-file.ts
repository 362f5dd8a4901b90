/** A file name all systems take: no path, no control characters, never empty. */
export function fileName(name: string, ending: string): string {
  const plain = name
    .replace(/[\s\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 120)
    .trim();
  return `${plain || 'data'}.${ending}`;
}

/** Gives a file to the reader, as a download. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
