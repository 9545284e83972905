/** Files that are bundled into the worker as text. */
declare module '*.txt' {
  const text: string;
  export default text;
}
