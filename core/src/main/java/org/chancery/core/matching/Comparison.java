package org.chancery.core.matching;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two people compared.
 *
 * @param score 0 to 1: how likely they are one
 * @param verdict what follows
 * @param apart whether something all but rules it out, such as Jr. and Sr.
 * @param evidence the fields that say something, in the order of fields
 * @param remark what else they look like, such as a household; may be empty
 */
public record Comparison(
    double score, Verdict verdict, boolean apart, List<Evidence> evidence, String remark) {

  /** Copies. */
  public Comparison {
    evidence = List.copyOf(evidence);
  }

  /** The evidence in words, parted by semicolons. */
  public String words() {
    String all = evidence.stream().map(Evidence::words).collect(Collectors.joining("; "));
    return remark.isEmpty() ? all : all + ". " + remark;
  }
}
