import type { KnownLanguage } from '../language.ts'
import { patterns } from './frame.ts'

const { all } = patterns({})

/** Senses that the words of work have in any trade: what a whole profession earns, how they came to it, a tool's place or job. */
export const innocentSenses: Readonly<Record<KnownLanguage, readonly RegExp[]>> = {
  en: [
    all(
      '<B>(?:leave|leaving|walk out of|get out of|quit) (?:the|a|your|that|this|my)? ?(?:cinema|film|party|house|bed|sofa|bath|sauna|pub|match|concert|theatre early|table|garden)<E>',
    ),
    all(
      '<B>(?:speak|speaking|talk|talking|spoken|say (?:it|that)) from (?:\\w+ )?experience<E>|<B>(?:three|two|four|3|2) for (?:two|one|the price of \\w+|2|1)<E>|<B>on (?:special )?offer (?:this week|today|until|till|at|in the (?:shop|market))<E>',
    ),
    all(
      '[^.!?\\n]{0,120}<B>(?:what happened to|whatever happened to|what was wrong with|what became of) the (?:old|last|previous) (?:one|R+)',
    ),
    all(
      '<B>what(?: was it that)? (?:made|got|brought|led|drew|drove|convinced) (?:you|u)(?! (?:to )?(?:consider|listen))[^.!?\\n]{0,60}',
    ),
    all(
      '<B>(?:good luck|best of luck|fingers crossed|break a leg|hope|how (?:was|did|were)|all the best)[^.!?\\n]{0,30}<B>(?:interview|trial shift|trial day|assessment)s?<E>[^.!?\\n]{0,30}',
    ),
    all(
      "<B>(?:i'm|i am|im|my name is|this is|it's) [\\w'-]+(?: [\\w'-]+)?(?:,| and|, and|\\.) (?:i )?(?:find|look for|place|recruit|hire|source|seek|match) (?:people|staff|crew|folks|R+|[a-z-]{3,}s)(?: [\\wR-]+){0,3} (?:for|into|with|in) (?!our|my|the<E>|a<E>|an<E>)[^.!?\\n]{0,50}",
    ),
    all(
      '<B>(?:what|how|when|why)(?: was it that)? (?:made|got|brought|led|drew|took|did|convinced|pushed) (?:you|u)(?: to| into| ever)? ?(?:move|moving|leave|leaving|switch|switching|change|changing|become|join|start|quit|give up|trade|swap)[^.!?\\n]{0,60}',
    ),
    all(
      "<B>(?:nurses|carers|drivers|teachers|cooks|chefs|farmers|people|workers|staff|cleaners|they|everyone|nobody|the trade|the job|apprentices|students|R+) (?:really |all |certainly |just )*(?:should|deserve|ought to|need to|must|could|would|don't|do not|aren't|are)(?: not)?(?: be| get| earn| have)?[^.!?\\n]{0,14}(?:better|more|higher|fair(?:er)?|proper(?:ly)?|paid|pay|wages?)[^.!?\\n]{0,24}",
    ),
    all(
      '<B>(?:fill|filling|filled) (?:the|a|an|my|your|in) (?:\\w+ )?(?:role of|form|gap|tank|position paper|hole|kettle|glass)[^.!?\\n]{0,30}',
    ),
  ],
  de: [
    all(
      '<B>(?:aus|von) (?:dem|der|einem|einer|deinem|deiner) (?:kino|film|bett|haus|sofa|bad|sauna|kneipe|konzert|party|tisch|garten)<E>[^.!?\\n]{0,16}',
    ),
    all(
      '<B>(?:sprech\\w*|red\\w*|sag\\w*)(?: \\w+){0,2} aus (?:\\w+ )?erfahrung<E>|<B>aus (?:eigener )?erfahrung<E>(?: sprech\\w*)?|<B>(?:drei|zwei|vier) (?:zum preis von|fur|furs?) (?:zwei|eins|einen?|einem|drei)<E>|<B>(?:ist|sind|gibt es|gerade|heute|diese woche) (?:\\w+ ){0,2}im angebot<E>(?! (?:eine? )?(?:stelle|job))',
    ),
    all(
      '<B>ich (?:suche|finde|vermittle|rekrutiere) (?:leute|menschen|personal|mitarbeiter) (?:fur|an|in) (?!ein|d(?:ie|en|as|er|em)<E>|unser|mein|den<E>)[\\wR-]+(?:(?: und|,) [\\wR-]+)*(?=[.!,\\n]|$)',
    ),
    all('[^.!?\\n]{0,120}<B>was (?:war|ist|wurde) (?:mit|aus) (?:dem|der|den) (?:alten|letzten|vorigen)<E>'),
    all(
      '<B>(?:viel gluck|viel erfolg|daumen|toi toi toi|hoffe|alles gute|wie (?:war|lief))[^.!?\\n]{0,30}<B>(?:vorstellungsgesprach|bewerbungsgesprach|probetag|probearbeiten|bewerbung)\\w*',
    ),
    all(
      '<B>(?:wie|warum|wann|was) (?:bist|hat|haben|kamst|kam|sind)<NEAR>(?:du|dich|sie|ihr)<NEAR>(?:zum|zur|dazu|in den|gewechselt|gebracht|bewogen|umgestiegen)[^.!?\\n]{0,50}',
    ),
    all(
      '<B>(?:pflege\\w*|pfleger\\w*|fahrer|lehrer\\w*|koche|bauern|leute|sie|alle|azubis|handwerker|der beruf|die arbeit|R+)(?: \\w+){0,2} (?:gehort|gehoren|sollte|sollten|musste|mussten|verdient|verdienen)[^.!?\\n]{0,20}(?:besser|mehr|anstandig|fair|hoher)[^.!?\\n]{0,24}',
    ),
  ],
  fr: [
    all(
      "<B>(?:sortir|quitter|partir|lever) (?:de |du |d'|la |le |une |un )*(?:cinema|film|fete|lit|maison|canape|bain|sauna|bar|match|concert|table|jardin)<E>",
    ),
    all(
      "<B>(?:parl\\w*|dis|sais)(?: \\w+)? (?:d'|par )experience<E>|<B>(?:trois|deux|3|2) (?:pour|achetes?,?) (?:deux|le prix|un|2|1)<E>|<B>en (?:promo\\w*|reclame)<E>",
    ),
    all(
      '<B>je (?:cherche|trouve|recrute|place) (?:des gens|du monde|du personnel|des personnes) (?:pour|dans|a) (?:des |les )?(?!une?<E>|la<E>|le<E>|notre|mon<E>|ma<E>)[\\wR-]+(?:(?: et|,) (?:des |les )?[\\wR-]+)*(?=[.!,\\n]|$)',
    ),
    all(
      "<B>(?:bonne chance|bon courage|merde|j'espere|je croise|comment s'est)[^.!?\\n]{0,36}<B>(?:entretien|journee d'essai|candidature)\\w*",
    ),
    all(
      "<B>(?:je suis|moi c'est|je m'appelle) [\\w'-]+(?: [\\w'-]+)?(?:,| et) (?:je |j')?(?:recrute|cherche|trouve|place)<NEAR>(?:gens|monde|personnel|personnes|R+)? ?(?:pour|dans|en) (?:des|les|le)<E>[^.!?\\n]{0,50}",
    ),
    all(
      "<B>(?:qu'est-ce qui|comment|pourquoi|quand) (?:t'a|vous a|tu as|tu es|vous etes|es-tu|as-tu)<NEAR>(?:fait|pousse\\w*|amene\\w*|passe\\w*|devenu\\w*|venu\\w*|change\\w*|quitte\\w*)[^.!?\\n]{0,50}",
    ),
    all(
      '<B>(?:les (?:\\w+-?\\w* ){0,2}\\w+|le metier|on|ils|elles|tout le monde) (?:devrai(?:t|ent)|merite(?:nt|rait|raient)?|doivent|doit)[^.!?\\n]{0,16}(?:mieux|plus|davantage|payee?s?)[^.!?\\n]{0,24}',
    ),
  ],
  es: [
    all(
      '<B>(?:salir(?:te|se)?|irte|levantarte|marcharte|dejar) (?:de |del |la |el |una |un )*(?:cine|pelicula|fiesta|cama|casa|sofa|bano|sauna|bar|partido|concierto|mesa|jardin)<E>',
    ),
    all(
      '<B>(?:hablo|digo|se|cuento|lo digo)(?: \\w+)? por (?:propia )?experiencia<E>(?: propia)?|<B>(?:tres|dos|3|2) (?:por|x) (?:dos|uno|2|1)<E>|<B>esta\\w* (?:\\w+ )?(?:de|en) oferta<E>(?! (?:de|la) )',
    ),
    all(
      '<B>(?:busc\\w+|alquil\\w+|necesit\\w+) (?:\\w+ )?(?:piso|casa|habitacion|garaje|local|las gafas|sofa|coche|furgo\\w*|entradas)<E>[^.!?\\n]{0,60}',
    ),
    all(
      '<B>(?:busco|encuentro|selecciono|coloco) (?:gente|personal|personas) (?:para|en) (?!un[oa]?<E>|la<E>|el<E>|nuestr|mi<E>)[\\wR-]+(?:(?: y|,) [\\wR-]+)*(?=[.!,\\n]|$)',
    ),
    all('<B>(?:suerte|animo|espero|como (?:fue|te fue)|que tal)[^.!?\\n]{0,30}<B>(?:entrevista|dia de prueba)\\w*'),
    all(
      "<B>(?:soy|me llamo) (?:la |el )?[\\w'-]+(?: [\\w'-]+)?(?:,| y) (?:busco|selecciono|encuentro|recluto|coloco)<NEAR>(?:gente|personal|personas|R+|[a-z]{3,}s)<NEAR>(?:para|en) (?!nuestr|mi<E>|un<E>|una<E>|el<E>|la<E>)[^.!?\\n]{0,50}",
    ),
    all('<B>(?:que|como|por que|cuando) te (?:llevo|hizo|animo|empujo|trajo|dio por)[^.!?\\n]{0,60}'),
    all(
      '<B>(?:l[ao]s (?:[\\wR]+ ){0,2}?[\\wR]+|el oficio|la gente|todos|nadie) (?:\\w+ )?(?:deberian?|tendrian? que|merecen?|tienen? que)[^.!?\\n]{0,16}(?:mas|mejor|digno|justo|pagad\\w+)[^.!?\\n]{0,24}',
    ),
  ],
  pt: [
    all(
      '<B>(?:sair(?:es)?|levantar(?:es)?(?:-te)?|deixar(?:es)?) (?:de |da |do |a |o |uma |um )*(?:cinema|filme|festa|cama|casa|sofa|banho|sauna|bar|jogo|concerto|mesa|jardim)<E>',
    ),
    all(
      '<B>(?:falo|digo|sei|conto)(?:-\\w+)?(?: \\w+)? por experiencia<E>(?: propria)?|<B>leva\\w* (?:tres|dois|3|2)(?:,| e)? (?:pague?|paga) (?:dois|um|2|1)<E>|<B>(?:esta\\w*|em) (?:\\w+ )?(?:em promocao|de oferta|em oferta)<E>',
    ),
    all(
      '<B>(?:vagas?|lugar(?:es)?) (?:para|pra|de|na|no) (?:estacion\\w+|carro|mota|moto|creche|curso|parque|garagem|aparcar|parar)<E>[^.!?\\n]{0,30}',
    ),
    all(
      '<B>(?:procuro|encontro|recruto|coloco) (?:gente|pessoal|pessoas) (?:para|em) (?!uma?<E>|a<E>|o<E>|noss|meu<E>|minha<E>)[\\wR-]+(?:(?: e|,) [\\wR-]+)*(?=[.!,\\n]|$)',
    ),
    all('<B>(?:boa sorte|forca|espero|como (?:foi|correu))[^.!?\\n]{0,30}<B>(?:entrevista|dia de teste)\\w*'),
    all(
      "<B>(?:sou|me chamo|chamo-me) (?:a |o )?[\\w'-]+(?: [\\w'-]+)?(?:,| e) (?:procuro|recruto|encontro|busco|seleciono|coloco)<NEAR>(?:gente|pessoal|pessoas|R+|[a-z]{3,}s)<NEAR>(?:para|em|de) (?!noss|a noss|o noss|uma<E>|um<E>)[^.!?\\n]{0,50}",
    ),
    all(
      '<B>(?:que|como|por que|porque|quando|o que) (?:te|o|a) (?:levou|fez|animou|empurrou|trouxe|convenceu)[^.!?\\n]{0,60}',
    ),
    all(
      '<B>(?:[ao]s (?:[\\wR]+ ){0,2}?[\\wR]+|o oficio|a gente do|todos|ninguem) (?:\\w+ )?(?:deviam?|deveriam?|mereciam?|merecem?|tinham? que|tem que)[^.!?\\n]{0,16}(?:mais|melhor|digno|justo|pag\\w+)[^.!?\\n]{0,24}',
    ),
  ],
  nl: [
    all(
      '<B>(?:uit|van) (?:de|het|een|je) (?:bioscoop|film|bed|huis|bank|bad|sauna|kroeg|concert|feestje|tafel|tuin)<E>(?: (?:te )?(?:gaan|lopen|weglopen|komen))?',
    ),
    all(
      '<B>(?:spreek|zeg|praat|weet)(?: \\w+)? uit (?:eigen )?ervaring<E>|<B>(?:drie|twee|vier|3|2) (?:halen,? (?:twee|een|2|1) betalen|voor de prijs van (?:twee|een|2|1))<E>|<B>in de (?:aanbieding|reclame)<E>',
    ),
    all(
      '<B>ik (?:zoek|werf|vind|bemiddel) (?:mensen|personeel|medewerkers) (?:voor|aan|in) (?!een<E>|de<E>|het<E>|ons<E>|mijn<E>|onze<E>)[\\wR-]+(?:(?: en|,) [\\wR-]+)*(?=[.!,\\n]|$)',
    ),
    all(
      '<B>(?:succes|sterkte|hoop|duim|hoe (?:was|ging))[^.!?\\n]{0,30}<B>(?:sollicitatiegesprek|sollicitatie|proefdag|meeloopdag)\\w*',
    ),
    all(
      "<B>(?:ik ben|ik heet|mijn naam is) [\\w'-]+(?: [\\w'-]+)?(?:,| en) (?:ik )?(?:zoek|werf|vind|plaats|help|bemiddel) (?:mensen|personeel|R+|[a-z]{3,}(?:en|s))(?: [\\wR-]+){0,2} (?:voor|in|aan) (?!ons|onze|mijn|een<E>|het<E>)[^.!?\\n]{0,50}",
    ),
    all(
      '<B>(?:hoe|waarom|wanneer|wat) (?:ben|heeft|bent|bracht|kwam|deed)<NEAR>(?:je|jou|u)<NEAR>(?:gekomen|terechtgekomen|gebracht|overgestapt|gegaan|besluiten|overgehaald|begonnen)[^.!?\\n]{0,50}',
    ),
    all(
      '<B>(?:de (?:[\\wR]+ ){0,2}?[\\wR]+|het vak|ze|iedereen|mensen|R+) (?:hoort|horen|zou|zouden|verdient|verdienen|moet|moeten|mag|mogen)[^.!?\\n]{0,20}(?:beter|meer|eerlijk\\w*|hoger)[^.!?\\n]{0,24}',
    ),
  ],
}
