package org.chancery.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows are one person beyond reasonable doubt, for counting alone: names that sound the same
 * beside the same phone, e-mail address or building. Without that, everybody's own doubles would
 * make their name look usual.
 */
final class People {
  private final int[] above;

  private People(int rows) {
    above = new int[rows];
    for (int row = 0; row < rows; row++) {
      above[row] = row;
    }
  }

  static People of(List<Traits> rows) {
    People people = new People(rows.size());
    Map<Long, Integer> first = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      Traits each = rows.get(row);
      List<String> values = new ArrayList<>();
      each.phones().forEach(phone -> values.add(phone.value().number()));
      each.emails().forEach(email -> values.add(email.value().toString()));
      if (each.place().hasStreet()) {
        values.add(each.place().building());
      }
      for (String value : values) {
        Integer known = first.putIfAbsent(Hash.both(Hash.of(value), each.who()), row);
        if (known != null) {
          people.above[people.top(row)] = people.top(known);
        }
      }
    }
    return people;
  }

  private int top(int row) {
    int at = row;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }

  /** A number for the person of a row. */
  int of(int row) {
    return top(row);
  }
}
