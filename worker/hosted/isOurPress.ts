/**
 * Whether a form was sent from this very page, as far as the browser says. Its own forms come with `Origin: null`, since
 * the page gives away no referrer (Fetch, "append a request Origin header"); an old browser may say nothing at all.
 */
export function isOurPress(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin === null || origin === 'null' || origin === new URL(request.url).origin;
}
