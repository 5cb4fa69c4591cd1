import type { Voice } from './shape.ts'

export const es: Voice = {
  stories: {
    nursing: [
      {
        titles: ['El relevo en tres frases', 'Noches en planta'],
        lines: [
          'Nuestro relevo duraba {n} minutos y la mitad era sobre gente que ya estaba en casa.',
          'Ahora son tres frases: qué ha cambiado, qué me preocupa y qué pasa antes de las seis.',
          'Lo de la preocupación es lo más importante, y lo que más nos costó decir en voz alta.',
          'Lo hacemos junto a la cama, y el paciente nos corrige.',
          'El primer timbre de la noche ya casi nunca es una sorpresa.',
        ],
      },
    ],
    farming: [
      {
        titles: ['Helada en la viña', 'Podar tarde'],
        lines: [
          'El parte decía un grado y el valle dijo tres bajo cero.',
          'Encendimos {n} velas entre las filas y esperamos.',
          'Nos salvó la poda tardía: las yemas iban dos semanas por detrás.',
          'En la hondonada perdimos una quinta parte y en la ladera nada, así que el frío corre como el agua.',
          'El año que viene dejo un sarmiento de más en cada cepa.',
        ],
      },
    ],
    hospitality: [
      {
        titles: ['Quien llega a medianoche', 'Cuatro cosas y a dormir'],
        lines: [
          'A medianoche nadie quiere oír hablar del spa.',
          'Llave, piso, wifi, desayuno hasta qué hora: en ese orden, y a dormir.',
          'Guardo un plato en la nevera, porque la cocina cierra a las diez y los trenes no.',
          'En {n} años nadie se ha ido con la toalla por rellenar el formulario por la mañana.',
          'Luego escriben sobre el plato, no sobre el vestíbulo.',
        ],
      },
    ],
  },
  shorts: [
    'Primer turno con la compañera nueva. Preguntas muy buenas. Se queda.',
    'Alguien dejó un bizcocho en la sala sin nota. Gracias, turno de mañana.',
    'Hoy {n} personas y ni una prisa. No me lo creo.',
    'Sale el sol sobre {place} y yo me voy a dormir.',
    'Pies cansados, cabeza contenta.',
  ],
  comments: [
    'Gracias por escribirlo, lo llevo al equipo el lunes.',
    'Nosotras lo hacemos igual, pero con cinta de colores.',
    '¿Y cómo fueron las dos primeras semanas?',
    'Esto me habría ayudado hace {n} años.',
  ],
}
