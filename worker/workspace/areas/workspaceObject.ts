import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../env.ts';
import { WorkspaceRuntime } from '../runtime.ts';

/**
 * What every area of a workspace's object stands on. What may be asked of an object must be a method of its class or of
 * one that it extends, so the areas extend one another; a field, as here, cannot be asked for.
 */
export class WorkspaceObject extends DurableObject<Env> {
  protected readonly runtime: WorkspaceRuntime;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.runtime = new WorkspaceRuntime(ctx, env);
  }
}
