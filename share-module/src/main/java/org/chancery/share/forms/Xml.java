package org.chancery.share.forms;

/** Writes indented XML. */
final class Xml {

  private final StringBuilder text = new StringBuilder();
  private int depth;

  /** Opens an element; attributes come as name, value, name, value. */
  Xml open(String name, String... attributes) {
    start(name, attributes).append(">\n");
    depth++;
    return this;
  }

  Xml close(String name) {
    depth--;
    indent().append("</").append(name).append(">\n");
    return this;
  }

  Xml empty(String name, String... attributes) {
    start(name, attributes).append("/>\n");
    return this;
  }

  Xml leaf(String name, String content, String... attributes) {
    start(name, attributes)
        .append('>')
        .append(escape(content))
        .append("</")
        .append(name)
        .append(">\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private StringBuilder start(String name, String... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escape(attributes[i + 1]))
          .append('"');
    }
    return text;
  }

  private StringBuilder indent() {
    return text.append("   ".repeat(depth));
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
