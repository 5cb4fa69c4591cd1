import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ConformanceHarness, Network } from '#connectors/conformance/harness.ts'
import type { Account } from '#connectors/contract.ts'
import { createIrcConnector } from '#connectors/irc/index.ts'
import { holdStill } from './hold-still.ts'
import { type IrcStranger, ircStranger } from './irc-stranger.ts'
import { freePort } from './prosody.ts'

const run = promisify(execFile)

/** One real program on loopback with its own folder, as the package's own user. */
export type IrcProgram = AsyncDisposable & {
  readonly host: '127.0.0.1'
  readonly port: number
  stop(): Promise<void>
  /** Like a power cut. */
  kill(): Promise<void>
  freeze(): void
  thaw(): void
  /** Starts again on the same port. */
  restart(): Promise<void>
  log(): Promise<string>
}

type Program = {
  name: string
  package: string
  user: string
  /** Files of its folder, by name; `DIR` and `PORT` are filled in. */
  files: Readonly<Record<string, string>>
  command: (directory: string) => readonly string[]
  port: number
}

async function startProgram(program: Program): Promise<IrcProgram> {
  const owner = await ownerOf(program)
  const directory = await mkdtemp(join(tmpdir(), `kith-${program.name}-`))
  const { port } = program
  const own = async (path: string) => (owner ? chown(path, owner.uid, owner.gid) : undefined)
  await own(directory)
  for (const [name, text] of Object.entries(program.files)) {
    const parts = name.split('/').slice(0, -1)
    for (const at of parts.keys()) {
      const folder = join(directory, ...parts.slice(0, at + 1))
      await mkdir(folder, { recursive: true })
      await own(folder)
    }
    const path = join(directory, name)
    await writeFile(path, text.replaceAll('DIR', directory).replaceAll('PORT', String(port)), { mode: 0o600 })
    await own(path)
  }
  let child: ChildProcess | undefined
  let said = ''
  const log = async () => `${said}\n${await readFile(join(directory, 'server.log'), 'utf8').catch(() => '')}`
  const start = async () => {
    const [command = '', ...args] = program.command(directory)
    const asUser = owner
      ? [
          'setpriv',
          `--reuid=${owner.uid}`,
          `--regid=${owner.gid}`,
          '--clear-groups',
          '--pdeathsig=KILL',
          command,
          ...args,
        ]
      : [command, ...args]
    const started = spawn(asUser[0] ?? command, asUser.slice(1), { stdio: ['ignore', 'pipe', 'pipe'], cwd: directory })
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', chunk => {
        said = `${said}${chunk}`.slice(-20_000)
      })
    child = started
    await untilListening(started, program.name, port, log)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise<void>(resolve => ending.once('exit', () => resolve()))
    ending.kill(signal)
    ending.kill('SIGCONT')
    const hard = setTimeout(() => ending.kill('SIGKILL'), 3_000)
    await gone
    clearTimeout(hard)
  }
  const dispose = async () => {
    await end('SIGKILL')
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    host: '127.0.0.1',
    port,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => holdStill(child),
    thaw: () => void child?.kill('SIGCONT'),
    restart: async () => {
      await end('SIGKILL')
      await start()
    },
    log: async () => (await log()).split('\n').slice(-40).join('\n'),
    [Symbol.asyncDispose]: dispose,
  }
}

