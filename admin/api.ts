/** The only file that knows URLs, and it knows them from the worker's own type. Every failure is an ApiError. */
import { type ClientResponse, hc } from 'hono/client';
import type { ApiKeyCreate } from '../contract/apiKey.ts';
import type { CompanyOrder } from '../contract/company.ts';
import type { ConnectionCreate, ConnectionEdit } from '../contract/connection.ts';
import type { ConsentCreate } from '../contract/consent.ts';
import type { ContactCreate, ContactEdit, IdentifierNew } from '../contract/contact.ts';
import type { EraseBody } from '../contract/erasure.ts';
import type { FeedbackBody } from '../contract/feedback.ts';
import type { ContactMerge, MergeChoice, SuggestionState } from '../contract/identity.ts';
import type { ImportChoice, ImportDetail } from '../contract/imports.ts';
import type { InvitationCreate } from '../contract/invitation.ts';
import type { Locale } from '../contract/locale.ts';
import type { PageCheckBody } from '../contract/pageCheck.ts';
import type { Problem } from '../contract/problem.ts';
import type { RetentionDays } from '../contract/retention.ts';
import type { SegmentCreate, SegmentEdit, SegmentRule } from '../contract/segment.ts';
import type { SurveyCreate, SurveyDraft } from '../contract/surveyDraft.ts';
import type { Settings, SiteCreate, SiteEdit } from '../contract/workspace.ts';
import type { App } from '../worker/app.ts';

/** A call that did not succeed. `status` is 0 when the server was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Partial<Problem>;
  /** What went wrong, for machines: the last part of the problem's type. */
  readonly code: string;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `status ${status}`);
    this.status = status;
    this.problem = problem;
    this.code = problem.type?.split(':').at(-1) ?? '';
  }
}

/** A page of a list; `next` leads on to the one after. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What narrows a list of responses. Lists are joined by commas on the wire; days are the workspace's. */
export interface ResponseFilters {
  survey?: string[];
  touchpoint?: string[];
  score?: string[];
  metric?: string[];
  trust?: string[];
  site?: string[];
  test?: string;
  segment?: string[];
  company?: string;
  language?: string[];
  contact?: string;
  q?: string;
  from?: string;
  to?: string;
}

/** A signing secret, shown once. */
export interface SiteSecret {
  kid: string;
  secret: string;
}

const client = hc<App>('/').api;
const listeners = new Set<() => void>();

/** Calls back whenever the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): void {
  listeners.add(listener);
}

type Query = Record<string, string | string[] | number | null | undefined>;

/** Query parameters as the wire wants them: lists joined by commas, nothing empty. */
function queryOf(values: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
      return text === '' ? [] : [[name, text]];
    }),
  );
}

async function problemOf(response: { headers: Headers; json(): Promise<unknown> }): Promise<Partial<Problem>> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  const body = await response.json();
  return typeof body === 'object' && body !== null ? body : {};
}

/** What a 2xx carries, of all the answers a route may give. */
type Body<Answer> =
  Answer extends ClientResponse<infer Data, infer Status, 'json'> ? (Status extends 200 | 201 ? Data : never) : never;

/** Waits for an answer and takes what it carries, or throws what went wrong. */
async function take<Answer extends ClientResponse<unknown>>(call: Promise<Answer>): Promise<Body<Answer>> {
  const response = await reach(call);
  if (!response.ok) throw await refused(response);
  return (await response.json()) as Body<Answer>;
}

async function reach<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    // What fetch throws when there was no answer at all.
    if (error instanceof TypeError) throw new ApiError(0, {});
    throw error;
  }
}

async function refused(response: { status: number; headers: Headers; json(): Promise<unknown> }): Promise<ApiError> {
  if (response.status === 401) for (const listener of listeners) listener();
  return new ApiError(response.status, await problemOf(response));
}

const init = (signal: AbortSignal | undefined) => (signal ? { init: { signal } } : {});

