import type { Column } from '../../contract/imports.ts';
import { foldText } from '../identity/foldText.ts';
import { REASON_HEADER } from './column.ts';

/** What people call these columns, in the product's languages and those of its exports. */
const WORDS: readonly [Column, readonly string[]][] = [
  [
    'email',
    [
      'email',
      'email address',
      'mail',
      'e mail',
      'adres e mail',
      'adres email',
      'ایمیل',
      'آدرس ایمیل',
      'نشانی ایمیل',
      'پست الکترونیک',
      'پست الکترونیکی',
      'رایانامه',
    ],
  ],
  ['first-name', ['first name', 'firstname', 'given name', 'forename', 'imie', 'نام کوچک']],
  [
    'last-name',
    ['last name', 'lastname', 'surname', 'family name', 'nazwisko', 'نام خانوادگی', 'فامیلی', 'فامیل', 'نام فامیل'],
  ],
  [
    'name',
    [
      'name',
      'full name',
      'fullname',
      'contact',
      'contact name',
      'customer',
      'customer name',
      'display name',
      'imie i nazwisko',
      'nazwisko i imie',
      'klient',
      'nazwa klienta',
      'نام',
      'نام و نام خانوادگی',
      'نام کامل',
      'نام مشتری',
      'نام مخاطب',
      'مشتری',
      'مخاطب',
    ],
  ],
  [
    'phone',
    [
      'phone',
      'phone number',
      'telephone',
      'tel',
      'mobile',
      'mobile phone',
      'cell',
      'cell phone',
      'telefon',
      'numer telefonu',
      'nr telefonu',
      'telefon komorkowy',
      'komorka',
      'تلفن',
      'شماره تلفن',
      'تلفن ثابت',
      'موبایل',
      'شماره موبایل',
      'همراه',
      'تلفن همراه',
      'شماره همراه',
      'شماره تماس',
    ],
  ],
  [
    'company',
    [
      'company',
      'company name',
      'organisation',
      'organization',
      'account',
      'account name',
      'employer',
      'firma',
      'nazwa firmy',
      'شرکت',
      'نام شرکت',
      'سازمان',
      'نام سازمان',
    ],
  ],
  [
    'id',
    [
      'id',
      'external id',
      'externalid',
      'customer id',
      'customer number',
      'customer no',
      'client id',
      'client number',
      'contact number',
      'contact id',
      'user id',
      'userid',
      'record id',
      'crm id',
      'identyfikator',
      'id klienta',
      'identyfikator klienta',
      'nr klienta',
      'numer klienta',
      'kod klienta',
      'id kontaktu',
      'شناسه',
      'کد مشتری',
      'شناسه مشتری',
      'شماره مشتری',
      'کد مخاطب',
      'شناسه مخاطب',
      'شماره اشتراک',
      'کد اشتراک',
    ],
  ],
  [
    'created',
    [
      'created',
      'created at',
      'create date',
      'created date',
      'utworzono',
      'data utworzenia',
      'تاریخ ایجاد',
      'تاریخ ثبت',
    ],
  ],
  [
    'updated',
    [
      'updated',
      'updated at',
      'last modified',
      'last modified date',
      'modified',
      'zmodyfikowano',
      'data modyfikacji',
      'تاریخ ویرایش',
      'آخرین ویرایش',
      'آخرین تغییر',
      'تاریخ به‌روزرسانی',
    ],
  ],
  ['attribute:renewal', ['renewal', 'renewal date', 'contract end', 'data odnowienia', 'تاریخ تمدید', 'تمدید']],
  [
    'attribute:birthday',
    ['birthday', 'birth date', 'birthdate', 'date of birth', 'data urodzenia', 'تاریخ تولد', 'تولد'],
  ],
  [
    'attribute:channel',
    ['preferred channel', 'contact preference', 'preferowany kanal', 'کانال ترجیحی', 'راه ارتباطی'],
  ],
  ['attribute:value', ['value', 'total revenue', 'revenue', 'lifetime value', 'wartosc', 'przychod', 'ارزش', 'درآمد']],
  ['attribute:stage', ['stage', 'lifecycle stage', 'etap', 'مرحله']],
  ['attribute:title', ['title', 'job title', 'position', 'role', 'stanowisko', 'سمت', 'شغل', 'عنوان شغلی']],
  ['attribute:region', ['region', 'state', 'province', 'wojewodztwo', 'استان', 'منطقه']],
  ['attribute:country', ['country', 'kraj', 'کشور']],
  ['attribute:language', ['language', 'locale', 'jezyk', 'زبان']],
  // A row's number is another one in the next file.
  ['leave', ['row', 'row number', 'lp', 'l p', '#', 'ردیف']],
];

const BY_WORD = new Map(WORDS.flatMap(([column, words]) => words.map((word) => [foldText(word), column] as const)));
/** What the first name is called as well, where there is a last one. */
const FIRST = new Set(['name', 'نام']);
/** Columns there may be several of. */
const SEVERAL: readonly Column[] = ['phone', 'leave'];

/** What the columns of a table of nobody we know may be, by their headers. */
export function guessColumns(header: readonly string[]): Column[] {
  const taken = new Set<Column>();
  const names = new Set<string>();
  const folded = header.map((name) => foldText(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./]+/g, ' ')));
  const present = new Set(folded.map((name) => BY_WORD.get(name)));
  // "Name" beside "Surname" is the first one, as «نام» beside «نام خانوادگی» always is.
  const isParted = present.has('last-name') && !present.has('first-name');
  return header.map((name, index): Column => {
    const word = folded[index] ?? '';
    const known = BY_WORD.get(word);
    const column = known === 'name' && isParted && FIRST.has(word) ? 'first-name' : known;
    if (column && (!taken.has(column) || SEVERAL.includes(column))) {
      taken.add(column);
      return column;
    }
    if (word === '' || names.has(word) || name.trim() === REASON_HEADER) return 'leave';
    names.add(word);
    return `attribute:${name.trim().slice(0, 60)}`;
  });
}
