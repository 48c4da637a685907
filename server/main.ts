import { becomeServer } from './become-server.ts';

/** `node server/main.ts [--demo]`: the server itself. */
const load = () => import('./start.ts');
await becomeServer(load);
const { start } = await load();
await start();
