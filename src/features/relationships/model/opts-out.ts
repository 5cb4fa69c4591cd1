const patterns = [
  /\b(?:please )?(?:stop|quit) (?:contacting|messaging|writing(?: to)?|e-?mailing|texting|calling|bothering|spamming) (?:me|us)\b/i,
  /\b(?:do not|don['’]?t|never) (?:ever )?(?:contact|message|write(?: to)?|e-?mail|text|call) me(?: (?:again|anymore|any more|ever|please)|(?=\s*(?:$|[.!;])))/i,
  /\b(?:remove|delete|take) (?:me|my (?:data|details|profile|number|address|information))\b.{0,30}(?:list|database|system|records|contacts|data|$)/i,
  /\bleave me alone\b/i,
  /\b(?:kontaktieren|schreiben|schreib|kontaktiere) (?:sie )?mi(?:ch|r) (?:bitte )?(?:nie|nicht) (?:wieder|mehr)\b/i,
  /\b(?:lösche|löschen sie) (?:bitte )?meine (?:daten|nummer|adresse)\b|\blass(?:en sie)? mich in ruhe\b/i,
  /\bne (?:me |m['’])(?:contactez|contacte|écrivez|écris|appelez) plus\b|\bsupprime[rz]? mes données\b|\blaisse[rz]?[- ]moi tranquille\b/i,
  /\bno me (?:contact(?:es|e)|escrib(?:as|a)|llam(?:es|e)) más\b|\b(?:borr(?:a|e|en)|elimin(?:a|e|en)) mis datos\b|\bdéja(?:me|dme) en paz\b/i,
  /\bnão me (?:contat(?:e|em)|escrev(?:a|am)|lig(?:ue|uem)) mais\b|\bapague(?:m)? (?:os )?meus dados\b/i,
  /\bnon (?:contattar|scriver|chiamar)(?:mi|emi|etemi) più\b|\bcancell(?:a|i|ate) i miei dati\b/i,
  /\b(?:neem|neemt) geen contact meer (?:met mij|op)\b|\bverwijder (?:mijn|al mijn) gegevens\b|\blaat me met rust\b/i,
]

/** They want no word from us any more: more than a no to a job. */
export function optsOut(text: string): boolean {
  return patterns.some(pattern => pattern.test(text))
}
