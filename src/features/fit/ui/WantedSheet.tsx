import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { dropWanted, keepWanted, keys, type WantedWire } from './api.ts'

const list = (text: string) =>
  text
    .split(/[,;\n]/)
    .map(each => each.trim())
    .filter(Boolean)

const usualKm = 50

/** What is looked for: a few words in each field, commas between several. */
export function WantedSheet(props: {
  wanted: WantedWire | undefined
  onClose: () => void
  onKept: (id: string) => void
}) {
  const { wanted, onClose, onKept } = props
  const t = useText('fit')
  const queries = useQueryClient()
  const [name, setName] = useState(wanted?.name ?? '')
  const [title, setTitle] = useState(wanted?.title ?? '')
  const [skills, setSkills] = useState(wanted?.skills.join(', ') ?? '')
  const [place, setPlace] = useState(wanted?.place ?? '')
  const [km, setKm] = useState(String(wanted?.km ?? usualKm))
  const [languages, setLanguages] = useState(wanted?.languages.join(', ') ?? '')
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.wanted })
    void queries.invalidateQueries({ queryKey: ['person'] })
  }
  const given = () => ({
    name: name.trim(),
    ...(title.trim() ? { title: title.trim() } : {}),
    skills: list(skills),
    ...(place.trim() ? { place: place.trim() } : {}),
    km: Math.min(500, Math.max(1, Number.parseInt(km, 10) || usualKm)),
    languages: list(languages),
  })
  const keep = useMutation({
    mutationFn: () => keepWanted(given(), wanted?.id),
    onSuccess: id => {
      tell(t('kept', { name: name.trim() }))
      onKept(id)
      onClose()
    },
    onSettled: refresh,
  })
  const drop = useMutation({
    mutationFn: (id: string) => dropWanted(id),
    onSuccess: () => {
      const before = given()
      tell(t('forgotten', { name: before.name }), () => void keepWanted(before).then(refresh))
      onClose()
    },
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  const empty = !title.trim() && !place.trim() && list(skills).length === 0 && list(languages).length === 0
  const missing = name.trim() === '' ? t('name-first') : empty ? t('something-first') : undefined
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!missing) keep.mutate()
  }
  return (
    <Sheet title={t(wanted ? 'change-title' : 'add-title')} onClose={onClose}>
      <form className="f-wanted" onSubmit={onSubmit}>
        <TextField
          label={t('field.name')}
          value={name}
          maxLength={100}
          onChange={event => setName(event.target.value)}
        />
        <TextField
          label={t('field.title')}
          optional
          value={title}
          maxLength={200}
          onChange={event => setTitle(event.target.value)}
        />
        <TextField
          label={t('field.skills')}
          hint={t('field.several')}
          optional
          value={skills}
          onChange={event => setSkills(event.target.value)}
        />
        <TextField
          label={t('field.place')}
          optional
          value={place}
          maxLength={200}
          onChange={event => setPlace(event.target.value)}
        />
        <TextField
          label={t('field.km')}
          type="number"
          min={1}
          max={500}
          value={km}
          onChange={event => setKm(event.target.value)}
        />
        <TextField
          label={t('field.languages')}
          hint={t('field.several')}
          optional
          value={languages}
          onChange={event => setLanguages(event.target.value)}
        />
        {keep.error && (
          <p className="k-field-error" role="alert">
            {keep.error.message}
          </p>
        )}
        <div className="f-acts">
          <NextStep type="submit" busy={keep.isPending} unavailable={missing}>
            {t('keep')}
          </NextStep>
          {wanted && (
            <Button look="quiet" busy={drop.isPending} onClick={() => drop.mutate(wanted.id)}>
              {t('forget')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  )
}
