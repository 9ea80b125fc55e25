package org.chancery.archive.transfer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files that are no records: hidden ones, those that operating systems make, backups and
 * temporary files. NARA looks for them on arrival.
 */
public final class JunkNames {
  private static final Set<String> SYSTEM =
      Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "ds_store", "icon_");
  private static final Set<String> BACKUP_ENDINGS =
      Set.of("bak", "bkp", "backup", "old", "orig", "tmp", "temp", "swp", "swo", "wbk", "xlk");
  private static final Pattern BACKUP =
      Pattern.compile(".*~|~.*|backup[ _-]of[ _-].*|#.*#", Pattern.DOTALL);

  private JunkNames() {}

  /** Whether a file of that name is hidden, or made by an operating system. */
  public static boolean isHidden(String name) {
    return name.startsWith(".") || SYSTEM.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a file of that name is a backup or a temporary file. */
  public static boolean isBackup(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    return (dot >= 0 && isBackupEnding(lower.substring(dot + 1)))
        || BACKUP.matcher(lower).matches();
  }

  static boolean isBackupEnding(String ending) {
    return BACKUP_ENDINGS.contains(ending);
  }

  static boolean isJunk(String name) {
    return isHidden(name) || isBackup(name);
  }
}
