import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Chat auf offenen Servern, zu zweit und in Räumen. Gut für lange Bekanntschaften mit Leuten, die ihre Werkzeuge mit Bedacht gewählt haben.',
  who: 'Menschen, denen Privatheit etwas wert ist, Leute aus freier Software, Systemverwaltung, Amateurfunk und Hackspaces; in manchen Kliniken und Stadtwerken ist es unter anderem Namen der Hauschat.',
  norms: [
    'Eine Kontaktanfrage ist eine Frage. Sag in einer Zeile, woher ihr euch kennt.',
    'Der Status ist ernst gemeint: dnd heißt nicht stören, abwesend heißt vielleicht später.',
    'Räume haben Thema und Beschreibung; lies beides und einen Abend mit, bevor du schreibst.',
    'Verschlüsselung mit OMEMO ist normal. Schalt sie ein, wenn sie es tun.',
    'Keine Zählpixel, keine verfolgenden Links, kein „lass uns zu WhatsApp wechseln“.',
  ],
  speak: [
    'Mehrere kurze Zeilen statt eines Blocks, und trotzdem ganze Sätze.',
    'Vornamen oder Nicks, keine Titel. Kleinschreibung ist in Ordnung.',
    'Trockener Humor, genaue Wörter. Einen falschen Protokollnamen stellt jemand freundlich richtig.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'Hallo Ana, Mara hier aus dem Gartenraum. Ich bin Recruiterin für Gewächshäuser, deine Frostnotizen sind also nah an meinem Tag.',
      why: 'Woher, wer und was du tust, in einem Atemzug.',
    },
    {
      when: 'invite',
      text: 'Hallo, Mara aus dem Gartenraum, wir sprachen gestern über Frostvlies.',
      why: 'Eine Anfrage, die man ohne Raten beantworten kann.',
    },
  ],
  examples: [
    {
      when: 'talk',
      text: 'hat die zweite lage vlies heute nacht gehalten?',
      why: 'Ein Gedanke aus ihrer Welt, leicht zu beantworten.',
    },
    {
      when: 'stranger',
      text: 'Hallo, ich habe deine Adresse von einer Freundin. Hast du kurz Zeit?',
      breaks: 'message-before-connected',
      why: 'Viele Server zeigen das als Nachricht von Fremden; manche stellen es nie zu.',
    },
    {
      when: 'introduction',
      text: 'Hallo Ana, ich bin Mara, Recruiterin. Wir suchen eine Gärtnermeisterin und hätten gern deinen Lebenslauf.',
      breaks: 'job-before-introduction',
      why: 'Sie hat einen Kontakt angenommen, kein Angebot.',
    },
  ],
  forbids: [
    {
      text: 'Das Protokoll gehört niemandem; jeder Server hat eigene Regeln, und öffentliche verbieten meist unerwünschte Massennachrichten.',
      source: 'https://providers.xmpp.net/',
      asOf: '2025-06',
    },
    {
      text: 'Server können Spam melden, und manche teilen Sperrlisten; das kann eine ganze Domain treffen.',
      source: 'https://xmpp.org/extensions/xep-0377.html',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Eine vCard mit Namen, Foto und Link auf deine Seite.',
    'Eine Statuszeile, die sagt, wofür du suchst, ohne Werbespruch.',
    'Eine Adresse auf einem Server mit gutem Ruf, am besten unter deiner Domain.',
    'OMEMO-Schlüssel auf jedem Gerät, das du benutzt.',
  ],
  learn: 'Zwei Abende für die Programme, einen Monat in ein, zwei Räumen, bis man deinen Nick kennt.',
  checklist: [
    { id: 'account', text: 'Du hast ein Konto auf einem Server, dessen Regeln du gelesen hast' },
    { id: 'vcard', text: 'Name, Foto und Link stehen in deiner vCard' },
    { id: 'omemo', text: 'OMEMO geht zwischen dir und jemandem, den du kennst' },
    { id: 'room', text: 'Du bist in einem Raum und hast eine Woche mitgelesen' },
    { id: 'answered', text: 'Du hast dort jemandem eine Frage beantwortet' },
    { id: 'presence', text: 'Du setzt abwesend und dnd so, wie du es meinst' },
    { id: 'request', text: 'Du hast eine Anfrage geschickt, die sagt, woher ihr euch kennt' },
  ],
  lingo: [
    { term: 'JID', also: ['jabber id'], meaning: 'eine Adresse bei XMPP; sieht aus wie eine Mailadresse' },
    { term: 'Jabber', meaning: 'der ältere Name von XMPP; viele sagen noch so' },
    { term: 'MUC', also: ['mucs'], meaning: 'ein Raum mit mehreren Leuten' },
    { term: 'Roster', meaning: 'die Kontaktliste' },
    {
      term: 'OMEMO',
      meaning: 'die Ende-zu-Ende-Verschlüsselung bei XMPP',
      note: '„kein OMEMO?“ ist eine Bitte, es einzuschalten',
    },
    { term: 'XEP', also: ['xeps'], meaning: 'eine nummerierte Erweiterung des Protokolls' },
    { term: 'dnd', meaning: 'nicht stören' },
    {
      term: 'Ressource',
      also: ['resource'],
      meaning: 'der Teil der Adresse nach dem Schrägstrich, der das Gerät nennt',
    },
    {
      term: 'MAM',
      meaning: 'das Archiv auf dem Server',
      note: 'damit warten Nachrichten auf Leute, die nicht da sind',
    },
    { term: 'Föderation', also: ['federation', 'föderiert'], meaning: 'Server verschiedener Leute reden miteinander' },
    { term: 's2s', meaning: 'die Verbindung zwischen zwei Servern' },
    { term: 'Nick', also: ['nickname'], meaning: 'der Name, den jemand in einem Raum trägt' },
  ],
}
