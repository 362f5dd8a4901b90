/** Pieces as one. A single one that fills its buffer is not copied. */
export function joined(pieces: readonly Uint8Array[]): ArrayBuffer {
  const [first] = pieces;
  if (pieces.length === 1 && first?.byteLength === first?.buffer.byteLength) return first?.buffer as ArrayBuffer;
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes.buffer;
}
