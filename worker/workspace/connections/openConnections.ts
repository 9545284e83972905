import type { Credentials } from '../../../contract/connection.ts';
import type { Connector, OpenConnector } from '../../connectors/connector.ts';
import { CONNECTORS } from '../../connectors/connectors.ts';
import { openSecret, sealSecret } from '../../directory/secretBox.ts';
import type { Env } from '../../env.ts';
import { guardedCall } from '../../outbound/callApi.ts';
import type { ConnectionRecord } from '../tables/connections.ts';

/** Opens connections with the environment's key. What is open stays so, with the session it may have, while nothing changes. */
export class OpenConnections {
  readonly #env: Pick<Env, 'SECRET_KEY' | 'OUTBOUND_ALLOW'>;
  readonly #workspace: string;
  readonly #open = new Map<string, { sealed: string; host: string; connector: OpenConnector }>();

  constructor(env: Pick<Env, 'SECRET_KEY' | 'OUTBOUND_ALLOW'>, workspace: string) {
    this.#env = env;
    this.#workspace = workspace;
  }

  /** Credentials as they may be kept: another connection, or another workspace, cannot open them. */
  seal(connection: string, credentials: Credentials): Promise<string> {
    return sealSecret(this.#env.SECRET_KEY, this.#context(connection), JSON.stringify(credentials));
  }

  async open({ id, system, host, sealed }: ConnectionRecord): Promise<OpenConnector> {
    const known = this.#open.get(id);
    if (known?.sealed === sealed && known.host === host) return known.connector;
    const credentials = JSON.parse(await openSecret(this.#env.SECRET_KEY, this.#context(id), sealed)) as Credentials;
    const connector = CONNECTORS[system].open({ call: this.#callTo(CONNECTORS[system]), host, credentials });
    this.#open.set(id, { sealed, host, connector });
    return connector;
  }

  #callTo({ isHost }: Connector) {
    return guardedCall({ allow: this.#env.OUTBOUND_ALLOW?.split(',') ?? [], isHost });
  }

  #context(connection: string): string {
    return `connection:${this.#workspace}:${connection}`;
  }
}
