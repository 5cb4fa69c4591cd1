export const pt = `
I eu me mim meu minha meus minhas
YOU tu te ti voce voces vc si contigo
YOUR teu tua teus tuas seu sua seus suas
WE nos nosso nossa nossos connosco conosco
THEY eles elas ele ela lhe
SOMEONE alguem pessoa pessoas amigo amiga amigos colega colegas conhecido gente
WHO quem qual
WHAT
HOW como quanto quantos
WHEN quando
WHY porque
IF se
WOULD seria serias poderia podia gostaria gostavas gostarias toparia teria terias queria querias consideraria encaixaria encaixavas ias aceitaria faria mudavas
CAN posso podes pode
NOT nao nunca nada nenhum nenhuma sem jamais nem
ONLY so apenas somente
PROMISE prometo tranquila tranquilo vendo vender
HAVE tenho tens tem temos ha
THERE ha existe
FOR para por pra como
AT em com na no
MORE mais melhor melhores
NEW novo nova novos novas outro outra outros outras proximo proxima noutro
EVER ja alguma vez
GREAT perfeito perfeita ideal otimo otima maravilha exatamente justo
NICE bom boa belo bela lindo otimo
STAFF pessoal reforco reforcos maos substituto substituta candidato candidatos funcionario funcionarios
ORG hospital clinica lar escola universidade faculdade laboratorio empresa empresas companhia escritorio banco loja supermercado rede hotel restaurante cozinha padaria bar oficina fabrica obra armazem quinta fazenda adega teatro orquestra museu camara prefeitura startup empregador construtora estaleiro transportadora farmacia salao estudio plantao clinicas lares creche colegio jardim-de-infancia queijaria lagar estufa viveiro vacaria matadouro peixaria talho frutaria florista cabeleireiro otica oculista cantina refeitorio cafe cafetaria pizzaria lanchonete pousada hostel residencial camping termas zoo circo opera cinema jornal revista radio editora tribunal notario cartorio prisao policia exercito marinha bombeiros igreja paroquia embaixada consulado academia conservatorio observatorio posto posto-de-saude upa funeraria seguradora consultora empreiteira imobiliaria comboios metro aeroporto porto mina pedreira refinaria central parque ong fundacao sindicato clube ginasio cooperativa frigorifico multinacional firma grupo fabricas hoteis hospitais serracao carpintaria grafica fundicao cervejaria destilaria padarias vinicola usina
CLIENT cliente clientes
TEAM equipa equipe time turma brigada quadro
BOSS chefe patrao patroa gerente dono dona diretor diretora encarregado
RIVAL concorrencia concorrente
NEED precisa precisamos precisam preciso falta faltam urgente urgencia jeito desesperadamente precisa-se preencher precisam-se precisando precisar carece carecem rasca aflitos desfalcada desfalcado necessita necessitam
SEEK procura procuramos procuram procuras procurando procuro busca buscamos procura-se procure atras
HIRE contratar contratando contrata contratamos contratava-te contrataria contrata-se recrutar admitir montar
RECRUITER recrutador recrutadora recrutadores recruto recrutamento rh seleciono
GROW crescer crescendo crescemos aumentar expandir abrimos montando ampliar
VACANCY vaga vagas livre aberta aberto lugar lugares abriu abre estagio estagios bolsa bolsas contrato efetivo clt carteira
JOB vaga emprego trabalho cargo posicao posto funcao serventia
WORK trabalhar trabalhando trabalha trabalhas oficio
OFFER oferta ofertas oferecer oferecesse oferecessem oferecem oferecemos proposta propostas desse
OPP oportunidade oportunidades ocasiao chance
OPENTO aberto aberta disponivel disposto disposta pronto pronta
INTEREST interessa interessa-te interessado interessada topa topas alinhas alinha interesse dizes apetece interessaria toparia aceitavas aceitaria tentador curioso curiosa ouvias ouviria
CHANGE mudar mudanca trocar mudas muda mudares ares mudasses mudavas mudaria trocaria trocavas trocasse recomecar
LEAVE sair saires largar deixar deixares ias sais saido saisse largado saisses largava largaria fartares cansares despedires demitir demissao
HAPPY feliz satisfeito satisfeita contente bem farto farta inquieta inquieto tratam
NOWPLACE atual atualmente
PAY salario salarios pagam paga pagamos ganhas ganha ganharia ganhavas limpos ordenado brutos paga-se pagariam pagavam pagar pago aumento ordenados vencimento vencimentos holerite decimo-terceiro comissao bonus liquidos subsidio vale
PERK fins semana alojamento moradia casa carro teletrabalho sextas ferias horario bonus remoto mudanca transporte visto diarias dormir
CONTRACT contrato efetivo aviso previo clt
ENDS acaba termina vence fim
START comecar comeca inicio imediato
SHIFT turno turnos plantao noite noites
FULLTIME inteiro integral meio periodo efetivo temporada
CV curriculo cv curriculum referencias
APPLY candidatar candidatar-te candidata-te candidate-se candidatura inscreve inscreva-se concorrer
INTERVIEW entrevista entrevistas entrevistar-te
TRIAL teste experiencia
KNOW conheces conhece sabes sabe
REFER indicar indicas recomendar recomende indique nome nomes apresentar indicado
THINKOF lembrei pensei pensado lembrou cabeca surgiu
FIT encaixaria encaixavas encaixa perfil luva somaria combina
JOIN juntar-te integrar vir vires venha vem vieste
CALL chamada ligar falar falamos conversar cafe minutos tempinho conhecer-te
TELL mando mandar manda mandar-me enviar envia contar conto mostrar detalhes passo passar
SOMETHING algo coisa alguma
CONSIDER pensaste pensou pensado imaginas imagina consideraria ves-te pensarias
CAREER carreira futuro desafio desafios passo
DESERVE mereces merece desperdicado desperdicada desaproveitado valorizam subvalorizada mal
RELOCATE mudavas-te mudaria mudar-se
EXPERIENCE experiencia perfil talento maos
CONGRATS parabens aniversario natal
LUCK sorte forca
THANKS obrigado obrigada agradeco valeu
GREET ola oi
BYE amanha descanso abraco beijinhos
PIECE artigo texto post fio comentario livro historia palestra
READ li lido gostei rir visto adorei marcou
WROTE escreveu escreveste disseste disse contaste
FAMILY irmao irma marido mulher filha filho mae pai primo vizinho filhos
PAST era estava foi ontem passado passada altura
FIX conserte consertar arranjar afine avariou quebrou
THING forno casa apartamento receita trator caldeira bicicleta gato cao pao massa queijo foto fotos serra carrinha horta telhado vindima
EVENT quiz caminhada festa mercado clube jogo feira concerto
ASK pergunta perguntar perguntar-te duvida curiosidade
PAGE pagina site
NEWS radio noticias greve jornal acordo mercado
HARD dificil pior duro
SELF sou chamo-me chamo
DONE encontraram achaste terminado provei
OUT fora longe
UP cima
WANT quero quer queres queria quiser
PLACE lugar sitio assento canto
GOODAT talento maos paciencia carta carteira titulo certificado qualificado
URGE ja urgente prazo quanto antes
RUMOUR ouvi dizem rumor passarinho contaram
SHARE partilhem compartilhem marca voz divulguem passem
VISIT passa vem visitar ver
LISTEN ouvir ouvias ouviria escutar
MAYBE talvez quica
`
