import type { FrameTexts } from '../../contract/rules.ts';

export const pl: FrameTexts = {
  close: 'Zamknij',
  send: 'Wyślij',
  skip: 'Pomiń',
  csat: ['bardzo źle', 'źle', 'ani dobrze, ani źle', 'dobrze', 'bardzo dobrze'],
  kept: 'Ocena zachowana:',
  keptHere: 'Na tym urządzeniu:',
  sending: 'Wysyłanie…',
  thanks: 'Dziękujemy, mamy Twoją odpowiedź',
  thanksDetail: 'Trafia prosto do osób, które mogą coś z nią zrobić.',
  offline: 'Jeszcze nie wysłano: odpowiedź czeka na tym urządzeniu i zostanie wysłana, gdy wróci połączenie.',
  notSent: 'Nie wysłano: nie udało się z nami połączyć. Spróbuj jeszcze raz.',
  never: 'Nie pytaj mnie więcej',
  privacy: 'Prywatność',
  withdraw: 'Wycofaj moją odpowiedź',
  withdrawn: 'Odpowiedź została wycofana',
  withdrawalKept: 'Jeszcze nie wycofano: wycofanie zostanie wysłane, gdy wróci połączenie.',
};
