import type { ClosedReason, Employment, OpeningLanguage, PayPeriod, RemoteKind } from './model.ts'
import { ar } from './words/ar.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { it } from './words/it.ts'
import { nl } from './words/nl.ts'
import { pl } from './words/pl.ts'
import { pt } from './words/pt.ts'
import { sv } from './words/sv.ts'

/** What job pages say to candidates; in German with "Sie", as landing pages do. */
export type JobWords = {
  jobs: string
  lead: string
  none: string
  must: string
  nice: string
  where: string
  how: string
  pay: string
  until: string
  starts: string
  remote: Record<RemoteKind, string>
  remoteFrom: string
  employment: Record<Employment, string>
  period: Record<PayPeriod, string>
  ask: string
  askLead: string
  chat: string
  form: string
  formLead: string
  name: string
  email: string
  phone: string
  message: string
  messageHint: string
  resume: string
  resumeHint: string
  optional: string
  consent: string
  send: string
  trap: string
  thanks: string
  thanksLead: string
  wrong: string
  field: Record<'name' | 'email' | 'consent' | 'too-large' | 'no-resume-type', string>
  gone: string
  goneWhy: Record<ClosedReason, string>
  others: string
  noOthers: string
  posted: string
  all: string
  share: string
}

export const jobWords: Readonly<Record<OpeningLanguage, JobWords>> = {
  en: {
    jobs: 'Jobs',
    lead: 'Ask before you apply: a person answers.',
    none: 'Nothing is open at the moment. Ask in the chat what is coming.',
    must: 'What it takes',
    nice: 'Nice, but not needed',
    where: 'Where',
    how: 'How much time',
    pay: 'Pay',
    until: 'Apply until',
    starts: 'Begins',
    remote: { no: 'on site', hybrid: 'partly from home', yes: 'from home' },
    remoteFrom: 'for people who live in {countries}',
    employment: {
      'full-time': 'Full time',
      'part-time': 'Part time',
      contract: 'Contract',
      temporary: 'For a limited time',
      internship: 'Internship',
      volunteer: 'Voluntary',
      'per-diem': 'By the day',
      other: 'By agreement',
    },
    period: { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
    ask: 'Ask first',
    askLead: 'Shifts, team, pay, anything the text leaves out. No name needed.',
    chat: 'Chat now',
    form: 'Or write to us',
    formLead: 'We answer every letter, by e-mail.',
    name: 'Your name',
    email: 'Your e-mail address',
    phone: 'Phone',
    message: 'What you would like to say',
    messageHint: 'A few sentences are enough.',
    resume: 'Résumé',
    resumeHint: 'PDF or Word, up to 5 MB. It can wait until we have talked.',
    optional: 'optional',
    consent:
      'What I write here may be kept to answer me about this job. I can see it, correct it and have it erased at any time.',
    send: 'Send',
    trap: 'Leave this empty',
    thanks: 'Thank you. It arrived.',
    thanksLead: 'A person reads it and writes to you. If you would rather talk now, the chat is open.',
    wrong: 'Not sent yet',
    field: {
      name: 'Please tell us your name.',
      email: 'This is no e-mail address. It looks like ana@example.org.',
      consent: 'Without your consent we may not keep what you wrote.',
      'too-large': 'The file is larger than 5 MB. Send a smaller one, or leave it out.',
      'no-resume-type': 'The file is neither PDF nor Word (.docx). Save it as PDF and choose it again.',
    },
    gone: 'This job is closed',
    goneWhy: {
      filled: 'Somebody was found for it.',
      withdrawn: 'It is not offered any more.',
      paused: 'It is on hold at the moment.',
      expired: 'The time to apply is over.',
    },
    others: 'What else is open',
    noOthers: 'Nothing else is open at the moment.',
    posted: 'Since {date}',
    all: 'All jobs',
    share: 'Know somebody? Send them this address.',
  },
  de: {
    jobs: 'Stellen',
    lead: 'Fragen Sie, bevor Sie sich bewerben: Ein Mensch antwortet.',
    none: 'Zurzeit ist nichts offen. Fragen Sie im Chat, was kommt.',
    must: 'Was es braucht',
    nice: 'Schön, aber nicht nötig',
    where: 'Wo',
    how: 'Wie viel Zeit',
    pay: 'Bezahlung',
    until: 'Bewerben bis',
    starts: 'Beginn',
    remote: { no: 'vor Ort', hybrid: 'teils von zu Hause', yes: 'von zu Hause' },
    remoteFrom: 'für Menschen, die hier leben: {countries}',
    employment: {
      'full-time': 'Vollzeit',
      'part-time': 'Teilzeit',
      contract: 'Auf Vertrag',
      temporary: 'Auf Zeit',
      internship: 'Praktikum',
      volunteer: 'Ehrenamtlich',
      'per-diem': 'Tageweise',
      other: 'Nach Absprache',
    },
    period: { hour: 'je Stunde', day: 'am Tag', week: 'in der Woche', month: 'im Monat', year: 'im Jahr' },
    ask: 'Erst fragen',
    askLead: 'Schichten, Team, Bezahlung, alles, was der Text auslässt. Ein Name ist nicht nötig.',
    chat: 'Jetzt chatten',
    form: 'Oder schreiben Sie uns',
    formLead: 'Wir beantworten jede Zuschrift, per E-Mail.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse',
    phone: 'Telefon',
    message: 'Was Sie sagen möchten',
    messageHint: 'Ein paar Sätze genügen.',
    resume: 'Lebenslauf',
    resumeHint: 'PDF oder Word, bis 5 MB. Er hat Zeit, bis wir gesprochen haben.',
    optional: 'freiwillig',
    consent:
      'Was ich hier schreibe, darf behalten werden, um mir zu dieser Stelle zu antworten. Ich kann es jederzeit einsehen, berichtigen und löschen lassen.',
    send: 'Senden',
    trap: 'Bitte leer lassen',
    thanks: 'Danke. Es ist angekommen.',
    thanksLead: 'Ein Mensch liest es und schreibt Ihnen. Wenn Sie lieber gleich sprechen: Der Chat ist offen.',
    wrong: 'Noch nicht gesendet',
    field: {
      name: 'Bitte nennen Sie Ihren Namen.',
      email: 'Das ist keine E-Mail-Adresse. Sie sieht aus wie ana@example.org.',
      consent: 'Ohne Ihre Einwilligung dürfen wir nicht behalten, was Sie geschrieben haben.',
      'too-large': 'Die Datei ist größer als 5 MB. Senden Sie eine kleinere oder lassen Sie sie weg.',
      'no-resume-type': 'Die Datei ist weder PDF noch Word (.docx). Speichern Sie sie als PDF und wählen Sie sie neu.',
    },
    gone: 'Diese Stelle ist geschlossen',
    goneWhy: {
      filled: 'Es wurde jemand gefunden.',
      withdrawn: 'Sie wird nicht mehr angeboten.',
      paused: 'Sie ruht zurzeit.',
      expired: 'Die Zeit zum Bewerben ist vorbei.',
    },
    others: 'Was sonst offen ist',
    noOthers: 'Sonst ist zurzeit nichts offen.',
    posted: 'Seit {date}',
    all: 'Alle Stellen',
    share: 'Sie kennen jemanden? Geben Sie diese Adresse weiter.',
  },
  fr,
  es,
  pt,
  nl,
  it,
  pl,
  sv,
  ar,
}

export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
