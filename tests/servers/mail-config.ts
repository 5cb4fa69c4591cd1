import { type MailOptions, mailPassword } from './mail.ts'

type Places = { directory: string; imapPort: number; imapsPort: number; smtpPort: number; smtpsPort: number }

/** What Postfix expects below its queue, with the access it insists on. */
export const queueFolders: readonly (readonly [string, number])[] = [
  ...['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private', 'saved', 'trace'].map(
    name => [name, 0o700] as const,
  ),
  ['maildrop', 0o730],
  ['public', 0o710],
  ['pid', 0o755],
]

export function dovecotConfig(places: Places, options: MailOptions): string {
  const { directory } = places
  const folder = (name: string, use: string) =>
    `  mailbox ${name} {\n    special_use = \\${use}\n    auto = create\n  }\n`
  const tls = options.tls
    ? `ssl = yes\nssl_cert = <${directory}/certificate.pem\nssl_key = <${directory}/key.pem\n`
    : 'ssl = no\n'
  const oauth = options.introspectionUrl
    ? `auth_mechanisms = plain login xoauth2 oauthbearer\npassdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${directory}/oauth2.conf\n}\n`
    : 'auth_mechanisms = plain login\n'
  const quota = options.quotaKb
    ? `mail_plugins = $mail_plugins quota\nplugin {\n  quota = maildir:User quota\n  quota_rule = *:storage=${options.quotaKb}K\n}\nprotocol imap {\n  mail_plugins = $mail_plugins imap_quota\n}\n`
    : ''
  return `
base_dir = ${directory}/dovecot
state_dir = ${directory}/dovecot
log_path = ${directory}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
${tls}${oauth}disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${directory}/mail/%Lu
first_valid_uid = 1
mail_max_userip_connections = 200
maildir_very_dirty_syncs = no
passdb {
  driver = static
  args = password=${mailPassword}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${directory}/mail/%Lu allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = ${places.imapPort}
  }
  inet_listener imaps {
    port = ${options.tls ? places.imapsPort : 0}
    ssl = yes
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  unix_listener auth-smtp {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
protocol lmtp {
  postmaster_address = postmaster@example.test
}
namespace inbox {
  inbox = yes
${folder('Sent', 'Sent')}${folder('Archive', 'Archive')}${folder('Drafts', 'Drafts')}${folder('Junk', 'Junk')}${folder('Trash', 'Trash')}}
${quota}`
}

export function postfixMain(places: Places, options: MailOptions): string {
  const { directory } = places
  const tls = options.tls
    ? `smtpd_tls_security_level = may\nsmtpd_tls_cert_file = ${directory}/certificate.pem\nsmtpd_tls_key_file = ${directory}/key.pem\n`
    : 'smtpd_tls_security_level = none\n'
  return `
compatibility_level = 3.6
queue_directory = ${directory}/queue
data_directory = ${directory}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.test
mydestination =
mynetworks =
virtual_mailbox_domains = example.test, elsewhere.test
virtual_mailbox_maps = static:ok
virtual_transport = lmtp:unix:${directory}/dovecot/lmtp
default_transport = nowhere
nowhere_destination_recipient_limit = 1
lmtp_destination_concurrency_limit = 1
message_size_limit = 60000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtputf8_enable = yes
local_header_rewrite_clients =
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = unix:${directory}/dovecot/auth-smtp
smtpd_sasl_security_options = noanonymous
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_recipient_restrictions = check_recipient_access texthash:${directory}/postfix/answers, permit_sasl_authenticated, reject_unauth_destination
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
bounce_queue_lifetime = 1s
${tls}`
}

export function postfixMaster(places: Places, options: MailOptions): string {
  const smtps = options.tls
    ? `127.0.0.1:${places.smtpsPort} inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n`
    : ''
  return `127.0.0.1:${places.smtpPort} inet n - n - - smtpd
${smtps}cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
nowhere unix - n n - - pipe
  user=nobody argv=/bin/sh -c { exit 67 }
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`
}
