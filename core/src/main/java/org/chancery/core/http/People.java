package org.chancery.core.http;

import java.util.HashMap;
import java.util.Map;
import org.chancery.core.access.Accounts;

/** What people read for accounts and groups; each is looked up once for an answer. */
final class People {
  private final Accounts accounts;
  private final Map<String, String> labels = new HashMap<>();

  People(Accounts accounts) {
    this.accounts = accounts;
  }

  /** An account or a group. */
  record Who(String name, String label) {}

  String label(String authority) {
    return labels.computeIfAbsent(authority, accounts::label);
  }

  Who who(String authority) {
    return new Who(authority, label(authority));
  }
}
