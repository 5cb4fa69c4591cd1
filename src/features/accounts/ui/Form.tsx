import type { ReactNode } from 'react'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { Notice } from '#web/kit/States.tsx'
import { staying } from './submit.ts'
import './accounts.css'

export function Refused({ words }: { words: string | undefined }) {
  return (
    <div role="alert" className="accounts-refused">
      {words !== undefined && <Notice tone="block">{words}</Notice>}
    </div>
  )
}

/** Fields, what was refused, and the one button that sends them. */
export function Form(props: {
  children: ReactNode
  submit: string
  busy: boolean
  refused?: string | undefined
  onSubmit: () => void
  beside?: ReactNode
  /** A form beside others on its screen: its button is not the screen's next step. */
  minor?: boolean
}) {
  return (
    <form className="k-stack k-gap-4" onSubmit={staying(props.onSubmit)}>
      {props.children}
      <Refused words={props.refused} />
      <div className="k-line">
        {props.minor ? (
          <Button type="submit" busy={props.busy}>
            {props.submit}
          </Button>
        ) : (
          <NextStep type="submit" busy={props.busy}>
            {props.submit}
          </NextStep>
        )}
        {props.beside}
      </div>
    </form>
  )
}
