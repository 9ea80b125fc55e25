package org.chancery.benchmarks.labelled;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes offices of many kinds, from a county's emergency managers to a law firm. */
final class Offices {
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("LA", "Louisiana"),
          Map.entry("TX", "Texas"),
          Map.entry("FL", "Florida"),
          Map.entry("DC", "District of Columbia"),
          Map.entry("VA", "Virginia"),
          Map.entry("MD", "Maryland"),
          Map.entry("PA", "Pennsylvania"),
          Map.entry("NY", "New York"),
          Map.entry("MA", "Massachusetts"),
          Map.entry("IL", "Illinois"),
          Map.entry("CO", "Colorado"),
          Map.entry("CA", "California"),
          Map.entry("WA", "Washington"),
          Map.entry("OR", "Oregon"),
          Map.entry("AZ", "Arizona"),
          Map.entry("GA", "Georgia"),
          Map.entry("NC", "North Carolina"),
          Map.entry("TN", "Tennessee"),
          Map.entry("MI", "Michigan"),
          Map.entry("MN", "Minnesota"),
          Map.entry("MO", "Missouri"),
          Map.entry("NE", "Nebraska"),
          Map.entry("OK", "Oklahoma"),
          Map.entry("UT", "Utah"),
          Map.entry("NV", "Nevada"),
          Map.entry("HI", "Hawaii"),
          Map.entry("AK", "Alaska"),
          Map.entry("MS", "Mississippi"),
          Map.entry("AL", "Alabama"),
          Map.entry("OH", "Ohio"),
          Map.entry("IN", "Indiana"),
          Map.entry("WI", "Wisconsin"),
          Map.entry("IA", "Iowa"));

  /** Name, area of work, end of the domain, weight. C city, N county, S state, F a family name. */
  private static final List<String> SHAPES =
      List.of(
          "City of C|city|gov|9",
          "C Office of Emergency Management|emergency|gov|9",
          "C Fire Department|emergency|gov|6",
          "C Police Department|law|gov|6",
          "C Public Schools|school|org|6",
          "N County Department of Public Health|health|gov|7",
          "N County Sheriff's Office|law|gov|5",
          "N County Board of Commissioners|city|gov|5",
          "N County Office of Emergency Management|emergency|gov|5",
          "S Department of Transportation|transport|gov|6",
          "S Division of Emergency Management|emergency|gov|6",
          "S Department of Health|health|gov|5",
          "S Department of Environmental Quality|environment|gov|4",
          "S House of Representatives|city|gov|4",
          "Federal Emergency Management Agency|emergency|gov|9",
          "US Army Corps of Engineers, C District|engineering|mil|5",
          "Environmental Protection Agency|environment|gov|4",
          "University of S|university|edu|8",
          "S State University|university|edu|7",
          "C Community College|university|edu|4",
          "American Red Cross, C Chapter|relief|org|6",
          "Catholic Charities of C|relief|org|5",
          "United Way of C|relief|org|5",
          "C Food Bank|relief|org|4",
          "Habitat for Humanity of N County|relief|org|3",
          "C Chamber of Commerce|business|org|5",
          "F Memorial Hospital|health|org|6",
          "St. Luke's Medical Center of C|health|org|3",
          "F & F, LLP|legal|com|7",
          "F, F & Associates|legal|com|5",
          "F Engineering, Inc.|engineering|com|7",
          "F Consulting Group, LLC|business|com|7",
          "F Construction Company|engineering|com|6",
          "F Brothers Insurance Agency|business|com|5",
          "C Power & Light|engineering|com|3",
          "Bank of C|business|com|4",
          "First Baptist Church of C|church|org|4",
          "C Islamic Center|church|org|2",
          "The C Tribune|press|com|3",
          "Association of S Counties|business|org|3",
          "National Association of F Professionals|business|org|2");

  private static final String[][] SHORT = {
    {"Department", "Dept."},
    {"University", "Univ."},
    {"County", "Co."},
    {"Office of", "Ofc of"},
    {"Management", "Mgmt"},
    {"Emergency", "Emerg."},
    {"Association", "Assn."},
    {"National", "Nat'l"},
    {"Corps of Engineers", "Corps of Engrs"},
    {"Company", "Co."},
    {"Construction", "Constr."},
    {"Community College", "Comm. College"},
    {"Saint", "St."},
    {"Medical Center", "Med Ctr"},
    {"Memorial Hospital", "Mem. Hosp."},
    {" & ", " and "},
    {"Engineering", "Engrg"},
    {"Commissioners", "Commrs"},
    {"Department", "Dpt"}
  };

  private static final Map<String, List<String>> RANKS =
      Map.ofEntries(
          Map.entry(
              "city",
              List.of(
                  "Mayor",
                  "City Manager",
                  "Council Member",
                  "Chief of Staff",
                  "Legislative Assistant",
                  "City Clerk",
                  "Budget Officer",
                  "Policy Director")),
          Map.entry(
              "emergency",
              List.of(
                  "Director",
                  "Deputy Director",
                  "Emergency Management Coordinator",
                  "Planning Section Chief",
                  "Public Information Officer",
                  "Operations Officer",
                  "Mitigation Specialist",
                  "Logistics Manager",
                  "Fire Chief")),
          Map.entry(
              "law",
              List.of(
                  "Sheriff",
                  "Captain",
                  "Lieutenant",
                  "Chief of Police",
                  "Community Relations Officer",
                  "Records Supervisor")),
          Map.entry(
              "school",
              List.of(
                  "Superintendent",
                  "Principal",
                  "Assistant Principal",
                  "School Safety Coordinator",
                  "Board Member")),
          Map.entry(
              "health",
              List.of(
                  "Health Officer",
                  "Chief Nursing Officer",
                  "Preparedness Coordinator",
                  "Epidemiologist",
                  "Medical Director",
                  "Program Manager",
                  "Community Outreach Coordinator")),
          Map.entry(
              "transport",
              List.of(
                  "District Engineer",
                  "Planning Manager",
                  "Maintenance Superintendent",
                  "Traffic Engineer",
                  "Secretary of Transportation")),
          Map.entry(
              "environment",
              List.of(
                  "Regional Administrator",
                  "Environmental Scientist",
                  "Permits Manager",
                  "Program Manager")),
          Map.entry(
              "engineering",
              List.of(
                  "Project Manager",
                  "Senior Engineer",
                  "Vice President",
                  "President",
                  "Structural Engineer",
                  "Office Manager",
                  "Account Manager")),
          Map.entry(
              "university",
              List.of(
                  "Professor",
                  "Associate Professor",
                  "Dean",
                  "Provost",
                  "Research Director",
                  "Emergency Manager",
                  "Lecturer",
                  "Department Chair")),
          Map.entry(
              "relief",
              List.of(
                  "Executive Director",
                  "Disaster Program Manager",
                  "Volunteer Coordinator",
                  "Development Director",
                  "Case Manager",
                  "Board Chair")),
          Map.entry(
              "business",
              List.of(
                  "President",
                  "Chief Executive Officer",
                  "Executive Vice President",
                  "Director of Government Affairs",
                  "Consultant",
                  "Senior Analyst",
                  "Membership Coordinator",
                  "Branch Manager")),
          Map.entry(
              "legal",
              List.of(
                  "Partner",
                  "Associate",
                  "Of Counsel",
                  "Paralegal",
                  "Managing Partner",
                  "Attorney at Law")),
          Map.entry(
              "church",
              List.of(
                  "Senior Pastor",
                  "Pastor",
                  "Youth Director",
                  "Imam",
                  "Outreach Coordinator",
                  "Church Administrator")),
          Map.entry(
              "press",
              List.of("Editor", "Reporter", "Managing Editor", "Photographer", "Publisher")));

  private final Names names;
  private final Places places;
  private final Weighted<String> shapes = new Weighted<>();
  private final Map<String, String> domains = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Offices(Names names, Places places) {
    this.names = names;
    this.places = places;
    for (String shape : SHAPES) {
      shapes.add(shape, Double.parseDouble(shape.substring(shape.lastIndexOf('|') + 1)));
    }
  }

  /** What people do in an area of work. */
  static List<String> ranks(String area) {
    return RANKS.get(area);
  }

  static String stateName(String code) {
    return STATES.get(code);
  }

  /** One more office; the same organization may sit in several cities, with the same domain. */
  Office draw(int number, Dice dice) {
    for (int tries = 0; ; tries++) {
      String[] shape = shapes.draw(dice).split("\\|");
      Places.Address address = places.address(places.city(dice), false, dice);
      String name = fill(shape[0], address, dice);
      if (!taken.add(name + "/" + address.city().name()) && tries < 50) {
        continue;
      }
      String domain = domain(name, shape[2]);
      return new Office(
          number,
          name,
          others(name),
          shape[1],
          address,
          domain,
          places.phone(address.city(), dice),
          dice.of("info", "info", "contact", "office", "admin") + "@" + domain,
          dice.chance(0.55));
    }
  }

  private String fill(String shape, Places.Address address, Dice dice) {
    StringBuilder name = new StringBuilder();
    for (String word : shape.split("(?<=\\b)|(?=\\b)")) {
      switch (word) {
        case "C" -> name.append(address.city().name());
        case "N" -> name.append(address.county());
        case "S" -> name.append(STATES.get(address.city().state()));
        case "F" -> name.append(names.family("en", dice));
        default -> name.append(word);
      }
    }
    return name.toString();
  }

  private String domain(String name, String end) {
    if (domains.containsKey(name)) {
      return domains.get(name);
    }
    String plain = plain(name).replaceAll("[^a-z ]", "");
    String initials = initials(name).toLowerCase(Locale.ROOT);
    String slug = plain.length() <= 14 || initials.length() < 3 ? plain.replace(" ", "") : initials;
    if (slug.length() > 24) {
      slug = slug.substring(0, 24);
    }
    String domain = slug + "." + end;
    for (int i = 2; domains.containsValue(domain); i++) {
      domain = slug + i + "." + end;
    }
    domains.put(name, domain);
    return domain;
  }

  private static List<String> others(String name) {
    Set<String> others = new LinkedHashSet<>();
    String brief = name;
    for (String[] pair : SHORT) {
      others.add(name.replace(pair[0], pair[1]));
      brief = brief.replace(pair[0], pair[1]);
    }
    others.add(brief);
    others.add(name.replaceAll(",? (Inc\\.|LLC|LLP|Chapter|Company)$", ""));
    others.add(name.startsWith("The ") ? name.substring(4) : "The " + name);
    String initials = initials(name);
    if (initials.length() >= 3) {
      others.add(initials);
      others.add(name + " (" + initials + ")");
    }
    if (name.startsWith("University of ")) {
      others.add("U of " + name.substring(14));
    }
    others.remove(name);
    return new ArrayList<>(others);
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ ,]+")) {
      if (Character.isUpperCase(word.charAt(0)) && !word.matches("Inc\\.|LLC|LLP|The")) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }

  /** In lower case without accents. */
  static String plain(String text) {
    return Normalizer.normalize(text.replace('Đ', 'D').replace('đ', 'd'), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
