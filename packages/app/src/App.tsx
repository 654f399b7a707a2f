import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';

// Every other feature is found through `app.packages: all` in app-config.yaml.
export default createApp({ features: [homeModule, navModule] });
