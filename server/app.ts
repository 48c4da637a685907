import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import { Problem } from '../shared/problems.ts';
import { authenticator } from './accounts/authenticate.ts';
import { transportOf } from './accounts/cookie.ts';
import { type HashCost, Hasher } from './accounts/hashing.ts';
import { dossierRoutes } from './acceptance/dossier-routes.ts';
import { acceptanceLifeRoutes } from './acceptance/life-routes.ts';
import { acceptanceRoutes } from './acceptance/routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { actionItemRoutes } from './action-items/routes.ts';
import { ABSOLUTE_MS, hashToken, IDLE_MS, newToken } from './accounts/session.ts';
import { auditRoutes } from './audit/routes.ts';
import { appendAudit } from './audit/store.ts';
import { BackupDesk } from './backup/desk.ts';
import { watchNight } from './backup/night.ts';
import { backupRoutes } from './backup/routes.ts';
import type { Config } from './config.ts';
import { filesFolder, tmpFolder } from './data-folder.ts';
import { keepAnswer, recallAnswer } from './db/kept-answers.ts';
import type { Opened } from './db/open.ts';
import { changeStamp } from './db/stamp.ts';
import { Transactions } from './db/transaction.ts';
import { type Assets, serveAssets } from './http/assets.ts';
import { systemClock } from './http/clock.ts';
import { secureAnswers } from './http/headers.ts';
import { parseJson } from './http/json.ts';
import { documented } from './http/openapi.ts';
import { rawProblem, sendProblem } from './http/problems.ts';
import type { Host } from './http/serve.ts';
import { checkRoutes } from './checks/routes.ts';
import { momentRoutes } from './dashboard/moment-routes.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { displayRoutes } from './displays/routes.ts';
import { departmentRoutes } from './departments/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { inspectionRoutes } from './inspection/routes.ts';
import { listRoutes } from './lists/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { incentiveRoutes } from './incentives/routes.ts';
import { reportFileRoutes } from './measures/file-routes.ts';
import { measureRoutes } from './measures/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { programVersion } from './program.ts';
import { readLog } from './read-log.ts';
import { importRoutes } from './readings/import-routes.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { openReportCorrection, reportCorrectionRoutes } from './measures/correction-routes.ts';
import { openReadingCorrection, readingCorrectionRoutes } from './readings/correction-routes.ts';
import { readingRoutes } from './readings/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';
import { sealRoutes } from './seals/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { todoRoutes } from './todo/routes.ts';

export interface AppOptions {
  readonly database: Opened;
  readonly config: Config;
  /** The built client; null: the API alone (tests). */
  readonly assets?: Assets | null;
  readonly now?: () => Date;
  readonly checkAnswers?: boolean;
  /** true: warnings and errors as JSON lines on standard output; or where else they go. */
  readonly log?: boolean | { write(line: string): void };
  /** Lighter password hashes (tests); each hash carries its own cost. */
  readonly hashCost?: HashCost;
  /** Milliseconds between two looks at whether those who listen still may (tests). */
  readonly beatMs?: number;
  /** Makes the nightly backup; whoever only asks the API (tests, the demo) makes none. */
  readonly nightly?: boolean;
}

const BODY_LIMIT = 256 * 1024;
/** Time to read why the line is cut. */
const LINGER_MS = 2000;
const PER_SESSION = 1200;
const SIGNED_OUT_SHARE = 4;

function loggerOf(log: NonNullable<AppOptions['log']>) {
  if (log === false) return false;
  return log === true ? { level: 'warn' } : { level: 'warn', stream: log };
}

/** The part of the app whose routes read multipart bodies and no others; elsewhere those are refused. */
async function uploadsOf(app: FastifyInstance): Promise<{ readonly uploads: FastifyInstance }> {
  let uploads = app;
  await app.register(async (part) => {
    part.removeAllContentTypeParsers();
    await part.register(multipart, { throwFileSizeLimit: false });
    uploads = part;
  });
  // Not the instance itself: it can be awaited, and would then be another.
  return { uploads };
}

