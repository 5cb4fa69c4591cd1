// The real PDS, in a process of its own: it is killed, frozen and started again on the same port and data.
import { envToCfg, envToSecrets, PDS } from '@atproto/pds'

const given = JSON.parse(process.argv[2])
const env = {
  devMode: true,
  hostname: 'localhost',
  port: given.port,
  dataDirectory: given.folder,
  blobstoreDiskLocation: `${given.folder}/blobs`,
  didPlcUrl: given.plcUrl,
  serviceHandleDomains: ['.test'],
  bskyAppViewUrl: given.worldUrl,
  bskyAppViewDid: 'did:web:appview.test',
  jwtSecret: 'only-for-tests',
  adminPassword: 'only-for-tests',
  plcRotationKeyK256PrivateKeyHex: given.rotationKey,
  inviteRequired: false,
  disableSsrfProtection: true,
  rateLimitsEnabled: false,
  crawlers: [],
}
const pds = await PDS.create(envToCfg(env), envToSecrets(env))
await pds.start()
process.send('ready')
