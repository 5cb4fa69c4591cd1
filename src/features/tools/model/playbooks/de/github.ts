import type { Playbook } from '../playbook.ts'

export const playbook: Playbook = {
  for: 'Arbeit, die man lesen kann: Code, Reviews, Issues, Dokumentation. Hier liest du; geredet wird anderswo oder beim Mitmachen.',
  who: 'Entwickler, Wissenschaft mit Code, technische Redaktion, Gestaltung offener Projekte. Auch Lehrer und Städte mit Daten.',
  norms: [
    'Issues und Pull Requests sind für das Projekt. Nie zum Werben um Leute.',
    'Schreib keiner Adresse aus einem Commit oder Profil: die Bedingungen verbieten es, und alle wissen es.',
    'Lies ein Review oder eine Diskussion, nicht die grünen Kästchen. Viel gute Arbeit ist privat.',
    'Sterne und Follower sagen wenig.',
    'Ein behobener Tippfehler oder ein guter Fehlerbericht ist ein ehrlicher Weg, bekannt zu werden.',
  ],
  speak: [
    'Genau und kurz. Versionen, Schritte, was du erwartet hast.',
    'Dank ist willkommen, Schmeichelei ist Rauschen.',
    'Witze bleiben in den Commit-Texten.',
  ],
  introduce: [
    {
      when: 'comment',
      read: 'Wackeligen Zeitzonentest behoben: der Runner steht auf UTC, die Testdaten wurden in Lissabon zur Sommerzeit geschrieben.',
      text: 'Hier genauso, mit Testdaten aus der Sommerzeit; die Zone festzulegen hat geholfen. Danke, dass du die Ursache aufgeschrieben hast.',
      why: 'Mitmachen kommt vor dem Vorstellen.',
    },
    {
      when: 'outreach',
      read: 'Wackeligen Zeitzonentest behoben: der Runner steht auf UTC, die Testdaten wurden in Lissabon zur Sommerzeit geschrieben.',
      text: 'Hallo Rui, über die Testdaten aus Lissabon zur Sommerzeit habe ich gelacht, wir haben daran auch einen Tag verloren. Ich bin Mara, Recruiterin für ein Team mit Bahndaten. Du brauchst nicht zu antworten.',
      why: 'Die Einzelheit ist echt, und man kann es leicht übergehen.',
    },
  ],
  examples: [
    {
      when: 'comment',
      read: 'Der Parser verliert die letzte Zeile, wenn die Datei ohne Zeilenumbruch endet; Beispiel hängt an.',
      text: 'Mit 2.4 und der angehängten Datei sehe ich es auch. Mit Zeilenumbruch am Ende geht es.',
      why: 'Spart der Betreuerin zehn Minuten.',
    },
    {
      when: 'outreach',
      read: 'Der Parser verliert die letzte Zeile, wenn die Datei ohne Zeilenumbruch endet.',
      text: 'Hallo Rui, dein GitHub ist wirklich beeindruckend. Lust auf eine neue Herausforderung?',
      breaks: 'reading-not-shown',
      why: 'Sagt, dass du nichts angesehen hast.',
    },
    {
      when: 'stranger',
      text: 'Hallo Rui, ich bin Mara, Recruiterin für Entwickler. Können wir reden?',
      breaks: 'nothing-read',
      why: 'Hunderte Zeilen sind öffentlich. Öffne eine.',
    },
  ],
  forbids: [
    {
      text: 'Die Nutzungsregeln verbieten, Informationen von GitHub für Spam zu nutzen oder an Recruiter und Stellenbörsen zu verkaufen, ausgelesen oder nicht.',
      source: 'https://docs.github.com/en/site-policy/acceptable-use-policies/github-acceptable-use-policies',
      asOf: '2025-06',
    },
    {
      text: 'Sie verbieten auch massenhafte unerwünschte Werbung in Issues, Pull Requests und Diskussionen.',
      source: 'https://docs.github.com/en/site-policy/acceptable-use-policies/github-acceptable-use-policies',
      asOf: '2025-06',
    },
    {
      text: 'Die Schnittstelle ist je Stunde begrenzt; die Grenze darf nicht über mehrere Konten umgangen werden.',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
      asOf: '2025-06',
    },
  ],
  profile: [
    'Dein wirklicher Name und „Recruiterin“ in der Bio. Verstecken ist schlimmer.',
    'Eine Profil-README: was du suchst, was du nie tust.',
    'Ein paar eigene Beiträge: Tippfehler, Übersetzungen, Berichte.',
  ],
  learn: 'Zwei Tage, um Issues und Reviews mit Gewinn zu lesen; für den Code länger, und du musst nicht.',
  checklist: [
    { id: 'bio', text: 'Deine Bio sagt, dass du Recruiter bist' },
    { id: 'readme', text: 'Du hast eine Profil-README' },
    { id: 'vocabulary', text: 'Du kannst Issue, Pull Request, Review und Release erklären' },
    { id: 'report', text: 'Du hast einen nützlichen Bericht oder eine Verbesserung geschickt' },
    { id: 'read', text: 'Du hast ein ganzes Review gelesen, bevor du urteiltest' },
    { id: 'no-mail', text: 'Keine Adresse in Kith stammt aus einem Commit' },
  ],
  lingo: [
    { term: 'PR', also: ['prs', 'pull request'], meaning: 'eine vorgeschlagene Änderung, offen zum Reden' },
    { term: 'LGTM', also: ['lgtm'], meaning: 'sieht für mich gut aus' },
    { term: 'WIP', also: ['wip', 'draft'], meaning: 'noch in Arbeit' },
    { term: 'Repo', also: ['repos', 'repository'], meaning: 'ein Projekt mit seiner Geschichte' },
    { term: 'Fork', also: ['geforkt'], meaning: 'eine Kopie zum Arbeiten', note: 'kein Zeichen von Können' },
    { term: 'Maintainer', also: ['betreuer'], meaning: 'wer sich um ein Projekt kümmert' },
    { term: 'CI', meaning: 'selbsttätige Tests bei jeder Änderung' },
    { term: 'Nit', also: ['nits', 'nitpick'], meaning: 'eine kleine Bemerkung im Review' },
    { term: 'Rebase', also: ['rebasen'], meaning: 'Änderungen auf den neuesten Stand setzen' },
    { term: 'Upstream', meaning: 'das ursprüngliche Projekt' },
    { term: 'Repro', also: ['reproduzieren'], meaning: 'Schritte, die einen Fehler zeigen' },
    { term: 'Bikeshedding', also: ['bikeshed'], meaning: 'lange Debatte über Kleinkram' },
    { term: 'Dogfooding', meaning: 'das eigene Produkt selbst benutzen' },
    { term: 'good first issue', meaning: 'eine Aufgabe für Neue' },
    { term: 'rtfm', meaning: 'lies das Handbuch' },
    { term: 'ack', also: ['nack'], meaning: 'einverstanden (nack: nicht)' },
  ],
}
