package org.chancery.archive.transfer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives files the names that travel (NARA Bulletin 2015-04, appendix B): a to z, 0 to 9, hyphen and
 * underscore, one period before the ending, at most 255 characters of path, few folders deep. No
 * two files get the same path and no two folders become one; the same names in the same order get
 * the same paths. Keeps what it has given in memory.
 */
public final class PortableNames {
  private static final int FOLDER = 40;
  private static final int STEM = 64;
  private static final int ENDING = 10;
  private static final int DEPTH = 3;
  private static final Pattern OUTSIDE = Pattern.compile("[^a-z0-9-]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|clock|com[0-9]|lpt[0-9]");

  private final Set<String> taken = new HashSet<>();
  private final Map<List<String>, String> folders = new HashMap<>();

  /**
   * A path that was not given before.
   *
   * @param part of the package, ending with a slash
   * @param given names of the folders, from the top
   * @param name of the file
   */
  public String path(String part, List<String> given, String name) {
    String folder = folder(part, given, given.size());
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : plain(name.substring(dot + 1)).replaceAll("[_-]", "");
    boolean keep =
        !ending.isEmpty() && ending.length() <= ENDING && !JunkNames.isBackupEnding(ending);
    String stem = cut(plain(keep ? name.substring(0, dot) : name), STEM, "file");
    if (JunkNames.isJunk(keep ? stem + "." + ending : stem)) {
      stem = "file_" + stem;
    }
    return free(folder + stem, keep ? "." + ending : "");
  }

  /** Folders below the third level lie beside their parent, so that paths stay short. */
  private String folder(String part, List<String> given, int depth) {
    if (depth == 0) {
      return part;
    }
    List<String> key = new ArrayList<>(given.subList(0, depth));
    key.add(0, part);
    String known = folders.get(key);
    if (known != null) {
      return known;
    }
    String above = folder(part, given, Math.min(depth, DEPTH) - 1);
    String path = free(above + cut(plain(given.get(depth - 1)), FOLDER, "folder"), "") + "/";
    folders.put(key, path);
    return path;
  }

  private String free(String stem, String ending) {
    String path = stem + ending;
    for (int i = 2; !taken.add(path); i++) {
      path = stem + "_" + i + ending;
    }
    return path;
  }

  /** Letters lose their marks; everything that does not travel becomes an underscore. */
  private static String plain(String text) {
    String letters =
        MARKS
            .matcher(Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD))
            .replaceAll("");
    return OUTSIDE.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("_");
  }

  private static String cut(String plain, int length, String otherwise) {
    String cut = plain.length() > length ? plain.substring(0, length) : plain;
    cut = cut.replaceAll("^[_-]+|[_-]+$", "");
    if (cut.isEmpty()) {
      return otherwise;
    }
    return DEVICE.matcher(cut).matches() ? otherwise + "_" + cut : cut;
  }
}
