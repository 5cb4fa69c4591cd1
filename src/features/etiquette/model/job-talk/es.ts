import { type LanguageFrames, patterns } from './frame.ts'

const { one, all, frame } = patterns({
  V: '(?:vacantes?|puestos?|plazas?|empleos?|ofertas?(?: de (?:trabajo|empleo))?|oportunidad(?:es)?(?: (?:laboral|laborales|profesional|profesionales|de trabajo))?|trabajos?|posicion(?:es)?|contratos?|becas?|curros?|chambas?)',
  WE: '(?:nosotros|nosotras|yo|mi (?:cliente|empresa|equipo|jefe|jefa|clinica|hospital)|nuestr[oa]s? (?:\\w+ ){0,2}\\w+|un cliente(?: mio)?|la empresa|el equipo|una clinica|ellos)',
  MONEY: '(?:\\d[\\d.,]*(?: ?k)? ?(?:€|eur|euros?|usd|dolares|pesos|mxn)|[€$] ?\\d[\\d.,]*)',
})

export const es: LanguageFrames = {
  innocent: [
    all(
      '<B>si (?:alguna vez |algun dia |un dia )?[^.!?\\n]{0,90}(?:pregunta(?:me|nos|d|dme)?|preguntad?me|en mi pagina|en mi perfil|dimelo|me dices|te cuento|os cuento|le cuento)[^.!?\\n]{0,30}',
    ),
    all(
      '<B>(?:tu|tus|su|sus|el|la|ese|este|vuestro) (?:\\w+ ){0,3}(?:post|articulo|entrada|charla|hilo|texto|podcast|episodio|video|comentario|pregunta|libro|nota|blog|publicacion|frase|parte|mensaje)s? (?:sobre|de|acerca de|en (?:el|la) que|titulad[oa])(?: \\S+?){1,9}?(?=[,;:.!?\\n]| (?:me|fue|es|era|esta|estuvo|y|dio|acerto)(?!\\w)|$)',
    ),
    all(
      '<B>(?:soy|me llamo|aqui|mi nombre es)(?: [\\w.,-]+){0,6}? (?:reclutadora?|recruiter|seleccionadora?|headhunter|tecnic[oa] de seleccion|cazatalentos|de seleccion)(?: (?:para|en|de|y)(?: (?!busco|tengo|tenemos|buscamos)[\\wR-]+){0,8})?',
    ),
    all(
      '<B>(?:recluto|ayudo|selecciono|conecto|me dedico a|trabajo en (?:seleccion|reclutamiento|recursos humanos|recruiting))(?: (?!y tengo|tenemos|buscamos)[\\wR-]+){0,10}',
    ),
    all(
      '<B>(?:buen|gran|excelente|buenisimo|menudo|vaya|que) (?:trabajo|curro|trabajazo)<E>(?! (?:para|te|buscas|tienes|quieres))',
    ),
    all(
      '<B>(?:(?:que|como) (?:tal|fue|va|te va|te fue|ha ido|estuvo|os va|le va)|felicidades|enhorabuena|felicitaciones|suerte|mucha suerte|me alegro|espero que)[^.!?\\n]{0,50}?<B>(?:tu|el|la|su|ese|este|tus|del|al) (?:[\\w-]+ ){0,3}(?:trabajo|puesto|empleo|curro|contrato|plaza|chamba)',
    ),
    all(
      '<B>(?:plaza (?:mayor|de|del) \\w+|oferta y demanda|oportunidad de (?:leer|ver|conocer|charlar|hablar|aprender|verte)|en el trabajo|del trabajo|trabajo en equipo|puesto de (?:control|mercado|churros)|puestos? a|puesta|posicion de soldadura|contrato social|trabajo de campo|lugar de trabajo)<E>',
    ),
    all(
      '<B>(?:dijiste|escribiste|comentaste|mencionaste|preguntaste|contaste|contabas|decias|decia|escribio|dijo usted|segun tu)[^.!?\\n]{0,90}',
    ),
    all(
      '<B>mi (?:hermana|hermano|madre|padre|mujer|marido|novia|novio|amiga|amigo|prima|primo|hija|hijo|companer[oa]|vecin[oa])<E>[^.!?\\n]{0,70}',
    ),
    all('(?:^|<B|[¿])(?:estais|estan|estas)? ?(?:contratando|buscais gente|buscan gente|contratais)[^.!?\\n]{0,20}\\?'),
    all('<B>(?:cuando) (?:contratamos|buscabamos|empece|trabajaba|estuve)[^.!?,\\n]{0,50}'),
  ],
  negation: one('<B>(?:no|ningun|ninguna|nunca|jamas|sin|nada|ni|tampoco)<E>'),
  but: /(?:,|;| -)? ?(?<![a-z])(?:pero|sin embargo|aunque|no obstante|sino|solo que)(?![a-z])/,
  frames: [
    frame(
      'hiring',
      1,
      '<B>(?:(?:estamos|estan|estoy|esta)(?: \\w+){0,2} (?:contratando|reclutando|ampliando (?:el|nuestro) (?:\\w+ )?(?:equipo|plantilla)|incorporando|seleccionando|entrevistando)|contratamos|ampliamos (?:el |nuestro )?(?:equipo|plantilla)|incorporamos|se contrata|se incorpora)<E>',
    ),
    frame(
      'seeking',
      1,
      '<B>(?:buscamos|estamos (?:\\w+ )?buscando|estoy (?:\\w+ )?buscando|busco|necesitamos|necesito|nos (?:falta|faltan|hace falta|hacen falta)|(?:<WE>) (?:\\w+ ){0,2}(?:busca|buscan|necesita|necesitan|esta buscando|quiere incorporar|precisa)|se busca|se buscan|se necesita|se necesitan|se precisa|precisamos|queremos (?:contratar|incorporar|fichar)|queremos)<GAP>(?:<R>|gente (?:para|como|con)|personas? (?:para|como|con)|alguien (?:como|con|para|que (?:sepa|pueda|lidere|tenga))|personal<E>|manos<E>|candidat[oa]s?|talento|fichar|refuerzos)(?! (?:que me explique|para charlar))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:tenemos|tengo|tiene|tienen|hay|abrimos|ofrecemos|ofrezco|ofrece|se ha abierto|se abre|se abrio|ha salido|ha surgido|surgio|salio|cubrir|cubrimos|llevo|gestiono|queda|quedan|sale|abierto|(?:una|un|la|dos|tres|varias|el) (?=(?:<V>)<GAP>(?:abiert\\w*|disponible\\w*|libre|vacante)))<GAP><B>(?:vacantes?|puestos? (?:de|para|en|que|libre\\w*|abierto\\w*|disponible\\w*|vacante\\w*|como)|puestos?(?=[.!?,]|$)|plazas? (?!mayor)|empleos?|ofertas?|oportunidad(?:es)?(?! de (?:leer|ver|conocer|charlar|hablar))|posicion(?:es)?|trabajo (?:para|de|en|como)|curro)',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:vacantes?|puestos?|plazas?|ofertas?|oportunidad(?:es)?|posicion(?:es)?|trabajos?|empleos?)<E><GAP>(?:que (?:te|le|os) (?:puede\\w*|podria\\w*|encaj\\w*|interes\\w*|gust\\w*|va)|para (?:ti|usted|vosotros)<E>|encaja\\w*|interesarte|interesarle|perfect[oa]s? para|ideal(?:es)? para|con nosotros|en nuestr[oa]|disponibles?|abiert[oa]s?|inmediata|te interesa\\w*)',
    ),
    frame(
      'vacancy',
      0.9,
      '<B>(?:una|la|esta|nuevas?|otras?|sobre|alguna|un|nuevo|de|por) (?:\\w+ ){0,2}(?:oportunidad(?:es)? (?:laboral\\w*|profesional\\w*|de (?:trabajo|empleo|carrera)|en|interesante|que|con)|oferta de (?:trabajo|empleo)|puesto de (?:trabajo )?(?:<R>)?|vacantes?|oportunidad)<E>(?! de (?:leer|ver|conocer))',
    ),
    frame(
      'open-to',
      1,
      '(?:<B>(?:estarias|estaria|estas|esta|estais|te|le|os|seria|serias|quieres|quiere|quisieras|abiert[oa]|interesad[oa]|considerarias|consideraria|considerar|escuchar|escuchas|escucharias|valorarias|valoraria|apetece|gustaria|interesa|interesaria|animas|plantearias|plantea))<GAP>(?:oportunidad\\w*|<B>vacante|<B>puesto<E>|nuevos? (?:retos?|proyectos?|trabajos?|puestos?|desafios?|rumbos?|horizontes)|nuevas? (?:etapa|aventura|oportunidad|posicion|experiencia|propuesta)\\w*|un cambio|cambiar (?:de|tu)|cambio (?:de|profesional|laboral)|ofertas?|propuestas?(?: laboral\\w*)?|trabajar (?:con|en|para) (?:nosotros|nuestr\\w+|una?)|unirte|incorporarte|formar parte|dar el salto|algo nuevo|carrera|de trabajo)',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:(?:estas|esta|sigues|sigue|te sientes|se siente|eres|estais)<GAP>(?:content[oa]|feliz|a gusto|satisfech[oa]|comod[oa]|valorad[oa]|bien)<GAP>(?:donde (?:estas|esta|trabajas)|en (?:tu|su|el|la|ese|esa) (?:\\w+ )?(?:trabajo|puesto|empresa|empleo|equipo|hospital|clinica|curro)|con (?:tu|su) (?:\\w+ )?(?:trabajo|puesto|empresa|empleo|sueldo|salario|jefe|jefa|situacion|curro|contrato)|ahi<E>|alli|trabajo actual|laboralmente|en (?!casa|espana|mexico)[a-z]+\\s?\\?))',
    ),
    frame(
      'move',
      1,
      '<B>(?:pensad[oa]|pensando|piensas|planteas|planteado|planteando|considerad[oa]|ganas|apetece|listo|lista|momento|tienta|valorad[oa]|imaginas|ves|gustaria|dispuest[oa])<GAP>(?:cambiar (?:de|tu)|(?:un |hacer un |dar un )?cambio(?= (?:de (?:trabajo|empresa|aires|empleo|puesto|hospital)|profesional|laboral)|[.!?,]|$)|dar el salto|nuevo reto|nuevos retos|nueva etapa|proximo paso|siguiente paso|dejar (?:tu|el|la)|mudarte de empresa|algo nuevo|moverte|cambiar)<E>(?! (?:el|la|de (?:tema|base de datos|turno)))|<B>que (?:tendria que|te haria|haria falta|necesitarias)<GAP>(?:cambiar|irte|venir\\w*|dejar|mover\\w*|plantear\\w*)',
    ),
    frame(
      'growing',
      0.6,
      '<B>(?:estamos (?:\\w+ )?(?:creciendo|expandiendo\\w*|montando|formando|construyendo|abriendo|ampliando)|crecemos|(?:<WE>) (?:\\w+ ){0,2}(?:crece|creciendo|abre|abrimos|monta|esta creciendo|se expande)|abrimos (?:un|una|dos)|montamos un equipo)<E>',
    ),
    frame(
      'came-to-mind',
      0.6,
      '<B>(?:pense en (?:ti|usted)|(?:he|hemos|habia) pensado en (?:ti|usted)|pensamos en (?:ti|usted)|me acorde de (?:ti|usted)|me viniste|te me viniste|me vino (?:a la mente|a la cabeza) (?:tu|su)|(?:alguien|gente|personas?|perfil(?:es)?) como (?:tu|usted|el tuyo|el suyo|la tuya|ti)|(?:tu|su) (?:perfil|experiencia|trayectoria|nombre|curriculum)<NEAR>(?:encaja\\w*|me (?:ha )?(?:llamado|llamo|parece|gusta)|nos|coincide|cuadra\\w*|interes\\w*|seria|salio|es ideal|destac\\w*))',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:(?:encajarias|encajaria|serias|seria usted|podrias (?:ser|encajar)|te veo|le veo|te vemos|harias|nos encantaria (?:tenerte|contar|que))<GAP>(?:perfect\\w*|ideal|muy bien|genial|en (?:nuestr\\w+|el equipo|este puesto|mi)|con nosotros|contigo|equipo|la persona|buen\\w*|fichaje|tenerte))',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:unete a (?:nuestr\\w+|nosotros|el equipo)|unete(?=[.!?]|$)|unirte a (?:nosotros|nuestr\\w+|un equipo|el equipo|una empresa)|unirse a (?:nosotros|nuestr\\w+)|incorporarte|incorporarse a|formar parte de(?:l| nuestr\\w+| un) ?(?:equipo)?|(?:ven|venir|vente|trabajar|trabaja|venirte)(?: \\w+)? (?:con|para|a|en) (?:nosotros|nuestr\\w+|mi equipo)|trabajar con nosotros|te queremos en)(?! (?:canal|sala|charla|meetup|grupo|al canal))',
    ),
    frame(
      'pay',
      1,
      '<MONEY>(?: ?(?:-|a|y) ?<MONEY>)?(?: ?(?:brut|net)\\w*)? ?(?:/|por|la|al|el|a la) ?(?:h|hora|mes|ano|dia|noche|semana|turno)?<E>(?<=(?:h|hora|mes|ano|dia|noche|semana|turno|brutos|netos|anuales|mensuales))',
    ),
    frame(
      'pay',
      1,
      '<B>(?:sueldo|salario|remuneracion|retribucion|pagan|pagamos|paga|prima|bonus|incentivos|beneficios)<NEAR>(?:competitiv\\w+|atractiv\\w+|<MONEY>|mejor\\w*|superior|muy bien|bien|hasta|de (?:entrada|fichaje|bienvenida)|negociable|interesante|mas)|<B>(?:buen|mejor|excelente|mas|doble de) (?:sueldo|salario|pagad\\w+)|<B>(?:expectativas? salarial\\w*|cuanto (?:ganas|cobras|gana|cobra)(?! (?:por|de) )|banda salarial|rango salarial|preaviso|(?:tu|su) (?:sueldo|salario) actual)<E>',
    ),
    frame(
      'cv',
      1,
      '<B>(?:(?:tu|su|el|un|vuestro) (?:\\w+ )?(?:cv|curriculum(?: vitae)?|hoja de vida|curriculo)(?: actualizad[oa])?)<E>(?! (?:parser|ciego))|<B>(?:envia\\w*|manda\\w*|pasa\\w*|compart\\w*|adjunt\\w*|enviar\\w*|mandar\\w*|recibir) (?:\\w+ ){0,2}(?:cv|curriculum|hoja de vida|candidatura)|<B>(?:postula(?:te|rte|rse|r)?|aplica (?:aqui|ya|en|a la)|inscribete|solicita (?:el|la) (?:puesto|plaza)|presenta tu candidatura|echa el cv)<E>|<B>entrevista de trabajo con nosotros',
    ),
    frame(
      'advert',
      1,
      '<B>(?:oferta de (?:trabajo|empleo)|ofertas de (?:trabajo|empleo)|descripcion del puesto|anuncio de empleo|la oferta|la vacante)<E><GAP>(?:aqui|enlace|link|http|adjunt\\w*|te (?:la )?(?:paso|envio|mando|puede|podria|interesa)|:|para ti|interes\\w*|compart\\w*)|<B>(?:te|le|os) (?:paso|envio|mando|comparto|adjunto|dejo)<NEAR>(?:oferta|vacante|descripcion del puesto|puesto)|<B>(?:jornada (?:completa|parcial)|contrato (?:indefinido|fijo|temporal)|tiempo completo|media jornada|incorporacion inmediata)<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:(?:conoces|conoce|conoceis|sabes de|sabe de|sabeis de|conoceras|conocerias)|(?:a )?quien(?:es)? (?:conoces|conoce|recomiendas|recomendarias|me recomiendas)|algun (?:conocido|contacto|companero|amigo)|alguien (?:en|de|entre) (?:tu|su|tus|sus)|(?:puedes|podrias|puede|podria) (?:recomendar\\w*|presentar\\w*|ponerme|pasarme)|me recomiendas|recomiendame|se te ocurre|se le ocurre|en tu (?:red|entorno)|corre la voz|pasa la voz|comparte (?:con|esto|la|esta)|compartelo)<GAP>(?:<R>|<V>|busque|buscando|interesad[oa]|interes\\w*|cambiar|encaj\\w*|disponible|quiera|le pueda|trabajar (?:con|en))',
    ),
    frame(
      'referral',
      1,
      '(?:<R>|<V>)[^\\n]{0,80}<B>(?:conoces a alguien|conoce a alguien|sabes de alguien|alguien en tu (?:red|entorno)|a quien conoces|se te ocurre alguien|me recomiendas a alguien)<E>',
    ),
    frame('role', 0.35, '<R>'),
    frame(
      'chat',
      0.3,
      '<B>(?:una (?:charla|llamada|conversacion)|hablar (?:un momento|unos minutos|sin compromiso)|tomar un cafe|10 minutos|15 minutos|sin compromiso|confidencial\\w*|charlar)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:te (?:interesa|interesaria|apetece|suena|gustaria)|le (?:interesa|interesaria|gustaria)|estarias (?:abiert[oa]|interesad[oa])|que te parece\\?|te cuento mas)<E>',
    ),
    frame(
      'vacancy',
      0.5,
      '<B>(?:una|buena|gran|nueva|esta) oportunidad<E>(?! de (?:leer|ver|conocer|charlar|hablar|aprender))',
    ),
    frame('open-to', 1, '<B>(?:buscas|busca usted|estas buscando)<NEAR>(?:trabajo|empleo|algo nuevo|curro|cambiar)'),
    frame(
      'came-to-mind',
      1,
      '<B>(?:encajarias|encajas|encajaria usted|te necesitamos|te queremos)<NEAR>(?:en (?:nuestr\\w+|el equipo|mi|este|la)|con nosotros|muy bien|perfectamente|aqui)',
    ),
    frame('pay', 1, '<B>(?:sueldo|salario|paga)<E><GAP>\\d[\\d.,]*'),
    frame(
      'growing',
      0.6,
      '<B>(?:nos falta gente|faltos de personal|cortos de personal|falta de personal en (?:nuestr\\w+|la))<E>',
    ),
    frame('pay', 1, '<B>(?:ganar|ganarias|cobrar|cobrarias) (?:mas|mejor|el doble)<E>'),
    frame('join-us', 1, '<B>(?:te|le) necesitamos en (?:el|nuestr\\w+) '),
  ],
}
