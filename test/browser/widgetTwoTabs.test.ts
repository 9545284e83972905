import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Host, startHost, type Visitor } from './widgetHost.ts';

let host: Host;
let visitor: Visitor;

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  visitor = await host.visit();
});
afterEach(() => visitor.context.close());

describe('one answer gone on with in two tabs', () => {
  it('is stored as it was last put, in whichever tab', async () => {
    const one = await visitor.open('/order?placed');
    await one.getByRole('radio', { name: 'good', exact: true }).click();
    await one.locator('.note').getByText('Your rating is kept: good').waitFor();
    const two = await visitor.open('/order?placed');
    await two.locator('.note').getByText('Your rating is kept: good').waitFor();
    await one.getByRole('radio', { name: 'very good' }).click();
    await one.locator('.note').getByText('Your rating is kept: very good').waitFor();
    await two.getByRole('radio', { name: 'bad', exact: true }).click();
    await two.locator('.note').getByText('Your rating is kept: bad').waitFor();
    const [first] = visitor.responses();
    const stored = await host.workspace.api(`/responses/${first?.body.id}`);
    expect(await stored.json()).toMatchObject({ score: 2 });
  });
});
