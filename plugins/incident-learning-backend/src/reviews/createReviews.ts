import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ActionTracker } from '@hindsight/backstage-plugin-incident-learning-node';
import { IncidentAccess, createIdentityOf } from '../access';
import { Actions, createActions } from '../actions';
import { AnalysisService } from '../analyses';
import { CatalogPeople, ScopeResolver } from '../catalog';
import { LessonService } from '../lessons';
import type { Stores } from '../stores';
import { ReviewDrafts } from './ReviewDrafts';
import { ReviewGate } from './ReviewGate';
import { ReviewParts } from './ReviewParts';
import { ReviewPeople } from './ReviewPeople';
import { ReviewReports } from './ReviewReports';
import { ReviewScheduling } from './ReviewScheduling';
import { ReviewService } from './ReviewService';
import { ReviewTransitions } from './ReviewTransitions';
import {
  BackstageFeedbackNotifier,
  FeedbackRequests,
  FeedbackService,
} from './feedback';
import type { ReviewRoutes } from './routes';
import { readReviewSettings } from './reviewSettings';

export interface CreateReviewsOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  notifications: NotificationService;
  userInfo: UserInfoService;
  access: IncidentAccess;
  scopes: ScopeResolver;
  stores: Stores;
  /** Trackers that modules have added. */
  trackers: ActionTracker[];
  nameOf: (credentials: BackstageCredentials) => string;
}

/** Reviews and all that comes out of them. */
export interface Reviews extends ReviewRoutes, Actions {
  analyses: AnalysisService;
  lessons: LessonService;
  scheduling: ReviewScheduling;
  requests: FeedbackRequests;
}

/** Builds the services of reviews, analyses, lessons and actions. */
export function createReviews(options: CreateReviewsOptions): Reviews {
  const { access, catalog, config, logger, nameOf, stores } = options;
  const settings = readReviewSettings(config);
  const identityOf = createIdentityOf(options);
  const gate = ReviewGate.create({ stores, access });
  const people = ReviewPeople.create({
    ...options,
    people: CatalogPeople.create({ catalog }),
    restrictedReaders: access.restrictedReaders,
  });
  const drafts = new ReviewDrafts(settings.templates, people);
  const requests = FeedbackRequests.create({
    stores,
    people,
    notifier: BackstageFeedbackNotifier.create(options),
    settings: settings.feedback,
  });
  return {
    reviews: ReviewService.create({
      ...options,
      gate,
      drafts,
      people,
      requests,
      settings,
      identityOf,
    }),
    parts: ReviewParts.create({ stores, gate, nameOf }),
    transitions: ReviewTransitions.create({
      stores,
      gate,
      requests,
      settings,
      nameOf,
    }),
    feedback: FeedbackService.create({ stores, gate, identityOf }),
    reports: ReviewReports.create({ stores, gate }),
    analyses: AnalysisService.create({ stores, gate, nameOf }),
    lessons: LessonService.create({ ...options, gate }),
    ...createActions({ ...options, gate, identityOf }),
    scheduling: ReviewScheduling.create({
      stores,
      drafts,
      people,
      settings,
      logger,
    }),
    requests,
  };
}
