import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../worker/contact-files/parseTable.ts';
import { recognisePreset } from '../../worker/contact-files/presets.ts';
import { readAttribute } from '../../worker/contact-files/readAttribute.ts';
import { readContacts } from '../../worker/contact-files/readContacts.ts';
import { readTime } from '../../worker/contact-files/readTime.ts';

function read(text: string) {
  return readContacts(new TextEncoder().encode(text));
}

const HUBSPOT = readFileSync(new URL('../../demo/data/contacts-hubspot.csv', import.meta.url));
const SALESFORCE = readFileSync(new URL('../../demo/data/contacts-salesforce.csv', import.meta.url));

describe('a table', () => {
  it.each([',', ';', '\t', '|'])('is read whether its cells are parted by %j', (delimiter) => {
    const text = [
      ['Id', 'Name', 'Note'],
      ['1', '"Doe, Jane; |"', '"two\r\nlines"'],
    ]
      .map((cells) => cells.join(delimiter))
      .join('\r\n');
    expect(parseTable(text)).toEqual({
      header: ['Id', 'Name', 'Note'],
      rows: [{ line: 2, cells: ['1', 'Doe, Jane; |', 'two\r\nlines'] }],
    });
  });

  it('keeps rows that are too short or too long, and leaves out empty ones', () => {
    expect(parseTable('a,b\n1\n\n , \n1,2,3\n').rows).toEqual([
      { line: 2, cells: ['1'] },
      { line: 5, cells: ['1', '2', '3'] },
    ]);
  });

  it('of nothing has no rows', () => {
    expect(parseTable('').rows).toEqual([]);
  });

  it('takes a delimiter within a quoted header for text', () => {
    expect(parseTable('"a;b;c",d\n1,2').header).toEqual(['a;b;c', 'd']);
  });
});

describe('a header', () => {
  it('is recognised without regard to case, order and extra columns', () => {
    expect(recognisePreset(['mood', 'EMAIL', 'last name', ' First  Name', 'Record ID'])?.system).toBe('hubspot');
    expect(recognisePreset(['email', 'isdeleted', 'firstname', 'lastname', 'ID', 'x'])?.system).toBe('salesforce');
  });

  it('of nobody we know is nobody’s', () => {
    expect(recognisePreset(['name', 'email'])).toBeNull();
    expect(read('name,email\na,b')).toBeNull();
  });
});

describe('a HubSpot export', () => {
  it('is read in any order of columns, its cells trimmed', () => {
    const file = read(
      'Email,LAST NAME,record id,First Name,Company Name,Renewal Date, Total Revenue \n  A@B.example ,Nowak, 7 ,Zofia,,2027-01-22,1980\n',
    );
    expect(file?.system).toBe('hubspot');
    expect(file?.rows).toEqual([
      {
        line: 2,
        externalIds: [{ system: 'hubspot', value: '7' }],
        name: 'Zofia Nowak',
        email: 'A@B.example',
        phone: '',
        phones: [],
        company: '',
        attributes: { renewal: '2027-01-22', value: 1980 },
        createdAt: null,
        updatedAt: null,
        deleted: false,
        master: null,
        notes: [],
      },
    ]);
  });

  it('of two hundred people gives two hundred rows, whatever is odd in them', () => {
    const file = readContacts(HUBSPOT);
    expect(file?.rows).toHaveLength(200);
    const byId = new Map(file?.rows.map((row) => [row.externalIds[0]?.value, row]));
    expect(byId.get('410000')).toMatchObject({
      line: 2,
      name: 'سارا موسوی‌نژاد',
      email: 'sara.mousavinejad0@ikon.example',
      phone: '۰۹۱۲۴۵۸۰۸۴۴',
      company: 'میزیتو',
      createdAt: Date.UTC(2024, 4, 13, 16),
    });
    expect(byId.get('410005')?.email).toBe('AGNIESZKA.NOWAK@MEBLEX.EXAMPLE');
    expect(byId.get('410013')?.company).toBe('Oak & Iron, Inc.');
    expect(byId.get('410053')?.attributes['title']).toMatch(/^Head of "Service",\r?\nNorth region$/);
    expect(byId.get('410054')?.line).toBe(56);
    expect(byId.get('410080')?.createdAt).toBeNull();
  });
});

describe('a Salesforce export', () => {
  it('says what was deleted and what it was merged into', () => {
    const file = readContacts(SALESFORCE);
    expect(file?.rows).toHaveLength(100);
    expect(file?.rows.filter(({ deleted }) => deleted).map(({ master }) => master)).toEqual([
      '003Qy00000510140IAA',
      null,
    ]);
    expect(file?.rows[0]).toMatchObject({
      externalIds: [{ system: 'salesforce', value: '003Qy00000510140IAA' }],
      name: 'M. Wiśniewska',
      phone: '+48-512-450-855',
      attributes: { title: 'Owner', country: 'Polska' },
      updatedAt: Date.UTC(2026, 10, 10, 9),
    });
  });

  it('takes the mobile number before the others, and puts names together where there is none', () => {
    const [row] = read('Id;IsDeleted;FirstName;LastName;Phone;MobilePhone;Email\n1;0;Ada;Park;11;22;\n')?.rows ?? [];
    expect(row).toMatchObject({ name: 'Ada Park', phone: '22', email: '', deleted: false });
  });
});

describe('a time', () => {
  it.each([
    ['2024-05-13 16:00', Date.UTC(2024, 4, 13, 16)],
    ['2024-05-13', Date.UTC(2024, 4, 13)],
    ['2025-04-12T10:00:00.000Z', Date.UTC(2025, 3, 12, 10)],
    ['2026-11-10T09:00:00.5+0330', Date.UTC(2026, 10, 10, 5, 30, 0, 500)],
    ['2026-11-10T09:00:00-01:00', Date.UTC(2026, 10, 10, 10)],
    [' 2024-02-29 ', Date.UTC(2024, 1, 29)],
  ])('%j is read', (written, at) => {
    expect(readTime(written)).toBe(at);
  });

  it.each(['30/02/2026', '2026-02-30', '2025-02-29', '2026-13-01', '2026-01-01 25:00', 'yesterday', ''])(
    '%j is none',
    (written) => {
      expect(readTime(written)).toBeNull();
    },
  );
});

describe('an attribute', () => {
  it.each([
    ['1980', 1980],
    ['007', '007'],
    ['-2.50', -2.5],
    ['12345678901234567890', '12345678901234567890'],
    ['+48 1', '+48 1'],
    ['0', 0],
    ['۱۲', '۱۲'],
  ])('written %j is %j: a number only where nothing is lost by it', (written, read) => {
    expect(readAttribute(written)).toBe(read);
  });
});
