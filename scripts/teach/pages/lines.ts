/** Empty lines to write on. */
export const lines = (count: number): string => `<div class="lines">${'<i></i>'.repeat(count)}</div>`;
