package org.chancery.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file as it stands, its anchors resolved. */
final class Stack {
  static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final Path FILE = FOLDER.resolve("compose.yaml");
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)");

  private Stack() {}

  static String text() throws IOException {
    return Files.readString(FILE);
  }

  static Map<String, Object> whole() throws IOException {
    return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text()));
  }

  static Map<String, Object> services() throws IOException {
    return map(whole().get("services"));
  }

  static Map<String, Object> service(String name) throws IOException {
    return map(services().get(name));
  }

  /** The names of the variables it takes from the environment. */
  static Set<String> variables() throws IOException {
    Set<String> names = new TreeSet<>();
    VARIABLE.matcher(text()).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  @SuppressWarnings("unchecked") // A YAML mapping of a compose file has texts for keys.
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static List<String> texts(Object value) {
    return value == null ? List.of() : ((List<?>) value).stream().map(Object::toString).toList();
  }
}
