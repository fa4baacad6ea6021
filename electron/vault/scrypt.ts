import { scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * A key of so many bytes made of words and a salt, off the main thread (RFC 7914). Rejects when the cost needs more than
 * `maxmem` bytes. Words that people type are normalised before, or another system makes another key of them.
 */
export const scryptKey = promisify<string | Buffer, Buffer, number, ScryptOptions, Buffer>(scrypt);
