package org.chancery.acceptance.alfresco;

/** Places holds and releases them, by our routes. */
final class Holding {

  private Holding() {}

  /** Puts something under a new hold; answers with the hold's id. */
  static String place(Platform admin, String node) {
    String hold =
        admin
            .json("POST", Platform.OURS + "holds", "{'kind':'litigation','reason':'acceptance'}")
            .expect(201)
            .json()
            .path("id")
            .asText();
    admin
        .json("POST", Platform.OURS + "holds/" + hold + "/items", "{'nodes':['" + node + "']}")
        .expect(200);
    return hold;
  }

  /** Ends a hold. */
  static void release(Platform admin, String hold) {
    admin
        .json("POST", Platform.OURS + "holds/" + hold + "/release", "{'reason':'acceptance'}")
        .expect(200);
  }
}
