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
    /** The one kind of picture that the network takes, where it does not take a JPEG. */
    pictureType?: 'image/png'
  }
}

export type ProfilePicture = { mimeType: string; bytes: Uint8Array }

/** What is absent stays as it is; a null picture is taken away. */
export type ProfileChange = {
  name?: string
  about?: string
  headline?: string
  links?: readonly { label: string; value: string }[]
  picture?: ProfilePicture | null
}

export type ProfileOutcome =
  | { kind: 'done'; profile: OwnProfile }
  | { kind: 'later'; retryAfterMs: number; code: string; text: string }
  | { kind: 'refused'; code: string; text: string }

/** The picture that stands there now, as it is; null where there is none. */
export type PictureOutcome =
  | { kind: 'done'; picture: ProfilePicture | null }
  | Exclude<ProfileOutcome, { kind: 'done' }>
