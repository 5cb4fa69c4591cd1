import { type LanguageFrames, patterns } from './frame.ts'

const { one, all, frame } = patterns({
  V: '(?:vagas?|empregos?|oportunidades?(?: de (?:trabalho|emprego|carreira)| profissiona(?:l|is))?|posic(?:ao|oes)|cargos?|ofertas?(?: de (?:emprego|trabalho))?|lugar(?:es)? na equip[ae]|contratos?|bolsas?|estagios?|propostas? de (?:trabalho|emprego)|trampos?)',
  WE: '(?:nos|eu|a gente|o meu (?:cliente|chefe|time)|meu (?:cliente|chefe|time)|minha (?:empresa|equipe|equipa)|(?:o |a )?noss[oa]s? (?:\\w+ ){0,2}\\w+|um cliente(?: meu)?|a empresa|a equip[ae]|o time|uma clinica|eles)',
  MONEY: '(?:\\d[\\d.,]*(?: ?k| ?mil)? ?(?:€|eur|euros?|reais|usd|dolares)|(?:r\\$|€|\\$) ?\\d[\\d.,]*(?: ?k| ?mil)?)',
})

export const pt: LanguageFrames = {
  innocent: [
    all(
      '<B>(?:se|quando) (?:um dia |algum dia |alguma vez )?(?:voce|tu|quiser\\w*|quiseres|tiver\\w*)[^.!?\\n]{0,80}(?:pergunt\\w*|na minha pagina|no meu perfil|e so (?:dizer|falar|perguntar)|me avisa que|eu conto|conto-te|te conto)[^.!?\\n]{0,30}',
    ),
    all(
      '<B>(?:teu|tua|teus|seu|sua|seus|o|a|esse|este) (?:\\w+ ){0,3}(?:post|artigo|texto|palestra|thread|podcast|episodio|video|comentario|pergunta|livro|nota|blog|publicacao|frase|parte|mensagem)s? (?:sobre|de|acerca de|em que|intitulad[oa])(?: \\S+?){1,9}?(?=[,;:.!?\\n]| (?:me|foi|e|estava|acertou|ficou|ajudou)(?!\\w)|$)',
    ),
    all(
      '<B>(?:sou|eu sou|aqui e|me chamo|chamo-me|meu nome e|o meu nome e)(?: [\\w.,-]+){0,6}? (?:recrutadora?|recruiter|headhunter|selecionadora?|de recrutamento|caca-talentos)(?: (?:para|em|de|na|no|e)(?: (?!procuro|tenho|temos|estamos)[\\wR-]+){0,8})?',
    ),
    all(
      '<B>(?:recruto|ajudo|seleciono|conecto|trabalho (?:em|com|no|na) (?:recrutamento|selecao|rh|recursos humanos))(?: (?!e tenho|temos|estamos)[\\wR-]+){0,10}',
    ),
    all('<B>(?:bom|otimo|excelente|belo|grande|que|baita) (?:trabalho|trampo)<E>'),
    all(
      '<B>(?:(?:como (?:foi|esta|vai|correu|anda|tem sido|e|voce)|parabens|boa sorte|felicidades|espero que|fico feliz|que bom))[^.!?\\n]{0,50}?<B>(?:teu|seu|sua|tua|no|na|o|a|pelo|pela|ao|esse|do|da) (?:[\\w-]+ ){0,3}(?:trabalho|emprego|cargo|vaga|posicao|estagio|trampo|contrato)',
    ),
    all(
      '<B>(?:oportunidade de (?:ler|ver|conhecer|conversar|falar|aprender|te)|vagas? (?:de (?:estacionamento|garagem)|lembranca|ideia|memoria)|vagas de garagem|posicao (?:de soldagem|gps|na fila|do)|no trabalho|trabalho (?:em equipe|de campo|manual)|oferta e procura|contrato social|local de trabalho)<E>',
    ),
    all(
      '<B>(?:(?:voce|tu) (?:disse|escreveu|mencionou|perguntou|contou|falou|comentou)|disseste|escreveste|mencionaste|perguntaste|contaste)[^.!?\\n]{0,90}',
    ),
    all(
      '<B>(?:minha|meu) (?:irma|irmao|mae|pai|mulher|esposa|marido|namorad[oa]|amig[oa]|prim[oa]|filh[oa]|colega|vizinh[oa])<E>[^.!?\\n]{0,70}',
    ),
    all('(?:^|<B)(?:voces )?(?:estao|estais)? ?(?:contratando|a contratar|a recrutar)[^.!?\\n]{0,20}\\?'),
    all('<B>quando (?:contratamos|procuravamos|comecei|trabalhava)[^.!?,\\n]{0,50}'),
  ],
  negation: one('<B>(?:nao|nenhum|nenhuma|nunca|jamais|sem|nada|nem|tampouco)<E>'),
  but: /(?:,|;| -)? ?(?<![a-z])(?:mas|porem|contudo|no entanto|todavia|so que|embora)(?![a-z])/,
  frames: [
    frame(
      'hiring',
      1,
      '<B>(?:(?:estamos|estao|estou|esta|to|tamos|ta)(?: \\w+){0,2} (?:contratando|recrutando|a contratar|a recrutar|ampliando (?:o|a|nossa|nosso) (?:time|equip[ae])|a (?:aumentar|reforcar|alargar) (?:a|o) (?:nossa )?(?:equip[ae]|time)|selecionando|aumentando (?:o|a) (?:time|equipe))|contratamos|recrutamos|contrata-se|reforcar a (?:nossa )?equip[ae])<E>',
    ),
    frame(
      'seeking',
      1,
      '<B>(?:procuramos|estamos (?:\\w+ )?(?:procurando|a procura|a procurar|buscando|atras|em busca)|(?:estou|to) (?:\\w+ )?(?:procurando|a procura|a procurar|buscando|atras|em busca)|buscamos|busco|procuro|precisamos|preciso|faltam?(?:-nos)?|(?:<WE>) (?:\\w+ ){0,2}(?:procura|procuram|precisa|precisam|busca|buscam|quer contratar|esta procurando|esta a procura|precisando)|procura-se|procuram-se|precisa-se|queremos (?:contratar|trazer)|queriamos)<GAP>(?:<R>|gente (?:para|como|com)|pessoas? (?:para|como|com)|alguem (?:como|com|para|que (?:saiba|possa|lidere|tenha))|pessoal (?:para|qualificado)|candidat[oa]s?|talentos?|reforcos?|maos<E>)(?! (?:que me explique|para conversar))',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:temos|tenho|tem|ha|abrimos|abriu|abriram|abriu-se|abre-se|oferecemos|ofereco|oferece|surgiu|surgiram|apareceu|preencher|preenchemos|estou com|estamos com|existe|existem|saiu|(?:uma|a|duas|tres|varias) (?=(?:vagas?|posic(?:ao|oes)|oportunidades?)<GAP>(?:abert\\w*|disponive\\w*|livre)))<GAP><B>(?:vagas?|empregos?|oportunidades?(?! de (?:ler|ver|conhecer|conversar|falar))|posic(?:ao|oes) (?:de|para|em|abert\\w*|na|no)|posicao(?=[.!?,]|$)|cargos?|ofertas?|propostas?|trabalho (?:para|de|em|como)|lugar na (?:nossa )?equip[ae])',
    ),
    frame(
      'vacancy',
      1,
      '<B>(?:vagas?|ofertas?|oportunidades?|posic(?:ao|oes)|cargos?|empregos?|propostas?)<E><GAP>(?:que (?:te|lhe|pode\\w*|combina\\w*|e a (?:sua|tua) cara)|para (?:ti|voce|si)<E>|pra (?:ti|voce)|combina\\w*|interess(?:ar|e|a)\\w*|perfeit[oa]s? p|ideal p|a (?:sua|tua) cara|connosco|conosco|n[oa] noss[oa]|disponive\\w*|abert[oa]s?|imediat\\w*)',
    ),
    frame(
      'vacancy',
      0.9,
      '<B>(?:uma|a|esta|essa|novas?|outras?|sobre|alguma|um|de|numa|por) (?:\\w+ ){0,2}(?:vagas?|oportunidades? (?:de (?:trabalho|emprego|carreira)|profissiona\\w+|em|na|no|interessante|que|com)|oferta de emprego|proposta de (?:trabalho|emprego)|oportunidade)<E>(?! (?:de (?:ler|ver|conhecer|garagem|estacionamento)|lembranca|ideia))',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:estaria|estarias|esta|estas|estao|voce|tu|te|lhe|seria|serias|toparia|topa|topas|aceitaria|aceitarias|quer|queres|quiser|gostaria|gostarias|abert[oa]|interessad[oa]|disponivel|consideraria|considerarias|considerar|ouvir|pensaria|interess\\w+|animaria|encararia|disposto|disposta)<GAP>(?:oportunidade\\w*(?! de (?:ler|ver|conhecer))|<B>vagas?<E>|nov[oa]s? (?:desafios?|projetos?|empregos?|trabalhos?|cargos?|rumos?|ares|etapa|aventura|posicao|experiencia|proposta|propostas|passo)|uma mudanca|mudar (?:de|seu|teu)|mudanca de|ofertas?|propostas?|trabalhar (?:com a gente|conosco|connosco|para nos|para uma?|n[oa] noss\\w+|com nos)|juntar(?:-se|-te)? a (?:nos|nossa|nosso)|fazer parte|algo novo|carreira|emprego)',
    ),
    frame(
      'happy-there',
      1,
      '<B>(?:(?:esta|estas|continua|continuas|se sente|sentes-te|te sentes|anda|andas|ta|es|e)<GAP>(?:feliz|content[ea]|satisfeit[oa]|a vontade|valorizad[oa]|bem|realizad[oa]|motivad[oa])<GAP>(?:onde (?:esta|estas|trabalha|trabalhas|voce esta)|n[oa] (?:seu|teu|sua|tua|atual|empresa|trabalho|emprego|hospital|clinica|equip[ae])|no (?:atual )?(?:trabalho|emprego|cargo)|com (?:o |a )?(?:seu|teu|sua|tua) (?:\\w+ )?(?:trabalho|emprego|empresa|salario|chefe|cargo|situacao|contrato)|ai<E>|atualmente no|emprego atual|trabalho atual|profissionalmente|na [a-z]+\\s?\\?))',
    ),
    frame(
      'move',
      1,
      '<B>(?:pensou|pensaste|pensando|pensado|pensa|pensas|a pensar|considerou|consideraste|vontade|pronto|pronta|momento|hora|tentado|tentada|afim|imagina|imaginas|gostaria|gostarias|disposto|disposta)<GAP>(?:mudar de (?:emprego|empresa|trabalho|ares|area|hospital|vida)|mudar(?=[.!?,]|$)|uma mudanca|mudanca (?:de|na) (?:emprego|carreira|empresa|trabalho)|novo desafio|novos desafios|nova etapa|proximo passo|sair (?:da|do|dai)|trocar de (?:emprego|empresa|trabalho)|algo novo|novos ares)<E>|<B>o que (?:te|lhe|faria|precisaria|seria preciso|e preciso)<GAP>(?:mudar|sair|vir|trocar|aceitar|mudasse|mudares|saires)',
    ),
    frame(
      'growing',
      0.6,
      '<B>(?:estamos (?:\\w+ )?(?:crescendo|a crescer|expandindo|a expandir|montando|a montar|formando|a formar|construindo|abrindo|a abrir|ampliando)|crescemos|(?:<WE>) (?:\\w+ ){0,2}(?:cresce|crescendo|a crescer|abre|monta|expande|ta crescendo)|vamos abrir)<E>',
    ),
    frame(
      'came-to-mind',
      0.6,
      '<B>(?:(?:pensei|pensamos) (?:logo |imediatamente |na hora )?em (?:ti|voce|si)|lembrei(?:-me)? (?:logo )?(?:de|do) (?:ti|voce|seu|teu)|lembramos de (?:voce|ti)|(?:voce|tu) me veio|(?:alguem|gente|pessoas?|perfis?|profissionais) como (?:voce|tu|o teu|o seu|ti)|(?:seu|teu|tua|sua) (?:perfil|experiencia|percurso|nome|trajetoria|curriculo)<NEAR>(?:encaixa\\w*|chamou|combina\\w*|interess\\w*|agrad\\w*|seria|surgiu|apareceu|e ideal|destac\\w*|encaix\\w*|bate|me pareceu))',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:(?:encaixaria|encaixarias|seria|serias|voce seria|daria|darias|te vejo|vejo voce|adorariamos|gostariamos)<GAP>(?:perfeit\\w*|ideal|muito bem|otim[oa]|n[oa] (?:noss\\w+|equip[ae]|time)|conosco|connosco|com a gente|a pessoa|excelente|reforco|ter voce|ter-te|contar (?:com|contigo)))',
    ),
    frame(
      'join-us',
      1,
      '<B>(?:(?:junte-se|junta-te|se junte|juntar-se|juntares-te|juntar) (?:a|ao) (?:nos|noss\\w+|time|equip[ae])|junte-se a nos|venha (?:trabalhar|fazer parte)|vem (?:trabalhar|fazer parte|pro nosso|para a nossa|para o nosso)|fazer parte d[oa] (?:noss[oa]|time|equip[ae])|integrar (?:a|o) (?:nossa|nosso|equip[ae]|time)|trabalhar (?:conosco|connosco|com a gente|para nos|na nossa|no nosso)|entrar (?:no|na|para o|para a) (?:nosso|nossa|time|equip[ae]))(?! (?:canal|sala|grupo|palestra|conversa))',
    ),
    frame(
      'pay',
      1,
      '<MONEY>(?: ?(?:-|a|e) ?<MONEY>)?(?: ?(?:brut|liquid)\\w*)? ?(?:/|por|ao|a|a cada) ?(?:h|hora|mes|ano|dia|noite|semana|turno|plantao)<E>',
    ),
    frame(
      'pay',
      1,
      '<B>(?:salario|ordenado|remuneracao|vencimento|pagamos|paga|pagam|bonus|premio|beneficios|pacote)<NEAR>(?:competitiv\\w+|atrativ\\w+|atraente|<MONEY>|melhor\\w*|superior|muito bem|bem|ate|de entrada|de assinatura|negociavel|acima|mais|compativel)|<B>(?:bom|melhor|excelente|mais|dobro do|otimo) (?:salario|ordenado)|<B>(?:pretensao|expectativas?|pretensoes) salaria\\w*|<B>quanto (?:voce )?(?:ganha|ganhas|recebe)|<B>faixa salarial|<B>(?:seu|teu) salario atual',
    ),
    frame(
      'cv',
      1,
      '<B>(?:(?:seu|teu|o|um|vosso) (?:\\w+ )?(?:cv|curriculo|curriculum(?: vitae)?)(?: atualizad[oa])?)<E>(?! (?:parser|cego|lattes de))|<B>(?:envi\\w*|mand\\w*|pass\\w*|partilh\\w*|compartilh\\w*|anex\\w*|receber) (?:\\w+ ){0,2}(?:cv|curriculo|candidatura)|<B>(?:candidate-se|candidata-te|candidatar-se|se candidat\\w+|inscreva-se na vaga|concorr\\w+ a vaga)|<B>entrevista de emprego (?:conosco|connosco)',
    ),
    frame(
      'advert',
      1,
      '<B>(?:oferta de emprego|descricao da vaga|anuncio (?:da vaga|de emprego)|link da vaga|a vaga|proposta de trabalho)<E><GAP>(?:aqui|link|http|anexo|te (?:mando|envio|passo)|:|para (?:ti|voce)|interess\\w*|partilh\\w*|abaixo|segue)|<B>(?:mando|envio|passo|partilho|compartilho|segue|deixo)<NEAR>(?:oferta de emprego|<B>vaga<E>|descricao da vaga)|<B>(?:tempo (?:inteiro|integral|parcial)|contrato (?:sem termo|efetivo|clt|permanente|pj)|regime clt|inicio imediato|entrada imediata|home office|vaga (?:clt|pj|efetiva|remota|hibrida))<E>',
    ),
    frame(
      'referral',
      1,
      '<B>(?:(?:conhece|conheces|conhecem|sabe de|sabes de|conheceria)|(?:quem|alguem) (?:conhece|conheces|voce conhece|tu conheces|que voce conhe\\w*|recomenda\\w*|indica\\w*)|algum (?:conhecido|contato|contacto|colega|amigo)|alguem (?:na|do|da|no|entre) (?:sua|tua|seu|teu|os)|(?:pode|podes|poderia|podias|consegue) (?:me )?(?:indicar|recomendar|apresentar|sugerir)|me indica|indica(?:s|-me)? alguem|lembra(?:s-te)? de alguem|na (?:sua|tua) rede|passe adiante|passa a palavra|compartilhe? com|partilha com|alguma indicacao)<GAP>(?:<R>|<V>|procur\\w+|interessad[oa]|interess\\w*|mudar|encaix\\w*|disponivel|queira|trabalhar (?:com|na|no)|trocar)',
    ),
    frame(
      'referral',
      1,
      '(?:<R>|<V>)[^\\n]{0,80}<B>(?:conhece alguem|conheces alguem|sabe de alguem|alguem na (?:sua|tua) rede|quem voce conhece|indica alguem|lembra de alguem)<E>',
    ),
    frame('role', 0.35, '<R>'),
    frame(
      'chat',
      0.3,
      '<B>(?:uma (?:conversa|chamada|ligacao)|bater um papo|conversar (?:um pouco|rapidamente|sem compromisso)|tomar um cafe|10 minutos|15 minutos|sem compromisso|confidencia\\w*|papo rapido)<E>',
    ),
    frame(
      'open-to',
      0.5,
      '<B>(?:te (?:interessa|interessaria)|(?:teria|tem|tens|terias) interesse|interessa-te|estaria (?:abert[oa]|interessad[oa])|o que (?:acha|achas)\\?|topa\\?|toparia)<E>',
    ),
    frame(
      'vacancy',
      0.5,
      '<B>(?:uma|boa|otima|nova|esta|essa|grande) oportunidade<E>(?! de (?:ler|ver|conhecer|conversar|falar|aprender))',
    ),
    frame(
      'open-to',
      1,
      '<B>(?:voce |tu )?(?:procura|procuras|esta procurando|estas a procura|esta buscando|busca)<NEAR>(?:trabalho|emprego|algo novo|uma oportunidade|nova oportunidade)<E>',
    ),
    frame(
      'came-to-mind',
      1,
      '<B>(?:encaixaria|encaixarias|encaixa|encaixas)<NEAR>(?:n[oa] (?:noss\\w+|equip[ae]|time|meu|minha)|muito bem|perfeit\\w*|conosco|connosco|aqui|com a gente)',
    ),
    frame('pay', 1, '<B>(?:pagamos|pagam|paga|salario|ordenado|vencimento|remuneracao)<E><GAP>\\d[\\d.,]*'),
    frame('growing', 0.6, '<B>(?:falta de pessoal n[oa] noss\\w+|estamos com falta de gente|equipe desfalcada)<E>'),
    frame('pay', 1, '<B>(?:ganhar|ganharia|ganharias|receber) (?:mais|melhor|o dobro)<E>'),
    frame('join-us', 1, '<B>(?:precisamos de (?:ti|voce)) (?:n[oa])<E>'),
  ],
}
