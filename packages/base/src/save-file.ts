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
  // Browsers read the address after the click has returned: on a busy machine many seconds after it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
