package org.chancery.core.addresses;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What the shipped data know of ZIP codes; read when they are first asked for. */
final class ZipCodes {
  /** The data's source, as the notice beside them has it. */
  static final String SOURCE =
      "GeoNames postal codes, as of 11 March 2026 (geonames.org, CC BY 4.0)";

  private static final String DATA = "zip-codes.tsv.gz";

  private volatile Known known;

  /** Where mail with a ZIP code goes. */
  record Place(String zip, String city, String state, String county) {}

  private record Known(Map<String, List<Place>> byZip, Map<String, List<Place>> byCity) {}

  /** The places of a ZIP code of five digits; none when it is not known. */
  List<Place> of(String zip) {
    return known().byZip().getOrDefault(zip, List.of());
  }

  /** The ZIP codes of a place. */
  List<Place> of(String city, String state) {
    return known().byCity().getOrDefault(key(city, state), List.of());
  }

  private static String key(String city, String state) {
    return plain(city) + "," + state;
  }

  /** A place's name without what people write differently. */
  static String plain(String city) {
    return city.toUpperCase(Locale.ROOT)
        .replaceAll("[.,'’-]", " ")
        .replaceAll("\\bSAINT\\b", "ST")
        .replaceAll("\\bFORT\\b", "FT")
        .replaceAll("\\bMOUNT\\b", "MT")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private Known known() {
    if (known == null) {
      synchronized (this) {
        if (known == null) {
          known = load();
        }
      }
    }
    return known;
  }

  private static Known load() {
    Known all = new Known(new HashMap<>(), new HashMap<>());
    try (InputStream in = ZipCodes.class.getResourceAsStream(DATA);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", -1);
        Place place = new Place(columns[0], columns[1], columns[2], columns[3]);
        all.byZip().computeIfAbsent(place.zip(), zip -> new ArrayList<>(1)).add(place);
        all.byCity()
            .computeIfAbsent(key(place.city(), place.state()), city -> new ArrayList<>(1))
            .add(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
