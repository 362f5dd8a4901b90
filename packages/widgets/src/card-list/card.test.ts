import { describe, expect, it } from 'vitest';
import { imageAddress } from './card.js';

describe('imageAddress', () => {
  it('is relative, http or a picture in the data', () => {
    for (const address of ['photos/1.jpg', '/p/1.png', '//host/1.png', 'https://host/1.png', 'data:image/png;base64,AAAA']) expect(imageAddress(` ${address} `)).toBe(address);
  });

  it('is nothing else', () => {
    for (const address of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'data:image/svg+xml,<svg>', 'blob:x', 'file:///etc/passwd', '', '  ', null, 7]) expect(imageAddress(address)).toBeUndefined();
  });
});
