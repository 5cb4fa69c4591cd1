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
FOOD sopa guisado tarte torta bolo bolos compota geleia mel maca macas ameixa ameixas pera marmelo marmelos morangos tomate tomates batata batatas cebola cebolas alho feijao feijoes curgete abobora couve cenouras salada arroz massa molho fermento broa carcaca bolacha bolachas biscoito pudim creme chocolate alcacuz macapao gelado sorvete ovo ovos manteiga leite natas iogurte vinho cerveja sidra aguardente cha cafezinho sumo suco almoco lanche jantar piquenique especiaria sal pimenta acucar baunilha canela mostarda vinagre salsicha chourico presunto peixe bacalhau sardinha truta camarao pizza pastel pasteis panquecas queijos receita receitas frascos churrasco
ANIMAL cao caes cachorro cachorrinho gato gatos gatinho gatinhos galinha galinhas galo pato patos ganso cisne gaivota gaivotas coruja garca melro pardal andorinha andorinhas pombo corvo pega passaro passaros raposa texugo ourico esquilo rato ratos coelho coelhos lebre ovelha ovelhas cordeiro borrego cabra cabras vaca vacas vitelo vitelos touro porco leitao cavalo ponei potro burro abelha abelhas vespa vespas enxame borboleta aranha ra sapo caracol caracois lesma hamster papagaio tartaruga lontra foca baleia urso lobo corca pulgas formigas minhocas egua
HOME sofa mesa candeeiro cortina cortinas tapete parede paredes tecto chao escada escadas cave sotao barracao varanda banheira duche torneira frigorifico geladeira toalha almofada cobertor vela velas chavena caneca panela frigideira faca colher estante gaveta armario espelho janela janelas porta portas fechadura chave chaves portao cerca sebe lareira radiador aquecimento caleira azulejos tinta martelo parafusos pregos balde vassoura aspirador renda aluguel senhorio vizinhos lixo encomenda encomendas carteira guarda-chuva cachecol luva luvas chapeu gorro casaco botas sapatos meias camisola vestido estore estores caixas mudanca
PLAY filme filmes cinema serie romance romances poema poemas puzzle xadrez cartas dados guitarra violao violino violoncelo tambor trompete flauta acordeao coro contralto tenor baixo cancao cancoes musica disco danca dancar tricot croche costura ceramica pintar aguarela desenho futebol basquete tenis golfe nadar natacao remo canoa surf escalada caminhada correr corrida maratona ioga ciclismo golo gol guarda-redes penalti medalha taca estadio karaoke rifa carnaval aniversario casamento batizado sueca petanca palco
NATURE chuva chove neve nevar granizo tempestade trovoada raio vento nevoeiro sol lua estrelas nuvem nuvens geada calor seca cheia lama mar praia ondas mare rio ribeiro lago colina montanha vale floresta arvore arvores carvalho betula salgueiro folha folhas flor flores rosa rosas tulipas narcisos lilas lavanda ervas musgo feto cogumelo cogumelos sementes mudas composto terra relva grama feno campo campos prado outono inverno primavera verao ilha falesia
BODY constipacao constipado gripe tosse febre enxaqueca dentes joelho joelhos tornozelo pulso ombro anca gesso pontos cicatriz sono dormi dormir cansado cansada exausto sesta gravida bebe bebes gemeos nascimento muletas oculos penteado barba alergia alergica vacina lagrimas chorei chorar abraco triste contente preocupado nervoso orgulhosa melhoras
TRIP comboio trem autocarro onibus electrico bonde ferry barco voo aviao aeroporto plataforma bilhete bilhetes passagem horario atraso engarrafamento autoestrada estrada ponte tunel furo pneu pneus gasolina estacionar estacionamento carro bicicleta tenda campismo mala passaporte mapa viagem ferias excursao boleia carona
GADGET aplicacao aplicativo portatil notebook computador ecra tela teclado impressora carregador bateria wifi senha atualizacao versao lancamento erro bug correcao commit repositorio branch documentacao testes compilador cache servidor script plugin fonte terminal consulta indice ficheiro arquivo pasta camara camera lente auscultadores fones coluna microfone televisao
TIME terca quarta sexta sabado domingo janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro hoje tarde manha semanas mes meses ano anos dia dias hora horas minuto agora entao logo cedo desde ate depois durante pascoa momento data tempo sempre
COUNT dois duas tres quatro cinco seis sete oito nove dez onze doze quinze vinte trinta quarenta cinquenta cem mil dobro par varios duzia primeiro primeira segundo terceiro
GO vai vou vais ir ido vens veio chega chegar chegou passou sai saiu voltar volta voltou fica ficar ficou continua subir descer anda andar
MAKE faz fazer fazes faco fez feito toma tomar poe dar da deu dado trazer traz guardar deixa deixou usar acrescentar levar leva
FEEL amo adoro odeio gosto gosta ri riso sorrir saudades pena espero tomara alegre sinto piada engracado
COST custa custou custar preco precos imposto impostos comprei comprar vendi fatura tarifa caro barato desconto caucao
SCHOOL exame exames aula aulas curso cursos aluno alunos estudante estudantes semestre tese diploma notas corrigir licao
EVERY todos tudo toda todas cada ninguem metade maioria ambos
LIKE sobre entre pelo pela desde sob perto aqui ai ali ainda
`
