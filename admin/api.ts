/** The only file that knows URLs. One function a call; every failure is an ApiError. */
import type { Contact, ContactCreate, ContactEdit, ContactSummary, TimelineItem } from '../contract/contact.ts';
import type { Problem } from '../contract/problem.ts';
import type { Overview } from '../contract/report.ts';
import type { ResponseCounts, ResponseDetail, ResponseSummary } from '../contract/response.ts';
import type { Survey, Touchpoint } from '../contract/survey.ts';
import type { Session, Settings, Site, SiteEdit } from '../contract/workspace.ts';

/** A call that did not succeed. `status` is 0 when the server was not reached. */
export class ApiError extends Error {
  readonly status: number;
  /** The server's name for this request, to quote to whoever runs it. */
  readonly instance: string | null;
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `status ${status}`);
    this.status = status;
    this.problem = problem;
    this.instance = problem.instance ?? null;
  }
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What narrows a list of responses. Lists are joined by commas on the wire; days are the workspace's. */
export interface ResponseFilters {
  survey?: string[];
  touchpoint?: string[];
  score?: string[];
  trust?: string[];
  site?: string[];
  language?: string[];
  contact?: string;
  q?: string;
  from?: string;
  to?: string;
}

/** What a new or changed site takes; the server fills in what is left out. */
export type SiteInput = SiteEdit;
export interface SiteSecret {
  kid: string;
  secret: string;
}

type Query = Record<string, string | string[] | number | null | undefined>;

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

const listeners = new Set<() => void>();

/** Calls back whenever the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener);
}

function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') params.set(name, text);
  }
  const search = params.toString().replaceAll('%2C', ',');
  return `/api/${path}${search && `?${search}`}`;
}

async function problemOf(response: Response): Promise<Partial<Problem>> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  const body: Partial<Problem> & { message?: string } = await response.json();
  return body.title || !body.message ? body : { ...body, title: body.message };
}

async function call<Result>(path: string, { method = 'GET', query, body, signal }: Call = {}): Promise<Result> {
  let response: Response;
  try {
    response = await fetch(address(path, query), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof TypeError) throw new ApiError(0, {});
    throw error;
  }
  if (!response.ok) {
    const error = new ApiError(response.status, await problemOf(response));
    if (response.status === 401 && !path.startsWith('auth/')) for (const listener of listeners) listener();
    throw error;
  }
  const text = await response.text();
  // The admin trusts its own worker, which is typed by the same contract.
  return text === '' ? JSON.parse('null') : JSON.parse(text);
}

const id = encodeURIComponent;

export const getSession = () => call<Session>('session');
export const signIn = (credentials: { email: string; password: string }) =>
  call<unknown>('auth/sign-in/email', { method: 'POST', body: credentials });
export const signOut = () => call<unknown>('auth/sign-out', { method: 'POST', body: {} });

export const listResponses = (
  filters: ResponseFilters & { cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => call<Page<ResponseSummary>>('responses', { query: { ...filters }, signal });
export const countResponses = (filters: ResponseFilters, signal?: AbortSignal) =>
  call<ResponseCounts>('responses/counts', { query: { ...filters }, signal });
/** Where the CSV of what the filters leave is downloaded from. */
export const exportHref = (filters: ResponseFilters) => address('responses/export', { ...filters });
export const getResponse = (response: string, signal?: AbortSignal) =>
  call<ResponseDetail>(`responses/${id(response)}`, { signal });
/** Ties a response to a person by hand; null unties it. */
export const tieResponse = (response: string, contact: string | null) =>
  call<ResponseDetail>(`responses/${id(response)}/contact`, { method: 'PUT', body: { contact } });
export const undoMatch = (response: string) =>
  call<ResponseDetail>(`responses/${id(response)}/undo`, { method: 'POST', body: {} });
export const deleteResponse = (response: string) => call<unknown>(`responses/${id(response)}`, { method: 'DELETE' });

export const listContacts = (query: { q?: string; cursor?: string | null; limit?: number }, signal?: AbortSignal) =>
  call<Page<ContactSummary> & { total: number }>('contacts', { query, signal });
export const createContact = (contact: ContactCreate) => call<Contact>('contacts', { method: 'POST', body: contact });
export const getContact = (contact: string, signal?: AbortSignal) =>
  call<Contact>(`contacts/${id(contact)}`, { signal });
export const editContact = (contact: string, changes: ContactEdit) =>
  call<Contact>(`contacts/${id(contact)}`, { method: 'PATCH', body: changes });
export const getTimeline = (
  contact: string,
  query: { kind?: string; cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => call<Page<TimelineItem>>(`contacts/${id(contact)}/timeline`, { query, signal });

export const listTouchpoints = () => call<Page<Touchpoint>>('touchpoints');
export const listSurveys = () => call<Page<Survey>>('surveys');
export const getOverview = (query: { from?: string; to?: string }, signal?: AbortSignal) =>
  call<Overview>('reports/overview', { query, signal });

export const listSites = (signal?: AbortSignal) => call<Page<Site>>('sites', { signal });
export const createSite = (site: SiteInput) =>
  call<Site & { secret?: SiteSecret }>('sites', { method: 'POST', body: site });
export const editSite = (key: string, changes: SiteInput) =>
  call<Site>(`sites/${id(key)}`, { method: 'PATCH', body: changes });
export const rotateSecret = (key: string) => call<SiteSecret>(`sites/${id(key)}/secret`, { method: 'POST', body: {} });

export const getSettings = (signal?: AbortSignal) => call<Settings>('settings', { signal });
export const editSettings = (changes: Partial<Settings>) =>
  call<Settings>('settings', { method: 'PATCH', body: changes });

/** The script tag a page carries for a site. */
export const siteTag = (key: string) => `<script async src="${window.location.origin}/w/${key}.js"></script>`;

/** Opens the stream of what just changed. */
export function openLive(): WebSocket {
  const url = new URL('/api/live', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url);
}
