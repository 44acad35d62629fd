/** The ground that a host gives its figure: transparent, or a colour of the host's. */
export interface Ground {
  readonly css: string;
  /** whether light words stand out on it better than dark ones; null where the host's own ground shines through */
  readonly dark: boolean | null;
}

const LONGEST = 64;
/** What is no colour by itself, though it may stand where one does. */
const BORROWED = /^(inherit|initial|unset|revert|revert-layer|currentcolor)$|(var|env|attr)\(/i;
/** Opacity in 0..255 from which on a colour is one's own. */
const OWN = 128;
/** Of relative luminance: where black and white stand out equally. */
const MIDDLE = 0.179;

const isColour = (text: string) => text.length <= LONGEST && !BORROWED.test(text) && CSS.supports('background-color', text);

/** Bytes of a colour on the screen. */
function bytesOf(css: string): ArrayLike<number> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return [0, 0, 0, 0];
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

function luminanceOf(bytes: ArrayLike<number>): number {
  const [red, green, blue] = [0, 1, 2].map((i) => {
    const part = bytes[i] / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What `background=` names, `1b1b2f` without its # too, for that ends an address; null where it is no colour. */
export function groundOf(text: string | undefined): Ground | null {
  const css = [text?.trim() ?? '', `#${text}`].find(isColour);
  if (css === undefined) return null;
  const bytes = bytesOf(css);
  return { css, dark: bytes[3] < OWN ? null : luminanceOf(bytes) < MIDDLE };
}

/** Under poster and figure alike; soft panels let it through. */
export function layGround({ css }: Ground): void {
  document.body.style.background = css;
  document.documentElement.style.setProperty('--panel', 'rgb(128 128 128 / 0.1)');
}
