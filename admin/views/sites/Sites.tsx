export function Sites({ id }: { id: string }) {
  return <p>{id}</p>;
}
