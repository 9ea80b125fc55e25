package org.chancery.core.repository;

/** Numbers that are never given twice, across processes, such as file numbers. */
public interface Sequences {

  /**
   * The next number of the sequence, 1 for a new one. Larger than every number given before; those
   * of transactions that rolled back may be missing.
   *
   * @param name lower-case letters, digits and hyphens
   */
  long next(String name);
}
