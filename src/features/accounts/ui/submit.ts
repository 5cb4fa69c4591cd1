import { useMutation } from '@tanstack/react-query'
import type { SyntheticEvent } from 'react'
import { ApiError } from '#web/api/client.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'

export function refusalWords(t: Text, error: unknown): string {
  if (!(error instanceof ApiError)) return t('refused.unknown')
  const key = `refused.${error.code}`
  const words = t(`refused.${error.code}`)
  return words === key ? error.message : words
}

/** One request of a form or button: runs once at a time, keeps the server's refusal in words until the next try. */
export function useSubmit<Value, Input = void>(
  work: (input: Input) => Promise<Value>,
  then?: (value: Value) => Promise<void> | void,
) {
  const t = useText('accounts')
  const { mutate, reset, isPending, error } = useMutation({ mutationFn: work, ...(then && { onSuccess: then }) })
  return {
    busy: isPending,
    refused: error === null ? undefined : refusalWords(t, error),
    code: error instanceof ApiError ? error.code : undefined,
    run: (input: Input) => {
      if (!isPending) mutate(input)
    },
    forget: reset,
  }
}

/** For `onSubmit`: the page stays. */
export const staying = (run: () => void) => (event: SyntheticEvent) => {
  event.preventDefault()
  run()
}

/** The secret of a link, which is in its fragment so that no server logs it. */
export const codeOfLink = (): string => window.location.hash.slice(1)
