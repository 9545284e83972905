import { SURVEY, startTestProduct } from '../../../test/support/product.ts';
import type { Answer, Asked, Contender } from '../contender.ts';

export const touchstone: Contender = {
  name: 'touchstone',
  title: 'Touchstone',
  versions: [],
  loads: 'the tag, from the built worker: loader with the rules, then the element and the texts of one language',
  probe: () => document.getElementsByTagName('touchstone-survey')[0]?.shadowRoot?.querySelector('[role="radio"]'),
  /**
   * The real worker answers until `settle`; from then on its own answers are given again, by the server that serves all
   * contenders, so that no database runs beside what is measured.
   */
  async prepare(folder) {
    const product = await startTestProduct();
    const { siteKey } = await product.makeWorkspace({
      origins: ['http://localhost:*'],
      surveys: [{ ...SURVEY, triggers: {} }],
    });
    const answers = new Map<string, Answer>();
    let running = true;
    return {
      head: `<script async src="${folder}/w/${siteKey}.js"></script>`,
      async answer(asked) {
        const id = `${asked.method} ${asked.path}${asked.search}`;
        if (running && !answers.has(id)) answers.set(id, await ask(product.origin, asked));
        return answers.get(id);
      },
      async settle() {
        running = false;
        await product.stop();
      },
    };
  },
};

async function ask(worker: string, { method, path, search, origin, body }: Asked): Promise<Answer> {
  const answer = await fetch(worker + path + search, { method, headers: { origin }, ...(body ? { body } : {}) });
  if (!answer.ok) throw new Error(`the worker answered ${answer.status} to ${method} ${path}`);
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/plain',
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}
