export function SettingsView({ id }: { id: string }) {
  return <p>{id}</p>;
}
