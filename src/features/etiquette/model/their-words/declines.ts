/** How people turn work down: they stay, they have signed on, they want no such talk. */
export const TURNS_WORK_DOWN: readonly string[] = [
  // en
  "(?:i'?m|i am|we're|im) (?:\\w+ )?(?:not (?:going|moving|leaving|budging|off) ?(?:anywhere)?|staying (?:put|here|on|where)|stuck in|tied (?:in|up) (?:till|until|for)|committed (?:to|here)|sorted(?:,? thanks)?|spoken for|settled (?:here|where)|happy (?:here|as i am|where))<E>",
  "(?:i'?ve |i |have |just )(?:just |only )?(?:signed (?:on|up|a|again|for)|renewed|extended|re-signed)<S>(?:years?|months?|contract|here|season|them)<E>",
  '(?:leave|keep|skip|drop|spare|save)<S>(?:jobs?|work|offers?|vacancies|roles?|recruiting|the pitch|pitches|that)<S>(?:out|off|away|me|for someone else|to yourself)<E>|(?:no|not|without|enough|less) (?:more )?(?:job talk|jobs?|offers?|pitches|vacancies|recruiting)(?:,? (?:please|thanks|thank you|today|for me))',
  "(?:wouldn't|won't|don't|do not|would not|will not|not) (?:want|going|plan|intend|dream|look)(?:ning|ding|ing)?<S>(?:to )?(?:leave|move|change|switch|swap|quit|for (?:a|another|new) (?:job|role|position))<E>",
  "(?:not|isn't|ain't) (?:my thing|my cup of tea|one for me|the right (?:time|moment)|what i want|looking)|(?:i'?d|i would) (?:never|not) (?:leave|change|move)|(?:retire|retiring|retirement) (?:in|next|this|soon|is)",
  "(?:you can |please |just )?(?:stop|enough|quit|cut it out|give it a rest|drop it) (?:it )?with (?:the|your|these|those|all the) (?:\\w+ )?(?:jobs?|offers?|roles?|vacancies|pitches|recruiting)|(?:i'?ve|we've|i) (?:bought|put down roots|built|invested)<S>(?:here|into|this|in)<S>(?:staying|not (?:going|leaving)|home)",
  "(?:thanks|thank you|cheers|sorry|no)[,.]? (?:but )?(?:i|we) (?:really |still |just )?(?:love|like|enjoy) (?:my (?:job|work|place|team|ward|shop|school)|it (?:here|where)|where i am)|(?:don't|do not|never|please don't) (?:try to )?(?:pitch|recruit|headhunt|poach|sell)(?:ing)? (?:me|to me|us)",
  // de
  '(?:ich )?(?:bleib|bleibe|bin)<S>(?:wo ich bin|hier|da|bei (?:denen|meinem|meiner|uns)|treu|sesshaft)(?:,? danke)?(?=[.!,]|$| und| wo)',
  '(?:job|stellen)\\w*<S>(?:bitte )?(?:nicht|keine|lass|weglassen|raus|ersparen|danke nein)|(?:keine|kein|bitte keine|ohne|genug) (?:\\w+ )?(?:job\\w*|stellen\\w*|angebote?|abwerb\\w+)(?:,? (?:bitte|danke))?',
  '(?:hab|habe|haben)<S>(?:gerade |erst |eben )?(?:verlangert|unterschrieben|neu angefangen|zugesagt)<E>|(?:vertrag|bin)<S>(?:gebunden|noch \\w+ jahre|lauft noch)',
  '(?:will|mochte|werde|kann|plane)<S>(?:nicht|nie|niemals)<S>(?:weg|wechseln|gehen|umziehen|kundigen|aufhoren)<E>|(?:gehe|geh|ziehe|wechsle|wechsel)<S>(?:nicht|nie)<S>(?:weg|fort|mehr)?(?=[.!,]|$)',
  '(?:ist|ware|war)<S>(?:nichts|nicht das richtige|nicht meins|kein thema)(?: fur mich)?(?=[.!,]|$)|(?:lass|lassen wir)<S>(?:das|thema|jobs?|arbeit)<S>(?:bitte )?(?:weg|sein|drausen)',
  '(?:hor|hore|horen sie|schluss|genug) (?:bitte |doch |endlich )?(?:auf )?(?:bitte )?mit (?:den|deinen|diesen|all den) (?:\\w+ )?(?:job\\w*|stellen\\w*|angebot\\w*)|(?:gehe?|ziehe?|will|komm\\w*) (?:\\w+ )?(?:nirgends|nirgendwo|niemals)(?: ?hin| weg)?',
  '(?:danke|sorry|nein|lieb),? (?:aber )?ich (?:liebe|mag) (?:meine[nrm]?|es hier)|(?:werb|wirb|sprich|schreib) mich (?:bitte )?nicht (?:ab|an)',
  // fr
  '(?:je )?(?:reste|suis bien|me plais|ne bouge pas|bouge pas|ne pars pas)(?: tres| bien)*(?: (?:ou je suis|la ou je suis|ici|chez|dans|fidele)|(?=[.!,]|$))',
  "(?:les |d'|des |tes |vos )?(?:offres?|annonces?|propositions?|postes?)(?: d'emploi)?,? (?:non|pas|merci mais|tres peu|ce n'est pas|c'est pas)|(?:pas|plus|aucune?|assez|stop|arrete\\w*|evite\\w*|epargne)<S>(?:offres?|propositions?|annonces?|recruteurs?)<E>",
  "(?:je viens de|j'ai|on a)<S>(?:signe\\w*|resigne|renouvele|prolonge|reconduit)<E>|(?:je )?(?:n'ai pas|ai pas|aucune)<S>(?:envie|intention|projet)<S>(?:de |d')?(?:changer|bouger|partir|quitter)",
  "(?:je )?(?:ne |n')?(?:changerai|bougerai|partirai|quitterai|veux|compte|pense)<S>(?:pas|jamais)<S>(?:changer|bouger|partir|quitter)?(?=[.!,]|$)",
  "(?:arrete\\w*|stop|cess\\w+|assez) (?:\\w+ )?(?:avec|de|d')<S>(?:offres?|annonces?|postes?|propositions?|jobs?)|je (?:ne )?(?:pars|bouge|vais) (?:nulle part|pas)(?=[.!, ]|$)",
  // es
  '(?:no me|no nos)<S>(?:muevo|voy|cambio|movere|ire|interesa\\w*)<E>|(?:me quedo|aqui me quedo|sigo)<S>(?:donde estoy|aqui|como estoy|con ellos|en lo mio)|(?:estoy|estamos) bien (?:asi|aqui|donde)',
  '(?:ofertas?|propuestas?|trabajos?|vacantes?|curros?),? (?:no|ni|mejor no|gracias pero)|(?:nada de|sin|basta de|no mas|ahorrame|evita)<S>(?:ofertas?|propuestas?|trabajos?|vacantes?)<E>',
  '(?:acabo de|he|hemos|ya)<S>(?:firmar|firmado|renovar|renovado|comprometid[oa])<E>|no (?:quiero|pienso|tengo (?:pensado|intencion|ganas))<S>(?:de )?(?:cambiar\\w*|irme|moverme|dejar\\w*)',
  '(?:para|deja|basta|corta|ya)<S>con (?:las|tus|esas|tantas) (?:ofertas|vacantes|propuestas)|(?:de aqui )?no me voy|no voy a ning\\w+ (?:lado|sitio|parte)',
  // pt
  '(?:fico|continuo|estou bem|vou ficar)<S>(?:onde estou|por aqui|aqui|assim|com eles|no meu|na minha)(?=[.!,]|$| obrigad)|(?:nao (?:saio|mudo|me mudo|vou mudar|vou sair|quero sair|quero mudar|penso sair|penso mudar|tenciono))<E>',
  '(?:propostas?|ofertas?|vagas?|empregos?),? (?:nao|dispenso|obrigad[oa] mas)|(?:nada de|sem|chega de|nao quero|poupa-me|evita)<S>(?:propostas?|ofertas?|vagas?|empregos?)<E>',
  '(?:acabei de|ja|tenho)<S>(?:assin\\w+|renov\\w+|comprometid[oa])<E>',
  '(?:para|chega|deixa-te|basta)<S>(?:com as|de|das|dessas) (?:ofertas|vagas|propostas)|nao vou a lado nenhum|daqui nao saio',
  // nl
  '(?:ik )?(?:blijf|zit|ga)<S>(?:waar ik (?:zit|ben|werk)|hier|nergens heen|niet weg|goed zo)(?=[.!,]|$| hoor| dank)|(?:ik )?(?:wil|ga|zal)<S>(?:niet|nooit)<S>(?:weg|overstappen|veranderen|vertrekken|wisselen)',
  '(?:liever |graag |alsjeblieft )?(?:geen|zonder|genoeg|niks met)<S>(?:vacatures?|banen|aanbiedingen|aanbod|jobs?|werving)<E>|(?:laat|hou)<S>(?:vacatures?|banen|werk|dat)<S>(?:weg|erbuiten|achterwege)',
  '(?:hou|stop|klaar|genoeg)<S>(?:op )?met (?:die|de|je|al die) (?:\\w+ )?(?:vacatures?|banen|aanbiedingen|jobs?)|ga nergens heen',
  '(?:heb|hebben|ben)<S>(?:net|pas|zojuist|al)<S>(?:getekend|verlengd|begonnen|vastgelegd)<E>',
  // A need denied, in all six.
  '(?:bin|fuhl\\w*)<S>(?:hier|da|dort|gut|bestens)<S>(?:aufgehoben|angekommen|zuhause)<E>|(?:nein|ne|nee|ach),? lass (?:mal|gut sein|stecken)',
  "(?:not|n't) (?:\\w+ )?(?:after|hunting|chasing|needing|wanting|seeking|searching)<S>(?:jobs?|work|role|position|anything|new|change|move)<E>",
  '(?:brauche?|suche?|will|mochte)<S>(?:gerade |derzeit |momentan )?(?:nichts|keinen?)<S>(?:neue\\w*|andere\\w*|job|stelle|arbeit|wechsel)<E>',
  "(?:je )?(?:n'ai|ai|cherche|veux)<S>(?:pas|plus|aucun)<S>(?:besoin|autre|nouveau|nouvel)<S>(?:travail|emploi|poste|job|boulot)<E>",
  'no (?:\\w+ )?(?:busco|necesito|quiero|ando|estoy)<S>(?:otro|otra|nada|nuevo|nueva|buscando)<E>|(?:de momento|por ahora|ahora) no<S>(?:muev\\w+|mover\\w*|cambi\\w+|quiero)<E>',
  'nao (?:\\w+ )?(?:procuro|preciso|quero|ando|estou|to)<S>(?:outro|outra|nada|novo|nova|procura|procurando)<E>',
  '(?:zoek|wil|hoef|heb)<S>(?:geen|niks|niets)<S>(?:ander|andere|nieuw|nieuwe|nodig|baan|werk)<E>',
]
