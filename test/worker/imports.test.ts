import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactSummary } from '../../contract/contact.ts';
import type { ImportDetail } from '../../contract/imports.ts';
import { doImport, importRows, planFile } from '../support/importFile.ts';
import { startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';

const data = (name: string) => readFileSync(new URL(`../../demo/data/${name}`, import.meta.url));

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

async function find(shop: TestWorkspace, q = ''): Promise<{ items: ContactSummary[]; total: number }> {
  return (await shop.api(`/contacts?limit=200&q=${encodeURIComponent(q)}`)).json() as never;
}

/** Lines by verdict, without the verdict that most rows have. */
async function linesOf(shop: TestWorkspace, { id }: ImportDetail): Promise<Record<string, number[]>> {
  const lines: Record<string, number[]> = {};
  for (const { line, verdict, why } of await importRows(shop, id)) {
    const key = why && why !== 'unchanged' ? `${verdict} ${why}` : verdict;
    lines[key] = [...(lines[key] ?? []), line];
  }
  return lines;
}

describe('the files people really have', () => {
  it('get the verdict that a careful person would give each row, planned and done alike', async () => {
    const shop = await product.makeWorkspace();

    const hubspot = await planFile(shop, data('contacts-hubspot.csv'), 'contacts-hubspot.csv');
    expect(hubspot).toMatchObject({ preset: 'hubspot', rows: 200, planned: { create: 184, merge: 16, noted: 4 } });
    const planned = await linesOf(shop, hubspot);
    // Second records of one email and one name are one person; a shared address is not.
    expect(planned).toMatchObject({
      merge: [38, 47, 85, 95, 102, 116, 124, 154, 161, 173, 179, 180, 183, 185, 196, 200],
      'create shared-email': [19],
    });
    const noted = await importRows(shop, hubspot.id, 'noted');
    expect(noted.map(({ line, notes }) => [line, ...notes.map(({ field, why }) => `${field} ${why}`)])).toEqual([
      [19, 'email taken'],
      [43, 'name formula'],
      [69, 'email unusable'],
      [82, 'Create Date not-a-date'],
    ]);
    const first = await doImport(shop, hubspot.id, 'run');
    expect(first).toMatchObject({ status: 'done', done: hubspot.planned, differs: false });
    expect(await linesOf(shop, hubspot)).toEqual(planned);
    expect((await find(shop)).total).toBe(184);

    const salesforce = await planFile(shop, data('contacts-salesforce.csv'), 'contacts-salesforce.csv');
    expect(salesforce).toMatchObject({ preset: 'salesforce', planned: { create: 37, update: 54, merge: 8, skip: 1 } });
    expect(await linesOf(shop, salesforce)).toMatchObject({
      // 5 was merged there into 2, and is joined here with whom its address belongs to; the others are second records.
      merge: [5, 33, 60, 71, 77, 91, 92, 101],
      // Deleted there, and nobody here has that id: HubSpot's own record of her stays.
      'skip deleted-unknown': [10],
    });
    const second = await doImport(shop, salesforce.id, 'run');
    expect(second).toMatchObject({ done: salesforce.planned, differs: false });
    expect((await find(shop, 'swietoslawa.zajac@meblex.example')).items).toHaveLength(1);
    const michal = await find(shop, '003Qy00000510143IAD');
    expect(michal.items).toMatchObject([{ name: 'Michał Wiśniewska' }]);
    // M. Wiśniewska was new, and has absorbed HubSpot's Michał: no more people than before and the new ones.
    expect((await find(shop)).total).toBe(184 + 37 - 1);

    const cards = await planFile(shop, data('contacts.vcf'), 'contacts.vcf');
    expect(cards).toMatchObject({ preset: 'vcard', rows: 6, planned: { update: 6 } });
    const third = await doImport(shop, cards.id, 'run');
    expect(third).toMatchObject({ done: cards.planned, differs: false });
    expect((await find(shop)).total).toBe(184 + 37 - 1);

    // The same again changes nothing at all.
    for (const name of ['contacts-hubspot.csv', 'contacts-salesforce.csv', 'contacts.vcf']) {
      const again = await planFile(shop, data(name), name);
      expect(again.planned, name).toMatchObject({ create: 0, update: 0, merge: 0, refuse: 0 });
    }
  });
});
