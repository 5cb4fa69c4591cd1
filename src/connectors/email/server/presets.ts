export type Security = 'tls' | 'starttls' | 'plain'
export type Server = { host: string; port: number; security: Security }

export type Preset = {
  name: string
  domains: readonly string[]
  /** Ends of MX names, for own domains whose mail lies there. */
  mx: readonly string[]
  imap: Server
  smtp: Server
  tokenUrl?: string
  /** The provider keeps a copy of what is sent by itself. */
  savesSent: boolean
  /** Said when a login is refused. */
  help: string
}

const tls = (host: string, port: number): Server => ({ host, port, security: 'tls' })
const starttls = (host: string): Server => ({ host, port: 587, security: 'starttls' })

/** Checked on 2026-11-22 against the providers' own pages. */
export const presets: readonly Preset[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['.google.com', '.googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    tokenUrl: 'https://oauth2.googleapis.com/token',
    savesSent: true,
    help: 'Gmail takes an app password (Google account, Security, 2-step verification, App passwords) or OAuth.',
  },
  {
    name: 'Microsoft 365',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'outlook.de', 'hotmail.de', 'live.de'],
    mx: ['.mail.protection.outlook.com', '.olc.protection.outlook.com', '.mx.microsoft'],
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp.office365.com'),
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    savesSent: true,
    help: 'Microsoft takes OAuth only: enter the client ID of your app registration and its refresh token.',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'messagingengine.com'],
    mx: ['.messagingengine.com'],
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    savesSent: false,
    help: 'Fastmail asks for an app password (Settings, Privacy & Security, Manage app passwords).',
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    mx: ['.mailbox.org'],
    imap: tls('imap.mailbox.org', 993),
    smtp: tls('smtp.mailbox.org', 465),
    savesSent: false,
    help: 'With two-factor sign-in mailbox.org asks for an app password (Settings, Security).',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['.mail.icloud.com'],
    imap: tls('imap.mail.me.com', 993),
    smtp: starttls('smtp.mail.me.com'),
    savesSent: false,
    help: 'iCloud asks for an app-specific password (account.apple.com, Sign-In and Security).',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'yahoo.de', 'yahoo.fr', 'yahoo.co.uk', 'ymail.com'],
    mx: ['.yahoodns.net'],
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    savesSent: true,
    help: 'Yahoo asks for an app password (Account security, Generate app password).',
  },
  {
    name: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    mx: ['.gmx.net'],
    imap: tls('imap.gmx.net', 993),
    smtp: tls('mail.gmx.net', 465),
    savesSent: false,
    help: 'GMX asks you to allow IMAP first (E-Mail, Settings, POP3/IMAP), and for an app password with two-factor sign-in.',
  },
  {
    name: 'WEB.DE',
    domains: ['web.de'],
    mx: ['.web.de'],
    imap: tls('imap.web.de', 993),
    smtp: tls('smtp.web.de', 465),
    savesSent: false,
    help: 'WEB.DE asks you to allow IMAP first (E-Mail, Settings, POP3/IMAP), and for an app password with two-factor sign-in.',
  },
  {
    name: 'Posteo',
    domains: ['posteo.de', 'posteo.net', 'posteo.org'],
    mx: ['.posteo.de'],
    imap: tls('posteo.de', 993),
    smtp: tls('posteo.de', 465),
    savesSent: false,
    help: 'Use your Posteo password; with additional mailbox protection, an app password.',
  },
]

export const presetOfDomain = (domain: string): Preset | undefined =>
  presets.find(preset => preset.domains.includes(domain))

export const presetOfMx = (names: readonly string[]): Preset | undefined =>
  presets.find(preset => names.some(name => preset.mx.some(end => `.${name}`.endsWith(end))))

export const presetOfHost = (host: string): Preset | undefined =>
  presets.find(preset => preset.imap.host === host || preset.smtp.host === host)
