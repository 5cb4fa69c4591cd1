import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

export type Pair = { key: string; certificate: string }

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']

/** A certificate authority of our own and a certificate that it gave to `name`, both by openssl, both two days long. */
export function issueCertificate(name: string): Pair & { authority: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kith-certificate-'))
  const path = (file: string) => join(folder, file)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
  try {
    const root = ['-keyout', path('ca.key'), '-out', path('ca.pem'), '-subj', '/CN=Test authority']
    openssl('req', '-x509', ...curve, ...root, '-addext', 'basicConstraints=critical,CA:TRUE')
    openssl('req', ...curve, '-keyout', path('key.pem'), '-out', path('request.pem'), '-subj', `/CN=${name}`)
    writeFileSync(path('names'), `subjectAltName=DNS:${name}\n`)
    const issuer = ['-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial', '-extfile', path('names')]
    openssl('x509', '-req', '-in', path('request.pem'), '-out', path('certificate.pem'), '-days', '2', ...issuer)
    const read = (file: string) => readFileSync(path(file), 'utf8')
    return { key: read('key.pem'), certificate: read('certificate.pem'), authority: read('ca.pem') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** While it is held, the authority is trusted beside the usual ones. */
export function trust(authority: string): Disposable {
  const usual = getCACertificates('default')
  setDefaultCACertificates([...usual, authority])
  return { [Symbol.dispose]: () => setDefaultCACertificates(usual) }
}
