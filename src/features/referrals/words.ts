import type { SiteLanguage } from '#features/site/model.ts'
import type { Heard, RewardState } from './model.ts'

export type ReferralWords = {
  invited: string
  invitedLead: string
  jobs: string
  noJobs: string
  chat: string
  own: string
  ownLead: string
  yourLink: string
  yourCode: string
  linkHint: string
  became: string
  nothing: string
  heard: Record<Heard, string>
  reward: Record<Exclude<RewardState, 'none'>, string>
  dueOn: string
  somebody: string
  terms: string
  termsText: string
  termsNone: string
  rule: string
  name: string
  email: string
  opening: string
  anyOpening: string
  words: string
  wordsHint: string
  sure: string
  sureFirst: string
  send: string
  sendLead: string
  sent: string
  wrong: Record<'no-name' | 'no-email' | 'too-many', string>
  question: string
  questionLead: string
  forJob: string
  yes: string
  no: string
  tell: string
  keeps: string
  yesDone: string
  yesDoneLead: string
  noDone: string
  noDoneLead: string
  gone: string
  goneLead: string
  ask: string
  askAny: string
  thanks: string
  thanksAny: string
}

/** Referrers' pages speak two languages; where the site has another, they are English. */
export const referralLanguage = (lang: SiteLanguage): 'en' | 'de' => (lang === 'de' ? 'de' : 'en')

