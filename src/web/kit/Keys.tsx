import { keyCaps } from '#web/keyboard/combination.ts'
import './controls.css'

/** The caps of one combination, for the eye; controls name it to assistive technology by `aria-keyshortcuts`. */
export function Keys({ combination }: { combination: string }) {
  return (
    <span className="k-keys" aria-hidden="true">
      {keyCaps(combination).map((cap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: caps have no other identity and never move
        <kbd key={index}>{cap.length === 1 ? cap.toUpperCase() : cap}</kbd>
      ))}
    </span>
  )
}
