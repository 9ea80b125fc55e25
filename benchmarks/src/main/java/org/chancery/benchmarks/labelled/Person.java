package org.chancery.benchmarks.labelled;

import java.util.List;

/**
 * Somebody, whatever rows say of them.
 *
 * @param middle empty when there is none
 * @param suffix empty, or like "Jr."
 * @param formerFamily the family name before it changed, in the first job; otherwise empty
 * @param calledBy what they go by, often the given name itself
 * @param jobs in the order of time; none for a citizen
 * @param place of this person in the household, like "father"; empty alone
 */
record Person(
    int number,
    String group,
    Names.Given given,
    String middle,
    String family,
    String suffix,
    String formerFamily,
    String calledBy,
    String honorific,
    String email,
    String mobile,
    Household household,
    String place,
    List<Job> jobs) {

  /** A job at an office: the line's four digits and the extension belong to this person alone. */
  record Job(Office office, String title, String email, String direct, String extension) {}

  /** People at one address; the e-mail address is one that all of them use, or empty. */
  record Household(int number, Places.Address address, String phone, String email) {}
}
