export function Person({ id }: { id: string }) {
  return <p>{id}</p>;
}