/** The whole server, ready to listen or to be asked by `inject`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, config, now = systemClock } = options;
  const transactions = new Transactions(database.kysely);
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    // The audit log outlives the process: a counter would start again.
    genReqId: () => randomUUID(),
    logger: loggerOf(options.log ?? false),
    // Who connects is whom the socket knows, unless that is the gateway.
    trustProxy: config.gateway.length === 0 ? false : [...config.gateway],
    // Node's own answer to a request without a host has no body; ours below has one.
    // And how often it looks for those who are late: a body that drips in is let go after 65 s.
    http: { requireHostHeader: false, connectionsCheckingInterval: 5_000 },
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
      const overflow = error.code === 'HPE_HEADER_OVERFLOW';
      const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      socket.end(
        rawProblem(overflow ? 'headersTooLarge' : late ? 'requestTimeout' : 'malformedRequest'),
      );
      // Whoever does not hang up either, and goes on sending, would stay for good.
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
    },
  });

  app.decorateRequest('principal', null);
  app.decorateRequest('knownAt', 0);
  app.decorateRequest('asOf', '');
  // serve() validates with zod itself, all parts at once, and sends text.
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(sendProblem);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => (body.length === 0 ? undefined : parseJson(body)),
  );

  await app.register(cookie);
  secureAnswers(app);
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '标尺 Biaochi',
        version: '1',
        description: 'Targets of a policy document, tracked.',
      },
    },
    transform: documented,
  });

  const limit = app.createRateLimit({
    timeWindow: 60_000,
    keyGenerator: (request) =>
      request.principal === null
        ? `address ${request.ip}`
        : `session ${request.principal.sessionId}`,
    max: (_request, key) => {
      const perSession = config.rateLimit ?? PER_SESSION;
      return key.startsWith('session') ? perSession : Math.ceil(perSession / SIGNED_OUT_SHARE);
    },
  });

  app.addHook('onRequest', (request, reply, done) => {
    const nameless = request.headers.host === undefined && request.raw.httpVersion === '1.1';
    if (nameless) reply.header('connection', 'close');
    done(nameless ? new Problem('malformedRequest') : undefined);
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
  });
  const { uploads } = await uploadsOf(app);

  const stamp = changeStamp(database.connection);
  const host: Host = {
    app,
    uploads,
    tmpFolder: tmpFolder(config.dataFolder),
    transactions,
    now,
    stamp,
    origin: config.origin,
    checkAnswers: options.checkAnswers ?? false,
    ...authenticator({ transactions, now, config, stamp }),
    limit: async (request) => {
      const verdict = await limit(request);
      if (!verdict.isAllowed && verdict.isExceeded) {
        throw new Problem('tooManyRequests', { retryAfter: verdict.ttlInSeconds });
      }
    },
    appendAudit,
    recallAnswer,
    keepAnswer,
  };

  healthRoutes(host, { folder: config.dataFolder, lowSpace: config.lowSpace });
  planRoutes(host);
  departmentRoutes(host);
  readingRoutes(host);
  roundRoutes(host);
  checkRoutes(host);
  evidenceRoutes(host, filesFolder(config.dataFolder));
  listRoutes(host);
  readingCorrectionRoutes(host);
  reportCorrectionRoutes(host);
  correctionRoutes(host, { reading: openReadingCorrection, measureReport: openReportCorrection });
  sheetRoutes(host);
  sealRoutes(host);
  measureRoutes(host);
  const momentFolders = { files: filesFolder(config.dataFolder), tmp: host.tmpFolder };
  meetingRoutes(host, momentFolders);
  reportFileRoutes(host, filesFolder(config.dataFolder));
  actionItemRoutes(host, filesFolder(config.dataFolder));
  incentiveRoutes(host);
  paymentRoutes(host);
  taskRoutes(host);
  acceptanceRoutes(host);
  acceptanceLifeRoutes(host, filesFolder(config.dataFolder));
  dossierRoutes(host, filesFolder(config.dataFolder));
  todoRoutes(host);
  exchangeRoutes(host);
  importRoutes(host);
  dashboardRoutes(host);
  reportRoutes(host, { files: filesFolder(config.dataFolder), tmp: host.tmpFolder });
  momentRoutes(host, momentFolders);
  const hub = liveRoutes(host, options.beatMs);
  displayRoutes(host, {
    device: { newToken, hashToken, transportOf: (name) => transportOf(config, name) },
    listens: (displayId) => hub.count(displayId) > 0,
    // It reads, and a read waits for the change that is being made.
    recheck: (displayId) =>
      void hub.recheck(displayId).catch((error: unknown) => app.log.warn({ err: error })),
  });
  auditRoutes(host);
  const desk = new BackupDesk({
    folder: config.dataFolder,
    secondFolder: config.secondBackupFolder,
    hour: config.backupHour,
    version: programVersion(),
    now,
  });
  backupRoutes(host, desk);
  inspectionRoutes(host, {
    config,
    connection: database.connection,
    readLog: (since) => readLog(database, since),
    idleMinutes: IDLE_MS / 60_000,
    absoluteHours: ABSOLUTE_MS / 3_600_000,
  });
  if (options.nightly === true) {
    const stop = await watchNight(host, desk);
    app.addHook('onClose', async () => stop());
  }
  accountRoutes(host, { config, hasher: new Hasher(options.hashCost), version: programVersion() });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
  serveAssets(app, options.assets ?? null);
  await app.ready();
  return app;
}
