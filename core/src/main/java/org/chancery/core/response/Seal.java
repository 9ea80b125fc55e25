package org.chancery.core.response;

/**
 * The host's secret, put to the use of this package only: the same text is sealed the same on every
 * server of the repository, and nobody without the secret can make a seal.
 */
@FunctionalInterface
public interface Seal {
  /** The seal of a text: 32 bytes. */
  byte[] of(byte[] text);
}
