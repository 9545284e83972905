export function Overview({ id }: { id: string }) {
  return <p>{id}</p>;
}
