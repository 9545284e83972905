import type { InvitationCreate, InvitationMade } from '../../contract/invitation.ts';
import type { TestWorkspace } from './product.ts';

/** Makes a link as an admin would. */
export async function invite(shop: TestWorkspace, wanted: Omit<InvitationCreate, 'site'>): Promise<InvitationMade> {
  const answer = await shop.api('/invitations', {
    method: 'POST',
    body: JSON.stringify({ site: shop.siteKey, ...wanted }),
  });
  if (answer.status !== 201) throw new Error(`no invitation: ${await answer.text()}`);
  return (await answer.json()) as InvitationMade;
}

/** Makes a contact, and answers their id. */
export async function contact(shop: TestWorkspace, name: string): Promise<string> {
  const answer = await shop.api('/contacts', { method: 'POST', body: JSON.stringify({ name }) });
  if (answer.status !== 201) throw new Error(`no contact: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** A page as a browser without script has it: what it says, and how its form is sent. */
export class HostedPage {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;

  private constructor(url: string, response: Response, html: string) {
    this.url = url;
    this.status = response.status;
    this.headers = response.headers;
    this.html = html;
  }

  static async open(url: string, headers: Record<string, string> = { 'accept-language': 'en' }): Promise<HostedPage> {
    const response = await fetch(url, { headers });
    return new HostedPage(response.url, response, await response.text());
  }

  get title(): string {
    return decode(/<title>([^<]*)<\/title>/.exec(this.html)?.[1] ?? '').split(' · ')[0] ?? '';
  }

  get fault(): string | undefined {
    const found = /class="fault"[^>]*>([^<]*)/.exec(this.html)?.[1];
    return found && decode(found);
  }

  /** Names of the page's controls, without those that only carry something along. */
  get fields(): string[] {
    const names = [...this.html.matchAll(/<(?:input|textarea)[^>]*\sname="(a\.[^"]*)"/g)].map(([, name]) => name ?? '');
    return [...new Set(names)];
  }

  /** What the controls stand at. */
  get filled(): Record<string, string> {
    const filled: Record<string, string> = {};
    for (const [tag] of this.html.matchAll(/<input[^>]*>/g)) {
      const attribute = (name: string) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
      const name = attribute('name');
      if (!name.startsWith('a.')) continue;
      const ticks = /type="(radio|checkbox)"/.test(tag);
      if (ticks ? /\schecked/.test(tag) : attribute('value')) filled[name] = attribute('value') || 'on';
    }
    for (const [, name = '', words = ''] of this.html.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>\n?([^<]*)</g)) {
      if (words) filled[name] = decode(words);
    }
    return filled;
  }

  hidden(name: string): string | undefined {
    const tag = this.html.match(new RegExp(`<input type="hidden" name="${name}"[^>]*>`))?.[0];
    return tag && decode(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }

  /** Presses a button, with what is filled in, and follows where it leads. */
  async press(go: string, answers: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) {
    const action = decode(/<form[^>]*action="([^"]*)"/.exec(this.html)?.[1] ?? '');
    const form = new URLSearchParams({ go });
    for (const name of ['at', 'ticket']) {
      const value = this.hidden(name);
      if (value !== undefined) form.set(name, value);
    }
    for (const [name, given] of Object.entries(answers)) {
      for (const value of [given].flat()) form.append(`a.${name}`, value);
    }
    const response = await fetch(new URL(action, this.url), {
      method: 'POST',
      headers: { 'accept-language': 'en', ...headers },
      body: form,
    });
    return new HostedPage(response.url, response, await response.text());
  }
}

function decode(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
