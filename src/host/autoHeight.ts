/**
 * embed-height.js, for pages that show embed.html in a plain iframe: makes each frame as high as what is in it. One script serves any
 * number of frames, later ones too; a frame is told by its window, and only its own message moves it.
 */
const LOWEST = 40;
const HIGHEST = 20_000;

function fit({ source, data }: MessageEvent): void {
  if (data?.ns !== 'mad-lab' || data.v !== 1 || data.type !== 'height') return;
  const { px } = data;
  if (typeof px !== 'number' || !(px >= LOWEST && px <= HIGHEST)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source) continue;
    const border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${px + border}px`;
  }
}

const page: Window & { madLabHeight?: boolean } = window;
// a snippet that is pasted many times brings this script as often
if (!page.madLabHeight) {
  page.madLabHeight = true;
  addEventListener('message', fit);
}

export {};
