import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Survey } from '../../contract/survey.ts';
import type { SurveyCheck, SurveyDraftChecked, SurveyVersion, SurveyVersionRead } from '../../contract/surveyDraft.ts';
import { expectProblem } from '../support/problem.ts';
import { SURVEY, startTestProduct, type TestProduct, type TestWorkspace } from '../support/product.ts';
import { newId, response } from '../support/response.ts';

let product: TestProduct;
let shop: TestWorkspace;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());
beforeEach(async () => {
  shop = await product.makeWorkspace();
});

async function call(method: string, path: string, body?: unknown): Promise<Response> {
  return shop.api(`/surveys${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function told<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await call(method, path, body);
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return JSON.parse(text) as T;
}

/** What the loader of the workspace's site is told. */
async function rules(): Promise<{ id: string; version: number }[]> {
  const script = await (await fetch(`${product.origin}/w/${shop.siteKey}.js`)).text();
  const at = script.lastIndexOf('({"site"');
  return (JSON.parse(script.slice(at + 1, -2)) as { surveys: { id: string; version: number }[] }).surveys;
}

async function verbs(): Promise<string[]> {
  const { items } = (await (await shop.api('/audit?limit=200')).json()) as { items: { verb: string }[] };
  return items.map(({ verb }) => verb).filter((verb) => verb.startsWith('survey.'));
}

describe('a new survey', () => {
  it('is a draft with one question to fill in, in the languages of the workspace', async () => {
    const made = await told<Survey>('POST', '', { name: 'Zażółć gęślą jaźń' });
    expect(made).toMatchObject({ id: 'zazolc-gesla-jazn', status: 'draft', version: 0, publishedAt: null });
    expect(made.questions).toEqual([{ id: 'rating', type: 'csat', text: {}, required: true }]);
    expect(made.locales).toEqual(['en', 'fa', 'pl']);
    const { items } = await told<{ items: Survey[] }>('GET', '');
    expect(items.map(({ id }) => id)).toEqual([SURVEY.id, made.id]);
    expect(await told<Survey>('GET', `/${made.id}`)).toEqual(made);
  });

  it('has an id of its own, whatever it is called', async () => {
    expect((await told<Survey>('POST', '', { name: 'نظرسنجی' })).id).toBe('survey');
    expect((await told<Survey>('POST', '', { name: '؟' })).id).toBe('survey-2');
    expect((await told<Survey>('POST', '', { name: 'After checkout!' })).id).toBe('after-checkout-2');
    expect((await told<Survey>('POST', '', { id: 'Mine', name: 'x' })).id).toBe('Mine');
    await expectProblem(await call('POST', '', { id: 'Mine', name: 'y' }), 409);
    await expectProblem(await call('POST', '', { name: 'y', template: 'no-such' }), 422);
  });

  it('is deleted while nobody was asked, and never after', async () => {
    const { id } = await told<Survey>('POST', '', { name: 'Short-lived', template: 'after-purchase' });
    await told('POST', '', { name: 'Another' });
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    await expectProblem(await call('GET', `/${id}`), 404);
    await expectProblem(await call('GET', `/${id}/draft`), 404);
    await expectProblem(await call('DELETE', `/${SURVEY.id}`), 409);
    expect(await verbs()).toContain('survey.deleted');
  });
});

describe('a draft', () => {
  it('is what is published while there is none, and may have problems', async () => {
    const read = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    expect(read).toMatchObject({ base: 1, definition: { name: SURVEY.name } });
    const definition = { ...read.definition, touchpoint: 'gone', name: 'Changed' };
    const saved = await told<SurveyDraftChecked>('PUT', `/${SURVEY.id}/draft`, { ...read, definition });
    expect(saved.problems).toContainEqual({ code: 'unknown-touchpoint', severity: 'error', value: 'gone' });
    expect(await told('GET', `/${SURVEY.id}/draft`)).toEqual(saved);
    // What is live stays as it is.
    expect(await told<Survey>('GET', `/${SURVEY.id}`)).toMatchObject({ name: SURVEY.name, edited: true, version: 1 });
    expect(await rules()).toMatchObject([{ id: SURVEY.id, version: 1 }]);
  });

  it('is not saved over what somebody else has saved meanwhile', async () => {
    const read = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    const save = (name: string, updatedAt = read.updatedAt) =>
      call('PUT', `/${SURVEY.id}/draft`, { ...read, updatedAt, definition: { ...read.definition, name } });
    const first = (await (await save('Mine')).json()) as SurveyDraftChecked;
    await expectProblem(await save('Theirs'), 409);
    expect((await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`)).definition.name).toBe('Mine');
    expect((await save('Theirs, read anew', first.updatedAt)).status).toBe(200);
    await told('POST', `/${SURVEY.id}/publish`);
    await expectProblem(await save('Out of date', first.updatedAt), 409);
  });

  it('that says what is published is none, and one thrown away is gone', async () => {
    const read = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    const change = { ...read.definition, period: 7 };
    const changed = await told<SurveyDraftChecked>('PUT', `/${SURVEY.id}/draft`, { ...read, definition: change });
    await told('PUT', `/${SURVEY.id}/draft`, { ...changed, definition: read.definition });
    expect((await told<Survey>('GET', `/${SURVEY.id}`)).edited).toBe(false);
    await told('PUT', `/${SURVEY.id}/draft`, { ...read, definition: change });
    expect(await told<Survey>('DELETE', `/${SURVEY.id}/draft`)).toMatchObject({ edited: false, period: 30 });
    expect((await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`)).definition.period).toBe(30);
    const { id } = await told<Survey>('POST', '', { name: 'Only a draft' });
    await expectProblem(await call('DELETE', `/${id}/draft`), 409);
  });

  it('is bounded in shape like everything else that is sent', async () => {
    const read = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    const problem = await expectProblem(
      await call('PUT', `/${SURVEY.id}/draft`, { ...read, definition: { ...read.definition, questions: [] } }),
      400,
    );
    expect(problem.errors?.[0]?.pointer).toBe('/definition/questions');
  });

  it('names no question like what every object has', async () => {
    const read = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    for (const id of ['constructor', 'toString', '__proto__']) {
      const questions = read.definition.questions.map((question) => ({ ...question, id }));
      const definition = { ...read.definition, questions };
      const problem = await expectProblem(await call('PUT', `/${SURVEY.id}/draft`, { ...read, definition }), 400);
      expect(problem.errors?.[0]?.pointer).toBe('/definition/questions/0/id');
    }
  });
});

describe('publishing', () => {
  it('refuses a draft with errors and says where they are', async () => {
    const { id } = await told<Survey>('POST', '', { name: 'Empty' });
    const problem = await expectProblem(await call('POST', `/${id}/publish`), 422);
    expect(problem.errors).toContainEqual({ pointer: '/questions/0/text', message: 'missing-text' });
    expect(await told<Survey>('GET', `/${id}`)).toMatchObject({ status: 'draft', version: 0 });
  });

  it('makes a version that never changes, and asks on every site at once', async () => {
    const draft = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    const check = async () => told<SurveyCheck>('GET', `/${SURVEY.id}/check`);
    expect((await check()).changes).toEqual([]);
    const definition = { ...draft.definition, name: 'Second', triggers: { event: 'bought' } };
    await told('PUT', `/${SURVEY.id}/draft`, { ...draft, definition });
    expect((await check()).changes).toEqual([
      { part: 'name', kind: 'changed' },
      { part: 'triggers', kind: 'changed', name: 'event' },
    ]);
    expect(await told<Survey>('POST', `/${SURVEY.id}/publish`)).toMatchObject({
      version: 2,
      status: 'live',
      edited: false,
      name: 'Second',
    });
    expect(await rules()).toMatchObject([{ id: SURVEY.id, version: 2, event: 'bought' }]);
    const { items } = await told<{ items: SurveyVersion[] }>('GET', `/${SURVEY.id}/versions`);
    expect(items.map(({ version, changes }) => [version, changes.length])).toEqual([
      [2, 2],
      [1, 0],
    ]);
    const first = await told<SurveyVersionRead>('GET', `/${SURVEY.id}/versions/1`);
    expect(first.definition.name).toBe(SURVEY.name);
    await expectProblem(await call('GET', `/${SURVEY.id}/versions/3`), 404);
    for (const version of [1, 2]) {
      const texts = await fetch(`${product.origin}/w/${shop.siteKey}/${SURVEY.id}.${version}.en.json`);
      expect(texts.status).toBe(200);
    }
  });

  it('of nothing new makes no version', async () => {
    expect((await told<Survey>('POST', `/${SURVEY.id}/publish`)).version).toBe(1);
    await told('POST', `/${SURVEY.id}/pause`);
    expect(await told<Survey>('POST', `/${SURVEY.id}/publish`)).toMatchObject({ version: 1, status: 'live' });
    expect(await rules()).toHaveLength(1);
  });

  it('by several at once leaves every site with all that is live', async () => {
    const made = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((id) => told<Survey>('POST', '', { id, name: id, template: 'after-purchase' })),
    );
    await Promise.all([...made.map(({ id }) => told('POST', `/${id}/publish`)), told('POST', `/${SURVEY.id}/pause`)]);
    expect((await rules()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a survey that rests', () => {
  it('is asked nowhere at once, takes answers under way, and comes back', async () => {
    expect(await rules()).toHaveLength(1);
    expect((await told<Survey>('POST', `/${SURVEY.id}/pause`)).status).toBe('paused');
    expect(await rules()).toEqual([]);
    expect((await shop.send('responses', response())).status).toBe(200);
    expect((await fetch(`${product.origin}/w/${shop.siteKey}/${SURVEY.id}.1.fa.json`)).status).toBe(200);
    expect((await told<Survey>('POST', `/${SURVEY.id}/resume`)).status).toBe('live');
    expect(await rules()).toHaveLength(1);
    expect((await told<Survey>('POST', `/${SURVEY.id}/archive`)).status).toBe('archived');
    expect(await rules()).toEqual([]);
    await expectProblem(await call('POST', `/${SURVEY.id}/publish`), 409);
    await expectProblem(await call('POST', `/${SURVEY.id}/resume`), 409);
    expect((await told<Survey>('POST', `/${SURVEY.id}/restore`)).status).toBe('paused');
    expect((await verbs()).slice(0, 4)).toEqual([
      'survey.restored',
      'survey.archived',
      'survey.resumed',
      'survey.paused',
    ]);
  });

  it('has to have been published', async () => {
    const { id } = await told<Survey>('POST', '', { name: 'Draft' });
    for (const move of ['pause', 'resume', 'archive', 'restore']) {
      await expectProblem(await call('POST', `/${id}/${move}`), 409);
    }
  });

  it('still takes a revision of what was answered to the version before', async () => {
    const visitor = `visitor-${newId()}`;
    const body = response({ visitor });
    expect((await shop.send('responses', body)).status).toBe(200);
    const draft = await told<SurveyDraftChecked>('GET', `/${SURVEY.id}/draft`);
    await told('PUT', `/${SURVEY.id}/draft`, { ...draft, definition: { ...draft.definition, period: 3 } });
    await told('POST', `/${SURVEY.id}/publish`);
    const answers = [{ question: 'rating', value: 2 }];
    expect((await shop.send('responses', { ...body, revision: 2, answers })).status).toBe(200);
    expect((await shop.send('responses', response({ version: 1 }))).status).toBe(200);
  });
});

describe('a copy', () => {
  it('is a draft of its own under a name of its own', async () => {
    const copy = await told<Survey>('POST', `/${SURVEY.id}/duplicate`);
    expect(copy).toMatchObject({ id: 'after-checkout-2', name: 'After checkout (2)', status: 'draft', version: 0 });
    expect(copy.questions).toEqual(SURVEY.questions);
    expect((await told<Survey>('POST', `/${copy.id}/duplicate`)).name).toBe('After checkout (3)');
    expect((await told<Survey>('POST', `/${copy.id}/publish`)).version).toBe(1);
    expect(await rules()).toHaveLength(2);
  });
});
