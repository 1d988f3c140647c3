import type { Answer } from 'dns-packet';
import type { DnsRecord } from '../../server/src/domain/verify/outcome';

/** Records as the library writes them and as the checks read them, in the spelling `name A 10.0.0.4` or `name 60 CNAME target`. */
export function records(...lines: readonly string[]): DnsRecord[] {
  return lines.map((line) => {
    const [, name = '', ttl = '10', type = '', data = ''] =
      /^(\S*) (?:(\d+) )?(A|AAAA|CNAME|SOA) (\S+)$/.exec(line) ?? [];
    if (type !== 'A' && type !== 'AAAA' && type !== 'CNAME' && type !== 'SOA') throw new Error(`no record: ${line}`);
    return { name, type, ttl: Number(ttl), data };
  });
}

/** The same for a message. */
export function answers(...lines: readonly string[]): Answer[] {
  return records(...lines).map(({ name, type, ttl, data }) =>
    type === 'SOA'
      ? {
          name,
          type,
          ttl,
          data: { mname: data, rname: 'hostmaster.example', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 },
        }
      : { name, type, ttl, data },
  );
}
