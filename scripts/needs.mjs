// What the tests need of the system, by the name that KITH_TEST_SKIP knows, and which files need it.
import * as files from 'node:fs'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const onPath = name =>
  (process.env.PATH ?? '')
    .split(':')
    .concat('/usr/sbin', '/sbin')
    .some(folder => existsSync(join(folder, name)))
const hasFonts = () => existsSync('/usr/share/fonts/truetype') && readdirSync('/usr/share/fonts/truetype').length > 0

const xmpp = /servers\/(xmpp|prosody|ejabberd|xmpp-stranger)[.]ts'/
const irc = /servers\/(irc|irc-stranger)[.]ts'/
const mail = /servers\/(mail|mail-stranger|email|smtp-sink)[.]ts'/
const fediverse = /servers\/(snac|fediverse)[.]ts'/
const bluesky = /servers\/(atproto|bluesky)[.]ts'/
const browser = /playwright-core|\/browser\//

export const needs = [
  { skip: 'irc', package: 'ngircd', there: () => onPath('ngircd'), said: irc },
  { skip: 'irc', package: 'inspircd', there: () => onPath('inspircd'), said: irc },
  { skip: 'irc', package: 'atheme-services', there: () => onPath('atheme-services'), said: irc },
  { skip: 'irc', package: 'znc', there: () => onPath('znc'), said: irc },
  { skip: 'mail', package: 'postfix', there: () => onPath('postfix'), said: mail },
  { skip: 'mail', package: 'dovecot-imapd', there: () => onPath('dovecot'), said: mail },
  { skip: 'mail', package: 'dovecot-lmtpd', there: () => existsSync('/usr/lib/dovecot/lmtp'), said: mail },
  { skip: 'spam', package: 'spamassassin', there: () => onPath('spamassassin'), said: /servers\/spamassassin[.]ts'/ },
  { skip: 'xmpp', package: 'prosody', there: () => onPath('prosody'), said: xmpp },
  { skip: 'xmpp', package: 'ejabberd', there: () => onPath('ejabberdctl'), said: xmpp },
  {
    skip: 'fediverse',
    package: 'snac2',
    // Debian 12 has it in its backports, Debian 13 in its main list.
    backports: 'bookworm',
    there: () => onPath('snac'),
    said: fediverse,
  },
  // Its tests install it themselves, from the lock file in tests/servers/atproto.
  { skip: 'bluesky', package: '@atproto/pds', there: () => true, said: bluesky },
  { skip: 'browser', package: 'chromium', there: () => onPath('chromium'), said: browser },
  // For speed only: without it Chromium itself does the same.
  {
    skip: 'browser',
    package: 'chromium-headless-shell',
    helps: true,
    there: () => onPath('chromium-headless-shell'),
    said: browser,
  },
  { skip: 'browser', package: 'fonts-liberation', there: hasFonts, said: browser },
  {
    skip: 'postgres',
    package: 'postgresql-15',
    there: () => existsSync('/usr/lib/postgresql/15/bin/postgres'),
    said: /postgres: 'debian'|\bdebianBinaries\b/,
  },
]

/** The test files that import one of the skipped helpers. */
export function filesNeeding(skipped, root) {
  const wanted = needs.filter(need => skipped.includes(need.skip))
  if (wanted.length === 0) return []
  // Named through the module, for Node 20 has no globSync and only asks for `needs`.
  return files
    .globSync(['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'], { cwd: root })
    .filter(file => {
      const text = readFileSync(join(root, file), 'utf8')
      return wanted.some(need => need.said.test(text))
    })
    .sort()
}
