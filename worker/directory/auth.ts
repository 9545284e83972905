import { betterAuth } from 'better-auth';
import { createAccessControl } from 'better-auth/plugins/access';
import { organization } from 'better-auth/plugins/organization';
import { adminAc, defaultStatements, memberAc, ownerAc } from 'better-auth/plugins/organization/access';
import type { Env } from '../env.ts';
import { hashPassword, verifyPassword } from './password.ts';

const ac = createAccessControl(defaultStatements);
const roles = {
  owner: ac.newRole({ ...ownerAc.statements }),
  admin: ac.newRole({ ...adminAc.statements }),
  agent: ac.newRole({ ...memberAc.statements }),
  viewer: ac.newRole({ ...memberAc.statements }),
};

function createAuth(env: Env, secure: boolean) {
  return betterAuth({
    database: env.DIRECTORY,
    secret: env.AUTH_SECRET,
    basePath: '/api/auth',
    // Its own origin only; which one that is, the request says (own check: sameOrigin.ts).
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    // Attempts are limited by the SIGN_IN_LIMIT binding, which is shared by all isolates of a location.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [organization({ ac, roles, creatorRole: 'owner', allowUserToCreateOrganization: false })],
    advanced: {
      database: { validateSchema: false },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-ts' : 'ts',
      defaultCookieAttributes: { secure, path: '/', sameSite: 'lax', httpOnly: true },
    },
  });
}

type Auth = ReturnType<typeof createAuth>;
const built = new WeakMap<D1Database, Map<boolean, Auth>>();

/** better-auth for this isolate: built once (it takes milliseconds), apart for https, whose cookies carry `__Host-`. */
export function authFor(env: Env, secure: boolean): Auth {
  let variants = built.get(env.DIRECTORY);
  if (!variants) {
    variants = new Map();
    built.set(env.DIRECTORY, variants);
  }
  let auth = variants.get(secure);
  if (!auth) {
    auth = createAuth(env, secure);
    variants.set(secure, auth);
  }
  return auth;
}
