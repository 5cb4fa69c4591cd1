import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { type FetchedFile, fetchGithub } from './api.ts'

/** Somebody, or the members of an organisation, by their account on GitHub: looked at before anything is written, like a file. */
export function FromGithub({ onFetched }: { onFetched: (file: FetchedFile) => void }) {
  const t = useText('sourcing')
  const [account, setAccount] = useState('')
  const fetched = useMutation({
    mutationFn: () => fetchGithub(account.trim()),
    onSuccess: file => {
      setAccount('')
      onFetched(file)
    },
  })
  const missing = account.trim() ? undefined : t('github-first')
  return (
    <form
      className="i-github"
      onSubmit={event => {
        event.preventDefault()
        if (!missing && !fetched.isPending) fetched.mutate()
      }}
    >
      <TextField
        label={t('github')}
        hint={t('github-hint')}
        error={fetched.error?.message}
        value={account}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={event => setAccount(event.target.value)}
      />
      <Button type="submit" busy={fetched.isPending} unavailable={missing}>
        {t('github-look')}
      </Button>
    </form>
  )
}
