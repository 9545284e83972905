import type {
  ConnectionCreate,
  ConnectionEdit,
  ConnectionFields,
  ConnectionTest,
  Credentials,
} from '../../../contract/connection.ts';
import type { Actor } from '../auditTrail.ts';
import { fieldsOf, tryConnection } from '../connections/tryConnection.ts';
import { uuid7 } from '../uuid7.ts';
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
} from '../verbs/workspace/connections.ts';
import { SurveyArea } from './surveys.ts';

/** Connections to customer systems. */
export class ConnectionArea extends SurveyArea {
  connections() {
    return listConnections(this.runtime.state);
  }

  connection(id: string) {
    return readConnection(this.runtime.state, id);
  }

  connectionLog(input: Parameters<typeof connectionLog>[1]) {
    return connectionLog(this.runtime.state, input);
  }

  async createConnection(input: {
    wanted: Omit<ConnectionCreate, 'credentials'>;
    credentials: Credentials;
    origin: string;
    actor: Actor;
    now: number;
  }) {
    const { credentials, ...rest } = input;
    const id = uuid7(input.now, this.runtime.state.random);
    const sealed = await this.runtime.connections.seal(id, credentials);
    return this.runtime.write(() => createConnection(this.runtime.state, { ...rest, id, sealed }));
  }

  async editConnection(input: {
    id: string;
    edit: Omit<ConnectionEdit, 'credentials'>;
    credentials?: Credentials;
    actor: Actor;
    now: number;
  }) {
    const { credentials, ...rest } = input;
    const sealed = credentials && { sealed: await this.runtime.connections.seal(input.id, credentials) };
    return this.runtime.write(() => editConnection(this.runtime.state, { ...rest, ...sealed }));
  }

  removeConnection(input: Parameters<typeof removeConnection>[1]) {
    return this.runtime.write(() => removeConnection(this.runtime.state, input));
  }

  pauseConnection(input: Parameters<typeof pauseConnection>[1]) {
    return this.runtime.write(() => pauseConnection(this.runtime.state, input));
  }

  resumeConnection(input: Parameters<typeof resumeConnection>[1]) {
    return this.runtime.write(() => resumeConnection(this.runtime.state, input));
  }

  runConnection(input: Parameters<typeof runConnection>[1]) {
    return this.runtime.write(() => runConnection(this.runtime.state, input));
  }

  /** Tries a connection; null when there is none. */
  async testConnection({ id, now }: { id: string; now: number }): Promise<ConnectionTest | null> {
    const tried = this.runtime.state.connections.byId(id);
    if (!tried) return null;
    const said = await tryConnection(await this.runtime.connections.open(tried));
    this.runtime.write(() => keepTest(this.runtime.state, { tried, said, now }));
    return said;
  }

  /** What a connection has to map; null when there is none. */
  async connectionFields(id: string): Promise<ConnectionFields | Extract<ConnectionTest, { ok: false }> | null> {
    const record = this.runtime.state.connections.byId(id);
    return record ? fieldsOf(await this.runtime.connections.open(record)) : null;
  }
}
