import type { Host } from '../http/serve.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import type { AccountSettings } from './settings.ts';
import { userRoutes } from './user-routes.ts';

export function accountRoutes(host: Host, settings: AccountSettings): void {
  setupRoutes(host, settings);
  sessionRoutes(host, settings);
  secondFactorRoutes(host, settings);
  userRoutes(host, settings);
}
