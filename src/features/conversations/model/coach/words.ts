/** Small words that carry no matter: how somebody uses them is their manner of speaking. */
export const manners = ['i', 'we', 'you', 'not', 'but', 'and', 'maybe', 'very'] as const
export type Manner = (typeof manners)[number]

const split = (text: string) => new Set(text.split(' '))

export const FUNCTION_WORDS: Readonly<Record<string, Readonly<Record<Manner, ReadonlySet<string>>>>> = {
  en: {
    i: split("i me my mine myself i'm i've i'd i'll"),
    we: split("we us our ours we're we've we'd we'll"),
    you: split("you your yours yourself you're you've you'd you'll"),
    not: split("no not never don't doesn't didn't can't won't isn't aren't wasn't nothing none"),
    but: split('but though although however still yet'),
    and: split('and also plus or so because'),
    maybe: split('maybe perhaps might could would probably possibly guess think'),
    very: split('very really so truly absolutely totally definitely extremely incredibly'),
  },
  de: {
    i: split('ich mich mir mein meine meinen meiner meinem'),
    we: split('wir uns unser unsere unseren unserem unserer'),
    you: split('du dich dir dein deine deinen sie ihnen ihr ihre ihren'),
    not: split('nicht kein keine keinen nie niemals nichts nein'),
    but: split('aber doch jedoch obwohl trotzdem'),
    and: split('und auch oder weil also denn'),
    maybe: split('vielleicht könnte würde wohl wahrscheinlich möglicherweise eventuell glaube denke'),
    very: split('sehr wirklich echt total absolut unbedingt ganz extrem'),
  },
  fr: {
    i: split("je moi mon ma mes me j'ai j'aime"),
    we: split('nous notre nos'),
    you: split('tu toi ton ta tes te vous votre vos'),
    not: split('ne pas non jamais rien aucun'),
    but: split('mais cependant pourtant quoique'),
    and: split('et aussi ou donc car parce'),
    maybe: split('peut-être pourrait pourrais serait probablement crois pense'),
    very: split('très vraiment trop absolument totalement tellement'),
  },
  es: {
    i: split('yo me mi mis mí'),
    we: split('nosotros nos nuestro nuestra nuestros'),
    you: split('tú tu tus te ti usted ustedes su sus'),
    not: split('no nunca nada ninguno ninguna'),
    but: split('pero aunque sin embargo'),
    and: split('y también o porque así'),
    maybe: split('quizá quizás podría sería probablemente creo pienso'),
    very: split('muy realmente totalmente absolutamente tan'),
  },
}

/** What recruiters say and nobody else, with what people say. */
export const JARGON: Readonly<Record<string, readonly (readonly [said: string, plain: string])[]>> = {
  en: [
    ['reach out', 'write'],
    ['reaching out', 'writing'],
    ['touch base', 'talk'],
    ['circle back', 'come back to it'],
    ['leverage', 'use'],
    ['synergies', 'what fits together'],
    ['exciting opportunity', 'what it is, in plain words'],
    ['talent pool', 'people we know'],
    ['skill set', 'what you can do'],
    ['value proposition', 'what is good about it'],
    ['at your earliest convenience', 'when you have time'],
    ['fast-paced', 'busy'],
    ['rockstar', 'the real name of the work'],
    ['ninja', 'the real name of the work'],
    ['bandwidth', 'time'],
    ['deep dive', 'a closer look'],
    ['moving forward', 'from now on'],
    ['stakeholders', 'the people concerned'],
    ['onboarding', 'the first weeks'],
    ['requisition', 'opening'],
    ['as per', 'as in'],
  ],
  de: [
    ['spannende herausforderung', 'was es ist, in klaren Worten'],
    ['zeitnah', 'bald, am besten mit Tag'],
    ['diesbezüglich', 'dazu'],
    ['mehrwert', 'was es bringt'],
    ['talentpool', 'Leute, die wir kennen'],
    ['kandidatenprofil', 'was Sie können'],
    ['skillset', 'was du kannst'],
    ['hands-on', 'praktisch'],
    ['onboarding', 'die ersten Wochen'],
    ['proaktiv', 'von selbst'],
    ['abholen', 'zuhören'],
    ['touchpoint', 'Gespräch'],
  ],
  fr: [
    ['opportunité passionnante', 'ce que c’est, en mots simples'],
    ['monter en compétences', 'apprendre'],
    ['vivier', 'des gens que nous connaissons'],
    ['revenir vers vous', 'vous réécrire'],
    ['dans les meilleurs délais', 'bientôt, avec un jour'],
    ['challenge', 'travail'],
  ],
  es: [
    ['oportunidad apasionante', 'qué es, en palabras sencillas'],
    ['sinergias', 'lo que encaja'],
    ['a la mayor brevedad', 'pronto, con un día'],
    ['proactivo', 'por iniciativa propia'],
    ['dinámico entorno', 'mucho trabajo'],
  ],
}

export const ADDRESS: Readonly<Record<string, { familiar: RegExp; polite: RegExp }>> = {
  de: {
    familiar: /(?<![\p{L}])(?:du|dich|dir|dein\p{L}*|euch|euer)(?![\p{L}])/iu,
    polite: /(?<![\p{L}])(?:Ihnen|Ihre?[mnrs]?)(?![\p{L}])|(?<=[\p{L},] )Sie(?![\p{L}])/u,
  },
  fr: {
    familiar: /(?<![\p{L}])(?:tu|toi|ton|tes|t['’]\p{L}+)(?![\p{L}])/iu,
    polite: /(?<![\p{L}])(?:(?<!chez )vous|votre|vos)(?![\p{L}])/iu,
  },
  es: {
    familiar: /(?<![\p{L}])(?:tú|tu|tus|contigo|estás|tienes|eres|quieres|puedes)(?![\p{L}])/iu,
    polite: /(?<![\p{L}])(?:usted|ustedes)(?![\p{L}])/iu,
  },
}

export const GREETING =
  /^\s*(?:dear|hi|hey|hello|good (?:morning|afternoon|evening|day)|greetings|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|cher|chère|bonjour|bonsoir|salut|estimad[oa]s?|hola|buen(?:os|as) (?:días|tardes|noches)|olá|oi|bom dia|boa tarde|beste|geachte|dag|hoi)(?![\p{L}])[^.!?\n]{0,40}?[,!.\n]/iu
export const SIGN_OFF =
  /(?:^|[\n.!?]\s*)((?:(?:kind|best|warm|many) )?(?:regards|wishes)|best|cheers|yours(?: sincerely)?|sincerely|mit (?:freundlichen|besten|lieben) grüßen|(?:viele|liebe|beste|herzliche|schöne) grüße|mfg|lg|vg|cordialement|bien à vous|amicalement|saludos|un (?:saludo|abrazo)|atentamente|abraços?|cumprimentos|groet(?:jes|en)?)[ ,.!\n-]*(?:[\p{L}.'-]+(?: [\p{L}.'-]+)?)?\s*$/iu
/** A new thought is announced. */
export const TURN =
  /^(?:by the way|btw|also|another thing|one more thing|separately|on another note|ps|p\.s\.|oh and|and one|speaking of|übrigens|außerdem|noch was|noch etwas|ach ja|apropos|nebenbei|au fait|d['’]ailleurs|autre chose|sinon|por cierto|además|otra cosa|aliás|a propósito|trouwens|nog iets)(?![\p{L}])/iu
