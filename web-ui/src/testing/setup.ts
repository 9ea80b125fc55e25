import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});

// jsdom lays nothing out, so it has no scrolling.
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;
