/** Version of all packages of the library; they share one. */
export const VERSION = '0.1.0';
