package org.chancery.standalone.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.core.http.Problem;
import org.chancery.core.http.Response;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the browser application. Only files that were there at the start are served, found by name
 * in a table, so that no path of a request is ever turned into a path on disk. Files with a hash in
 * their name are cached for good, the page itself never. Addresses of the application's own pages
 * are answered with the page.
 */
@Controller
final class BrowserApplication {
  private static final String PAGE = "index.html";
  private static final String HASHED = "assets/";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("mjs", "text/javascript;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("txt", "text/plain;charset=UTF-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("wasm", "application/wasm"));

  private final Map<String, Path> files;

  /** From the folder; nothing is served when it is not there. */
  BrowserApplication(Path folder) throws IOException {
    this.files = filesIn(folder);
  }

  private static Map<String, Path> filesIn(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(Files::isRegularFile)
            .forEach(
                file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
      }
    }
    return files;
  }

  /** Everything that no other controller answers. */
  @GetMapping("/**")
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getServletPath().substring(1);
    Path file = files.get(name);
    if (file == null && isPage(name)) {
      name = PAGE;
      file = files.get(PAGE);
    }
    if (file == null) {
      Problems.send(
          response,
          Response.of(
              Problem.of(404, "no-such-page", "Not found", "There is nothing at this address.")));
      return;
    }
    response.setContentType(type(name));
    response.setContentLengthLong(Files.size(file));
    response.setHeader("Content-Security-Policy", SecurityConfiguration.PAGE_POLICY);
    response.setHeader(
        "Cache-Control",
        name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-store");
    if (!"HEAD".equals(request.getMethod())) {
      Files.copy(file, response.getOutputStream());
    }
  }

  /** The application's own pages have no dot in their last segment. */
  private static boolean isPage(String name) {
    return !name.startsWith("api/")
        && !name.startsWith(HASHED)
        && name.indexOf('.', name.lastIndexOf('/') + 1) < 0;
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
