// "No recruiters" as people write it on their profiles. A sentence counts when it asks for that, not when it merely has the words.

const whoEn =
  "(?:tech(?:nical)? |external |third[- ]party |agency |cold |unsolicited |more |job |any )*(?:recruit(?:er|or|ing|ment)s?|head[ -]?hunters?|staffing|sourcers|(?:recruit(?:ment|ing)|staffing|employment|temp) (?:agenc(?:y|ies)|firms?|consultants?|companies))(?:['’]s)?"
const jobsEn =
  '(?:job offers?|job opportunities|jobs?|roles?|vacanc(?:y|ies)|recruit(?:ment|ing)|hiring|career opportunities|open positions?)'
const end =
  '(?:[\\s,:]*(?:please|pls|plz|thanks|thank you|thx|at all|ever|messages|e-?mails|calls|spam|in-?mails|dms|contact|approaches|requests|or|and|nor|/|&|,|agenc(?:y|ies)|recruit(?:er|ment)s?|head[ -]?hunters?|sales|sales ?(?:people|pitches)|salespeople|spammers|bots|marketers|vendors|crypto|investors))*\\s*$'

const english = [
  `^(?:(?:please|sorry|strictly|absolutely|and|so|ps),?\\s+)*no\\s+(?:(?:sales(?:people)?|spam(?:mers)?|bots|cold calls?|agencies|crypto|marketers|job offers?|messages from|calls from|emails? from)(?:\\s*(?:,|/|&|and|or|nor)\\s*(?:no\\s+)?|\\s+))*${whoEn}${end}`,
  `^(?:(?:please|sorry),?\\s+)*no\\s+(?:job offers?|recruitment (?:messages|mails?|e-?mails|calls|spam)|job spam)${end}`,
  `^(?:dear |attention |note to |hey )?${whoEn}\\s*(?:[,:–-]+\\s*|\\s)(?:(?:please|kindly),?\\s+)?(?:do not|don['’]?t|need not|no thanks|no thank you|not welcome|are not welcome|aren['’]t welcome|stay away|keep out|go away|not wanted|will be (?:ignored|blocked|reported)|not interested|i['’]?m not interested)\\b`,
  `\\b(?:do not|don['’]?t|never|stop|please refrain from|refrain from)\\s+(?:contact|contacting|message|messaging|call|calling|e-?mail|emailing|dm|dming|write|writing|approach|approaching|reach(?:ing)? out|add|adding|pitch|send|sending)\\b.{0,40}?\\b(?:if you(?: a|['’])re (?:a |an )?${whoEn}|as a ${whoEn}|(?:about|with|for|regarding|me) (?:any |new |your |a )*${jobsEn})\\b`,
  `\\b(?:not|no longer|never)\\s+(?:accept(?:ing)?|taking|interested in|open to|respond(?:ing)? to|reply(?:ing)? to|answer(?:ing)?|available (?:to|for)|talking to|working with|looking for)\\s+(?:\\w+ ){0,4}?(?:from )?${whoEn}(?=\\s|$|,|/)`,
  `\\b(?:i|we) (?:do not|don['’]?t|won['’]?t|will not|never) (?:accept|talk to|reply to|respond to|answer|work with|connect with|take calls from|want|deal with)\\s+(?:\\w+ ){0,3}?${whoEn}(?=\\s|$|,|/)`,
]

