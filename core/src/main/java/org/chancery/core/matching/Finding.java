package org.chancery.core.matching;

/**
 * How one field of a pair came out, before it is put in words.
 *
 * @param cell its line in the table
 * @param frequency of the value that agrees; not used where nothing does
 * @param left the one's value
 * @param right the other's
 * @param personal whether one of them is personal
 */
record Finding(Weights.Cell cell, double frequency, String left, String right, boolean personal) {

  double bits() {
    return cell.bits(Weights.SAME, frequency);
  }

  double bits(int way) {
    return cell.bits(way, frequency);
  }

  boolean is(String field, String level) {
    return cell.field().equals(field) && cell.level().equals(level);
  }
}
