/** Reads typed values out of an address; what does not fit is dropped, so an edited link never breaks a page. */
type Raw = Record<string, unknown>;

export const text = (raw: Raw, key: string) => {
  const value = raw[key];
  return typeof value === 'string' && value ? value : typeof value === 'number' ? String(value) : undefined;
};

export const year = (raw: Raw, key: string) => {
  const value = Number(raw[key]);
  return Number.isInteger(value) && value >= 1900 && value <= 2200 ? value : undefined;
};

export const flag = (raw: Raw, key: string) => {
  const value = raw[key];
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
};

export const oneOf = <T extends string>(raw: Raw, key: string, allowed: readonly T[]) =>
  allowed.find((value) => value === raw[key]);

export const day = (raw: Raw, key: string) => {
  const value = raw[key];
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
};
