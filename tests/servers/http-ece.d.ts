/** Has no types of its own: RFC 8188 as another hand wrote it, to read what we seal. */
declare module 'http_ece' {
  export function decrypt(
    data: Buffer,
    given: { version: 'aes128gcm'; privateKey: import('node:crypto').ECDH; authSecret: string },
  ): Buffer
}
