import type { ConnectedSystem } from '../../contract/connected.ts';
import type { Connection, ConnectionMapping } from '../../contract/connection.ts';
import type { CrmServer } from './crmServer/crmServer.ts';
import type { TestWorkspace } from './product.ts';

/** Makes a connection to the contract server; it is paused. */
export async function connectCrm(
  shop: TestWorkspace,
  server: CrmServer,
  system: ConnectedSystem,
  more: { mapping?: ConnectionMapping; writeBack?: boolean; credentials?: Record<string, string> } = {},
): Promise<Connection> {
  const { consumerKey, consumerSecret } = server.salesforce;
  const good = system === 'hubspot' ? { token: server.hubspot.token } : { consumerKey, consumerSecret };
  const answer = await shop.api('/connections', {
    method: 'POST',
    body: JSON.stringify({ system, name: `Our ${system}`, host: server.origin, credentials: good, ...more }),
  });
  if (answer.status !== 201) throw new Error(`connecting answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Connection;
}
