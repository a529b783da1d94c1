import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// A slow machine is no failure: what is waited for comes, or the test ends by its own limit.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
