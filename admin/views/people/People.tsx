export function People({ id }: { id: string }) {
  return <p>{id}</p>;
}
