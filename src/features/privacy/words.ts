import type { SiteLanguage } from '#features/site/model.ts'
import { ar } from './words/ar.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { it } from './words/it.ts'
import { nl } from './words/nl.ts'
import { pl } from './words/pl.ts'
import { pt } from './words/pt.ts'
import { sv } from './words/sv.ts'

export type PrivacyWords = {
  title: string
  lead: string
  what: string
  whatLines: readonly string[]
  how: string
  howText: string
  own: string
  ownLead: string
  name: string
  place: string
  contacts: string
  profiles: string
  notes: string
  more: string
  take: string
  correct: string
  correctLead: string
  message: string
  keep: string
  kept: string
  alone: string
  aloneLead: string
  aloneDo: string
  aloneDone: string
  erase: string
  eraseLead: string
  eraseSure: string
  eraseDo: string
  eraseDone: string
  sureFirst: string
  gone: string
  goneLead: string
  none: string
  reason: string
  noteTitle: string
  ask: string
  askLead: string
  email: string
  askDo: string
  asked: string
  wishes: string
  wishesLead: string
  where: string
  anywhere: string
  lists: string
  wishesKeep: string
  wishesKept: string
}

export const privacyWords: Readonly<Record<SiteLanguage, PrivacyWords>> = {
  en: {
    title: 'Your data',
    lead: 'What is kept of you belongs to you. You need nobody’s leave to see it, change it or end it.',
    what: 'What we keep',
    whatLines: [
      'What you wrote to us, and what we answered.',
      'What you published about your work, and where we read it.',
      'We don’t ask about your health, faith, origin or family.',
      'No cookies. Visits are counted without knowing who came.',
    ],
    how: 'How you get at it',
    howText:
      'Ask whoever you talk with for your own link. You get it where we know that you read: in your chat or in your mailbox. It lasts a week.',
    own: 'What we keep of you',
    ownLead: 'Everything below is yours to take along, correct or erase.',
    name: 'Name',
    place: 'Place',
    contacts: 'Addresses',
    profiles: 'Pages of yours',
    notes: 'Notes',
    more: 'Messages, readings, consents and all else stand in the file.',
    take: 'Take everything along (JSON)',
    correct: 'Correct',
    correctLead: 'Name and place change at once; all else is read by a person.',
    message: 'What else should be different',
    keep: 'Correct it',
    kept: 'Thank you, it is corrected.',
    alone: 'Be left alone',
    aloneLead: 'Nobody of us writes to you any more. What is kept stays, so that we know.',
    aloneDo: 'Leave me alone',
    aloneDone: 'Nobody of us writes to you any more.',
    erase: 'Be erased',
    eraseLead:
      'Everything goes. What remains is a mark that can’t be read back, so that you don’t come in again by a list. There is no way back.',
    eraseSure: 'Yes, erase everything that is kept of me.',
    eraseDo: 'Erase me',
    eraseDone: 'Everything that was kept of you is erased.',
    sureFirst: 'Tick that you are sure, then press again.',
    gone: 'This link doesn’t work any more',
    goneLead: 'It lasted a week, or what it led to is erased. Ask for a new one.',
    none: 'none',
    reason: 'They asked us to leave them alone, on their privacy page.',
    noteTitle: 'They wrote on their privacy page:',
    ask: 'Send me my link',
    askLead: 'To an address from which you wrote to us, or with which you confirmed a list.',
    email: 'Your e-mail address',
    askDo: 'Send the link',
    asked: 'If this address is known here as yours, a mail with your link is on its way to it.',
    wishes: 'How we may write to you',
    wishesLead: 'Whoever talks with you here sees where you like it, and keeps to it.',
    where: 'Where you like to talk',
    anywhere: 'Wherever it suits',
    lists: 'What you get by mail',
    wishesKeep: 'Keep it so',
    wishesKept: 'It is kept so.',
  },
  de: {
    title: 'Ihre Daten',
    lead: 'Was über Sie aufbewahrt wird, gehört Ihnen. Sie brauchen niemandes Erlaubnis, es zu sehen, zu ändern oder zu beenden.',
    what: 'Was wir aufbewahren',
    whatLines: [
      'Was Sie uns geschrieben haben und was wir antworteten.',
      'Was Sie über Ihre Arbeit veröffentlicht haben und wo wir es lasen.',
      'Nach Gesundheit, Glauben, Herkunft oder Familie fragen wir nicht.',
      'Keine Cookies. Besuche werden gezählt, ohne zu wissen, wer kam.',
    ],
    how: 'Wie Sie herankommen',
    howText:
      'Fragen Sie die Person, mit der Sie sprechen, nach Ihrem eigenen Link. Sie bekommen ihn da, wo Sie nachweislich lesen: in Ihrem Chat oder Postfach. Er gilt eine Woche.',
    own: 'Was wir über Sie aufbewahren',
    ownLead: 'Alles hier dürfen Sie mitnehmen, berichtigen oder löschen.',
    name: 'Name',
    place: 'Ort',
    contacts: 'Adressen',
    profiles: 'Seiten von Ihnen',
    notes: 'Notizen',
    more: 'Nachrichten, Gelesenes, Einwilligungen und alles andere stehen in der Datei.',
    take: 'Alles mitnehmen (JSON)',
    correct: 'Berichtigen',
    correctLead: 'Name und Ort ändern sich sofort; alles andere liest ein Mensch.',
    message: 'Was sonst anders sein soll',
    keep: 'Berichtigen',
    kept: 'Danke, es ist berichtigt.',
    alone: 'In Ruhe gelassen werden',
    aloneLead: 'Niemand von uns schreibt Ihnen mehr. Was aufbewahrt ist, bleibt, damit wir es wissen.',
    aloneDo: 'Lassen Sie mich in Ruhe',
    aloneDone: 'Niemand von uns schreibt Ihnen mehr.',
    erase: 'Gelöscht werden',
    eraseLead:
      'Alles geht. Es bleibt eine Marke, die niemand zurücklesen kann, damit Sie nicht über eine Liste wiederkommen. Ein Zurück gibt es nicht.',
    eraseSure: 'Ja, löschen Sie alles, was über mich aufbewahrt ist.',
    eraseDo: 'Löschen Sie mich',
    eraseDone: 'Alles, was über Sie aufbewahrt war, ist gelöscht.',
    sureFirst: 'Haken Sie an, dass Sie sicher sind, und drücken Sie noch einmal.',
    gone: 'Dieser Link gilt nicht mehr',
    goneLead: 'Er galt eine Woche, oder das, wohin er führte, ist gelöscht. Bitten Sie um einen neuen.',
    none: 'keine',
    reason: 'Möchte in Ruhe gelassen werden; auf der eigenen Datenseite gesagt.',
    noteTitle: 'Auf der eigenen Datenseite geschrieben:',
    ask: 'Meinen Link schicken',
    askLead: 'An eine Adresse, von der Sie uns geschrieben oder mit der Sie eine Liste bestätigt haben.',
    email: 'Ihre E-Mail-Adresse',
    askDo: 'Link schicken',
    asked: 'Wenn diese Adresse hier als Ihre bekannt ist, ist eine Mail mit Ihrem Link dorthin unterwegs.',
    wishes: 'Wie wir Ihnen schreiben dürfen',
    wishesLead: 'Wer hier mit Ihnen spricht, sieht, wo Sie es mögen, und hält sich daran.',
    where: 'Wo Sie gern sprechen',
    anywhere: 'Wo es gerade passt',
    lists: 'Was Sie per Mail bekommen',
    wishesKeep: 'So behalten',
    wishesKept: 'So ist es behalten.',
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
