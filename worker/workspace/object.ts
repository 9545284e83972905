import { DurableObject } from 'cloudflare:workers';
import type {
  ConnectionCreate,
  ConnectionEdit,
  ConnectionFields,
  ConnectionTest,
  Credentials,
} from '../../contract/connection.ts';
import type { ContactCreate, ContactEdit } from '../../contract/contact.ts';
import type { Stage, SurveyDefinition, Touchpoint } from '../../contract/survey.ts';
import type { SurveyDraft, SurveyDraftChecked } from '../../contract/surveyDraft.ts';
import type { Settings } from '../../contract/workspace.ts';
import type { Env } from '../env.ts';
import type { SiteActivity } from '../survey-check/context.ts';
import type { Actor } from './auditTrail.ts';
import { fieldsOf, tryConnection } from './connections/tryConnection.ts';
import { linkRun, startLink } from './linkage/runLink.ts';
import { presentDetail } from './presentResponse.ts';
import { WorkspaceRuntime } from './runtime.ts';
import type { WorkspaceState } from './state.ts';
import { uuid7 } from './uuid7.ts';
import { addIdentifierByHand, removeIdentifierByHand, restingOnIdentifier } from './verbs/identity/editIdentifiers.ts';
import { identifyVisitor } from './verbs/identity/identifyVisitor.ts';
import { journal } from './verbs/identity/journal.ts';
import { undoMerge } from './verbs/identity/mergeContacts.ts';
import { listMerges, mergeByHand } from './verbs/identity/merges.ts';
import { acceptSuggestion, listSuggestions, rejectSuggestion, undoSuggestion } from './verbs/identity/suggestions.ts';
import { keepAnswer, recallAnswer } from './verbs/intake/idempotency.ts';
import {
  beginFeedback,
  finishFeedback,
  listFeedback,
  planFeedback,
  takeFeedback,
  undoFeedback,
} from './verbs/intake/importFeedback.ts';
import {
  addImportRows,
  beginImport,
  cancelImport,
  deleteImport,
  editImport,
  listImportRows,
  listImports,
  mendingHead,
  planImport,
  readImport,
  rowsToMend,
  startImport,
  undoImport,
} from './verbs/intake/imports.ts';
import { takeMessages } from './verbs/intake/takeMessages.ts';
import { upsertContact, upsertContacts } from './verbs/intake/upsertContacts.ts';
import { listCompanies, readCompany } from './verbs/people/companies.ts';
import { contactSurveys } from './verbs/people/contactSurveys.ts';
import { createContact, editContact, listContacts, readContact } from './verbs/people/contacts.ts';
import { coverage } from './verbs/people/coverage.ts';
import { type TimelineKind, timeline } from './verbs/people/timeline.ts';
import { addConsent, listConsents } from './verbs/privacy/consents.ts';
import { eraseContact } from './verbs/privacy/eraseContact.ts';
import { liftErasure, listErasures, readErasure } from './verbs/privacy/erasures.ts';
import { exportContact } from './verbs/privacy/exportContact.ts';
import { previewRetention, readRetention, writeRetention } from './verbs/privacy/retention.ts';
import { type Collected, type CollectOutcome, collectResponse } from './verbs/responses/collectResponse.ts';
import { deleteResponse, retie, undoMatch, visible } from './verbs/responses/decideMatch.ts';
import { deleteTests } from './verbs/responses/deleteTests.ts';
import { type History, importHistory } from './verbs/responses/importHistory.ts';
import { type Asked, countResponses, listResponses } from './verbs/responses/listResponses.ts';
import { previewSegment, segmentFields } from './verbs/segments/previewSegment.ts';
import { segmentComments } from './verbs/segments/segmentComments.ts';
import { createSegment, deleteSegment, editSegment, listSegments, readSegment } from './verbs/segments/segments.ts';
import { answerInvitation, readInvitation, withdrawInvitation } from './verbs/surveys/answerInvitation.ts';
import { changeSurveyStatus } from './verbs/surveys/changeSurveyStatus.ts';
import { checkSurvey, draftProblems } from './verbs/surveys/checkSurvey.ts';
import { createSurvey, duplicateSurvey } from './verbs/surveys/createSurvey.ts';
import { type Deciding, decide } from './verbs/surveys/decide.ts';
import { deleteSurvey } from './verbs/surveys/deleteSurvey.ts';
import { createInvitation, listInvitations, revokeInvitation } from './verbs/surveys/invitations.ts';
import { publishDefinition, publishSurvey } from './verbs/surveys/publishSurvey.ts';
import { type Displayed, recordDisplay } from './verbs/surveys/recordDisplay.ts';
import { discardDraft, readDraft, saveDraft } from './verbs/surveys/surveyDraft.ts';
import { presentSurvey, type SurveyRefusal } from './verbs/surveys/surveyOutcome.ts';
import { listVersions, readVersion } from './verbs/surveys/surveyVersions.ts';
import { auditList, auditProof } from './verbs/workspace/auditList.ts';
import {
  connectionLog,
  createConnection,
  editConnection,
  keepTest,
  listConnections,
  pauseConnection,
  readConnection,
  removeConnection,
  resumeConnection,
  runConnection,
} from './verbs/workspace/connections.ts';
import { overview } from './verbs/workspace/overview.ts';
import { writeSettings } from './verbs/workspace/writeSettings.ts';
import { verifyFacts } from './verifyFacts.ts';

