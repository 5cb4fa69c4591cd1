import type { Surface, ToolId, ToolKind } from '#kernel/tools.ts'

export type Register = 'casual' | 'neutral' | 'formal'

/** Above these a text no longer sounds like the tool. `maxSentences` counts whole sentences. */
export type TextNumbers = {
  maxCodePoints: number
  maxSentences: number
  maxEmoji: number
  /** Whether a salutation together with a sign-off is at home here. */
  letter: boolean
  register: Register
}

export type PlaybookNumbers = {
  direct: TextNumbers
  room: TextNumbers
  public: TextNumbers
  /** The note that goes with an invitation. */
  invite: TextNumbers
}

export type FirstContact = 'anyone' | 'same-space' | 'connected-only' | 'recipient-first' | 'opt-in-template' | 'nobody'

/** What the tool's owners allow, as far as etiquette judges it. */
export type ToolRules = {
  firstContact: FirstContact
  /** Over the API, free text is allowed this long after their last message. */
  windowMs?: number
  /** Over the API, nobody is written to before they wrote. */
  theyWriteFirst?: boolean
  /** The person's own setting may close the inbox (`allowIncoming`). */
  inboxSetting?: boolean
  /** Whether its terms let a recruiter use what was learnt there to reach people elsewhere. */
  employmentUse: 'allowed' | 'forbidden'
  /** Whether its terms let a recruiter mail an address that was found there. */
  mailToAddressFoundThere: 'allowed' | 'forbidden'
  /** Mail waits for its reader; everything else rings. */
  rings: boolean
  source: string
  checkedOn: string
}

/** `{handle}` and `{url}` are filled in; the tool's own page opens in the recruiter's browser. */
export type HandOffPages = { message?: string; invite?: string; comment?: string; post?: string }

export type Tool = {
  id: ToolId
  label: string
  /** Two letters for the 20 px tool mark. */
  mark: string
  kind: ToolKind
  surfaces: readonly Surface[]
  rules: ToolRules
  playbook: PlaybookNumbers
  handOff?: HandOffPages
}
