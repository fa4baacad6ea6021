import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedPlaces, kindOfAddress } from '../../../electron/upstream/oauth/addresses.ts';

describe('where an address leads', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['172.15.0.1', 'public'],
    ['172.32.0.1', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.0.9', 'loopback'],
    ['::1', 'loopback'],
    ['[::1]', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['10.255.255.255', 'private'],
    ['172.16.0.1', 'private'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd12:3456::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['2002:a00:1::', 'private'],
    ['::10.0.0.1', 'private'],
    ['0.0.0.0', 'never'],
    ['::', 'never'],
    ['169.254.169.254', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['64:ff9b::a9fe:a9fe', 'never'],
    ['2002:a9fe:a9fe::1', 'never'],
    ['fe80::1', 'never'],
    ['fe80::1%eth0', 'never'],
    ['100.100.100.200', 'never'],
    ['fd00:ec2::254', 'never'],
    ['224.0.0.1', 'never'],
    ['255.255.255.255', 'never'],
    ['ff02::1', 'never'],
    ['not an address', 'never'],
    ['', 'never'],
  ])('%s is %s', (address, kind) => {
    expect(kindOfAddress(address)).toBe(kind);
  });

  it('is the same for an IPv4 address inside an IPv6 one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const words = ip.split('.').map(Number);
        const hex = [0, 2].map((i) => (((words[i] ?? 0) << 8) | (words[i + 1] ?? 0)).toString(16)).join(':');
        const kind = kindOfAddress(ip);
        expect(kindOfAddress(`::ffff:${ip}`)).toBe(kind);
        expect(kindOfAddress(`::ffff:${hex}`)).toBe(kind);
        expect(kindOfAddress(`64:ff9b::${hex}`)).toBe(kind);
        expect(kindOfAddress(`2002:${hex}::`)).toBe(kind);
      }),
    );
  });

  it('is said of every IPv6 address without a mistake', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        expect(['public', 'loopback', 'private', 'never']).toContain(kindOfAddress(ip));
      }),
    );
  });
});

describe('places that are allowed', () => {
  const places = allowedPlaces([
    'Login.Corp.example',
    '*.intern.example',
    '10.1.0.0/16',
    'fd00::1',
    '300.1.1.1/99',
    '',
  ]);

  it.each([
    ['login.corp.example', true],
    ['login.corp.example.', true],
    ['evil-login.corp.example', false],
    ['a.intern.example', true],
    ['intern.example', false],
    ['evilintern.example', false],
    ['', false],
  ])('host %s: %s', (host, is) => {
    expect(places.host(host)).toBe(is && host !== '');
  });

  it.each([
    ['10.1.2.3', true],
    ['10.2.0.1', false],
    ['fd00::1', true],
    ['fd00::2', false],
    ['nonsense', false],
  ])('address %s: %s', (address, is) => {
    expect(places.address(address)).toBe(is);
  });
});
