import fastify from 'fastify';
import { loadAssets, serveAssets } from '../../server/http/assets.ts';

/** `node bare-page.ts FOLDER`: a built page, served from memory as the product serves its own. */
const [folder = ''] = process.argv.slice(2);
const app = fastify();
serveAssets(app, loadAssets(folder));
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
