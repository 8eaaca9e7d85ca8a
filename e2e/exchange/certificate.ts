import { generate } from 'selfsigned';

/** A key and a certificate for some hosts, made anew at every start: nobody trusts it, and nobody should. */
export async function certificateFor(
  hosts: readonly string[],
): Promise<{ readonly key: string; readonly cert: string }> {
  const altNames = hosts.map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'loopback exchange' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key: made.private, cert: made.cert };
}
