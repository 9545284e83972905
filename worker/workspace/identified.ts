/** Who a call says the visitor is, as the edge found it. Plain values: they cross into the object. */

/** Claims of a genuine token of this site. */
export interface TokenIdentity {
  kind: 'token';
  kid: string;
  /** Whose id `sub` is. */
  system: string;
  sub: string;
  email: string | null;
  /** False only when the token says so. */
  emailVerified: boolean;
  phone: string | null;
  name: string | null;
  traits: Record<string, string | number | boolean>;
  issuedAt: number;
  expiresAt: number;
  /** Expired when it was delivered: ties as claimed. */
  late: boolean;
}

/** What the page or the visitor said, unproven. */
export interface ClaimIdentity {
  kind: 'claim';
  email: string | null;
  phone: string | null;
  externalId: string | null;
  name: string | null;
}

/** Somebody who came by the link that was made for them. */
export interface LinkIdentity {
  kind: 'link';
  /** The invitation's id. */
  invitation: string;
  /** A leaf's number. */
  contact: number;
  madeAt: number;
}

export type Identified = TokenIdentity | ClaimIdentity | null;

/** The site a call came through. */
export interface SiteContext {
  key: string;
  idSystem: string;
  authoritative: boolean;
  dailyQuota: number;
}
