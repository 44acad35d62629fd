/** "0,0 1,12 …": losses from left to right, the highest at the top of a box of 100 x 100. */
export function lossPath(losses: readonly number[]): string {
  const [highest, lowest] = [Math.max(...losses), Math.min(...losses)];
  const last = Math.max(1, losses.length - 1);
  const down = (loss: number) => (highest === lowest ? 50 : (100 * (highest - loss)) / (highest - lowest));
  return losses.map((loss, i) => `${((100 * i) / last).toFixed(1)},${down(loss).toFixed(1)}`).join(' ');
}
