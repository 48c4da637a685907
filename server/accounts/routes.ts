import type { Host } from '../http/serve.ts';
import { sessionRoutes } from './session-routes.ts';
import type { AccountSettings } from './settings.ts';

export function accountRoutes(host: Host, settings: AccountSettings): void {
  sessionRoutes(host, settings);
}
