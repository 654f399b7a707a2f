import { monitorEventLoopDelay } from 'perf_hooks';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';

/** What others are set against: an endpoint that does nothing, and how long the event loop was blocked. */
export const benchPlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const router = Router();
        router.get('/nothing', async (req, res) => {
          await httpAuth.credentials(req);
          res.json({});
        });
        /** Milliseconds, the longest since the last time somebody asked. */
        router.get('/blocked', async (req, res) => {
          await httpAuth.credentials(req);
          res.json({ ms: delay.max / 1e6 });
          delay.reset();
        });
        httpRouter.use(router);
      },
    });
  },
});
