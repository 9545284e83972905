/** Whom a visitor of the demo shop can be: three people whom the demonstration's CRM data already knows. */
export interface Person {
  /** The shop's own customer number, the token's `sub`. */
  id: string;
  name: string;
  email: string;
}

export const people: readonly Person[] = [
  { id: 'c-1001', name: 'سارا موسوی‌نژاد', email: 'sara.mousavinejad0@ikon.example' },
  { id: 'c-1002', name: 'Łukasz Wiśniewska', email: 'lukasz.wisniewska@szkolenia-cx.example' },
  { id: 'c-1003', name: 'Noah Smith-Jones', email: 'noah.smithjones@northwind-traders.example' },
];
