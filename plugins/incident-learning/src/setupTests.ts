import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Parts are loaded lazily, which takes its time on a machine that does other things as well.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
