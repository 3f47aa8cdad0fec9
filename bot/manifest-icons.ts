import { decode } from 'fast-png';

const SIDES = { color: 192, outline: 32 } as const;
type Icons = { readonly color: string; readonly outline: string };

/** What Teams would not take, or show badly, of the icons. One that is not there is complained about elsewhere. */
export function iconProblems(files: ReadonlyMap<string, Uint8Array>, icons: Icons): readonly string[] {
  return (['color', 'outline'] as const).flatMap((kind) => {
    const name = icons[kind];
    const bytes = files.get(name);
    if (bytes === undefined) return [];
    const picture = read(bytes);
    if (picture === undefined) return [`${name} er ikke et PNG-bilde`];
    const [{ width, height }, side] = [picture, SIDES[kind]];
    if (width !== side || height !== side)
      return [`${name} er ${width} × ${height} piksler, og må være ${side} × ${side}`];
    if (kind === 'color' || isWhiteLines(picture)) return [];
    return [`${name} må være hvit på gjennomsiktig bunn, uten andre farger`];
  });
}

/** True when something is drawn in white, something is left transparent, and there is no other colour. */
function isWhiteLines({ channels, depth, data }: ReturnType<typeof decode>): boolean {
  if (channels !== 4 || depth !== 8) return false;
  const pixels = Array.from({ length: data.length / 4 }, (_, n) => data.subarray(4 * n, 4 * n + 4));
  const seen = pixels.filter(([, , , alpha]) => alpha !== 0);
  const isWhite = seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
  return isWhite && seen.length > 0 && seen.length < pixels.length;
}

function read(bytes: Uint8Array): ReturnType<typeof decode> | undefined {
  try {
    return decode(bytes, { checkCrc: true });
  } catch {
    return undefined;
  }
}
