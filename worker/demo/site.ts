/** The site the demo shop belongs to, with what it needs to sign its visitors' tokens. */
export interface DemoSite {
  key: string;
  kid: string;
  secret: Uint8Array;
}