/** These programs refuse to run as root, so root starts them as the package's own user. */
async function ownerOf(program: Program): Promise<{ uid: number; gid: number } | undefined> {
  const there = await run('sh', ['-c', `PATH=$PATH:/usr/sbin command -v ${program.name}`]).catch(() => undefined)
  if (!there)
    throw new Error(`${program.name} is not installed, and this test needs it: apt-get install ${program.package}`)
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all([run('id', ['-u', program.user]), run('id', ['-g', program.user])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

async function untilListening(child: ChildProcess, name: string, port: number, log: () => Promise<string>) {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${name} ended while starting (code ${child.exitCode}).\n${await log()}`)
    if (await answers(port)) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  child.kill('SIGKILL')
  throw new Error(`${name} did not listen on port ${port} within 15 s.\n${await log()}`)
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

export type NgircdOptions = {
  password?: string
  /** Its own flood control, which slows clients down; off unless a test is about it. */
  floodControl?: boolean
  /** Channels with their modes, made at the start. */
  channels?: readonly { name: string; modes?: string }[]
  more?: string
}

/** ngIRCd: the plain protocol, no tags, no history. */
export async function startNgircd(options: NgircdOptions = {}): Promise<IrcProgram> {
  const channels = (options.channels ?? []).map(
    ({ name, modes }) => `[Channel]
Name = ${name}
${
  modes
    ? `Modes = +${modes}
`
    : ''
}`,
  )
  const config = `[Global]
Name = irc.example.net
AdminInfo1 = Test
Info = Test server
Listen = 127.0.0.1
Network = PlainNet
Ports = PORT
${options.password ? `Password = ${options.password}` : ''}
[Limits]
ConnectRetry = 60
MaxConnections = 100
MaxConnectionsIP = 0
MaxNickLength = 16
${options.floodControl ? '' : 'MaxPenaltyTime = 0'}
PingTimeout = 20
PongTimeout = 10
[Options]
DNS = no
Ident = no
PAM = no
SyslogFacility = local1
${options.more ?? ''}
${channels.join('\n')}
`
  return startProgram({
    name: 'ngircd',
    package: 'ngircd',
    user: 'irc',
    files: { 'ngircd.conf': config },
    command: directory => ['/usr/sbin/ngircd', '-n', '-f', join(directory, 'ngircd.conf')],
    port: await freePort(),
  })
}

export type InspircdOptions = {
  /** Disconnects who writes faster than a line a second after ten; otherwise as fast as they like. */
  floodControl?: boolean
  /** PEM texts: the port speaks TLS and nothing else. */
  tls?: { key: string; certificate: string }
  /** A port for services, with the password `services`. */
  servicesPort?: number
  without?: readonly string[]
  /** Lines that a channel with +H may keep. */
  keptLines?: number
  /** Another server of the same network; the one that `calls` does so every second until they are linked. */
  peer?: { number: string; name: string; port: number; other: { name: string; port: number }; calls: boolean }
}

const inspircdModules = [
  'cap ircv3 ircv3_accounttag ircv3_batch ircv3_capnotify ircv3_chghost ircv3_ctctags ircv3_echomessage ircv3_invitenotify',
  'ircv3_labeledresponse ircv3_msgid ircv3_servertime monitor namesx uhnames setname chanhistory services_account',
  'callerid permchannels sha256 stripcolor blockcolor noctcp delaymsg customprefix',
].flatMap(line => line.split(' '))

/** InspIRCd 3: most of IRCv3. */
export async function startInspircd(options: InspircdOptions = {}): Promise<IrcProgram> {
  const { tls, servicesPort, peer } = options
  const modules = [
    ...inspircdModules,
    ...(tls ? ['ssl_gnutls'] : []),
    ...(servicesPort ? ['spanningtree', 'sasl', 'deaf', 'svshold', 'servprotect'] : []),
    ...(peer ? ['spanningtree'] : []),
  ]
    .filter(name => !options.without?.includes(name))
    .map(name => `<module name="${name}">`)
  const services = servicesPort
    ? `<bind address="127.0.0.1" port="${servicesPort}" type="servers">
<link name="services.example.net" ipaddr="127.0.0.1" port="1" allowmask="*" sendpass="services" recvpass="services">
<uline server="services.example.net" silent="yes">
<sasl target="services.example.net" requiressl="no">`
    : ''
  const linked = peer
    ? `<bind address="127.0.0.1" port="${peer.port}" type="servers">
<link name="${peer.other.name}" ipaddr="127.0.0.1" port="${peer.other.port}" allowmask="*" sendpass="peers" recvpass="peers">
${peer.calls ? `<autoconnect period="1s" server="${peer.other.name}">` : ''}`
    : ''
  const secure = tls
    ? '<sslprofile name="Clients" provider="gnutls" certfile="DIR/certificate.pem" keyfile="DIR/key.pem" requestclientcert="yes">'
    : ''
  const config = `<server name="${peer?.name ?? 'irc.example.net'}" description="Test" network="TestNet"${peer ? ` id="${peer.number}"` : ''}>
<admin name="Test" email="test@example.net">
<bind address="127.0.0.1" port="PORT" type="clients" ${tls ? 'sslprofile="Clients"' : ''}>
${secure}
<connect allow="*" timeout="30" pingfreq="20" hardsendq="4M" softsendq="1M" recvq="64K" threshold="${options.floodControl ? 10 : 1_000}" commandrate="${options.floodControl ? 1_000 : 1_000_000}" fakelag="no" localmax="100" globalmax="100" resolvehostnames="no" useident="no">
<options prefixquit="" syntaxhints="no" casemapping="rfc1459" splitwhois="no">
<performance clonesonconnect="no">
<dns server="127.0.0.1" enabled="no">
<security hideserver="" userstats="Pu">
<chanhistory maxlines="${options.keptLines ?? 50}" prefixmsg="no" bots="yes">
<log method="file" type="* -USERINPUT -USEROUTPUT" level="default" target="DIR/server.log">
<pid file="DIR/inspircd.pid">
${services}
${linked}
${modules.join('\n')}
<files motd="DIR/motd.txt">
`
  return startProgram({
    name: 'inspircd',
    package: 'inspircd',
    user: 'irc',
    files: {
      'inspircd.conf': config,
      'motd.txt': 'Welcome\n',
      ...(tls ? { 'key.pem': tls.key, 'certificate.pem': tls.certificate } : {}),
    },
    command: directory => ['/usr/sbin/inspircd', `--config=${directory}/inspircd.conf`, '--nofork', '--nopid'],
    port: await freePort(),
  })
}

/** Two servers of one network; killing the second is a netsplit, and restarting it ends that. */
export async function startLinkedInspircds(): Promise<AsyncDisposable & { here: IrcProgram; there: IrcProgram }> {
  const [hereAt, thereAt] = [await freePort(), await freePort()]
  const names = { here: 'irc.example.net', there: 'far.example.net' }
  const stack = new AsyncDisposableStack()
  const other = { name: names.there, port: thereAt }
  const here = stack.use(
    await startInspircd({ peer: { number: '1AA', name: names.here, port: hereAt, other, calls: false } }),
  )
  const back = { name: names.here, port: hereAt }
  const there = stack.use(
    await startInspircd({ peer: { number: '2BB', name: names.there, port: thereAt, other: back, calls: true } }),
  )
  return { here, there, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

/** Atheme: NickServ and SASL for an InspIRCd with a services port. */
export async function startAtheme(servicesPort: number): Promise<IrcProgram> {
  const modules = [
    'protocol/inspircd backend/opensex crypto/pbkdf2v2 nickserv/main nickserv/identify nickserv/register nickserv/group nickserv/ghost',
    'nickserv/set_core nickserv/regain saslserv/main saslserv/plain saslserv/external nickserv/cert chanserv/main',
  ].flatMap(line => line.split(' '))
  const port = await freePort()
  const config = `${modules.map(name => `loadmodule "modules/${name}";`).join('\n')}
loadmodule "modules/misc/httpd";
httpd { host = "127.0.0.1"; www_root = "DIR"; port = PORT; };
serverinfo { name = "services.example.net"; desc = "Services"; numeric = "00A"; recontime = 1; netname = "TestNet"; hidehostsuffix = "users.example.net"; adminname = "x"; adminemail = "x@example.net"; mta = "/bin/true"; loglevel = { admin; error; info; network; }; maxcertfp = 5; maxlogins = 10; maxusers = 0; maxnicks = 5; mdlimit = 30; emaillimit = 1000; emailtime = 300; auth = none; casemapping = rfc1459; };
uplink "irc.example.net" { host = "127.0.0.1"; port = ${servicesPort}; send_password = "services"; receive_password = "services"; };
nickserv { nick = "NickServ"; user = "NickServ"; host = "services.example.net"; real = "Nickname Services"; no_nick_ownership = no; };
saslserv { nick = "SaslServ"; user = "SaslServ"; host = "services.example.net"; real = "SASL"; };
chanserv { nick = "ChanServ"; user = "ChanServ"; host = "services.example.net"; real = "Channel Services"; };
database {};
general { permissive_mode; helpchan = "#help"; commit_interval = 60; expiry = 0; uflags = { hidemail; }; cflags = {}; show_entity_id = no; raw = no; };
logfile "DIR/server.log" { error; info; network; };
`
  return startProgram({
    name: 'atheme-services',
    package: 'atheme-services',
    user: 'irc',
    files: { 'atheme.conf': config },
    command: directory => [
      '/usr/bin/atheme-services',
      '-n',
      '-c',
      `${directory}/atheme.conf`,
      '-l',
      `${directory}/server.log`,
      '-p',
      `${directory}/atheme.pid`,
    ],
    port,
  })
}

export type ZncOptions = {
  upstreamPort: number
  nick?: string
  channels?: readonly string[] /** Keeps what it has shown. */
  keepsBuffer?: boolean
}

/** ZNC, the usual bouncer: user `recruiter`, password `correct horse`, network `test`. */
export async function startZnc(options: ZncOptions): Promise<IrcProgram> {
  const { createHash } = await import('node:crypto')
  const salt = 'abcdefghij0123456789'
  const hash = createHash('sha256').update(`correct horse${salt}`).digest('hex')
  const clear = options.keepsBuffer === false ? 'true' : 'false'
  const channels = (options.channels ?? []).map(name => `\t\t<Chan ${name}>\n\t\t</Chan>`).join('\n')
  const config = `Version = 1.8.2
AnonIPLimit = 100
ConnectDelay = 0
ServerThrottle = 0
MaxBufferSize = 500
<Listener main>
	Host = 127.0.0.1
	Port = PORT
	IPv4 = true
	IPv6 = false
	SSL = false
	AllowIRC = true
	AllowWeb = false
</Listener>
<User recruiter>
	Admin = true
	Nick = ${options.nick ?? 'recruiter'}
	AltNick = ${options.nick ?? 'recruiter'}_
	Ident = recruiter
	RealName = Rae
	AutoClearChanBuffer = ${clear}
	AutoClearQueryBuffer = ${clear}
	ChanBufferSize = 500
	QueryBufferSize = 500
	MultiClients = true
	QuitMsg = bye
	<Pass password>
		Method = sha256
		Hash = ${hash}
		Salt = ${salt}
	</Pass>
	<Network test>
		FloodBurst = 100
		FloodRate = 1000.00
		IRCConnectEnabled = true
		JoinDelay = 0
		Server = 127.0.0.1 ${options.upstreamPort}
${channels}
	</Network>
</User>
`
  return startProgram({
    name: 'znc',
    package: 'znc',
    user: '_znc',
    files: { 'configs/znc.conf': config },
    command: directory => ['/usr/bin/znc', '--foreground', '--no-color', `--datadir=${directory}`],
    port: await freePort(),
  })
}

export type IrcNetwork = Network & { readonly server: IrcProgram; readonly stranger: IrcStranger }

/** As a server does whose administrator allowed this machine, and nothing else. */
export const connector = createIrcConnector({ reach: { allowsAddress: address => /^(127\.|::1$)/.test(address) } })

export const accountOn = (
  program: Pick<IrcProgram, 'host' | 'port'>,
  values: Readonly<Record<string, string>> = {},
): Account => ({
  id: 'conformance',
  values: { server: program.host, port: String(program.port), nick: 'recruiter', allowPlain: 'true', ...values },
})

async function networkOf(
  server: IrcProgram,
  more: {
    account: Account
    person: string
    tags?: boolean
    password?: string
    kill?: () => Promise<void>
    restart?: () => Promise<void>
    thaw?: () => void
    freeze?: () => void
    also?: readonly AsyncDisposable[]
  },
): Promise<IrcNetwork> {
  const stranger = ircStranger({
    port: server.port,
    nick: 'stranger',
    friend: 'recruiter',
    tags: more.tags ?? false,
    ...(more.password ? { password: more.password } : {}),
  })
  await stranger.connect()
  return {
    server,
    stranger,
    account: more.account,
    conversation: { id: more.person, kind: 'direct' },
    kill: more.kill ?? server.kill,
    restart: more.restart ?? server.restart,
    freeze: more.freeze ?? server.freeze,
    async [Symbol.asyncDispose]() {
      for (const thaw of [server.thaw, more.thaw]) thaw?.()
      await stranger[Symbol.asyncDispose]()
      for (const each of [...(more.also ?? []), server]) await each[Symbol.asyncDispose]()
    },
  }
}

export async function startPlainNetwork(options: NgircdOptions = {}): Promise<IrcNetwork> {
  const server = await startNgircd(options)
  const password = options.password ? { serverPassword: options.password } : {}
  return networkOf(server, {
    account: accountOn(server, password),
    person: 'stranger@plainnet',
    ...(options.password ? { password: options.password } : {}),
  })
}

export async function startModernNetwork(options: InspircdOptions = {}): Promise<IrcNetwork> {
  const server = await startInspircd(options)
  return networkOf(server, { account: accountOn(server), person: '~stranger@testnet', tags: true })
}

/** We behind a bouncer, the stranger on the network itself. */
export async function startBouncedNetwork(
  options: { znc?: Partial<ZncOptions>; server?: NgircdOptions } = {},
): Promise<IrcNetwork & { bouncer: IrcProgram }> {
  const server = await startNgircd(options.server)
  const bouncer = await startZnc({ ...options.znc, upstreamPort: server.port })
  const account = accountOn(bouncer, { serverPassword: 'recruiter/test:correct horse' })
  const { kill, restart, freeze, thaw } = bouncer
  const also = [bouncer]
  const network = await networkOf(server, { account, person: 'stranger@plainnet', kill, restart, freeze, thaw, also })
  await network.stranger.waitForFriend()
  return { ...network, bouncer }
}

const noContacts =
  'IRC has no contacts that could be asked or accepted; presence of people we talk with has its own test'
const noReceipts = 'the protocol has none'
const paced =
  'at the pace that no server takes for a flood this takes longer than a test may; irc.test.ts sends fewer against the same limits'

const common = {
  connector,
  addresses: { typed: ' irc://irc.Libera.chat/Ana_R,isnick ', parsed: 'ana_r@libera.chat', wrong: 'not an address' },
} as const

export const plainHarness: ConformanceHarness = {
  ...common,
  start: () => startPlainNetwork({ password: 'let us in' }),
  wrongCredentials: account => ({ ...account, values: { ...account.values, serverPassword: 'a wrong guess' } }),
  notApplicable: {
    receipts: noReceipts,
    'invite-them': noContacts,
    'they-ask-us': noContacts,
    presence: noContacts,
    typing: 'a server without message tags carries none',
    'catch-up': 'the server keeps nothing; who writes to us while we are away is refused',
    'killed-before-commit': 'the server says everything once; what can’t be stored is kept and tried again',
    'stable-keys': 'there is no history in which a message could be met again',
    'rate-limit': paced,
    gap: 'a server that keeps nothing refuses the message to somebody who is away; irc.test.ts shows the gap of a channel',
  },
}

export const modernHarness: ConformanceHarness = {
  ...plainHarness,
  start: () => startModernNetwork(),
  notApplicable: {
    ...Object.fromEntries(Object.entries(plainHarness.notApplicable).filter(([name]) => name !== 'typing')),
    'wrong-credentials': 'this server asks for none; SASL has its own test',
  },
}

export const bouncerHarness: ConformanceHarness = {
  ...common,
  start: () => startBouncedNetwork(),
  wrongCredentials: account => ({ ...account, values: { ...account.values, serverPassword: 'recruiter/test:wrong' } }),
  notApplicable: {
    receipts: noReceipts,
    'invite-them': noContacts,
    'they-ask-us': noContacts,
    presence: noContacts,
    typing: 'ZNC 1.8 carries no message tags',
    'rate-limit': paced,
    gap: 'the bouncer’s buffer closes gaps; one that was too short has its own test',
  },
}
