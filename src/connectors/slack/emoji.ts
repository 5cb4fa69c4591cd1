/** Slack names signs; these are the ones that people react with, by the names of its own picker. */
const byName: ReadonlyMap<string, string> = new Map([
  ['+1', '👍'],
  ['thumbsup', '👍'],
  ['-1', '👎'],
  ['thumbsdown', '👎'],
  ['heart', '❤️'],
  ['joy', '😂'],
  ['smile', '😄'],
  ['slightly_smiling_face', '🙂'],
  ['tada', '🎉'],
  ['raised_hands', '🙌'],
  ['clap', '👏'],
  ['pray', '🙏'],
  ['eyes', '👀'],
  ['fire', '🔥'],
  ['rocket', '🚀'],
  ['100', '💯'],
  ['white_check_mark', '✅'],
  ['heavy_check_mark', '✔️'],
  ['x', '❌'],
  ['thinking_face', '🤔'],
  ['wave', '👋'],
  ['ok_hand', '👌'],
  ['muscle', '💪'],
  ['star', '⭐'],
  ['sparkles', '✨'],
  ['open_mouth', '😮'],
  ['cry', '😢'],
  ['sob', '😭'],
  ['sweat_smile', '😅'],
  ['heart_eyes', '😍'],
  ['rolling_on_the_floor_laughing', '🤣'],
  ['handshake', '🤝'],
  ['bulb', '💡'],
  ['coffee', '☕'],
])
const bySign = new Map([...byName].reverse().map(([name, sign]) => [sign.replace(/\ufe0f/g, ''), name]))

/** A workspace's own signs, and those that are not in the table, keep their name. */
export const signOf = (name: string): string => byName.get(name.replace(/::skin-tone-\d$/, '')) ?? `:${name}:`

export function nameOfSign(sign: string): string | undefined {
  return bySign.get(sign.replace(/\ufe0f/g, '')) ?? /^:([\w+'-]+):$/.exec(sign)?.[1]
}
