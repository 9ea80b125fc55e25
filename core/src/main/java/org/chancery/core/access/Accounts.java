package org.chancery.core.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The host's accounts, groups and components. */
public interface Accounts {

  /** The account of that name, when it exists and is in force. */
  Optional<Account> find(String user);

  /** Every component, by code. The Executive Secretariat's is always among them. */
  List<Component> components();

  /**
   * Users and groups whose name or label contains the text, without regard to case, by label; all
   * when the text is empty.
   *
   * @param limit 1 to 200
   */
  List<Authority> search(String text, int limit);

  /**
   * The accounts in force that act with a group, however many groups lie between, by label; none
   * for what is no group, and for everyone's.
   *
   * @param limit 1 to 200
   */
  List<Authority> members(String group, int limit);

  /** What people read for a user's or group's name; the name itself when it is not known. */
  String label(String authority);

  /** The same for many, by name. Hosts answer many at the price of one. */
  default Map<String, String> labels(Collection<String> authorities) {
    return authorities.stream().distinct().collect(Collectors.toMap(name -> name, this::label));
  }

  /**
   * Someone or some group a grant can name.
   *
   * @param name as in {@link org.chancery.core.repository.Grant#authority()}
   * @param label what people read
   * @param kind which of the two
   */
  record Authority(String name, String label, Kind kind) {

    /** What an authority is. */
    public enum Kind {
      /** One account. */
      USER,
      /** A component, a role, or a role in a component. */
      GROUP
    }
  }
}
