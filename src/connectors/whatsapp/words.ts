/** What WhatsApp's own codes mean to the person who wrote, and what to do. Those that ask for a pause are in meta.ts. */
export const words: ReadonlyMap<string, readonly [code: string, text: string]> = new Map([
  [
    '131047',
    [
      'window-closed',
      'They last wrote more than 24 hours ago: now WhatsApp takes only an approved template. Choose one, or wait until they write.',
    ],
  ],
  [
    '131026',
    [
      'not-reachable',
      'WhatsApp can’t deliver to this number: no WhatsApp there, too old a version, or they refuse businesses.',
    ],
  ],
  [
    '131030',
    [
      'not-allowed-yet',
      'Your number is still in test mode: add this recipient to its list at Meta, or finish the set-up.',
    ],
  ],
  ['131021', ['own-number', 'This is your own number.']],
  ['131042', ['no-payment', 'Meta has no valid way of payment for this account. Add one in the Business Manager.']],
  [
    '131045',
    ['not-registered', 'Your number is not registered with the API. Register it at Meta: WhatsApp, API Setup.'],
  ],
  [
    '133010',
    ['not-registered', 'Your number is not registered with the API. Register it at Meta: WhatsApp, API Setup.'],
  ],
  [
    '131049',
    [
      'held-back',
      'WhatsApp held it back so that this person does not get too much from businesses. Don’t try again today.',
    ],
  ],
  ['131050', ['stopped', 'They stopped marketing messages from you. Leave it at that.']],
  ['131051', ['unsupported', 'WhatsApp does not take this kind of message.']],
  ['131052', ['file-lost', 'Their file could not be fetched by WhatsApp.']],
  [
    '131053',
    ['file-refused', 'WhatsApp does not take this file: check its kind and size (pictures 5 MB, others 16 MB).'],
  ],
  ['131008', ['incomplete', 'The message lacks something that WhatsApp needs.']],
  ['131009', ['invalid', 'WhatsApp does not accept a part of this message. Is it an address of WhatsApp?']],
  ['132000', ['template-slots', 'The template has another number of slots than were filled.']],
  ['132001', ['no-template', 'There is no such template in this language, or it is not approved yet.']],
  ['132005', ['template-too-long', 'With its slots filled the template is too long.']],
  ['132007', ['template-policy', 'What was filled in breaks a rule of WhatsApp for templates.']],
  ['132012', ['template-slots', 'A slot of the template was filled with another kind of value than it takes.']],
  ['132015', ['template-paused', 'WhatsApp paused this template because people disliked it. Use another one.']],
  ['132016', ['template-disabled', 'WhatsApp has switched this template off for good. Use another one.']],
  [
    '130472',
    [
      'held-back',
      'WhatsApp did not deliver it: this person takes part in an experiment of theirs. Write by another way.',
    ],
  ],
])

export const wordsFor = (code: number, fallback: string): readonly [code: string, text: string] =>
  words.get(String(code)) ?? [
    String(code),
    fallback === '' ? `WhatsApp says: error ${code}.` : `WhatsApp says: ${fallback}`,
  ]
