import type { Column } from '../../contract/imports.ts';
import { foldText } from '../identity/foldText.ts';
import { REASON_HEADER } from './column.ts';

/** What people call these columns, folded; in the product's languages and those of its exports. */
const WORDS: readonly [Column, readonly string[]][] = [
  [
    'email',
    ['email', 'email address', 'mail', 'e mail', 'adres e mail', 'adres email', 'ایمیل', 'پست الکترونیک', 'رایانامه'],
  ],
  ['first-name', ['first name', 'firstname', 'given name', 'forename', 'imie', 'نام کوچک']],
  ['last-name', ['last name', 'lastname', 'surname', 'family name', 'nazwisko', 'نام خانوادگی', 'فامیلی']],
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
      'نام',
      'نام و نام خانوادگی',
      'نام کامل',
      'مشتری',
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
      'komorka',
      'تلفن',
      'شماره تلفن',
      'موبایل',
      'تلفن همراه',
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
    ],
  ],
  [
    'id',
    [
      'id',
      'external id',
      'externalid',
      'customer id',
      'contact id',
      'user id',
      'userid',
      'record id',
      'crm id',
      'identyfikator',
      'id klienta',
      'شناسه',
      'کد مشتری',
      'شناسه مشتری',
    ],
  ],
  ['created', ['created', 'created at', 'create date', 'created date', 'utworzono', 'تاریخ ایجاد']],
  [
    'updated',
    ['updated', 'updated at', 'last modified', 'last modified date', 'modified', 'zmodyfikowano', 'تاریخ ویرایش'],
  ],
  ['attribute:renewal', ['renewal', 'renewal date', 'contract end', 'data odnowienia', 'تاریخ تمدید', 'تمدید']],
  [
    'attribute:birthday',
    ['birthday', 'birth date', 'birthdate', 'date of birth', 'data urodzenia', 'تاریخ تولد', 'تولد'],
  ],
  [
    'attribute:channel',
    ['preferred channel', 'channel', 'contact preference', 'preferowany kanal', 'کانال ترجیحی', 'راه ارتباطی'],
  ],
  ['attribute:value', ['value', 'total revenue', 'revenue', 'lifetime value', 'wartosc', 'przychod', 'ارزش', 'درامد']],
  ['attribute:stage', ['stage', 'lifecycle stage', 'etap', 'مرحله']],
  ['attribute:title', ['title', 'job title', 'position', 'role', 'stanowisko', 'سمت', 'عنوان شغلی']],
  ['attribute:region', ['city', 'region', 'state', 'miasto', 'شهر', 'استان']],
  ['attribute:country', ['country', 'kraj', 'کشور']],
  ['attribute:language', ['language', 'locale', 'jezyk', 'زبان']],
];

const BY_WORD = new Map(WORDS.flatMap(([column, words]) => words.map((word) => [word, column] as const)));
/** Columns there may be several of. */
const SEVERAL: readonly Column[] = ['phone'];

/** What the columns of a table of nobody we know may be, by their headers. */
export function guessColumns(header: readonly string[]): Column[] {
  const taken = new Set<Column>();
  const names = new Set<string>();
  return header.map((name): Column => {
    const folded = foldText(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-./]+/g, ' '));
    const column = BY_WORD.get(folded);
    if (column && (!taken.has(column) || SEVERAL.includes(column))) {
      taken.add(column);
      return column;
    }
    if (folded === '' || names.has(folded) || name.trim() === REASON_HEADER) return 'leave';
    names.add(folded);
    return `attribute:${name.trim().slice(0, 60)}`;
  });
}
