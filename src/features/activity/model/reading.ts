/** An unhurried reader's time per word (about 240 words a minute). */
const msPerWord = 250

/** How long an item has to be open and visible before a part of it can have been read: a quarter of it, 3 to 45 seconds. */
export function neededVisibleMs(words: number): number {
  return Math.min(45_000, Math.max(3_000, Math.round((words * msPerWord) / 4)))
}

export const readingMinutes = (words: number) => Math.max(1, Math.round((words * msPerWord) / 60_000))

export function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return spaced.length + Math.round(unspaced / 2)
}