const others = [
  // German
  '^(?:bitte\\s+)?(?:absolut\\s+)?keine?n?\\s+(?:anfragen|anrufe|nachrichten|kontaktaufnahme|angebote|mails)?\\s*(?:von|durch)?\\s*(?:\\w+,\\s*)?(?:recruiter(?:n|innen)?|head ?hunter[n]?|personal(?:vermittler|berater|dienstleister|vermittlung(?:en)?|agenturen)n?|vermittler|zeitarbeit(?:sfirmen)?|job(?:angebote|anfragen)|stellenangebote)(?:[\\s,/&]*(?:und|oder|bitte|danke|anfragen|anrufe|headhunter|recruiter|recruitern|vermittler|personalvermittler|personalberater))*\\s*$',
  '\\b(?:recruiter|head ?hunter|personal(?:vermittler|berater))(?:innen|:innen|n)?\\b\\s*[:,–-]?\\s*(?:bitte\\s+(?:nicht|keine|abstand)|nein danke|unerwünscht|zwecklos)',
  '\\b(?:bitte\\s+)?(?:nicht|keine)\\b.{0,30}\\b(?:von|durch)\\s+(?:recruitern|head ?huntern|personal(?:vermittlern|beratern|dienstleistern))',
  // French
  "^(?:merci,?\\s+)?(?:pas|aucun|ni|stop)\\s+(?:de\\s+|d[’']\\s*|aux\\s+)?(?:message(?:s)? (?:de|des)\\s+)?(?:recruteu[rs]e?s?|recrutement|chasseurs? de t[eê]tes?|cabinets? de recrutement|esn|ssii)(?:\\s*(?:,|/|ni|et|ou)\\s*(?:de )?[\\wé]+)*(?:[\\s,]*(?:svp|merci|s[’']il vous pla[iî]t))*\\s*$",
  "\\b(?:recruteu[rs]e?s?|chasseurs? de t[eê]tes?|cabinets?(?: de recrutement)?)\\b[^.]{0,12}(?:s[’']abstenir|non merci|passez votre chemin)",
  '\\bne (?:me |pas )+(?:contacte[rz]|sollicite[rz]|d[eé]marche[rz]).{0,40}(?:recrut|emploi|poste)',
  // Spanish, Portuguese, Italian
  '^(?:por favor,?\\s+)?(?:no|sin|nada de|ning[uú]n)\\s+(?:a\\s+|m[aá]s\\s+)?(?:reclutador(?:es|as)?|recruiters?|cazatalentos|head ?hunters?|consultoras|ofertas de (?:trabajo|empleo))(?:[\\s,]*(?:por favor|gracias|ni \\w+))*\\s*$',
  '\\b(?:reclutador(?:es|as)?|recruiters?|cazatalentos|consultoras)\\b[^.]{0,15}(?:abstenerse|abst[eé]nganse|no contactar|no,? gracias)|\\babstenerse\\b[^.]{0,15}(?:reclutador|recruiters?|cazatalentos|consultoras)',
  '^(?:por favor,?\\s+)?(?:sem|n[aã]o|nada de|dispenso|chega de)\\s+(?:contato de\\s+|aceito\\s+(?:contato de\\s+)?|a\\s+)?(?:recrutador(?:es|as)?|recruiters?|head ?hunters?|propostas de emprego)(?:[\\s,]*(?:por favor|obrigad[oa]))*\\s*$',
  '^(?:per favore,?\\s+)?(?:no|niente|nessun|basta)\\s+(?:ai\\s+)?(?:recruiter|selezionatori|head ?hunter|cacciatori di teste|agenzie(?: per il lavoro| interinali)?|offerte di lavoro)(?:[\\s,]*(?:per favore|grazie))*\\s*$',
  // Dutch, Scandinavian, Finnish
  '^(?:alsjeblieft\\s+|svp\\s+)?geen\\s+(?:berichten van\\s+|acquisitie (?:door|van)\\s+)?(?:recruiters?|head ?hunters?|recruitment|bemiddelaars|werving(?:sbureaus)?|uitzendbureaus|detacheerders)(?:[\\s,]*(?:aub|a\\.u\\.b|svp|alsjeblieft|bedankt|of \\w+|en \\w+))*\\s*$',
  '^(?:inga|ingen|ikke)\\s+(?:rekryterare|rekruttere?rs?|rekrutterere|rekruttering(?:sfirmaer)?|head ?hunters?|headhuntere|recruiters?|bemanningsf[oö]retag)(?:[\\s,]*(?:tack|takk|tak))*\\s*$',
  '^ei\\s+(?:rekrytoi(?:jia|joita)|headhunterei(?:ta)?)(?:[\\s,]*kiitos)*\\s*$',
  // Polish, Czech, Russian, Ukrainian, Turkish
  '^(?:prosz[eę]\\s+)?(?:bez|żadnych|zadnych|stop)\\s+(?:rekruter[oó]w|rekruterkom|headhunter[oó]w|agencji|ofert pracy)\\s*$|\\brekrut(?:erom|erzy|er[oó]w)\\b[^.]{0,15}(?:dzi[eę]kuj|prosz[eę] nie|nie pisa)',
  '^(?:pros[ií]m\\s+)?(?:žádn[ií]|zadni|bez)\\s+(?:recruite[rř][iůu]?|person[aá]list[eéůu]|headhunte[rř][iůu]?|n[aá]bor[aá][rř][iůu]?)\\s*$',
  '(?:рекр[уі]т[её]р(?:ам|ов|ы|ів)?|хедхантер(?:ам|ов|ы)?|эйчар(?:ам|ов|ы)?|hr)[^.]{0,20}(?:не беспокоить|не писать|не звонить|мимо|просьба не|не турбувати)|^(?:без|никаких)\\s+(?:рекрутеров|рекрутёров|хедхантеров|рекрутерів)\\s*$',
  '^(?:lütfen\\s+)?(?:recruiter|insan kaynaklar[ıi]|headhunter)(?:lar|ler)?[^.]{0,20}(?:yazmas[ıi]n|rahats[ıi]z etmesin|ula[şs]mas[ıi]n|istemiyorum)',
  // Chinese, Japanese, Korean
  '猎头(?:请)?勿[扰擾]|獵頭(?:請)?勿擾|谢绝猎头|謝絕獵頭|不接受猎头|(?:リクルーター|ヘッドハンター|スカウト|人材紹介|エージェント)(?:の方)?(?:から)?(?:の)?(?:ご?連絡)?(?:は)?[、\\s]*(?:お断り|不要|ご遠慮)|(?:헤드헌터|리크루터|채용\\s?제안)[^.]{0,8}(?:사절|거절|사양)',
]

const patterns = [...english, ...others].map(source => new RegExp(source, 'iu'))

const clauses = (text: string) =>
  text
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .split(/[.!?\n\r•·|;。！？()[\]✋⛔🚫❌]+|\s[–—]\s|\s-\s/u)
    .map(clause => clause.replace(/^[\s*#"“”'’>:,–—-]+|[\s*#"“”'’:,–—-]+$/gu, '').trim())
    .filter(clause => clause.length >= 4 && clause.length <= 300)

/** Their own words that ask recruiters to stay away, as they stand; undefined when nothing does. */
export function refusalOfRecruiters(...texts: readonly (string | null | undefined)[]): string | undefined {
  for (const text of texts)
    for (const clause of text ? clauses(text.slice(0, 20_000)) : [])
      if (patterns.some(pattern => pattern.test(clause))) return clause.slice(0, 200)
  return undefined
}
