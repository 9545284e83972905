/** Where a site's files and routes are, each up to the last slash. */
export interface Paths {
  files: string;
  texts: string;
  posts: string;
}

/**
 * The paths that go with a script's address. One that is served under a name of the site's own, without `/w/`, has
 * everything beside it under neutral names.
 */
export function pathsOf(script: string, site: string): Paths {
  const [host, own] = script.split('/w/');
  const beside = script.replace(/[^/]*$/, '');
  return own
    ? { files: `${host}/w/assets/`, texts: `${host}/w/${site}/`, posts: `${host}/v1/sites/${site}/` }
    : { files: `${beside}a/`, texts: `${beside}t/`, posts: `${beside}api/` };
}

/** Where the site's rules and the files' current names are, as JSON. */
export function rulesAt({ texts }: Paths): string {
  return `${texts.slice(0, -1)}.json`;
}
