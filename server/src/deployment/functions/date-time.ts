/** A moment with the offset in which it is told, as .NET's `DateTimeOffset` has it. */
export interface DateTime {
  /** Seconds since 1970 by the local clock, that is with the offset added. */
  readonly seconds: number;
  /** What is beyond the second, in units of 100 nanoseconds: 0 to 9,999,999. */
  readonly ticks: number;
  readonly offsetMinutes: number;
}

const TICKS_A_SECOND = 10_000_000;

/** The years 1 to 9999 are all that .NET knows. */
const FIRST_SECOND = Date.parse('0001-01-01T00:00:00Z') / 1000;
const LAST_SECOND = Date.parse('9999-12-31T23:59:59Z') / 1000;

const DATE = String.raw`(\d{4})-(\d{1,2})(?:-(\d{1,2}))?`;
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?`;
const ZONE = String.raw`(Z|[+-]\d{2}:\d{2})`;
const SPELLED = new RegExp(`^${DATE}(?:[T ]${TIME}${ZONE}?)?$`);

/** The form in which `utcNow()` gives the time. */
const PACKED = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})()(Z)$/;

/** The usual spellings of ISO 8601; what the engine reads beyond them is not known here. Without a zone it is UTC. */
export function parseDateTime(text: string): DateTime | undefined {
  const parts = SPELLED.exec(text) ?? PACKED.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((it) => Number(it ?? NaN));
  const date = new Date(0);
  date.setUTCFullYear(year, orElse(month, 1) - 1, orElse(day, 1));
  date.setUTCHours(orElse(hour, 0), orElse(minute, 0), orElse(second, 0));
  const isReal =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === orElse(month, 1) - 1 &&
    date.getUTCDate() === orElse(day, 1) &&
    orElse(hour, 0) < 24 &&
    orElse(minute, 0) < 60 &&
    orElse(second, 0) < 60;
  const offsetMinutes = minutesOf(parts[8]);
  if (!isReal || offsetMinutes === undefined) return undefined;
  return inRange({ seconds: date.getTime() / 1000, ticks: Number((parts[7] ?? '').padEnd(7, '0')), offsetMinutes });
}

/** A moment a number of seconds after 1970 in UTC. */
export function fromEpoch(seconds: number): DateTime | undefined {
  return inRange({ seconds, ticks: 0, offsetMinutes: 0 });
}

/** Whole seconds since 1970 in UTC. */
export function toEpoch({ seconds, offsetMinutes }: DateTime): number {
  return seconds - offsetMinutes * 60;
}

/** A length of time. */
export interface Duration {
  readonly seconds: number;
  readonly ticks: number;
}

/** `P1Y2M3DT4H5M6.7S`. The engine takes a year for 365 days and a month for 30, and knows no weeks. */
export function parseDuration(text: string): Duration | undefined {
  const parts =
    /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7}))?S)?)?$/.exec(text);
  if (!parts || /P$/.test(text)) return undefined;
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2, 8)
    .map((it) => Number(it ?? 0));
  const whole = ((years * 365 + months * 30 + days) * 24 + hours) * 3600 + minutes * 60 + seconds;
  const ticks = Number((parts[8] ?? '').padEnd(7, '0'));
  const sign = parts[1] ? -1 : 1;
  return { seconds: sign * whole, ticks: sign * ticks };
}

export function added({ seconds, ticks, offsetMinutes }: DateTime, by: Duration): DateTime | undefined {
  const sum = ticks + by.ticks;
  const carry = Math.floor(sum / TICKS_A_SECOND);
  return inRange({ seconds: seconds + by.seconds + carry, ticks: sum - carry * TICKS_A_SECOND, offsetMinutes });
}

function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

function minutesOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 13 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function inRange(moment: DateTime): DateTime | undefined {
  const { seconds } = moment;
  return Number.isSafeInteger(seconds) && seconds >= FIRST_SECOND && seconds <= LAST_SECOND ? moment : undefined;
}