/** The two calls of the sign-in library, which has a protocol of its own. */
async function auth(path: 'sign-in/email' | 'sign-out', body: object): Promise<void> {
  const response = await reach(
    fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
}

export const signIn = (credentials: { email: string; password: string }) => auth('sign-in/email', credentials);
export const signOut = () => auth('sign-out', {});
export const getSession = () => take(client.session.$get());

type PagedFilters = ResponseFilters & { cursor?: string | null; limit?: number };

export const listResponses = (filters: PagedFilters, signal?: AbortSignal) =>
  take(client.responses.$get({ query: queryOf({ ...filters }) }, init(signal)));
export const countResponses = (filters: ResponseFilters, signal?: AbortSignal) =>
  take(client.responses.counts.$get({ query: queryOf({ ...filters }) }, init(signal)));
/** Where the CSV of what the filters leave is downloaded from. */
export function exportHref(filters: ResponseFilters): string {
  const search = new URLSearchParams(queryOf({ ...filters }));
  return `${client.responses.export.$path()}?${search}`;
}
export const getResponse = (id: string, signal?: AbortSignal) =>
  take(client.responses[':id'].$get({ param: { id } }, init(signal)));
/** Ties a response to a person by hand; null unties it. */
export const tieResponse = (id: string, contact: string | null) =>
  take(client.responses[':id'].contact.$put({ param: { id }, json: { contact } }));
export const undoMatch = (id: string) => take(client.responses[':id'].undo.$post({ param: { id } }));
/** Takes every test answer out; answers how many there were. */
export const deleteTests = () => take(client.responses.tests.$delete());
export async function deleteResponse(id: string): Promise<void> {
  const response = await reach(client.responses[':id'].$delete({ param: { id } }));
  if (!response.ok) throw await refused(response);
}

/** Whom a list of people stays among. */
export interface PeopleFilters {
  segment?: string[];
  company?: string;
  stage?: string | null;
  coverage?: string[];
  lately?: string;
  within?: string;
}

interface PeopleQuery extends PeopleFilters {
  q?: string;
  cursor?: string | null;
  limit?: number;
}

export const listContacts = (query: PeopleQuery, signal?: AbortSignal) =>
  take(client.contacts.$get({ query: queryOf({ ...query }) }, init(signal)));
export const createContact = (json: ContactCreate) => take(client.contacts.$post({ json }));
export const getContact = (id: string, signal?: AbortSignal) =>
  take(client.contacts[':id'].$get({ param: { id } }, init(signal)));
export const editContact = (id: string, json: ContactEdit) =>
  take(client.contacts[':id'].$patch({ param: { id }, json }));

/** Segments, companies and coverage. */
export const listSegments = (signal?: AbortSignal) => take(client.segments.$get({}, init(signal)));
export const getSegment = (id: string, signal?: AbortSignal) =>
  take(client.segments[':id'].$get({ param: { id } }, init(signal)));
export const createSegment = (json: SegmentCreate) => take(client.segments.$post({ json }));
export const editSegment = (id: string, json: SegmentEdit) =>
  take(client.segments[':id'].$patch({ param: { id }, json }));
export async function deleteSegment(id: string): Promise<void> {
  const response = await reach(client.segments[':id'].$delete({ param: { id } }));
  if (!response.ok) throw await refused(response);
}
export const previewSegment = (rule: SegmentRule, signal?: AbortSignal) =>
  take(client.segments.preview.$post({ json: { rule } }, init(signal)));
export const getSegmentFields = (signal?: AbortSignal) => take(client.segments.fields.$get({}, init(signal)));
export const listSegmentComments = (id: string, limit: number, signal?: AbortSignal) =>
  take(client.segments[':id'].comments.$get({ param: { id }, query: queryOf({ limit }) }, init(signal)));

interface CompaniesQuery {
  q?: string;
  order?: CompanyOrder;
  cursor?: string | null;
  limit?: number;
}

export const listCompanies = (query: CompaniesQuery, signal?: AbortSignal) =>
  take(client.companies.$get({ query: queryOf({ ...query }) }, init(signal)));
export const getCompany = (id: string, signal?: AbortSignal) =>
  take(client.companies[':id'].$get({ param: { id } }, init(signal)));

interface CoverageQuery {
  segment?: string[];
  lately?: number;
  within?: number;
}

export const getCoverage = (query: CoverageQuery, signal?: AbortSignal) =>
  take(client.reports.coverage.$get({ query: queryOf({ ...query }) }, init(signal)));

/** Gives a person one identifier more. */
export const addIdentifier = (id: string, json: IdentifierNew) =>
  take(client.contacts[':id'].identifiers.$post({ param: { id }, json }));
/** Takes one away. */
export const removeIdentifier = (id: string, json: IdentifierNew) =>
  take(client.contacts[':id'].identifiers.$delete({ param: { id }, json }));
/** Which answers that would untie. */
export const listResting = (id: string, json: IdentifierNew, signal?: AbortSignal) =>
  take(client.contacts[':id'].identifiers.resting.$post({ param: { id }, json }, init(signal)));

interface TimelineQuery {
  kind?: 'response' | 'display' | 'event';
  cursor?: string | null;
  limit?: number;
}

export const getTimeline = (id: string, query: TimelineQuery, signal?: AbortSignal) =>
  take(client.contacts[':id'].timeline.$get({ param: { id }, query: queryOf({ ...query }) }, init(signal)));

/** Which live surveys a person would be asked now, and why not the others. */
export const listContactSurveys = (id: string, signal?: AbortSignal) =>
  take(client.contacts[':id'].surveys.$get({ param: { id } }, init(signal)));

/** Every decision on who a person is, the latest first. */
export const getJournal = (id: string, query: { cursor?: string | null; limit?: number }, signal?: AbortSignal) =>
  take(client.contacts[':id'].journal.$get({ param: { id }, query: queryOf({ ...query }) }, init(signal)));
/** Makes another person one with this one. */
export const mergeContact = (id: string, json: ContactMerge) =>
  take(client.contacts[':id'].merge.$post({ param: { id }, json }));
export const listMerges = (query: { contact?: string; cursor?: string | null }, signal?: AbortSignal) =>
  take(client.merges.$get({ query: queryOf({ ...query }) }, init(signal)));
export const undoMerge = (id: string) => take(client.merges[':id'].undo.$post({ param: { id } }));

interface SuggestionsQuery {
  contact?: string;
  state?: SuggestionState;
  cursor?: string | null;
  limit?: number;
}

export const listSuggestions = (query: SuggestionsQuery, signal?: AbortSignal) =>
  take(client.suggestions.$get({ query: queryOf({ ...query }) }, init(signal)));
export const acceptSuggestion = (id: string, json: { survivor?: string; choose?: MergeChoice }) =>
  take(client.suggestions[':id'].accept.$post({ param: { id }, json }));
export async function rejectSuggestion(id: string): Promise<void> {
  const response = await reach(client.suggestions[':id'].reject.$post({ param: { id } }));
  if (!response.ok) throw await refused(response);
}
/** Takes back what was decided about a pair. */
export async function undoSuggestion(id: string): Promise<void> {
  const response = await reach(client.suggestions[':id'].undo.$post({ param: { id } }));
  if (!response.ok) throw await refused(response);
}
/** How far the comparison of everybody is. */
export const getLinkRun = (signal?: AbortSignal) => take(client.suggestions.run.$get({}, init(signal)));
export const startLinkRun = () => take(client.suggestions.run.$post());

export const listTouchpoints = () => take(client.touchpoints.$get());
export const listSurveys = (signal?: AbortSignal) => take(client.surveys.$get({}, init(signal)));
export const getOverview = (query: { from?: string; to?: string; segment?: string }, signal?: AbortSignal) =>
  take(client.reports.overview.$get({ query: queryOf({ ...query }) }, init(signal)));

/** What takes a survey from one status to another. */
export type SurveyMove = 'pause' | 'resume' | 'archive' | 'restore';

const one = (id: string) => ({ param: { id } });

export const listTemplates = (signal?: AbortSignal) => take(client.surveys.templates.$get({}, init(signal)));
export const createSurvey = (json: SurveyCreate) => take(client.surveys.$post({ json }));
export async function deleteSurvey(id: string): Promise<void> {
  const response = await reach(client.surveys[':id'].$delete(one(id)));
  if (!response.ok) throw await refused(response);
}
export const duplicateSurvey = (id: string) => take(client.surveys[':id'].duplicate.$post(one(id)));
/** Pauses, resumes, archives or takes out of the archive. */
export const moveSurvey = (id: string, move: SurveyMove) => take(client.surveys[':id'][move].$post(one(id)));
export const publishSurvey = (id: string) => take(client.surveys[':id'].publish.$post(one(id)));
export const getDraft = (id: string, signal?: AbortSignal) =>
  take(client.surveys[':id'].draft.$get(one(id), init(signal)));
export const saveDraft = (id: string, json: SurveyDraft) =>
  take(client.surveys[':id'].draft.$put({ ...one(id), json }));
/** Throws the draft away: what is published is what there is. */
export const discardDraft = (id: string) => take(client.surveys[':id'].draft.$delete(one(id)));
export const checkSurvey = (id: string, signal?: AbortSignal) =>
  take(client.surveys[':id'].check.$get(one(id), init(signal)));
export const listVersions = (id: string, signal?: AbortSignal) =>
  take(client.surveys[':id'].versions.$get(one(id), init(signal)));

export const listSites = (signal?: AbortSignal) => take(client.sites.$get({}, init(signal)));
export const createSite = (json: SiteCreate) => take(client.sites.$post({ json }));
export const editSite = (key: string, json: SiteEdit) => take(client.sites[':key'].$patch({ param: { key }, json }));
export const checkPage = (key: string, json: PageCheckBody) =>
  take(client.sites[':key'].check.$post({ param: { key }, json }));
export const rotateSecret = (key: string) => take(client.sites[':key'].secret.$post({ param: { key } }));
export const rotateWriteKey = (key: string) => take(client.sites[':key']['write-key'].$post({ param: { key } }));

export const listApiKeys = (signal?: AbortSignal) => take(client.keys.$get({}, init(signal)));
/** Makes a key; it is in the answer and nowhere else. */
export const createApiKey = (json: ApiKeyCreate) => take(client.keys.$post({ json }));
export async function revokeApiKey(id: string): Promise<void> {
  const response = await reach(client.keys[':id'].$delete(one(id)));
  if (!response.ok) throw await refused(response);
}

export const listInvitations = (query: { survey?: string; limit?: number }, signal?: AbortSignal) =>
  take(client.invitations.$get({ query: queryOf({ ...query }) }, init(signal)));
/** Makes a link; its address is in the answer and nowhere else. */
export const createInvitation = (json: InvitationCreate) => take(client.invitations.$post({ json }));
export const revokeInvitation = (id: string) => take(client.invitations[':id'].$delete({ param: { id } }));

export const listImports = (signal?: AbortSignal) => take(client.imports.$get({ query: {} }, init(signal)));
export const getImport = (id: string, signal?: AbortSignal) => take(client.imports[':id'].$get(one(id), init(signal)));
/** Sends a contact file as it is; nothing is changed by it. */
export async function sendImport(file: File): Promise<ImportDetail> {
  const response = await reach(
    fetch(`/api/imports?name=${encodeURIComponent(file.name.slice(0, 200))}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  );
  if (!response.ok) throw await refused(response);
  return (await response.json()) as ImportDetail;
}
export const editImport = (id: string, json: Partial<ImportChoice>) =>
  take(client.imports[':id'].$patch({ ...one(id), json }));
export const moveImport = (id: string, move: 'run' | 'cancel' | 'undo') =>
  take(client.imports[':id'][move].$post(one(id)));
export async function deleteImport(id: string): Promise<void> {
  const response = await reach(client.imports[':id'].$delete(one(id)));
  if (!response.ok) throw await refused(response);
}
export const listImportRows = (
  id: string,
  query: { verdict: string; cursor?: string; limit: number },
  signal?: AbortSignal,
) => take(client.imports[':id'].rows.$get({ ...one(id), query: queryOf({ ...query }) }, init(signal)));
/** Where the rows to mend are, as a file. */
export const rowsToMendUrl = (id: string, locale: string) =>
  `/api/imports/${encodeURIComponent(id)}/refused?locale=${locale}`;

export const listConnections = (signal?: AbortSignal) => take(client.connections.$get({}, init(signal)));
export const createConnection = (json: ConnectionCreate) => take(client.connections.$post({ json }));
export const editConnection = (id: string, json: ConnectionEdit) =>
  take(client.connections[':id'].$patch({ ...one(id), json }));
export const testConnection = (id: string) => take(client.connections[':id'].test.$post(one(id)));
export const pauseConnection = (id: string) => take(client.connections[':id'].pause.$post(one(id)));
export const resumeConnection = (id: string) => take(client.connections[':id'].resume.$post(one(id)));
export const runConnection = (id: string, full: boolean) =>
  take(client.connections[':id'].run.$post({ ...one(id), json: { full } }));
export const getConnectionFields = (id: string, signal?: AbortSignal) =>
  take(client.connections[':id'].fields.$get(one(id), init(signal)));
export const getConnectionLog = (id: string, signal?: AbortSignal) =>
  take(client.connections[':id'].log.$get({ ...one(id), query: { limit: '50' } }, init(signal)));
export async function deleteConnection(id: string): Promise<void> {
  const response = await reach(client.connections[':id'].$delete(one(id)));
  if (!response.ok) throw await refused(response);
}

export const getSettings = (signal?: AbortSignal) => take(client.settings.$get({}, init(signal)));
export const editSettings = (json: Partial<Settings>) => take(client.settings.$patch({ json }));

export const listConsents = (id: string, signal?: AbortSignal) =>
  take(client.contacts[':id'].consents.$get(one(id), init(signal)));
export const addConsent = (id: string, json: ConsentCreate) =>
  take(client.contacts[':id'].consents.$post({ ...one(id), json }));
export const eraseContact = (id: string, json: EraseBody) =>
  take(client.contacts[':id'].erase.$post({ ...one(id), json }));
/** Where a person's copy of everything kept of them is downloaded from. */
export function copyHref(id: string, format: 'json' | 'html', locale: Locale): string {
  return client.contacts[':id'].export.$path({ ...one(id), query: { format, locale } });
}

export const listErasures = (query: { cursor?: string | null; limit?: number }, signal?: AbortSignal) =>
  take(client.erasures.$get({ query: queryOf(query) }, init(signal)));
export const getErasure = (id: string, signal?: AbortSignal) =>
  take(client.erasures[':id'].$get(one(id), init(signal)));
export const liftErasure = (id: string) => take(client.erasures[':id'].lift.$post(one(id)));

export const getRetention = (signal?: AbortSignal) => take(client.retention.$get({}, init(signal)));
export const saveRetention = (json: RetentionDays) => take(client.retention.$put({ json }));
export const previewRetention = (json: RetentionDays) => take(client.retention.preview.$post({ json }));

interface AuditQuery {
  verb?: string;
  subject?: string;
  cursor?: string | null;
  limit?: number;
}

export const listAudit = (query: AuditQuery, signal?: AbortSignal) =>
  take(client.audit.$get({ query: queryOf({ ...query }) }, init(signal)));
export const getAuditProof = (signal?: AbortSignal) => take(client.audit.proof.$get({}, init(signal)));

/** The script tag a page carries for a site. */
export const siteTag = (key: string) => `<script async src="${window.location.origin}/w/${key}.js"></script>`;

/** The same under a name that never changes, with what the browser is to check it by. */
export async function siteTagChecked(key: string): Promise<string> {
  const response = await reach(fetch('/w/sri.json'));
  if (!response.ok) throw await refused(response);
  const { file, integrity } = (await response.json()) as { file: string; integrity: string };
  const src = `${window.location.origin}/w/assets/${file}`;
  return `<script async src="${src}" data-site="${key}" integrity="${integrity}" crossorigin></script>`;
}

/** Opens the stream of what just changed. */
export function openLive(): WebSocket {
  const url = new URL(client.live.$path(), window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url);
}

export const listFeedback = (signal?: AbortSignal) => take(client.feedback.$get({}, init(signal)));
export const planFeedback = (json: FeedbackBody) => take(client.feedback.plan.$post({ json }));
export const importFeedback = (json: FeedbackBody) => take(client.feedback.$post({ json }));
export const undoFeedback = (id: string) => take(client.feedback[':id'].undo.$post({ param: { id } }));
