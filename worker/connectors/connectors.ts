import type { ConnectedSystem } from '../../contract/connected.ts';
import type { Connector } from './connector.ts';
import { hubspot } from './hubspot.ts';
import { salesforce } from './salesforce.ts';

/** Every system that can be connected to. */
export const CONNECTORS: Record<ConnectedSystem, Connector> = { hubspot, salesforce };
