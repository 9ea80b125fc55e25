package org.chancery.acceptance.alfresco;

import java.util.UUID;

/** People that a test makes for itself, in the groups it needs, who use any client with Basic. */
final class People {
  private static final String PASSWORD = "chancery-test-" + UUID.randomUUID();

  private final Platform admin;

  People(Platform admin) {
    this.admin = admin;
  }

  /** The administrator's own clients, as the system properties name them. */
  static Platform administrator() {
    return new Platform(
        base(),
        System.getProperty("chancery.alfresco.user", "admin"),
        System.getProperty("chancery.alfresco.password", "admin"));
  }

  private static String base() {
    return System.getProperty("chancery.alfresco.url", "http://unset");
  }

  /** All of them have the same. */
  static String password() {
    return PASSWORD;
  }

  /** Somebody new. Accounts of programs may use our routes without a session. */
  Person somebody(String... groups) {
    String user = "test-" + UUID.randomUUID().toString().substring(0, 8);
    admin
        .json(
            "POST",
            Platform.REST + "people",
            "{'id':'"
                + user
                + "','firstName':'Test','lastName':'Person','email':'"
                + user
                + "@office.invalid','password':'"
                + PASSWORD
                + "'}")
        .expect(201);
    join(user, "CHANCERY_PROGRAMS");
    for (String group : groups) {
      join(user, group);
    }
    return new Person(user, new Platform(base(), user, PASSWORD));
  }

  private void join(String user, String group) {
    if (admin.get(Platform.REST + "groups/GROUP_" + group).status() == 404) {
      admin
          .json("POST", Platform.REST + "groups", "{'id':'" + group + "','displayName':'x'}")
          .expect(201);
    }
    admin
        .json(
            "POST",
            Platform.REST + "groups/GROUP_" + group + "/members",
            "{'id':'" + user + "','memberType':'PERSON'}")
        .expect(201);
  }

  /**
   * One of them.
   *
   * @param user the account
   * @param clients what they speak to the platform with
   */
  record Person(String user, Platform clients) {}
}
