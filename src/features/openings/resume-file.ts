/** What a résumé may be, told by its first bytes: names and what browsers say prove nothing. */
const kinds = [
  { type: 'application/pdf', ending: 'pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    starts: [0x50, 0x4b, 0x03, 0x04],
  },
] as const

export const resumeLimitBytes = 5_000_000

export type ResumeKind = (typeof kinds)[number]

/** A zip is only a Word file when it has the part that every Word file has. */
export function resumeKindOf(bytes: Uint8Array): ResumeKind | undefined {
  const found = kinds.find(kind => kind.starts.every((byte, at) => bytes[at] === byte))
  if (found?.ending !== 'docx') return found
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return text.includes('word/document.xml') && !text.includes('vbaProject.bin') ? found : undefined
}

/** A file name that no path, header or screen trips over; its ending is what the content says. */
export function resumeName(given: string, kind: ResumeKind): string {
  const stem = given
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N} _.-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .trim()
    .slice(0, 80)
  return `${stem || 'resume'}.${kind.ending}`
}
