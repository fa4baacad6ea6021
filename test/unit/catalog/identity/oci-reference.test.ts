import { expect, test } from 'vitest';
import { ociReference } from '../../../../electron/catalog/identity/oci-reference.ts';

test.each([
  ['alpine', undefined, 'registry-1.docker.io library/alpine latest'],
  ['mcp/notes', '1.2', 'registry-1.docker.io mcp/notes 1.2'],
  ['docker.io/mcp/notes', undefined, 'registry-1.docker.io mcp/notes latest'],
  ['index.docker.io/alpine', '3', 'registry-1.docker.io library/alpine 3'],
  ['ghcr.io/github/github-mcp-server', undefined, 'ghcr.io github/github-mcp-server latest'],
  ['mcr.microsoft.com/playwright/mcp', 'v1', 'mcr.microsoft.com playwright/mcp v1'],
  ['registry.example:5000/a/b/c', undefined, 'registry.example:5000 a/b/c latest'],
])('%s', (name, tag, read) => {
  const found = ociReference(name, tag);
  expect(found && `${found.registry} ${found.repository} ${found.tag}`).toBe(read);
});

test.each([
  ['localhost/notes', undefined],
  ['localhost:5000/notes', undefined],
  ['ghcr.io/../../v2/x', undefined],
  ['ghcr.io/a?b', undefined],
  ['ghcr.io/a b', undefined],
  ['ghcr.io@evil.example/a', undefined],
  ['UPPER/case', undefined],
  ['a/b', '../../other'],
  ['a/b', 'x/y'],
  ['a//b', undefined],
  ['', undefined],
])('%s:%s is no image of a registry', (name, tag) => {
  expect(ociReference(name, tag)).toBeUndefined();
});
