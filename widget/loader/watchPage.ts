/** Calls `changed` whenever a single-page app moves on to another path. */
export function watchPage(changed: () => void): void {
  let path = location.pathname;
  const check = () => {
    if (path === location.pathname) return;
    path = location.pathname;
    changed();
  };
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', check);
    return;
  }
  addEventListener('popstate', check);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      check();
    };
  }
}