/** Says whose a live channel is; set by the worker alone. */
export const LISTENER_HEADER = 'x-touchstone-listener';

/** A verb for the audit trail. */
interface AuditEntry {
  now: number;
  actor: Actor;
  verb: string;
  subject: string;
  payload?: unknown;
}

/**
 * One workspace: a single writer over its own SQLite, so identity decisions have no races and one workspace cannot see
 * another. Its methods are what the worker may ask of it; each is one verb, and time always comes along.
 */
export class Workspace extends DurableObject<Env> {
  readonly #runtime: WorkspaceRuntime;
  #atLastReply = { read: 0, written: 0 };

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#runtime = new WorkspaceRuntime(ctx, env);
  }

  get #state(): WorkspaceState {
    return this.#runtime.state;
  }

  #write<T>(work: () => T): T {
    return this.#runtime.write(work);
  }

  /** What waits for others goes on after this, so that it holds up no other job; its lease outlives a crash. */
  override alarm(): void {
    for (const waiting of this.#state.clock.ring(Date.now())) this.ctx.waitUntil(waiting);
  }

  /** Does all of the clock's work as of `now`, without waiting for the alarm. */
  async runClock(now: number): Promise<void> {
    do {
      await Promise.all(this.#state.clock.ring(now));
    } while (this.#state.clock.isDue(now));
  }

  // ---- what visitors send

  collectResponse(input: Collected): CollectOutcome {
    const outcome = this.#write(() => collectResponse(this.#state, input));
    this.#atLastReply = this.meter();
    if (outcome.ok && outcome.pending) this.#runtime.resolveLater(input.now);
    return outcome;
  }

  readInvitation(input: Parameters<typeof readInvitation>[1]) {
    return readInvitation(this.#state, input);
  }

  answerInvitation(input: Parameters<typeof answerInvitation>[1]) {
    return this.#write(() => answerInvitation(this.#state, input));
  }

  withdrawInvitation(input: Parameters<typeof withdrawInvitation>[1]) {
    return this.#write(() => withdrawInvitation(this.#state, input));
  }

  recordDisplay(input: Displayed) {
    return this.#write(() => recordDisplay(this.#state, input));
  }

  identifyVisitor(input: Parameters<typeof identifyVisitor>[1]): void {
    this.#write(() => identifyVisitor(this.#state, input));
  }

  takeMessages(input: Parameters<typeof takeMessages>[1]): void {
    this.#write(() => takeMessages(this.#state, input));
  }

  decide(input: Deciding) {
    return this.#write(() => decide(this.#state, input));
  }

  // ---- what the admin reads

  listResponses(asked: Asked, page: { cursor?: number; limit: number }) {
    return listResponses(this.#state, asked, page);
  }

  countResponses(asked: Asked) {
    return countResponses(this.#state, asked);
  }

  readResponse(input: { id: string; masked: boolean }) {
    const record = visible(this.#state, input.id);
    return record ? presentDetail(this.#state, record, input.masked) : null;
  }

  listContacts(input: Parameters<typeof listContacts>[1]) {
    return listContacts(this.#state, input);
  }

  readContact(input: Parameters<typeof readContact>[1]) {
    return readContact(this.#state, input);
  }

  timeline(input: { id: string; kind: TimelineKind; cursor?: string; limit: number; masked: boolean }) {
    return timeline(this.#state, input);
  }

  journal(input: Parameters<typeof journal>[1]) {
    return journal(this.#state, input);
  }

  listMerges(input: Parameters<typeof listMerges>[1]) {
    return listMerges(this.#state, input);
  }

  listSuggestions(input: Parameters<typeof listSuggestions>[1]) {
    return listSuggestions(this.#state, input);
  }

  contactSurveys(input: { id: string; now: number }) {
    return contactSurveys(this.#state, input);
  }

  overview(input: Parameters<typeof overview>[1]) {
    return overview(this.#state, input);
  }

  coverage(input: Parameters<typeof coverage>[1]) {
    return coverage(this.#state, input);
  }

  listCompanies(input: Parameters<typeof listCompanies>[1]) {
    return listCompanies(this.#state, input);
  }

  readCompany(input: Parameters<typeof readCompany>[1]) {
    return readCompany(this.#state, input);
  }

  listSegments(now: number) {
    return listSegments(this.#state, now);
  }

  readSegment(input: Parameters<typeof readSegment>[1]) {
    return readSegment(this.#state, input);
  }

  previewSegment(input: Parameters<typeof previewSegment>[1]) {
    return previewSegment(this.#state, input);
  }

  segmentFields(now: number) {
    return segmentFields(this.#state, now);
  }

  segmentComments(input: Parameters<typeof segmentComments>[1]) {
    return segmentComments(this.#state, input);
  }

  surveys() {
    return this.#state.surveys.list().map(presentSurvey);
  }

  survey(id: string) {
    const survey = this.#state.surveys.byId(id);
    return survey ? presentSurvey(survey) : null;
  }

  readSurveyDraft(input: { id: string; sites: SiteActivity; now: number }): SurveyDraftChecked | null {
    const draft = readDraft(this.#state, input.id);
    return draft && { ...draft, problems: draftProblems(this.#state, input) };
  }

  checkSurvey(input: Parameters<typeof checkSurvey>[1]) {
    return checkSurvey(this.#state, input);
  }

  surveyVersions(id: string) {
    return listVersions(this.#state, id);
  }

  surveyVersion(input: { id: string; version: number }) {
    return readVersion(this.#state, input);
  }

  stages() {
    return this.#state.journey.stages();
  }

  touchpoints() {
    return this.#state.journey.touchpoints().map(({ number, ...touchpoint }) => touchpoint);
  }

  settings(): Settings {
    return this.#state.settings.read();
  }

  auditList(input: Parameters<typeof auditList>[1]) {
    return auditList(this.#state, input);
  }

  auditProof() {
    return auditProof(this.#state);
  }

  // ---- what the admin does

  retieResponse(input: Parameters<typeof retie>[1]) {
    return this.#write(() => retie(this.#state, input));
  }

  undoMatch(input: Parameters<typeof undoMatch>[1]) {
    return this.#write(() => undoMatch(this.#state, input));
  }

  deleteResponse(input: Parameters<typeof deleteResponse>[1]): boolean {
    return this.#write(() => deleteResponse(this.#state, input));
  }

  deleteTests(input: Parameters<typeof deleteTests>[1]) {
    return this.#write(() => deleteTests(this.#state, input));
  }

  createContact(input: { contact: ContactCreate; source: string; actor: Actor; now: number }) {
    return this.#write(() => createContact(this.#state, input));
  }

  editContact(input: { id: string; edit: ContactEdit; source: string; actor: Actor; now: number }) {
    return this.#write(() => editContact(this.#state, input));
  }

  eraseContact(input: Parameters<typeof eraseContact>[1]) {
    return this.#write(() => eraseContact(this.#state, input));
  }

  exportContact(input: Parameters<typeof exportContact>[1]) {
    return this.#write(() => exportContact(this.#state, input));
  }

  addIdentifier(input: Parameters<typeof addIdentifierByHand>[1]) {
    return this.#write(() => addIdentifierByHand(this.#state, input));
  }

  removeIdentifier(input: Parameters<typeof removeIdentifierByHand>[1]) {
    return this.#write(() => removeIdentifierByHand(this.#state, input));
  }

  restingOnIdentifier(input: Parameters<typeof restingOnIdentifier>[1]) {
    return restingOnIdentifier(this.#state, input);
  }

  listConsents(id: string) {
    return listConsents(this.#state, id);
  }

  addConsent(input: Parameters<typeof addConsent>[1]) {
    return this.#write(() => addConsent(this.#state, input));
  }

  readRetention() {
    return readRetention(this.#state);
  }

  writeRetention(input: Parameters<typeof writeRetention>[1]) {
    return this.#write(() => writeRetention(this.#state, input));
  }

  previewRetention(input: Parameters<typeof previewRetention>[1]) {
    return previewRetention(this.#state, input);
  }

  listErasures(input: Parameters<typeof listErasures>[1]) {
    return listErasures(this.#state, input);
  }

  readErasure(id: string) {
    return readErasure(this.#state, id);
  }

  liftErasure(input: Parameters<typeof liftErasure>[1]) {
    return this.#write(() => liftErasure(this.#state, input));
  }

  mergeContacts(input: Parameters<typeof mergeByHand>[1]) {
    return this.#write(() => mergeByHand(this.#state, input));
  }

  undoMerge(input: { id: string; actor: Actor; now: number }) {
    return this.#write(() => undoMerge(this.#state, input.id, input.actor, input.now));
  }

  linkRun() {
    return linkRun(this.#state);
  }

  startLink(input: { actor: Actor; now: number }) {
    return this.#write(() => {
      this.#record({ ...input, verb: 'duplicates.sought', subject: 'workspace' });
      return startLink(this.#state, input.now);
    });
  }

  acceptSuggestion(input: Parameters<typeof acceptSuggestion>[1]) {
    return this.#write(() => acceptSuggestion(this.#state, input));
  }

  rejectSuggestion(input: Parameters<typeof rejectSuggestion>[1]) {
    return this.#write(() => rejectSuggestion(this.#state, input));
  }

  undoSuggestion(input: Parameters<typeof undoSuggestion>[1]) {
    return this.#write(() => undoSuggestion(this.#state, input));
  }

  createSegment(input: Parameters<typeof createSegment>[1]) {
    return this.#write(() => createSegment(this.#state, input));
  }

  editSegment(input: Parameters<typeof editSegment>[1]) {
    return this.#write(() => editSegment(this.#state, input));
  }

  deleteSegment(input: Parameters<typeof deleteSegment>[1]): boolean {
    return this.#write(() => deleteSegment(this.#state, input));
  }

  beginImport(input: Parameters<typeof beginImport>[1]): string {
    return this.#write(() => beginImport(this.#state, input));
  }

  addImportRows(input: Parameters<typeof addImportRows>[1]): void {
    this.#write(() => addImportRows(this.#state, input));
  }

  planImport(input: Parameters<typeof planImport>[1]) {
    return this.#write(() => planImport(this.#state, input));
  }

  editImport(input: Parameters<typeof editImport>[1]) {
    return this.#write(() => editImport(this.#state, input));
  }

  startImport(input: Parameters<typeof startImport>[1]) {
    return this.#write(() => startImport(this.#state, input));
  }

  cancelImport(input: Parameters<typeof cancelImport>[1]) {
    return this.#write(() => cancelImport(this.#state, input));
  }

  undoImport(input: Parameters<typeof undoImport>[1]) {
    return this.#write(() => undoImport(this.#state, input));
  }

  deleteImport(input: Parameters<typeof deleteImport>[1]) {
    return this.#write(() => deleteImport(this.#state, input));
  }

  listImports(input: Parameters<typeof listImports>[1]) {
    return listImports(this.#state, input);
  }

  readImport(input: Parameters<typeof readImport>[1]) {
    return readImport(this.#state, input);
  }

  listImportRows(input: Parameters<typeof listImportRows>[1]) {
    return listImportRows(this.#state, input);
  }

  mendingHead(input: Parameters<typeof mendingHead>[1]) {
    return mendingHead(this.#state, input);
  }

  rowsToMend(input: Parameters<typeof rowsToMend>[1]) {
    return rowsToMend(this.#state, input);
  }

  upsertContact(input: Parameters<typeof upsertContact>[1]) {
    return this.#write(() => upsertContact(this.#state, input));
  }

  upsertContacts(input: Parameters<typeof upsertContacts>[1]) {
    return this.#write(() => upsertContacts(this.#state, input));
  }

  recallAnswer(input: Parameters<typeof recallAnswer>[1]) {
    return this.#write(() => recallAnswer(this.#state, input));
  }

  keepAnswer(input: Parameters<typeof keepAnswer>[1]): void {
    this.#write(() => keepAnswer(this.#state, input));
  }

  writeSettings(input: Parameters<typeof writeSettings>[1]): Settings {
    return this.#write(() => writeSettings(this.#state, input));
  }

  writeJourney(input: { stages: Stage[]; touchpoints: Touchpoint[]; actor: Actor; now: number }): void {
    this.#write(() => {
      this.#state.journey.write(input.stages, input.touchpoints);
      this.#record({ ...input, verb: 'journey.changed', subject: 'workspace' });
    });
  }

  /** Publishes a definition unchecked and answers all live ones, for the sites' compiled rules. */
  publishDefinition(input: { id: string; definition: SurveyDefinition; actor: Actor; now: number }) {
    this.#write(() => publishDefinition(this.#state, input));
    return this.surveys().filter(({ status }) => status === 'live');
  }

  listInvitations(input: Parameters<typeof listInvitations>[1]) {
    return listInvitations(this.#state, input);
  }

  createInvitation(input: Parameters<typeof createInvitation>[1]) {
    return this.#write(() => createInvitation(this.#state, input));
  }

  revokeInvitation(input: Parameters<typeof revokeInvitation>[1]) {
    return this.#write(() => revokeInvitation(this.#state, input));
  }

  createSurvey(input: Parameters<typeof createSurvey>[1]) {
    return this.#write(() => createSurvey(this.#state, input));
  }

  duplicateSurvey(input: Parameters<typeof duplicateSurvey>[1]) {
    return this.#write(() => duplicateSurvey(this.#state, input));
  }

  saveSurveyDraft(input: {
    id: string;
    draft: SurveyDraft;
    sites: SiteActivity;
    actor: Actor;
    now: number;
  }): { ok: true; draft: SurveyDraftChecked } | SurveyRefusal {
    return this.#write(() => {
      const outcome = saveDraft(this.#state, input);
      if (!outcome.ok) return outcome;
      return { ok: true, draft: { ...outcome.draft, problems: draftProblems(this.#state, input) } };
    });
  }

  discardSurveyDraft(input: Parameters<typeof discardDraft>[1]) {
    return this.#write(() => discardDraft(this.#state, input));
  }

  publishSurvey(input: Parameters<typeof publishSurvey>[1]) {
    return this.#write(() => publishSurvey(this.#state, input));
  }

  changeSurveyStatus(input: Parameters<typeof changeSurveyStatus>[1]) {
    return this.#write(() => changeSurveyStatus(this.#state, input));
  }

  deleteSurvey(input: Parameters<typeof deleteSurvey>[1]) {
    return this.#write(() => deleteSurvey(this.#state, input));
  }

  importHistory(input: { history: History; actor: Actor; now: number }) {
    return this.#write(() => {
      const added = importHistory(this.#state, input.history, input.now);
      this.#record({ ...input, verb: 'history.imported', subject: 'workspace', payload: added });
      return added;
    });
  }

  /** Records a verb that was carried out elsewhere, in the directory. */
  audit(entry: AuditEntry): void {
    this.#write(() => this.#record(entry));
  }

  // ---- connections to customer systems

  connections() {
    return listConnections(this.#state);
  }

  connection(id: string) {
    return readConnection(this.#state, id);
  }

  connectionLog(input: Parameters<typeof connectionLog>[1]) {
    return connectionLog(this.#state, input);
  }

  async createConnection(input: {
    wanted: Omit<ConnectionCreate, 'credentials'>;
    credentials: Credentials;
    origin: string;
    actor: Actor;
    now: number;
  }) {
    const { credentials, ...rest } = input;
    const id = uuid7(input.now, this.#state.random);
    const sealed = await this.#runtime.connections.seal(id, credentials);
    return this.#write(() => createConnection(this.#state, { ...rest, id, sealed }));
  }

  async editConnection(input: {
    id: string;
    edit: Omit<ConnectionEdit, 'credentials'>;
    credentials?: Credentials;
    actor: Actor;
    now: number;
  }) {
    const { credentials, ...rest } = input;
    const sealed = credentials && { sealed: await this.#runtime.connections.seal(input.id, credentials) };
    return this.#write(() => editConnection(this.#state, { ...rest, ...sealed }));
  }

  removeConnection(input: Parameters<typeof removeConnection>[1]) {
    return this.#write(() => removeConnection(this.#state, input));
  }

  pauseConnection(input: Parameters<typeof pauseConnection>[1]) {
    return this.#write(() => pauseConnection(this.#state, input));
  }

  resumeConnection(input: Parameters<typeof resumeConnection>[1]) {
    return this.#write(() => resumeConnection(this.#state, input));
  }

  runConnection(input: Parameters<typeof runConnection>[1]) {
    return this.#write(() => runConnection(this.#state, input));
  }

  /** Tries a connection; null when there is none. */
  async testConnection({ id, now }: { id: string; now: number }): Promise<ConnectionTest | null> {
    const tried = this.#state.connections.byId(id);
    if (!tried) return null;
    const said = await tryConnection(await this.#runtime.connections.open(tried));
    this.#write(() => keepTest(this.#state, { tried, said, now }));
    return said;
  }

  /** What a connection has to map; null when there is none. */
  async connectionFields(id: string): Promise<ConnectionFields | Extract<ConnectionTest, { ok: false }> | null> {
    const record = this.#state.connections.byId(id);
    return record ? fieldsOf(await this.#runtime.connections.open(record)) : null;
  }

  // ---- past feedback

  planFeedback(input: Parameters<typeof planFeedback>[1]) {
    return planFeedback(this.#state, input);
  }

  beginFeedback(input: Parameters<typeof beginFeedback>[1]) {
    return this.#write(() => beginFeedback(this.#state, input));
  }

  takeFeedback(input: Parameters<typeof takeFeedback>[1]) {
    return this.#write(() => takeFeedback(this.#state, input));
  }

  finishFeedback(input: Parameters<typeof finishFeedback>[1]) {
    return this.#write(() => finishFeedback(this.#state, input));
  }

  listFeedback() {
    return listFeedback(this.#state);
  }

  undoFeedback(input: Parameters<typeof undoFeedback>[1]) {
    return this.#write(() => undoFeedback(this.#state, input));
  }

  // ---- proofs

  /** Rows read and written since the object woke up, alarms set included: the bill. */
  meter(): { read: number; written: number } {
    return this.#runtime.meter();
  }

  /** The meter as it stood when the last response was acknowledged, before anything was done after the reply. */
  meterAtLastReply(): { read: number; written: number } {
    return this.#atLastReply;
  }

  /** How many rows of both streams wait to be sealed. */
  unsealed(): number {
    return this.#state.responseFacts.unsealed + this.#state.displayFacts.unsealed;
  }

  /** The sealed blocks of both streams, without their contents. */
  blocks() {
    return { responses: this.#state.responseFacts.sealed(), displays: this.#state.displayFacts.sealed() };
  }

  verify() {
    return verifyFacts(this.#state);
  }

  // ---- live

  /** Upgrades to the live channel. Sockets hibernate: an idle admin costs nothing. The worker names who listens. */
  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [request.headers.get(LISTENER_HEADER) ?? '']);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Ends what somebody listens to, when they sign out. */
  closeLive(listener: string): void {
    for (const socket of this.ctx.getWebSockets(listener)) socket.close(4001, 'signed out');
  }

  override webSocketMessage(): void {
    // The channel only speaks; what it hears is ignored.
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  #record({ now, ...entry }: AuditEntry): void {
    this.#state.audit.record({ ...entry, at: now });
  }
}
