import { describe, expect, it, vi } from 'vitest';
import { isLocked, useTokenOfAddress } from '../src/access';

function page(hash: string) {
  const replaceState = vi.fn();
  const window = { location: { hash, pathname: '/', search: '?a=1' }, history: { replaceState } };
  return { window: window as unknown as Window, replaceState };
}

describe('the token in the address', () => {
  it('is traded for a cookie and taken out of the address', async () => {
    const { window, replaceState } = page('#token=a%2Bb');
    const send = vi.fn(async () => new Response(null, { status: 204 }));
    await useTokenOfAddress(window, send);
    expect(send).toHaveBeenCalledWith('api/session', { method: 'POST', headers: { Authorization: 'Bearer a+b' } });
    expect(replaceState).toHaveBeenCalledWith(null, '', '/?a=1');
  });

  it('is not looked for elsewhere', async () => {
    const { window, replaceState } = page('#other');
    const send = vi.fn();
    await useTokenOfAddress(window, send);
    expect(send).not.toHaveBeenCalled();
    expect(replaceState).not.toHaveBeenCalled();
  });

  it.each(['#token=%E0%A4%A', '#token=x'])('stops nothing where it is no use: %s', async (hash) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const send = vi.fn(() => Promise.reject(new TypeError('offline')));
    await useTokenOfAddress(page(hash).window, send);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('a locked board', () => {
  it.each([
    [401, true],
    [200, false],
    [503, false],
  ])('is one whose service answers %i: %s', async (status, locked) => {
    expect(await isLocked(async () => new Response(null, { status }))).toBe(locked);
  });

  it('is not what a service out of reach is', async () => {
    expect(await isLocked(() => Promise.reject(new TypeError('offline')))).toBe(false);
  });
});
