/** Encrypts what must be kept but not read: AES-GCM with a key from the environment, `v1.iv.ciphertext` in base64url. */

const keys = new Map<string, Promise<CryptoKey>>();

function keyOf(secretKey: string): Promise<CryptoKey> {
  let key = keys.get(secretKey);
  if (!key) {
    const bytes = Buffer.from(secretKey, 'base64');
    if (bytes.length !== 32) throw new Error('SECRET_KEY must be 32 bytes in base64');
    key = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    keys.set(secretKey, key);
  }
  return key;
}

/** Seals a text. `context` must be the same to open it: a box cannot be moved to another row. */
export async function sealSecret(secretKey: string, context: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context) },
    await keyOf(secretKey),
    new TextEncoder().encode(text),
  );
  return `v1.${Buffer.from(iv).toString('base64url')}.${Buffer.from(sealed).toString('base64url')}`;
}

/**
 * Opens what `sealSecret` sealed.
 *
 * @throws when the key, the context or the box is not the one it was sealed with
 */
export async function openSecret(secretKey: string, context: string, box: string): Promise<string> {
  const [version, iv, sealed] = box.split('.');
  if (version !== 'v1' || !iv || !sealed) throw new Error('not a sealed secret');
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: Buffer.from(iv, 'base64url'), additionalData: new TextEncoder().encode(context) },
    await keyOf(secretKey),
    Buffer.from(sealed, 'base64url'),
  );
  return new TextDecoder().decode(opened);
}
