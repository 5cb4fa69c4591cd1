/** People are written so many at a time, each with what they published. */
export const peoplePerStep = 400

/** Tools of the chats: each is a step, rooms and requests included. */
export const chatTools = [
  'xmpp',
  'irc',
  'matrix',
  'telegram',
  'whatsapp',
  'discord',
  'slack',
  'messenger',
  'sms',
  'email',
  'website-chat',
] as const

/** Accounts and page, people, history, chats, what came of them. */
export const stepCount = (people: number): number => 1 + Math.ceil(people / peoplePerStep) + 1 + chatTools.length + 1
