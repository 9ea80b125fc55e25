package org.chancery.core.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An e-mail address in one form: what one mailbox may be written as is one address.
 *
 * @param local before the @, without what follows a plus; at Gmail without dots
 * @param domain after it, common slips corrected
 */
public record EmailAddress(String local, String domain) {
  private static final Set<String> PUBLIC = new HashSet<>();
  private static final Map<String, String> MEANT = new HashMap<>();
  private static final Set<String> FILLERS =
      Set.of(
          "none", "na", "no", "unknown", "noemail", "noreply", "donotreply", "test", "null", "x");
  private static final Set<String> ROLES =
      Set.of(
          ("info office contact admin mail email webmaster help support sales service services hr"
                  + " media press news frontdesk reception director chief clerk mayor council board"
                  + " president secretary inquiries enquiries general main team staff public hello"
                  + " customerservice billing accounts accounting jobs careers events outreach")
              .split(" "));

  static {
    for (String[] row : DataFile.rows("email-domains.tsv")) {
      if (row[0].equals("public")) {
        PUBLIC.add(row[1]);
      } else {
        MEANT.put(row[1], row[2]);
      }
    }
  }

  /**
   * Reads an address.
   *
   * @return empty for what is none, and for such as none@none.com that only fill a field
   */
  public static Optional<EmailAddress> of(String written) {
    String text = Letters.plain(written == null ? "" : written).replaceAll("\\s+", "");
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      text = text.substring(open + 1, close);
    }
    if (text.startsWith("mailto:")) {
      text = text.substring(7);
    }
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    String domain = text.substring(at + 1).replace(',', '.').replaceAll("[.;>]+$", "");
    domain = MEANT.getOrDefault(domain, domain.endsWith(".con") ? ending(domain) : domain);
    String local = text.substring(0, at).replaceAll("^\\.+|\\.+$", "");
    int plus = local.indexOf('+');
    if (plus > 0) {
      local = local.substring(0, plus);
    }
    if (domain.equals("gmail.com")) {
      local = local.replace(".", "");
    }
    boolean filler = FILLERS.contains(local) || domain.startsWith("none.");
    return local.isEmpty() || domain.isEmpty() || domain.indexOf('.') < 1 || filler
        ? Optional.empty()
        : Optional.of(new EmailAddress(local, domain));
  }

  private static String ending(String domain) {
    return domain.substring(0, domain.length() - 1) + "m";
  }

  /** Whether anybody can have a mailbox there, so that the domain names no employer. */
  public boolean isPublic() {
    return PUBLIC.contains(domain);
  }

  /** Whether it is an office's rather than a person's, such as info@. */
  public boolean isRole() {
    return ROLES.contains(local.replaceAll("[^a-z]", ""));
  }

  /** The address in one form. */
  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
