import type { Translated } from '../translate.ts';
import type { en } from './en.ts';

export const pl: Translated<typeof en> = {
  'keys.hint':
    'Państwa program, który odczytuje lub wprowadza osoby, odpowiedzi i raporty, używa klucza. Rola klucza mówi, co mu wolno.',
  'keys.none': 'Żaden program nie ma klucza',
  'keys.none-hint': 'Proszę utworzyć po jednym dla każdego programu, by każdy dało się zakończyć osobno.',
  'keys.add': 'Nowy klucz',
  'keys.name': 'Nazwa',
  'keys.name-hint': 'Program, który go używa',
  'keys.role': 'Działa jako',
  'keys.role.viewer': 'Przeglądający: czyta, adresy i numery zasłonięte',
  'keys.role.agent': 'Agent: także tworzy i zmienia osoby',
  'keys.role.admin': 'Administrator: także importuje, scala, eksportuje i usuwa',
  'keys.made': 'Klucz',
  'keys.once': 'Widać go tylko ten jeden raz. Kto go ma, może wszystko, na co pozwala jego rola.',
  'keys.done': 'Mam go zapisany',
  'keys.by': 'Utworzył(a): {name}',
  'keys.by-setup': 'Utworzony przy instalacji',
  'keys.used': 'Ostatnie użycie: {when}',
  'keys.unused': 'Nigdy nieużyty',
  'keys.revoke': 'Zakończ {name}',
  'keys.revoke-title': 'Zakończyć {name}?',
  'keys.revoke-text': 'Od teraz wywołania z nim będą odrzucane. Tego nie można cofnąć.',
  'keys.revoke-action': 'Zakończ klucz',
  'keys.revoked': 'To już nie jest klucz.',
  'keys.admin-only': 'Dla administratorów',
  'keys.admin-only-hint': 'Administratorzy widzą, które programy mają klucz; tworzą i kończą je właściciele.',
};
