/** How the account shows itself to everybody. An absent part is one that the network has no place for. */
export type OwnProfile = {
  name: string
  about: string
  /** One line, where the network has a place for one beside the text. */
  headline?: string
  /** In their order; a network that has no named links shows their addresses in the text, or refuses. */
  links?: readonly { label: string; value: string }[]
  /** Where the picture is now. */
  pictureUrl?: string
  /** The page that everybody sees. */
  url?: string
  limits: {
    nameCodePoints: number
    aboutCodePoints: number
    headlineCodePoints?: number
    links: number
    pictureBytes: number
  }
}

/** What is absent stays as it is. */
export type ProfileChange = {
  name?: string
  about?: string
  headline?: string
  links?: readonly { label: string; value: string }[]
  picture?: { mimeType: string; bytes: Uint8Array }
}

export type ProfileOutcome =
  | { kind: 'done'; profile: OwnProfile }
  | { kind: 'later'; retryAfterMs: number; code: string; text: string }
  | { kind: 'refused'; code: string; text: string }
