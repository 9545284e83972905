import type { HostedWords } from './words.ts';

export const es: HostedWords = {
  gone: 'Esta encuesta no está abierta',
  goneDetail: 'Puede que el enlace haya caducado o no esté completo. No tiene que hacer nada.',
  answered: 'Ya ha respondido',
  answeredDetail: 'Gracias. Su respuesta está en manos de quienes preguntaron.',
  change: 'Cambiar mi respuesta',
  language: 'Idioma',
  mend: 'Revise lo que está marcado abajo.',
  tooMany: 'Mucha gente está respondiendo ahora. Inténtelo de nuevo en un momento.',
};