export const referralWords: Readonly<Record<'en' | 'de', ReferralWords>> = {
  en: {
    invited: '{name} thought of you',
    invitedLead: 'Have a look, ask whatever you like. Nothing is kept until you write.',
    jobs: 'What is open',
    noJobs: 'Nothing is open at the moment. Ask us what is coming.',
    chat: 'Ask us',
    own: 'Hello {name}',
    ownLead: 'People you know, and what became of it. This page is yours alone; keep its address to yourself.',
    yourLink: 'Your link',
    yourCode: 'Your code',
    linkHint: 'Send it to whoever might like it. They see what is open and write only if they want to.',
    became: 'What became of it',
    nothing: 'You have not recommended anybody yet.',
    heard: {
      noted: 'Thank you. We ask them first whether we may write.',
      asked: 'We asked them. Whether they answer is up to them.',
      'no-answer': 'We have not heard from them.',
      talking: 'We are talking.',
      hired: 'They joined. Thank you.',
      'not-now': 'Not now; we stay in touch.',
      'nothing-to-tell': 'Thank you. More is theirs to tell.',
      'first-was-another': 'Somebody else named them before you. Thank you all the same.',
    },
    reward: { pending: 'Reward: waiting', due: 'Reward: due', paid: 'Reward: paid' },
    dueOn: 'from {date}',
    somebody: 'Somebody who came by your link',
    terms: 'What it is worth',
    termsText: '{amount} when somebody you recommended joins, {days} days after they began.',
    termsNone: 'There is no reward but our thanks.',
    rule: 'Whoever names somebody first counts, for {days} days, unless we were in touch about work already.',
    name: 'Their name',
    email: 'Their e-mail address',
    opening: 'For which job',
    anyOpening: 'No particular one',
    words: 'Why them',
    wordsHint: 'A sentence or two. They may see it.',
    sure: 'I know them, and they would not mind being asked once.',
    sureFirst: 'Please ask them yourself first, or send them your link.',
    send: 'Recommend',
    sendLead: 'We ask them one polite question, and write no more unless they say yes.',
    sent: 'Thank you. We ask them first.',
    wrong: {
      'no-name': 'Please write their name.',
      'no-email': 'This is no e-mail address. It looks like ana@example.org.',
      'too-many': 'Many of yours are still waiting. Let us hear from them first.',
    },
    question: 'May we write to you, {name}?',
    questionLead:
      '{referrer} thought that you might like to talk to us. We keep your name and address only to ask you this, once.',
    forJob: 'It is about: {job}.',
    yes: 'Yes, write to me',
    no: 'No, forget me',
    tell: '{referrer} may hear what becomes of it.',
    keeps: 'If you say no, or nothing for 30 days, your name and address are deleted and nobody asks again.',
    yesDone: 'Thank you',
    yesDoneLead: 'A person writes to you soon. You can end it at any time.',
    noDone: 'You are forgotten',
    noDoneLead: 'Your name and address are deleted. Nobody asks you again.',
    gone: 'This question is over',
    goneLead: 'It was answered, or it waited too long.',
    ask: 'Hello {name}, {referrer} thought you might like to hear about “{job}”. May I write to you about it? One click says yes or no, and I won’t ask again: {link}',
    askAny:
      'Hello {name}, {referrer} thought you might like to know us. May I write to you? One click says yes or no, and I won’t ask again: {link}',
    thanks: 'Thank you, {name}. {who} and I are talking, thanks to you.',
    thanksAny: 'Thank you, {name}, for thinking of somebody. That was kind.',
  },
  de: {
    invited: '{name} hat an Sie gedacht',
    invitedLead: 'Sehen Sie sich um, fragen Sie, was Sie mögen. Nichts wird behalten, bis Sie schreiben.',
    jobs: 'Was offen ist',
    noJobs: 'Zurzeit ist nichts offen. Fragen Sie, was kommt.',
    chat: 'Fragen Sie uns',
    own: 'Hallo {name}',
    ownLead:
      'Menschen, die Sie kennen, und was daraus wurde. Diese Seite gehört nur Ihnen; behalten Sie die Adresse für sich.',
    yourLink: 'Ihr Link',
    yourCode: 'Ihr Code',
    linkHint: 'Geben Sie ihn weiter, an wen er passt. Zu sehen ist, was offen ist; geschrieben wird nur, wer mag.',
    became: 'Was daraus wurde',
    nothing: 'Sie haben noch niemanden empfohlen.',
    heard: {
      noted: 'Danke. Wir fragen zuerst, ob wir schreiben dürfen.',
      asked: 'Wir haben gefragt. Ob eine Antwort kommt, liegt nicht bei uns.',
      'no-answer': 'Wir haben nichts gehört.',
      talking: 'Wir sprechen miteinander.',
      hired: 'Hat angefangen. Danke.',
      'not-now': 'Jetzt nicht; wir bleiben in Kontakt.',
      'nothing-to-tell': 'Danke. Mehr zu erzählen ist nicht an uns.',
      'first-was-another': 'Jemand anderes war früher. Trotzdem danke.',
    },
    reward: { pending: 'Prämie: wartet', due: 'Prämie: fällig', paid: 'Prämie: bezahlt' },
    dueOn: 'ab {date}',
    somebody: 'Jemand, der über Ihren Link kam',
    terms: 'Was es wert ist',
    termsText: '{amount}, wenn jemand anfängt, den Sie empfohlen haben, {days} Tage nach dem Beginn.',
    termsNone: 'Außer unserem Dank gibt es keine Prämie.',
    rule: 'Es zählt, wer jemanden zuerst nennt, {days} Tage lang, außer wir waren schon wegen Arbeit in Kontakt.',
    name: 'Name',
    email: 'E-Mail-Adresse',
    opening: 'Für welche Stelle',
    anyOpening: 'Keine bestimmte',
    words: 'Warum gerade dieser Mensch',
    wordsHint: 'Ein, zwei Sätze. Er kann sie sehen.',
    sure: 'Ich kenne diesen Menschen, und eine Frage stört ihn nicht.',
    sureFirst: 'Fragen Sie bitte zuerst selbst, oder geben Sie Ihren Link weiter.',
    send: 'Empfehlen',
    sendLead: 'Wir stellen eine höfliche Frage und schreiben nicht weiter, wenn kein Ja kommt.',
    sent: 'Danke. Wir fragen zuerst.',
    wrong: {
      'no-name': 'Bitte schreiben Sie den Namen.',
      'no-email': 'Das ist keine E-Mail-Adresse. Sie sieht aus wie ana@example.org.',
      'too-many': 'Viele Ihrer Empfehlungen warten noch. Lassen Sie uns zuerst von ihnen hören.',
    },
    question: 'Dürfen wir Ihnen schreiben, {name}?',
    questionLead:
      '{referrer} meinte, Sie würden vielleicht gern mit uns sprechen. Name und Adresse behalten wir nur, um Sie dies einmal zu fragen.',
    forJob: 'Es geht um: {job}.',
    yes: 'Ja, schreiben Sie mir',
    no: 'Nein, vergessen Sie mich',
    tell: '{referrer} darf hören, was daraus wird.',
    keeps: 'Wenn Sie nein sagen oder 30 Tage nichts, werden Name und Adresse gelöscht, und niemand fragt noch einmal.',
    yesDone: 'Danke',
    yesDoneLead: 'Ein Mensch schreibt Ihnen bald. Sie können es jederzeit beenden.',
    noDone: 'Sie sind vergessen',
    noDoneLead: 'Name und Adresse sind gelöscht. Niemand fragt Sie noch einmal.',
    gone: 'Diese Frage ist vorbei',
    goneLead: 'Sie wurde beantwortet, oder sie hat zu lange gewartet.',
    ask: 'Hallo {name}, {referrer} meinte, „{job}“ könnte etwas für Sie sein. Darf ich Ihnen dazu schreiben? Ein Klick sagt ja oder nein, und ich frage nicht noch einmal: {link}',
    askAny:
      'Hallo {name}, {referrer} meinte, Sie würden uns vielleicht gern kennenlernen. Darf ich Ihnen schreiben? Ein Klick sagt ja oder nein, und ich frage nicht noch einmal: {link}',
    thanks: 'Danke, {name}. {who} und ich sprechen miteinander, dank dir.',
    thanksAny: 'Danke, {name}, dass du an jemanden gedacht hast. Das war lieb.',
  },
}

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
