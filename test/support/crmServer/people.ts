/** Somebody of the seeded set: the same for every system and every run. */
export interface SeededPerson {
  index: number;
  first: string;
  last: string;
  email: string;
  phone: string;
  title: string;
  company: number;
}

const FIRST = [
  'Maja',
  'Nazanin',
  'Kim',
  'Łukasz',
  'Reza',
  'Ada',
  'Zofia',
  'Omid',
  'Lena',
  'Piotr',
  'Sara',
  'Ivo',
  'نگار',
];
const LAST = ['Nowak', 'Rahimi', 'O’Neil', 'Wójcik', "D'Arcy", 'Lovelace', 'Kowalska', 'Azizi', 'Berg', 'کاظمی', 'Ito'];
export const COMPANIES = ['Caspian Foods', 'Żabka Polska', 'Ikon AG', 'Smith & Sons', 'بهاران'];

/** So many people, some without an address and some without a telephone, as customer systems have them. */
export function seededPeople(count: number): SeededPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    first: FIRST[index % FIRST.length] ?? '',
    last: `${LAST[index % LAST.length] ?? ''} ${index}`,
    email: index % 17 === 0 ? '' : `person-${index}@customer.example`,
    phone:
      index % 5 === 0
        ? ''
        : `+48 600 ${String(index)
            .padStart(6, '0')
            .replace(/(\d{3})(\d{3})/, '$1 $2')}`,
    title: index % 3 === 0 ? 'Buyer' : '',
    company: index % COMPANIES.length,
  }));
}
