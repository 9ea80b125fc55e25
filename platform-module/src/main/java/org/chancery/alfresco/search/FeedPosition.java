package org.chancery.alfresco.search;

/**
 * Up to where the feed was followed: what a snapshot of the database could see. Whatever commits
 * later is not in it, be its number smaller than others' that are.
 *
 * @param feed which feed; a position of another (the database was restored from a dump) counts as
 *     the beginning
 * @param seen snapshot whose changes were delivered
 * @param next snapshot whose changes are being delivered, in parts; empty between
 * @param transaction the database's number of the last part's last transaction
 * @param sequence of its last row in the feed
 * @param node the platform's number of its last node, among those of a whole transaction
 */
record FeedPosition(
    String feed, String seen, String next, String transaction, long sequence, long node) {

  private static final String NOTHING = "3:3:";

  static FeedPosition of(String text, String feed) {
    String[] parts = text.split("\\|", -1);
    return parts.length == 6 && parts[0].equals(feed)
        ? new FeedPosition(
            feed, parts[1], parts[2], parts[3], Long.parseLong(parts[4]), Long.parseLong(parts[5]))
        : at(feed, NOTHING);
  }

  /** Everything the snapshot sees has been delivered. */
  static FeedPosition at(String feed, String snapshot) {
    return new FeedPosition(feed, snapshot, "", "0", 0, 0);
  }

  /** Within what the snapshot sees, all up to there has been delivered. */
  FeedPosition within(String snapshot, String transaction, long sequence, long node) {
    return new FeedPosition(feed, seen, snapshot, transaction, sequence, node);
  }

  @Override
  public String toString() {
    return String.join(
        "|", feed, seen, next, transaction, Long.toString(sequence), Long.toString(node));
  }
}
