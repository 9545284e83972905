/** A function that waits until calls have paused for so many milliseconds, then runs with the last one's arguments. */
export function debounce<Args extends unknown[]>(run: (...args: Args) => void, pause: number): (...args: Args) => void {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = window.setTimeout(run, pause, ...args);
  };
}
