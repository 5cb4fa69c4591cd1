import type { Voice } from './shape.ts'

export const pt: Voice = {
  stories: {
    welding: [
      {
        titles: ['A raiz é tudo', 'Sucata é a escola mais barata'],
        lines: [
          'Um cordão bonito sobre uma raiz que vaza não engana o raio X.',
          'Gasto mais tempo no ajuste do que na solda: folga certa, chanfro limpo, pontos que eu assinaria.',
          'Purgo até o medidor mandar, espero mais um minuto e só então abro o arco.',
          'De {n} reparos por mês passamos a dois, e foi só preparação.',
          'A aprendiz passou no teste na segunda vez, eu precisei de três.',
        ],
      },
    ],
    teaching: [
      {
        titles: ['Frações com pão', 'Dez minutos de silêncio'],
        lines: [
          'Levei {n} pães e uma faca só, e não falei em denominador até quinta-feira.',
          'Eles brigaram sobre o que é justo, e a aula era essa.',
          'A regra chegou ao quadro na frase deles, não na minha.',
          'Depois do almoço lemos dez minutos, e eu leio também, na frente deles.',
          'No fim comemos a demonstração.',
        ],
      },
    ],
  },
  shorts: [
    'Turno bom, café forte, chuva em {place}. Não troco.',
    'Deixaram um bolo na sala sem bilhete. Obrigada, turno da manhã.',
    'Hoje {n} pessoas e nenhuma correria. Estranho.',
    'Rapidinho quer dizer uma hora. Comigo também.',
  ],
  comments: [
    'Obrigado por escrever isso, vou levar para a equipe.',
    'Aqui fazemos igual, só que com fita colorida.',
    'E como foram as duas primeiras semanas?',
  ],
}
