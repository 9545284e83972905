import type { ConnectionFields, ConnectionTest } from '../../../contract/connection.ts';
import type { OpenConnector } from '../../connectors/connector.ts';
import { ConnectorError } from '../../connectors/connectorError.ts';

type Fault = Extract<ConnectionTest, { ok: false }>;

/** Tries whether a connection will do what a run needs. */
export async function tryConnection(connector: OpenConnector): Promise<ConnectionTest> {
  try {
    return { ok: true, account: (await connector.test()).account };
  } catch (error) {
    return faultOf(error);
  }
}

/** Every field of theirs that may be mapped, or why they cannot be told. */
export async function fieldsOf(connector: OpenConnector): Promise<ConnectionFields | Fault> {
  try {
    return { contacts: await connector.fields('contacts'), companies: await connector.fields('companies') };
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof ConnectorError)) throw error;
  const { code, status, detail } = error;
  return { ok: false, code, status, detail };
}
