// Who the extension is to a browser: fixed ids, hence fixed addresses to which sign-in returns (the worker's EXTENSION_REDIRECTS).

/** The public half of the key that gives Chromium builds outside a store their stable id; the private half does not exist. */
export const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8twtNiKyQ/f2cGdl+laZE/ArpKofY7RRfCcOBwikRslaO0VdmjAGwv7QVFuvaMS64i2r+pLBy8twfOdZV39SpTqb7LKKfVvf902RTKkeN7KEb1/zMLy0FV2H6Bsh0lgkRMbQQ20+6Yois5Wt3H1S06VcPG39rrRPyn4ymM3k2wuaYOKYChEu07MluupQUjvqneCQEnlnQZTadYdZGJN4ktIEqo2vDfKBWnbrl95sTKyLTHU5UyMpH1AKfnctiiYqiQgCkS1GefR5ecUmckSIFGc7xQdzu/QS6UwSuLSaiQu4wBV+bdEWVxk/idTLKXmQTXPALZKiDOtfLu1dFj0TtwIDAQAB';

/** First 16 bytes of the SHA-256 of that key, in Chromium's alphabet a to p. A store that signs the extension sets its own. */
export const CHROME_ID = 'hgnhggdhknhjlodlpoeldbppdbhjgfne';
export const GECKO_ID = 'hearback@hearback.example';

/** What `identity.getRedirectURL()` answers in each browser; Firefox names itself by the SHA-1 of the id. */
export const CHROME_REDIRECT = `https://${CHROME_ID}.chromiumapp.org/`;
export const GECKO_REDIRECT = 'https://99f1f3170fb1a3b6bfa80183c8943adc7ba450c2.extensions.allizom.org/';
