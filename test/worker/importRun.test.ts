import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactSummary } from '../../contract/contact.ts';
import type { ImportDetail } from '../../contract/imports.ts';
import { doImport, importRows, planFile, reach, readImport } from '../support/importFile.ts';
import { expectProblem } from '../support/problem.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { response } from '../support/response.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const HEADER = 'id,name,email,phone,company,stage,updated';

function people(count: number, line: (i: number) => string): string {
  return `${HEADER}\n${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`;
}
const plain = (i: number) =>
  `p-${i},Person ${i} Name${i},person${i}@ikon.example,0912458${1000 + i},Ikon,lead,2026-01-01`;

async function total(shop: TestWorkspace): Promise<number> {
  return ((await (await shop.api('/contacts?limit=1')).json()) as { total: number }).total;
}
async function find(shop: TestWorkspace, q: string): Promise<ContactSummary[]> {
  return ((await (await shop.api(`/contacts?q=${encodeURIComponent(q)}`)).json()) as { items: ContactSummary[] }).items;
}

describe('a dry run', () => {
  it('changes nothing', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(shop, people(30, plain));
    expect(planned.planned).toMatchObject({ create: 30 });
    expect(await total(shop)).toBe(0);
    expect(planned).toMatchObject({ preset: null, undoable: null, done: null });
  });

  it('knows what earlier rows of the file would have made, across its packs', async () => {
    const shop = await product.makeWorkspace();
    const rows = Array.from({ length: 250 }, (_, i) => plain(i));
    rows[180] = 'p-5,,,,,customer,2026-02-01';
    rows[220] = ',Person 7 Name7,PERSON7@ikon.example,,,partner,2026-02-01';
    rows[230] = ',Somebody Else,person8@ikon.example,,,,2026-02-01';
    rows[240] = ',,,,,lead,';
    rows[245] = 'p-999,P. 9 Name9,person9@ikon.example,,,,2026-02-01';
    const planned = await planFile(shop, `${HEADER}\n${rows.join('\n')}\n`);
    expect(planned.planned).toEqual({ create: 246, update: 2, merge: 1, skip: 0, refuse: 1, noted: 1 });
    const updates = await importRows(shop, planned.id, 'update');
    expect(updates.map(({ line, changed, ofLine }) => ({ line, changed, ofLine }))).toEqual([
      { line: 182, changed: ['stage'], ofLine: 7 },
      { line: 222, changed: ['stage'], ofLine: 9 },
    ]);
    const before = await importRows(shop, planned.id, '', 7);
    const done = await doImport(shop, planned.id, 'run');
    expect(done).toMatchObject({ done: planned.planned, differs: false });
    const after = await importRows(shop, planned.id);
    expect(after.map(({ line, verdict }) => [line, verdict])).toEqual(
      before.map(({ line, verdict }) => [line, verdict]),
    );
    expect(await total(shop)).toBe(246);
    // What it says is what is stored.
    const stored = await find(shop, 'person7@ikon.example');
    expect(stored).toHaveLength(1);
  });

  it('is made anew when what a column is taken for changes', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(shop, people(3, plain));
    const columns = [...planned.choice.columns];
    columns[columns.indexOf('id')] = 'leave';
    columns[columns.indexOf('name')] = 'leave';
    columns[columns.indexOf('email')] = 'leave';
    columns[columns.indexOf('phone')] = 'attribute:number';
    const edited = await shop.api(`/imports/${planned.id}`, { method: 'PATCH', body: JSON.stringify({ columns }) });
    expect(edited.status).toBe(200);
    expect((await reach(shop, planned.id, 'planned')).planned).toMatchObject({ create: 0, refuse: 3 });
    const wrong = await shop.api(`/imports/${planned.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ columns: ['name'] }),
    });
    await expectProblem(wrong, 422);
  });

  it('that the workspace has moved away from is said to have come out otherwise', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(shop, people(3, plain));
    await shop.api('/contacts', {
      method: 'POST',
      body: JSON.stringify({ name: 'Person 1 Name1', email: 'person1@ikon.example' }),
    });
    const done = await doImport(shop, planned.id, 'run');
    expect(done).toMatchObject({ differs: true, planned: { create: 3 }, done: { create: 2, update: 1 } });
  });
});

describe('an import', () => {
  it('costs at most twelve rows written and forty read a new person, all in', async () => {
    const shop = await product.makeWorkspace();
    const count = 400;
    const before = await shop.object.meter();
    const planned = await planFile(shop, people(count, plain));
    await doImport(shop, planned.id, 'run');
    await shop.object.runClock(Date.now() + 5_000);
    const after = await shop.object.meter();
    const written = (after.written - before.written) / count;
    const read = (after.read - before.read) / count;
    console.info(`rows per imported contact: ${written.toFixed(2)} written, ${read.toFixed(2)} read`);
    expect(written).toBeLessThanOrEqual(12);
    expect(read).toBeLessThanOrEqual(40);
  });

  it('that is stopped keeps what is done, which can be undone', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(shop, people(400, plain));
    await shop.api(`/imports/${planned.id}/run`, { method: 'POST' });
    const stopped = (await (
      await shop.api(`/imports/${planned.id}/cancel`, { method: 'POST' })
    ).json()) as ImportDetail;
    expect(stopped.status).toBe('cancelled');
    await shop.object.runClock(Date.now());
    const made = await total(shop);
    expect(made).toBeLessThan(400);
    expect((await readImport(shop, planned.id)).done?.create ?? 0).toBe(made);
    if (made > 0) await doImport(shop, planned.id, 'undo');
    expect(await total(shop)).toBe(0);
    await expectProblem(await shop.api(`/imports/${planned.id}/run`, { method: 'POST' }), 409);
  });

  it('of a system that merged one record into another, and that into a third, brings one person', async () => {
    const shop = await product.makeWorkspace();
    const rows = [
      '003A,true,003B,Park,Ada,ada.a@ikon.example',
      '003B,true,003C,Park,Ada,ada.b@ikon.example',
      ...Array.from({ length: 250 }, (_, i) => `003X${i},false,,Nowak${i},Ewa,ewa${i}@ikon.example`),
      '003C,false,,Park,Ada,ada.c@ikon.example',
    ];
    const planned = await planFile(
      shop,
      `Id,IsDeleted,MasterRecordId,LastName,FirstName,Email\n${rows.join('\n')}\n`,
      'contacts.csv',
    );
    expect(planned).toMatchObject({ preset: 'salesforce', planned: { create: 251, merge: 2, skip: 0, refuse: 0 } });
    const done = await doImport(shop, planned.id, 'run');
    expect(done).toMatchObject({ done: planned.planned, differs: false });
    expect((await importRows(shop, planned.id, 'merge')).map(({ line, contact }) => [line, contact?.name])).toEqual([
      [2, 'Ada Park'],
      [3, 'Ada Park'],
    ]);
    expect(await total(shop)).toBe(251);
    await shop.object.runClock(Date.now());
    const [ada] = await find(shop, 'ada.a@ikon.example');
    expect((await find(shop, 'ada.c@ikon.example'))[0]?.id).toBe(ada?.id);
    await doImport(shop, planned.id, 'undo');
    expect(await total(shop)).toBe(0);
  });

  it('gives its refused rows back, to be mended and loaded again', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(
      shop,
      `${HEADER}\n,,not-an-email,"+98 912 458 08","=Ikon, Ltd",lead,\np-1,Ada Park,,,,,\n`,
    );
    expect(planned.planned).toMatchObject({ create: 1, refuse: 1 });
    await doImport(shop, planned.id, 'run');
    const file = await (await shop.api(`/imports/${planned.id}/refused?locale=en`)).text();
    const [header, row, end] = file.replace(/^\ufeff/, '').split('\r\n');
    expect(header).toBe('"id","name","email","phone","company","stage","updated","Touchstone says"');
    expect(row).toContain('"\'=Ikon, Ltd"');
    expect(row).toMatch(/"no name, and no usable email, phone or id"$/);
    expect(end).toBe('');
    const mended = await planFile(shop, file.replace('not-an-email', 'mended@ikon.example'));
    expect(mended.planned).toMatchObject({ create: 1, refuse: 0 });
    expect(mended.choice.columns.at(-1)).toBe('leave');
    await doImport(shop, mended.id, 'run');
    expect((await find(shop, 'mended@ikon.example'))[0]?.company).toBe('=Ikon, Ltd');
  });

  it('gives back, parted as it was, what came in without something, too', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(
      shop,
      'id;name;email;phone\np-1;سارا احمدی;sara@ikon.example;12\np-2;Ben Lis;ben@ikon.example;\n;;;\n;;nobody;\n',
    );
    expect(planned.planned).toMatchObject({ create: 2, refuse: 1, noted: 2 });
    await doImport(shop, planned.id, 'run');
    const answer = await shop.api(`/imports/${planned.id}/refused?locale=fa`);
    expect(answer.headers.get('content-disposition')).toContain('.csv"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // The mark without which spreadsheets read Persian as gibberish.
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(header).toBe('"id";"name";"email";"phone";"Touchstone says"');
    expect(rows).toEqual([
      '"p-1";"سارا احمدی";"sara@ikon.example";"12";"وارد شد، ولی تلفن: قابل استفاده نیست"',
      '"";"";"nobody";"";"نه نامی دارد و نه ایمیل، تلفن یا شناسهٔ قابل استفاده‌ای"',
    ]);
    const mended = await planFile(shop, new TextDecoder().decode(bytes).replace('"12"', '"09121234567"'));
    expect(mended.planned).toMatchObject({ update: 1, refuse: 1, noted: 1 });
    const tabs = await planFile(shop, 'id\tname\tphone\np-9\tAda Park\t12\n');
    const file = await shop.api(`/imports/${tabs.id}/refused?locale=en`);
    expect(file.headers.get('content-disposition')).toContain('.tsv"');
    expect(await file.text()).toContain('"p-9"\t"Ada Park"\t"12"\t"brought in, but phone: cannot be used"');
  });

  it('says of what differs and stays which value it is, and why', async () => {
    const shop = await product.makeWorkspace();
    const rows = async (id: string) =>
      (await importRows(shop, id)).map(({ line, verdict, stays }) => [
        line,
        verdict,
        ...stays.map(({ field, value, why, ofLine }) => `${field}=${value} ${why} ${ofLine}`),
      ]);
    const planned = await planFile(
      shop,
      `id,name,region,updated
p-1,Ada Park,Mazowsze,2026-05-02
p-1,Ada Park,Pomorze,2026-05-01
p-1,A. Park,Śląsk,2026-05-02
p-1,Ada Park,Mazowsze,2026-05-01
`,
    );
    expect(await rows(planned.id)).toEqual([
      [2, 'create'],
      [3, 'skip', 'region=Mazowsze newer 2'],
      [4, 'skip', 'name=Ada Park fuller 2', 'region=Mazowsze first 2'],
      [5, 'skip'],
    ]);
    await doImport(shop, planned.id, 'run');
    expect(await rows(planned.id)).toEqual([
      [2, 'create'],
      [3, 'skip', 'region=Mazowsze newer null'],
      [4, 'skip', 'name=Ada Park fuller null', 'region=Mazowsze first null'],
      [5, 'skip'],
    ]);
    const [ada] = await find(shop, 'Ada Park');
    expect((await importRows(shop, planned.id)).map(({ contact }) => contact?.id)).toEqual(Array(4).fill(ada?.id));
    // What somebody wrote since is not told as what stayed then.
    const edited = await shop.api(`/contacts/${ada?.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ attributes: { region: 'Łódź' } }),
    });
    expect(edited.status).toBe(200);
    expect((await rows(planned.id))[1]).toEqual([3, 'skip', 'region=null newer null']);
  });

  it('comes as a form, too, and at the address of the contacts', async () => {
    const shop = await product.makeWorkspace();
    const form = new FormData();
    form.set('file', new Blob([people(2, plain)]), 'from-a-form.csv');
    const made = await fetch(`${product.origin}/api/contacts/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.apiKey}` },
      body: form,
    });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ name: 'from-a-form.csv', rows: 2 });
  });
});

