import { SignJWT } from 'jose';
import type { Person } from './people.ts';
import type { DemoSite } from './site.ts';

/** Signs who is visiting, as a shop's own server would: a JWT for this site, good for ten minutes. */
export function signToken(site: DemoSite, person: Person): Promise<string> {
  return new SignJWT({ email: person.email, email_verified: true, name: person.name })
    .setProtectedHeader({ alg: 'HS256', kid: site.kid })
    .setAudience(site.key)
    .setSubject(person.id)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(site.secret);
}
