import { ReactElement } from 'react';
import { Entity } from '@backstage/catalog-model';
import {
  StorageApi,
  identityApiRef,
  storageApiRef,
} from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  PermissionApi,
  permissionApiRef,
} from '@backstage/plugin-permission-react';
import {
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/test-utils';
import { useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { incidentLearningApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { FakeIncidentLearningApi } from './FakeIncidentLearningApi';
import { CHECKOUT, LEDGER, PAYMENTS } from './sampleIncidents';

/** The entities that the sample incidents happened to, and the group that owns them. */
export const SAMPLE_ENTITIES: Entity[] = [CHECKOUT, LEDGER, PAYMENTS].map(
  ref => {
    const [kind, name] = ref.split(':default/');
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: kind === 'group' ? 'Group' : 'Component',
      metadata: {
        namespace: 'default',
        name,
        title: name[0].toUpperCase() + name.slice(1),
      },
    };
  },
);

// What a caller may do is remembered by swr across tests otherwise, and asked for again only after a while.
const FORGOTTEN = { provider: () => new Map() };

/** Where the app of a test stands. */
export interface ViewOptions {
  api: FakeIncidentLearningApi;
  /** The address, query and all; `/` unless said. */
  path?: string;
  /** What the browser keeps; forgotten after the test unless said. */
  storage?: StorageApi;
  /** Decides what the caller may do; everything unless said. */
  permissions?: PermissionApi;
}

/** Renders a part of the plugin in an app that has the page Learning, a catalog of the samples' entities, and shows its address under the label "address". */
export function renderView(view: ReactElement, options: ViewOptions) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [incidentLearningApiRef, options.api],
        [catalogApiRef, catalogApiMock({ entities: SAMPLE_ENTITIES })],
        [permissionApiRef, options.permissions ?? mockApis.permission()],
        [storageApiRef, options.storage ?? mockApis.storage()],
        [identityApiRef, mockApis.identity()],
      ]}
    >
      <SWRConfig value={FORGOTTEN}>
        {view}
        <Address />
      </SWRConfig>
    </TestApiProvider>,
    {
      routeEntries: [options.path ?? '/'],
      mountedRoutes: {
        '/incident-learning': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{pathname + search}</output>;
}
