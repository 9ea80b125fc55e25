package org.chancery.benchmarks.labelled;

import java.util.List;

/**
 * Where people work: an organization in one place.
 *
 * @param name in full
 * @param others as others write it: shortened, or its initials
 * @param area what its people do, see {@link Offices#ranks}
 * @param domain of its people's e-mail addresses
 * @param phone ten digits of its main line, which many of its people give as theirs
 * @param inbox the one e-mail address that all of them may give
 * @param dotted whether addresses are first.last@; otherwise the initial and the family name
 */
record Office(
    int number,
    String name,
    List<String> others,
    String area,
    Places.Address address,
    String domain,
    String phone,
    String inbox,
    boolean dotted) {}
