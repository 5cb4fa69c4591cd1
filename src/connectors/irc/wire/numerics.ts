/** What the server's error numbers mean, in words for a recruiter. `{}` stands for the person or channel. */
const sending: Readonly<Record<string, [code: string, text: string]>> = {
  '401': ['gone', '{} is not online now. IRC keeps nothing for later: try again when they are back.'],
  '402': ['gone', 'The server of {} is not there.'],
  '403': ['no-such-room', 'There is no channel {}.'],
  '404': ['cannot-send', 'You can’t write in {}: it is moderated, you are not in it, or you are banned from it.'],
  '405': ['too-many-rooms', 'The server lets you be in no more channels at once. Leave one first.'],
  '406': ['gone', '{} was never here.'],
  '407': ['too-many-targets', 'The server does not take a message to so many at once.'],
  '408': ['cannot-send', 'The channel {} does not take messages with colours.'],
  '411': ['no-recipient', 'The message has no recipient.'],
  '412': ['empty', 'There is nothing to send.'],
  '415': ['cannot-send', 'The server refuses messages to {}.'],
  '417': ['too-long', 'The server says that the line was too long.'],
  '432': ['bad-nick', 'The server does not allow this nick.'],
  '437': ['not-now', '{} can’t be had at the moment. Try again in some minutes.'],
  '442': ['not-in-room', 'You are not in {}.'],
  '443': ['already-there', 'They are in the channel already.'],
  '451': ['not-connected', 'The server has not finished the sign-in.'],
  '471': ['room-full', '{} is full.'],
  '473': ['invite-only', '{} is open by invitation only. Ask somebody who is inside to invite you.'],
  '474': ['banned', 'You are banned from {}. Ask its operators.'],
  '475': ['needs-key', '{} asks for a password. Enter it behind the channel’s name: #channel password.'],
  '476': ['no-such-room', '{} is not a channel’s name that this server knows.'],
  '477': [
    'needs-account',
    '{} is for people with a registered nick. Register yours with NickServ and enter its password.',
  ],
  '479': ['no-such-room', '{} is not a channel’s name that this server knows.'],
  '480': ['throttled', '{} lets few people in at a time. Try again in a minute.'],
  '482': ['not-operator', 'Only operators of {} may do this.'],
  '486': ['needs-account', '{} takes messages only from people with a registered nick.'],
  '489': ['needs-tls', '{} is for encrypted connections only.'],
  '492': ['cannot-send', 'The server does not deliver this to {}.'],
  '500': ['throttled', '{} lets few people in at a time. Try again in a minute.'],
  '501': ['cannot-send', 'The server does not know how to do this.'],
  '502': ['cannot-send', 'The server does not allow this for others.'],
  '520': ['forbidden', '{} is for the network’s operators.'],
  '531': ['cannot-send', '{} does not take messages from you.'],
  '716': ['callers-only', '{} takes messages only from people they have let in. They were not told what you wrote.'],
  '742': ['not-allowed', 'The channel {} does not allow this.'],
}

/** The server asks for patience: these are tried again. */
export const patience: ReadonlyMap<string, number> = new Map([
  ['263', 30_000],
  ['437', 120_000],
  ['439', 60_000],
  ['480', 60_000],
])

/** In plain words, with the server's own behind them where they may say more. */
export function refusalOf(numeric: string, target: string, said: string): { code: string; text: string } {
  const known = sending[numeric]
  const own = said.trim()
  if (!known)
    return {
      code: `irc-${numeric.toLowerCase()}`,
      text: own === '' ? `The server refused it (${numeric}).` : `The server refused it: “${own}”.`,
    }
  const [code, text] = known
  const plain = text.replaceAll('{}', target)
  return {
    code,
    text:
      ['404', '415', '477', '531', '742'].includes(numeric) && own !== ''
        ? `${plain} The server says: “${own}”.`
        : plain,
  }
}

export const isRefusal = (command: string): boolean =>
  (/^[45]\d\d$/.test(command) && !['422', '421', '433', '436'].includes(command)) ||
  command === '716' ||
  command === '742'
