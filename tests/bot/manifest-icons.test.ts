import { decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { drawIcon, ICONS, packedIcon } from '../support/icons.ts';
import { problemsAfter } from '../support/manifest.ts';

/** The outline with every pixel changed so. */
function outlineWith(change: (pixel: Uint8Array) => void): Uint8Array {
  const picture = decode(packedIcon('outline'));
  const data = Uint8Array.from(picture.data);
  for (let n = 0; n < data.length; n += 4) change(data.subarray(n, n + 4));
  return encode({ ...picture, data });
}
const outline = (bytes: Uint8Array) => (all: Map<string, Uint8Array>) => void all.set('outline.png', bytes);

// the last byte of the first one in the file: the picture itself is whole
const CHECKSUM = 32;

test.each<[string, (files: Map<string, Uint8Array>) => void, string]>([
  [
    'of another size',
    (all) => all.set('color.png', packedIcon('outline')),
    'color.png er 32 × 32 piksler, og må være 192 × 192',
  ],
  ['that is none', (all) => all.set('color.png', Buffer.from('<svg/>')), 'color.png er ikke et PNG-bilde'],
  [
    'that is damaged',
    outline(packedIcon('outline').map((byte, n) => (n === CHECKSUM ? byte ^ 1 : byte))),
    'outline.png er ikke et PNG-bilde',
  ],
  [
    'in colour where it must be white',
    outline(outlineWith((pixel) => pixel.fill(200, 0, 1))),
    'outline.png må være hvit på gjennomsiktig bunn',
  ],
  [
    'with no transparent ground',
    outline(outlineWith((pixel) => pixel.fill(255))),
    'outline.png må være hvit på gjennomsiktig bunn',
  ],
  [
    'with nothing on it',
    outline(outlineWith((pixel) => pixel.fill(0))),
    'outline.png må være hvit på gjennomsiktig bunn',
  ],
  [
    'without transparency',
    outline(encode({ width: 32, height: 32, channels: 3, data: new Uint8Array(32 * 32 * 3).fill(255) })),
    'outline.png må være hvit på gjennomsiktig bunn',
  ],
])('an icon %s is refused', (_what, change, sentence) => {
  const problems = problemsAfter(change);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test('the icons are the drawings beside them: run npm run icons after a change', async () => {
  for (const name of ICONS) expect(Buffer.from(packedIcon(name)).equals(await drawIcon(name)), name).toBe(true);
});
