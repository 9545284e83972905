import { expect, it } from 'vitest';
import { guessColumns } from '../../worker/contact-files/guessColumns.ts';
import { readRow } from '../../worker/contact-files/readRow.ts';

it.each<[string, string, string[]]>([
  [
    'Polish',
    'Lp.;Nr klienta;Imię;Nazwisko;E-mail;Nr telefonu;Miasto;Województwo',
    ['leave', 'id', 'first-name', 'last-name', 'email', 'phone', 'attribute:Miasto', 'attribute:region'],
  ],
  [
    'Persian',
    'ردیف;شماره مشتری;نام;نام خانوادگی;شماره موبایل;آدرس ایمیل;شهر;استان;آخرین ویرایش',
    ['leave', 'id', 'first-name', 'last-name', 'phone', 'email', 'attribute:شهر', 'attribute:region', 'updated'],
  ],
  ['Persian with a whole name', 'کد مشتري;نام;شهر', ['id', 'name', 'attribute:شهر']],
  [
    'English',
    'Customer Number;Name;Surname;City;State;Channel',
    ['id', 'first-name', 'last-name', 'attribute:City', 'attribute:region', 'attribute:Channel'],
  ],
  ['English with both names', 'Name;First name;Last name', ['name', 'first-name', 'last-name']],
])('%s columns are taken for what people mean by them', (_, header, columns) => {
  expect(guessColumns(header.split(';'))).toEqual(columns);
});

it('a first and a last name in Persian are one name', () => {
  const header = ['نام', 'نام خانوادگی', 'تاریخ ویرایش'];
  const row = readRow({ system: 'crm', header, columns: guessColumns(header) }, ['سارا', 'احمدی', '۱۴۰۵/۰۲/۳۱'], 2);
  expect(row).toMatchObject({ name: 'سارا احمدی', updatedAt: Date.parse('2026-05-21'), notes: [] });
});
