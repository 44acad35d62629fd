/** Software renderers show only in their name; `failIfMajorPerformanceCaveat` does not detect them. */
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** What WebGL is here, seen without loading tfjs. `unusable` says why VAE and mixture cannot train on it, null if they can. */
export interface WebglProbe {
  /** the GPU's unmasked name, or '' */
  readonly renderer: string;
  readonly software: boolean;
  readonly unusable: string | null;
}

/**
 * Draws to a float32 target and reads it back: a value with more bits than float16 has must survive. Half-float textures turn
 * training into NaN within a few steps, and some devices offer float targets that do not work.
 */
function keepsFloat32(gl: WebGL2RenderingContext): boolean {
  if (!gl.getExtension('EXT_color_buffer_float')) return false;
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 1, 1);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) return false;
  const fine = 1 + 2 ** -20;
  const pixel = new Float32Array(4);
  gl.clearBufferfv(gl.COLOR, 0, [fine, 0, 0, 1]);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, pixel);
  return pixel[0] === fine;
}

function rendererName(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
}

const absent = (unusable: string): WebglProbe => ({ renderer: '', software: false, unusable });

/** Looks at WebGL in the place where it would run (the worker), and gives the context back. */
export function probeWebgl(): WebglProbe {
  if (typeof OffscreenCanvas === 'undefined') return absent('this browser has no WebGL in workers');
  // tfjs refuses Safari's offscreen canvas, which cannot be waited for
  if (/Safari/.test(navigator.userAgent) && !/Chrom|Android/.test(navigator.userAgent))
    return absent('Safari’s WebGL in workers does not suit TensorFlow.js');
  let gl: WebGL2RenderingContext | null = null;
  try {
    gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  } catch {
    // a blocked GPU may throw instead of returning null
  }
  if (!gl) return absent('WebGL 2 is missing or blocked here');
  const renderer = rendererName(gl);
  const unusable = keepsFloat32(gl) ? null : 'this GPU has no full float textures, and training on half floats ends in NaN';
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { renderer, software: SOFTWARE.test(renderer), unusable };
}
