import './marks.css'

/** Stands where nothing is known; `said` says so to those who hear the page. */
export function Unknown({ said }: { said: string }) {
  return (
    <span className="k-unknown">
      <span aria-hidden="true">–</span>
      <span className="hush">{said}</span>
    </span>
  )
}