describe('a file', () => {
  const NUL = new Uint8Array(2_000).map((_, i) => (i * 7) % 256);
  it.each<[string, string | Uint8Array, string]>([
    ['that is empty', '', 'file-empty'],
    ['of white space', ' \r\n \n', 'file-empty'],
    ['of a header alone', 'name,email\n', 'file-no-rows'],
    ['that is a picture', NUL, 'file-not-text'],
    ['that is a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'file-workbook'],
    ['of far too many columns', `${'a,'.repeat(400)}a\n1\n`, 'file-too-many-columns'],
  ])('%s is refused with its reason', async (_, file, code) => {
    const shop = await product.makeWorkspace();
    const answer = await shop.api('/imports', {
      method: 'POST',
      body: file as BodyInit,
      headers: { 'content-type': 'text/csv' },
    });
    expect((await expectProblem(answer, 422)).type).toBe(`urn:touchstone:problem:${code}`);
  });

  it.each<[string, string, Record<string, number>]>([
    ['with CRLF and quoted line breaks', 'name,email\r\n"Ada\r\nPark",ada@ikon.example\r\n', { create: 1 }],
    [
      'with a quotation mark nobody closed',
      'name,email\n"Ada Park,ada@ikon.example\nBen Lis,ben@ikon.example\n',
      { create: 2 },
    ],
    [
      'with a cell of ten megabytes',
      `name,email,note\nAda,ada@ikon.example,${'x'.repeat(10_000_000)}\nBen,b@ikon.example,\n`,
      { create: 2, noted: 1 },
    ],
    ['with a header twice', 'name,email,email\nAda,ada@ikon.example,other@ikon.example\n', { create: 1 }],
    ['with rows too short and too long', 'name,email\nAda\nBen,ben@ikon.example,1,2,3\n', { create: 2 }],
    ['with columns nobody named', 'name,,email\nAda,x,ada@ikon.example\n', { create: 1 }],
    [
      'of semicolons, as a spreadsheet writes it',
      'sep=;\r\nImię;Nazwisko;E-mail\r\nŁucja;Zając;lucja@ikon.example\r\n',
      { create: 1 },
    ],
    ['of tabs', 'نام\tایمیل\nسارا رضایی\tsara@ikon.example\n', { create: 1 }],
    ['with the same person twice', 'name,email\nAda,ada@ikon.example\nAda,ADA@ikon.example\n', { create: 1, skip: 1 }],
    [
      'of cards, one of which is old and one broken',
      'BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:A=C5\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEMAIL:ada@ikon.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nnonsense\nEND:VCARD\n',
      { create: 1, refuse: 2 },
    ],
  ])('%s is read all the same', async (_, file, counts) => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(shop, file);
    expect(planned.planned).toMatchObject(counts);
    const done = await doImport(shop, planned.id, 'run');
    expect(done).toMatchObject({ done: planned.planned, differs: false });
    expect(await total(shop)).toBe(counts['create']);
  });
});

describe('undoing an import', () => {
  it('keeps whoever has answered since, and says so', async () => {
    const shop = await product.makeWorkspace();
    const planned = await planFile(shop, people(3, plain).replaceAll('p-', 'shop-'));
    const edit = { method: 'PATCH', body: JSON.stringify({ system: 'shop' }) };
    await shop.api(`/imports/${planned.id}`, edit);
    await reach(shop, planned.id, 'planned');
    await doImport(shop, planned.id, 'run');
    const token = await shop.token({ sub: 'shop-1' });
    expect((await shop.send('responses', response({ identity: { token } }))).status).toBe(200);
    expect((await readImport(shop, planned.id)).undoable).toEqual({ made: 3, changed: 0, answered: 1 });
    const undone = await doImport(shop, planned.id, 'undo');
    expect(undone.undo).toMatchObject({
      removed: 2,
      keptTotal: 1,
      kept: [{ name: 'Person 1 Name1', why: 'answered' }],
    });
    expect(await total(shop)).toBe(1);
    await expectProblem(await shop.api(`/imports/${planned.id}/undo`, { method: 'POST' }), 409);
  });
});
