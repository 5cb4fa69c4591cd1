import { type Frame, patterns } from '../frame.ts'

const { frame } = patterns({
  CLIENT:
    '(?:(?:o )?(?:meu|minha|nosso|nossa|um dos meus) (?:cliente|clientes|chefe|diretor|diretora)|a empresa (?:que represento|para quem))',
})

export const pt: readonly Frame[] = [
  frame(
    'came-to-mind',
    1,
    '<B><CLIENT><NEAR>(?:gostava|gostaria|quer|queria|adorava|adoraria|deseja|tem vontade)<NEAR>(?:de )?(?:te |o |a )?(?:conhecer|falar com|ver|entrevistar|encontrar)',
  ),
  frame(
    'came-to-mind',
    1,
    '<B>(?:alguem|gente|uma pessoa|pessoas|um perfil) como (?:tu|voce|o senhor|a senhora)<GAP>(?:faria|fazia|faz falta|falta|precis\\w+|procur\\w+|encaix\\w+|seria|jeito|bem-vind\\w+)|<B>(?:precis\\w+|procur\\w+|falta|lugar para|faz-nos falta)<NEAR>(?:alguem|gente|uma pessoa) como (?:tu|voce)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:surgiu|apareceu|chegou-me|tenho|ha|saiu|pintou)<NEAR><B>(?:algo|uma coisa|justamente|o lugar|o sitio)<GAP>(?:proximo passo|passo seguinte|para (?:ti|voce|si)|(?:seu|teu) proximo|certo|ideal|interessar\\w*)',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:tenho|temos|ha) (?:exatamente |justamente )?(?:o (?:lugar|sitio|cargo) certo|o que (?:procuras|procura|precisas)|algo para (?:ti|voce))',
  ),
  frame('move', 1, '<B>(?:onde|como) (?:te ves|(?:voce )?se ve)<GAP>(?:anos?|meses)<E>'),
  frame(
    'happy-there',
    1,
    '<B>(?:ainda|continuas|continua|estas|esta|gostas|gosta)<NEAR>(?:gostas|gosta|feliz|bem|satisfeit[oa]|de estar|contente)<GAP><B>(?:ai|onde (?:estas|esta)|na (?:tua|sua) \\w+|no (?:teu|seu) \\w+)<E>(?=[^.!?\\n]{0,40}(?:\\?|outras|procur))|<B>(?:a ver|vendo|a olhar para|procurando) (?:outras coisas|outra coisa|la fora)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:que|quanto|qual)<NEAR>(?:salario|ordenado|ganhar|receber|pretensao|vencimento|remuneracao)<GAP>(?:quer\\w*|gostar\\w*|gostava\\w*|esper\\w+|pretend\\w+|tua|sua|pedes|salarial)',
  ),
  frame(
    'pay',
    0.8,
    '<B>\\d[\\d.,]*(?: ?k| mil)? ?(?:€ |euros? |reais )?(?:limpos?|liquidos?|brutos?|por mes|por ano|a hora|mensais|anuais)<E>',
  ),
  frame(
    'pay',
    1,
    '<B>(?:pagamos|pagam|pagariamos|pagavamos|oferecemos|damos)(?:-te|-lhe)?<NEAR>(?:mais|o dobro|melhor)<E>',
  ),
  frame(
    'advert',
    0.5,
    '<B>(?:fins de semana livres|sem fins de semana|fim de semana livre|teletrabalho|home ?office|tempo inteiro|meio periodo|com carrinha|carro da empresa|contrato sem termo|carteira assinada|alojamento incluido|de segunda a sexta|folga aos domingos)<E>',
  ),
  frame(
    'open-to',
    0.5,
    '<B>(?:topa|topas|toparia|te interessa|interessa-te|interessad[oa]|tens interesse|tem interesse|alinhas|bora|que (?:me )?dizes|o que (?:acha|achas)|anima|animas-te)\\s?\\?',
  ),
  frame(
    'referral',
    1,
    '<B>(?:alguem|quem|amig[oa]s?|colegas?|conhecid[oa]s?|irm[ao]|vizinh[oa]|R+)<GAP>(?:que )?(?:esteja|procure|procura|procurando|queira|quer|gostasse|gostaria|precise|tenha interesse|a procura)<NEAR><B>(?:de )?(?:trabalh\\w+|emprego|vaga|um contrato|mudar|algo novo|trampo)<E>',
  ),
  frame(
    'referral',
    1,
    '<B>(?:a |o )?(?:tua|teu|sua|seu) (?:colega|irma|irmao|amig[oa]|vizinh[oa]|prim[oa]|marido|mulher|namorad[oa]|filh[oa])<NEAR>(?:teria interesse|tem interesse|interessad[oa]|gostaria|gostava|quereria)<GAP><B>(?:contrato|vaga|trabalho|trabalhar|emprego|lugar|cargo)<E>',
  ),
  frame(
    'referral',
    0.5,
    '<B>(?:perguntas|pergunta|podes perguntar|pode perguntar|passas|passa|espalha) (?:por ai|ai|a palavra|aos teus|a tua malta)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:posso|podia|poderia|queria|gostava de|deixa-me)<NEAR>(?:falar|contar|apresentar)(?:-te|-lhe)?<NEAR><B>(?:de|sobre|uma|um|duma|dum)<NEAR><B>(?:vaga|posicao|cargo|oferta|emprego|oportunidade|lugar)<E>',
  ),
  frame(
    'vacancy',
    1,
    '<B>(?:estou a |a |vou )?(?:preencher|preenchendo)<NEAR><B>(?:a |o |uma |um )?(?:direcao|chefia|vaga|cargo|lugar|lideranca|posicao|coordenacao|gerencia)<E>|<B>(?:abriu|abre|abriram|lancou)<NEAR><B>(?:concurso|vagas?|candidaturas)<E> (?:para|de)',
  ),
  frame(
    'move',
    1,
    '<B>(?:ja )?(?:pensaste|pensou|ponderaste|pensas|pensa)<NEAR><B>(?:em )?(?:sair|mudar|largar|deixar|trocar|ir embora)<E>|<B>se (?:um dia|algum dia|alguma vez)?<NEAR>(?:quiser\\w*|tiver\\w* vontade|apetecer)<NEAR>(?:mudar|sair|algo novo|outra coisa|novos ares)',
  ),
  frame(
    'cv',
    1,
    '<B>(?:aviso previo|entrevista (?:connosco|conosco|com o meu cliente|na (?:segunda|terca|quarta|quinta|sexta))|dia de teste|candidata-te|concorre)<E>',
  ),
  frame(
    'join-us',
    1,
    '<B>(?:que tal|queres|quer|gostavas de|gostaria de|apetece-te|bora|anda|venha|vem)<NEAR>(?:vir |ir )?(?:trabalhar|cozinhar|conduzir|fazer parte)<NEAR>(?:com a gente|connosco|conosco|para nos|na nossa|no nosso|da nossa|do nosso)<E>',
  ),
]
