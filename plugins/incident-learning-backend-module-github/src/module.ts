import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { actionTrackerExtensionPoint } from '@hindsight/backstage-plugin-incident-learning-node';
import { GithubActionTracker } from './GithubActionTracker';
import { GithubClient } from './GithubClient';
import { GithubWebhook } from './GithubWebhook';
import { Repositories } from './repositories';
import { readGithubSettings } from './settings';

/**
 * Lets actions be tracked as GitHub issues, once `incidentLearning.github` says where.
 *
 * @public
 */
export const incidentLearningModuleGithub = createBackendModule({
  pluginId: 'incident-learning',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        trackers: actionTrackerExtensionPoint,
      },
      async init({ catalog, config, trackers }) {
        const settings = readGithubSettings(config);
        if (!settings) {
          return;
        }
        const { host, webhookSecret: secret } = settings;
        const integrations = ScmIntegrations.fromConfig(config);
        const integration = integrations.github.byHost(host);
        if (!integration) {
          throw new InputError(
            `incidentLearning.github.host is ${host}, which integrations.github does not know: add it there, with a token`,
          );
        }
        const repositories = Repositories.create({ catalog, settings });
        trackers.addTracker(
          GithubActionTracker.create({
            client: GithubClient.create({
              integration,
              credentials:
                DefaultGithubCredentialsProvider.fromIntegrations(integrations),
            }),
            repositories,
            host,
            webhook: secret
              ? GithubWebhook.create({ secret, host, repositories })
              : undefined,
          }),
        );
      },
    });
  },
});
