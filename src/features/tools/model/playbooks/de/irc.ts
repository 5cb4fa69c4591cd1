import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Kanäle nach Themen, live und in reinem Text. Einen Namen macht man sich hier durch Dasein und Helfen; Privates kommt viel später.',
  who: 'Leute aus freier Software, Betrieb, Wissenschaft und Amateurfunk, und alte Freunde, die nie weggingen. Viele sind Tag und Nacht verbunden und lesen später.',
  norms: [
    'Lies das Thema des Kanals. Darin stehen die Regeln, und daran merkt man zuerst, ob du sie kennst.',
    'Frag nicht, ob du fragen darfst. Frag, dann warte; eine Antwort kann Stunden brauchen.',
    'Schreib niemandem privat, ohne im Kanal gefragt zu haben.',
    'Nicht viele Zeilen einfügen: nimm einen Paste-Dienst und gib den Link.',
    'Keine Stellen, wenn das Thema sie nicht nennt. Manche Projekte haben dafür einen eigenen Kanal.',
    'Grüß nicht jeden einzeln, sag nicht, dass du weg bist, komm und geh nicht zehnmal.',
  ],
  speak: [
    'Eine Zeile, ein Gedanke. Kleinschreibung, wenig Emoji, keine Begrüßungsrunden.',
    'Wer jemanden anspricht, setzt den Nick davor: „ana: das hat geklappt“.',
    'Direkt, nicht grob. „stimmt nicht, sieh ins Handbuch“ ist Hilfe.',
  ],
  introduce: [
    {
      when: 'introduction',
      text: 'hi, mara aus #schweissen, danke für den tipp mit dem flussmittel. ich bin recruiterin für schweißer und höre dort darum mehr zu, als ich rede',
      why: 'Der Kanal, der Dank, und kein Geheimnis aus deiner Arbeit.',
    },
    {
      when: 'room',
      text: 'mara hier, ich bin recruiterin für werften, aber hier nur zum lernen. welches gas nehmt ihr für dünnes blech?',
      why: 'Offen, nichts angeboten, eine echte Frage.',
    },
  ],
  examples: [
    {
      when: 'room',
      text: 'ana: der langsamere vorschub wars, nichts brennt mehr durch. danke',
      why: 'Sagt, dass die Hilfe half. So wird man jemand.',
    },
    {
      when: 'room',
      text: 'Hallo zusammen, wir suchen Schweißer in Rotterdam, gute Bezahlung, schreibt mir!',
      breaks: 'broadcast-on-messaging',
      why: 'Nach den Regeln am falschen Ort; rechne mit dem Rauswurf vor der zweiten Zeile.',
    },
    {
      when: 'stranger',
      text: 'hi ana, darf ich dich was fragen?',
      breaks: 'message-before-connected',
      why: 'Privat aus dem Nichts. Frag im Kanal, ob es recht ist.',
    },
  ],
  forbids: [
    {
      text: 'Libera.Chat verbietet Spam und unerwünschte Werbung, in Kanälen und privat.',
      source: 'https://libera.chat/policies/',
      asOf: '2025-06',
    },
    {
      text: 'OFTC ist für Projekte freier Software da und bittet, niemanden zu belästigen; es entscheiden die Betreiber.',
      source: 'https://www.oftc.net/NetworkPolicies/',
      asOf: '2025-06',
    },
    {
      text: 'Wer Mitschriften veröffentlicht, ohne es zu sagen, verstößt gegen die Regeln vieler Kanäle.',
      source: 'https://libera.chat/guides/guidelines',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Ein registrierter Nick, den du über Jahre behältst.',
    'Ein Realname-Feld mit Namen und Link; /whois zeigt es.',
    'Ein Cloak oder ein Bouncer, damit du nicht ständig gehst und kommst.',
  ],
  learn: 'Einen Tag für die Befehle, einen Monat Mitlesen, bis der Kanal dich für einen der Seinen hält.',
  checklist: [
    { id: 'nick', text: 'Dein Nick ist bei NickServ registriert' },
    { id: 'realname', text: 'Dein Realname-Feld sagt, wer du bist' },
    { id: 'topic', text: 'Du hast Thema und verlinkte Regeln jedes Kanals gelesen' },
    { id: 'lurk', text: 'Du hast eine Woche mitgelesen, ohne zu schreiben' },
    { id: 'help', text: 'Du hast dort eine Frage beantwortet' },
    { id: 'paste', text: 'Du hast einen Paste-Dienst benutzt, statt zu fluten' },
    { id: 'stay', text: 'Du bleibst verbunden, durch einen Bouncer oder durch Kith' },
  ],
  lingo: [
    { term: 'lurken', also: ['lurk', 'lurker'], meaning: 'lesen, ohne zu schreiben', note: 'für Neue höflich' },
    { term: 'Op', also: ['chanop', 'ops'], meaning: 'wer im Kanal Ordnung hält; mit @ gezeichnet' },
    { term: 'Kick', also: ['gekickt'], meaning: 'Rauswurf aus einem Kanal; man darf wiederkommen' },
    { term: 'Ban', also: ['gebannt', 'kickban'], meaning: 'Aussperrung aus einem Kanal' },
    { term: 'Netsplit', meaning: 'Server verloren einander, der halbe Kanal scheint zu gehen' },
    { term: 'Bouncer', also: ['bnc', 'znc'], meaning: 'ein Programm, das für jemanden verbunden bleibt' },
    { term: 'afk', meaning: 'nicht am Rechner' },
    { term: 'brb', meaning: 'gleich wieder da' },
    { term: 'Ping', meaning: 'jemanden beim Nick rufen', note: '„ping“ ohne Frage stört; sag, worum es geht' },
    { term: 'Query', also: ['/query'], meaning: 'ein privates Gespräch' },
    { term: 'NickServ', meaning: 'der Dienst, der Nicks bewacht' },
    { term: 'Cloak', meaning: 'ein erdachter Hostname, der verbirgt, woher jemand kommt' },
    { term: 'RTFM', meaning: 'lies das Handbuch, ohne Geduld gesagt' },
    { term: 'ot', also: ['offtopic'], meaning: 'gehört nicht hierher' },
    { term: 'k-line', meaning: 'Aussperrung vom ganzen Server' },
  ],
}
