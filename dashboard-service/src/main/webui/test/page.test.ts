import { expect, it } from 'vitest';
import page from '../index.html?raw';

const components = import.meta.glob('../src/**/*.vue', { query: '?raw', import: 'default', eager: true });

// The Content-Security-Policy would not let any of it run.
it('has nothing inline in the page', () => {
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:/i);
});

it('puts no HTML together from what it is told', () => {
  expect(Object.keys(components).length).toBeGreaterThan(5);
  Object.entries(components).forEach(([name, source]) => expect(source, name).not.toMatch(/v-html|innerHTML/));
});
