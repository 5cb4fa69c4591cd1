import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isStage } from '#features/relationships/model.ts'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { attachPerson, type ConversationView, findPeople } from '../api.ts'
import { keys } from '../queries.ts'

const enough = 2

function useAttach(conversation: ConversationView) {
  const t = useText('conversations')
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (who: Parameters<typeof attachPerson>[1]) => attachPerson(conversation.id, who),
    onSuccess: () => tell(t('who.attached')),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => {
      for (const key of [keys.one(conversation.id), keys.lists, keys.context(conversation.id), ['people']])
        void queries.invalidateQueries({ queryKey: key })
    },
  })
}

/** Somebody nobody knows yet wrote: a person that is known, found by name, or a new one. */
export function WhoIsIt({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const [name, setName] = useState(conversation.title === conversation.address ? '' : conversation.title)
  const { mutate, isPending } = useAttach(conversation)
  return (
    <section className="c-who" aria-label={t('who.title')}>
      <h2>{t('who.title')}</h2>
      <p className="k-meta">
        {conversation.tool === 'website-chat' ? t('who.visitor') : t('who.words', { address: conversation.address })}
      </p>
      <div className="c-who-ways">
        <FindPerson busy={isPending} onChosen={person => mutate({ person })} />
        <form
          className="c-who-new"
          onSubmit={event => {
            event.preventDefault()
            mutate(name.trim() === '' ? {} : { name: name.trim() })
          }}
        >
          <TextField label={t('who.name')} value={name} onChange={event => setName(event.target.value)} />
          <NextStep type="submit" busy={isPending} unavailable={name.trim() === '' ? t('who.name-first') : undefined}>
            {t('who.new')}
          </NextStep>
        </form>
      </div>
    </section>
  )
}

/** A visitor is somebody of their own from their first word; the recruiter may know them from elsewhere. */
export function KnownAlready({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const { mutate, isPending } = useAttach(conversation)
  return (
    <details className="c-known">
      <summary>{t('who.known')}</summary>
      <p className="k-meta">{t('who.known-words')}</p>
      <FindPerson without={conversation.person?.id} busy={isPending} onChosen={person => mutate({ person })} />
    </details>
  )
}

function FindPerson(props: { without?: PersonId | undefined; busy: boolean; onChosen(person: PersonId): void }) {
  const t = useText('conversations')
  const [text, setText] = useState('')
  const { data } = useQuery({
    queryKey: ['people', 'who', text],
    queryFn: () => findPeople(text),
    enabled: text.trim().length >= enough,
    placeholderData: before => before,
  })
  const found = (data ?? []).filter(person => person.id !== props.without)
  return (
    <div>
      <TextField label={t('who.find')} type="search" value={text} onChange={event => setText(event.target.value)} />
      {text.trim().length >= enough && (
        <ul className="c-who-found">
          {found.map(person => (
            <li key={person.id}>
              <PersonName
                name={person.name}
                stage={isStage(person.stage) ? person.stage : 'found'}
                tools={person.tools}
              />
              <Button size="row" busy={props.busy} onClick={() => props.onChosen(person.id)}>
                {t('who.this')}
              </Button>
            </li>
          ))}
          {found.length === 0 && <li className="k-meta">{t('who.none')}</li>}
        </ul>
      )}
    </div>
  )
}
