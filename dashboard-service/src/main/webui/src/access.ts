type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const KEY = '#token=';

/**
 * Trades a token in the fragment of the page's address for a cookie, which the stream then carries. A fragment is not sent
 * to anybody, and it is taken away here, so that nobody reads it off the screen.
 */
export async function useTokenOfAddress(page: Window = window, send: Fetch = fetch): Promise<void> {
  const { hash, pathname, search } = page.location;
  if (!hash.startsWith(KEY)) {
    return;
  }
  page.history.replaceState(null, '', pathname + search);
  try {
    const token = decodeURIComponent(hash.slice(KEY.length));
    await send('api/session', { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  } catch (error) {
    // The board then says what is missing, or tries again by itself.
    console.warn('The token of the address could not be used', error);
  }
}

/** True where the service answers, and will not show the board without a token. */
export async function isLocked(send: Fetch = fetch): Promise<boolean> {
  try {
    return (await send('api/people', { cache: 'no-store' })).status === 401;
  } catch {
    return false;
  }
}
