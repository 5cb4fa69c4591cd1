/** Twilio's codes in words, with what to do. */
const words: ReadonlyMap<number, readonly [code: string, text: string]> = new Map([
  [21211, ['no-number', 'This is no telephone number. Check it, with + and country code.']],
  [21217, ['no-number', 'This is no telephone number. Check it, with + and country code.']],
  [21612, ['no-way', 'Texts can’t go from your number to this one.']],
  [
    21408,
    [
      'country-off',
      'Texts to this country are switched off. Switch it on at Twilio: Messaging, Settings, Geo permissions.',
    ],
  ],
  [21606, ['own-number', 'Your number can’t send texts. Choose another one at Twilio.']],
  [21659, ['own-number', 'The number you send from is not one of this Twilio account.']],
  [21610, ['stopped', 'They answered STOP to this number. Kith sends nothing more until they write START.']],
  [21614, ['no-mobile', 'This number takes no texts: it is no mobile number.']],
  [21617, ['too-long', 'The text is longer than 1,600 characters. Send it in parts.']],
  [21266, ['own-number', 'This is your own number.']],
  [
    21608,
    ['trial', 'A trial account sends only to numbers that were verified at Twilio. Verify this one, or upgrade.'],
  ],
  [30003, ['off', 'Their telephone was off or out of reach for too long.']],
  [30004, ['blocked', 'They, or their provider, block texts from you.']],
  [30005, ['unknown-number', 'This number does not exist any more.']],
  [30006, ['no-mobile', 'This is a landline, or its provider takes no texts.']],
  [30007, ['filtered', 'Their provider took it for spam. Write like a person: no shortened links, no capitals.']],
  [30008, ['not-delivered', 'Their provider did not deliver it and does not say why.']],
  [
    30034,
    [
      'unregistered',
      'In the USA your number must be registered (A2P 10DLC) before it may text. Register it at Twilio.',
    ],
  ],
  [63038, ['daily-limit', 'The account has reached what Twilio lets it send in a day.']],
])

export const stoppedCode = 21610

export const wordsFor = (code: number, fallback = ''): readonly [code: string, text: string] =>
  words.get(code) ?? [String(code), fallback === '' ? `Twilio says: error ${code}.` : `Twilio says: ${fallback}`]

/** What stands alone in a text and means stop, whatever the capitals: the words that networks prescribe, and their sisters. */
const stopWords = new Set(
  'stop stopall unsubscribe cancel end quit optout revoke stopp abmelden arret arrêt desabonner désabonner baja parar cancelar'.split(
    ' ',
  ),
)
const startWords = new Set(['start', 'unstop'])

/** A plain “yes”, which networks also take for start, is an answer here. */
export function wordOf(text: string, more: readonly string[] = []): 'stop' | 'start' | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.!\s]+$/, '')
  if (stopWords.has(word) || more.includes(word)) return 'stop'
  return startWords.has(word) ? 'start' : undefined
}
