package org.chancery.alfresco.search;

/**
 * Up to where the feed was followed. Everything up to there belongs to transactions older than each
 * one that was in progress, so that nothing can appear before it any more.
 *
 * @param feed which feed; a position of another (the database was restored from a dump) counts as
 *     the beginning
 * @param transaction the database's number of the transaction
 * @param sequence of the row in the feed
 * @param node the platform's number of the node, among those of a whole transaction
 */
record FeedPosition(String feed, String transaction, long sequence, long node) {

  static FeedPosition of(String text, String feed) {
    String[] parts = text.split(":", -1);
    return parts.length == 4 && parts[0].equals(feed)
        ? new FeedPosition(feed, parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]))
        : new FeedPosition(feed, "0", 0, 0);
  }

  @Override
  public String toString() {
    return feed + ":" + transaction + ":" + sequence + ":" + node;
  }
}
