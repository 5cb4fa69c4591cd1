import type { Place } from './fetched.ts'

export type FileAddress = { place: Place; part: string; messageId: string | undefined }

/** Where a file lies (RFC 5092), and the mail's id for when it was moved. */
export function fileUrl({ folder, uidValidity, uid }: Place, part: string, messageId: string | undefined): string {
  const mail = messageId === undefined ? '' : `?mid=${encodeURIComponent(messageId)}`
  return `imap:///${encodeURIComponent(folder)};UIDVALIDITY=${uidValidity}/;UID=${uid}/;SECTION=${part}${mail}`
}

export function readFileUrl(url: string): FileAddress | undefined {
  const found = /^imap:\/\/\/([^;/]+);UIDVALIDITY=(\d+)\/;UID=(\d+)\/;SECTION=([\d.]+)(?:\?mid=(.+))?$/.exec(url)
  if (!found) return undefined
  const [, folder = '', uidValidity = '', uid = '', part = '', mail] = found
  try {
    return {
      place: { folder: decodeURIComponent(folder), uidValidity, uid: Number(uid) },
      part,
      messageId: mail === undefined ? undefined : decodeURIComponent(mail),
    }
  } catch {
    return undefined
  }
}
